package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"yunxing/data"
)

// Reader returns what the project knows within a cut. The rules by which it
// chooses among versions are those of the package comment.
func (p *Project) Reader(cut data.Cut) data.Reader { return reader{p.read, cut} }

// reader implements data.Reader.
type reader struct {
	db  *sql.DB
	cut data.Cut
}

// seriesText selects the versions of the series that a query asks for, by series
// and period, the oldest version first.
const seriesText = "SELECT s.id, " + keyColumns + `,
	o.id, o.period, o.vintage, o.batch, o.value, o.digits, o.status, o.break, u.text
	FROM series AS s
	CROSS JOIN observation AS o ON o.series = s.id
	JOIN term AS u ON u.id = o.unit
	WHERE s.measure = ?1 AND s.span = ?2
		AND (?3 = '' OR s.indicator = ?3) AND (?4 = '' OR s.region = ?4) AND (?5 = '' OR s.item = ?5)
		AND (?6 = 0 OR s.freq = ?6) AND (?7 = 0 OR s.reference = ?7)
	ORDER BY s.id, o.period, o.vintage, o.id`

// Series returns the series that match q and have an observation within the cut,
// in the order of their keys. Each covers all periods from its first to its last
// observation; what is in none of them is NotKnown.
func (r reader) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	rows, err := r.db.QueryContext(ctx, seriesText, int64(q.Measure), int64(q.Span),
		q.Indicator, q.Region, q.Item, int64(q.Freq), int64(q.Reference))
	if err != nil {
		return nil, wrap(ctx, "read series", err)
	}
	defer rows.Close()
	var out []data.Series
	var at, id int64
	var key, last data.Key
	var found []version
	sc := newScanner()
	for rows.Next() {
		v, err := sc.version(rows, &id, &key)
		if err != nil {
			return nil, wrap(ctx, "read series", err)
		}
		if id != at {
			out = appendSeries(out, last, found)
			at, last, found = id, key, found[:0]
		}
		if r.within(v) {
			found = choose(found, v)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, wrap(ctx, "read series", err)
	}
	out = appendSeries(out, last, found)
	slices.SortFunc(out, func(a, b data.Series) int { return a.Key.Compare(b.Key) })
	return out, nil
}

// within reports whether the cut leaves v to be seen.
func (r reader) within(v version) bool {
	return (r.cut.Until.IsZero() || v.Period.EndsBy(r.cut.Until)) && released(v.Period, v.Vintage, r.cut.AsOf)
}

// version reads a row of seriesText, with the number and key of its series.
func (sc *scanner) version(rows *sql.Rows, id *int64, key *data.Key) (version, error) {
	var v version
	var code, vintage int64
	var value sql.NullFloat64
	var symbol string
	dest := append([]any{id}, keyDest(key)...)
	err := rows.Scan(append(dest, &v.Ref, &code, &vintage, &v.batch, &value, &v.Digits, &v.Status, &v.Break, &symbol)...)
	if err != nil {
		return v, err
	}
	if v.Period, err = data.PeriodFromCode(code); err != nil {
		return v, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if v.Vintage, err = sc.day(vintage); err != nil {
		return v, err
	}
	v.Value, v.Unit = notNull(value), sc.unit(symbol)
	return v, nil
}
