package store

import (
	"database/sql"
	"fmt"
	"math"
	"strings"

	"yunxing/data"
)

// This file turns values of package data into what the tables hold, and back.

// null returns v for the database, where NaN is NULL.
func null(v float64) sql.NullFloat64 {
	return sql.NullFloat64{Float64: v, Valid: !math.IsNaN(v)}
}

// notNull returns v from the database, where NULL is NaN.
func notNull(v sql.NullFloat64) float64 {
	if !v.Valid {
		return math.NaN()
	}
	return v.Float64
}

// dayCode returns d as yyyymmdd, and 0 if it is unknown.
func dayCode(d data.Date) int64 {
	var year, month, day int64
	if _, err := fmt.Sscanf(d.String(), "%d-%d-%d", &year, &month, &day); err != nil {
		return 0
	}
	return year*10000 + month*100 + day
}

// dayFromCode returns the day with the given code.
func dayFromCode(c int64) (data.Date, error) {
	if c == 0 {
		return data.Date{}, nil
	}
	d, err := data.ParseDate(fmt.Sprintf("%04d-%02d-%02d", c/10000, c/100%100, c%100))
	if err != nil {
		return data.Date{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return d, nil
}

// unitOf returns the unit with a stored symbol. A symbol that is not known is a
// unit of its own, which converts to nothing else.
func unitOf(symbol string) data.Unit {
	if symbol == "" {
		return data.Unit{}
	}
	if u, ok := data.ParseUnit(symbol); ok {
		return u
	}
	return data.Unit{Symbol: symbol, Dimension: data.Dimension("other:" + symbol), Factor: 1}
}

// maxCell bounds the row and the column of a cell, beyond those of any workbook.
const maxCell = 1 << 30

// cellCode returns row and column, from 1, of a cell such as B4; 0 and 0 for "".
func cellCode(cell string) (row, col int64, err error) {
	if cell == "" {
		return 0, 0, nil
	}
	letters := strings.IndexFunc(cell, func(r rune) bool { return r < 'A' || r > 'Z' })
	if letters <= 0 || cell[letters] == '0' {
		return 0, 0, fmt.Errorf("%w: %q is not a cell", ErrObservation, cell)
	}
	for _, r := range cell[:letters] {
		col = min(col*26+int64(r-'A')+1, maxCell)
	}
	for _, r := range cell[letters:] {
		if r < '0' || r > '9' {
			return 0, 0, fmt.Errorf("%w: %q is not a cell", ErrObservation, cell)
		}
		row = min(row*10+int64(r-'0'), maxCell)
	}
	if row == maxCell || col == maxCell {
		return 0, 0, fmt.Errorf("%w: %q is not a cell", ErrObservation, cell)
	}
	return row, col, nil
}

// cellFromCode returns the cell at a row and a column, and "" at 0 and 0.
func cellFromCode(row, col int64) string {
	if row <= 0 || col <= 0 {
		return ""
	}
	return data.CellName(int(row-1), int(col-1))
}

// keyColumns names the columns of table series, as s, that make a key, in the
// order of keyArgs and keyDest.
const keyColumns = "s.indicator, s.region, s.item, s.freq, s.span, s.measure, s.reference, s.price, s.base, s.coverage"

// keyArgs returns the columns of k.
func keyArgs(k data.Key) []any {
	b := k.Basis
	return []any{
		k.Indicator, k.Region, k.Item, int64(k.Freq), int64(b.Span), int64(b.Measure),
		int64(b.Reference), int64(b.Price.Kind), int64(b.Price.Base), k.Coverage,
	}
}

// keyDest returns where to scan the columns of k.
func keyDest(k *data.Key) []any {
	b := &k.Basis
	return []any{
		&k.Indicator, &k.Region, &k.Item, &k.Freq, &b.Span, &b.Measure,
		&b.Reference, &b.Price.Kind, &b.Price.Base, &k.Coverage,
	}
}
