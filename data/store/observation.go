package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"

	"yunxing/data"
)

// A Filter chooses observations; a zero field does not choose.
type Filter struct {
	Indicator string    // its code or, where no series has that code, its name as printed
	Region    string    // its code
	AsOf      data.Date // only what was released by then; see rule 1 of the package
}

// Observations are selected either all or by reference, from the observations, or
// those of some series, from the series. The parts are put together in that order.
const (
	observationColumns = "SELECT " + keyColumns + `, o.id, o.period, o.vintage, h.file, h.name, o.cell_row, o.cell_col,
	o.value, o.digits, o.status, o.break, u.text, o.raw, t.text `
	fromObservation = "FROM observation AS o JOIN series AS s ON s.id = o.series"
	fromSeries      = "FROM series AS s CROSS JOIN observation AS o ON o.series = s.id"
	observationText = `
	JOIN sheet AS h ON h.id = o.sheet
	JOIN term AS u ON u.id = o.unit
	JOIN term AS t ON t.id = o.printed `
)

// Observations returns all that is stored and that f chooses, doubtful ones and
// all versions included, in the order of import. An error ends the sequence. The
// project must not be written to from within the loop.
func (p *Project) Observations(ctx context.Context, f Filter) iter.Seq2[data.Observation, error] {
	return func(yield func(data.Observation, error) bool) {
		rows, err := p.chosen(ctx, f)
		if err != nil {
			yield(data.Observation{}, wrap(ctx, "read observations", err))
			return
		}
		defer rows.Close()
		sc := newScanner()
		for rows.Next() {
			o, err := sc.observation(rows)
			if err != nil {
				yield(data.Observation{}, wrap(ctx, "read observations", err))
				return
			}
			if released(o.Period, o.Vintage, f.AsOf) && !yield(o, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(data.Observation{}, wrap(ctx, "read observations", err))
		}
	}
}

// chosen returns the rows that f chooses, without regard to the release. A code is
// found through the series; a printed name means reading all observations.
func (p *Project) chosen(ctx context.Context, f Filter) (*sql.Rows, error) {
	const order = " ORDER BY o.id"
	if f.Indicator == "" && f.Region == "" {
		return p.read.QueryContext(ctx, observationColumns+fromObservation+observationText+order)
	}
	var isCode bool
	const code = "SELECT ?1 = '' OR EXISTS (SELECT 1 FROM series WHERE indicator = ?1)"
	if err := p.read.QueryRowContext(ctx, code, f.Indicator).Scan(&isCode); err != nil {
		return nil, err
	}
	where := "WHERE (?1 = '' OR s.indicator = ?1) AND (?2 = '' OR s.region = ?2)"
	if !isCode {
		where = "WHERE t.text = ?1 AND (?2 = '' OR s.region = ?2)"
	}
	return p.read.QueryContext(ctx, observationColumns+fromSeries+observationText+where+order, f.Indicator, f.Region)
}

// Observation returns the observation that ref names, or ErrNoObservation.
func (p *Project) Observation(ctx context.Context, ref data.Ref) (data.Observation, error) {
	found, err := p.Resolve(ctx, []data.Ref{ref})
	if err != nil {
		return data.Observation{}, err
	}
	return found[0], nil
}

// Resolve returns the observations that refs name, in the order of refs. It
// returns ErrNoObservation if one of them is not, or no longer, in the project.
func (p *Project) Resolve(ctx context.Context, refs []data.Ref) ([]data.Observation, error) {
	list, err := json.Marshal(refs)
	if err != nil {
		return nil, fmt.Errorf("store: resolve references: %w", err)
	}
	rows, err := p.read.QueryContext(ctx, observationColumns+fromObservation+observationText+"WHERE o.id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, wrap(ctx, "resolve references", err)
	}
	defer rows.Close()
	found := make(map[data.Ref]data.Observation, len(refs))
	sc := newScanner()
	for rows.Next() {
		o, err := sc.observation(rows)
		if err != nil {
			return nil, wrap(ctx, "resolve references", err)
		}
		found[o.Ref] = o
	}
	if err := rows.Err(); err != nil {
		return nil, wrap(ctx, "resolve references", err)
	}
	out := make([]data.Observation, len(refs))
	for i, ref := range refs {
		o, ok := found[ref]
		if !ok {
			return nil, fmt.Errorf("%w: reference %d", ErrNoObservation, ref)
		}
		out[i] = o
	}
	return out, nil
}

// A scanner reads rows. It keeps the units and days that it has parsed.
type scanner struct {
	units map[string]data.Unit
	days  map[int64]data.Date
}

// newScanner returns a scanner for one statement.
func newScanner() *scanner {
	return &scanner{units: map[string]data.Unit{}, days: map[int64]data.Date{}}
}

// observation reads a row of observationText; before has where to put the columns
// that stand before its own.
func (sc *scanner) observation(rows *sql.Rows, before ...any) (data.Observation, error) {
	var o data.Observation
	var code, vintage, row, col int64
	var value sql.NullFloat64
	var symbol string
	dest := append(before, keyDest(&o.Key)...)
	err := rows.Scan(append(dest, &o.Ref, &code, &vintage, &o.Source.File, &o.Source.Sheet, &row, &col,
		&value, &o.Digits, &o.Status, &o.Break, &symbol, &o.Raw, &o.Printed)...)
	if err != nil {
		return o, err
	}
	if o.Period, err = data.PeriodFromCode(code); err != nil {
		return o, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if o.Vintage, err = sc.day(vintage); err != nil {
		return o, err
	}
	o.Value, o.Unit, o.Source.Cell = notNull(value), sc.unit(symbol), cellFromCode(row, col)
	return o, nil
}

// day returns the day with the given code.
func (sc *scanner) day(code int64) (data.Date, error) {
	if d, ok := sc.days[code]; ok {
		return d, nil
	}
	d, err := dayFromCode(code)
	if err == nil {
		sc.days[code] = d
	}
	return d, err
}

// unit returns the unit with the given symbol.
func (sc *scanner) unit(symbol string) data.Unit {
	u, ok := sc.units[symbol]
	if !ok {
		u = unitOf(symbol)
		sc.units[symbol] = u
	}
	return u
}
