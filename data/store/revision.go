package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"

	"yunxing/data"
)

// A Revision is a figure that a later version says otherwise.
type Revision struct {
	Old, New data.Observation
}

// versionColumns is observationColumns with the batch before.
const versionColumns = "SELECT o.batch, " + keyColumns + `, o.id, o.period, o.vintage, h.file, h.name, o.cell_row, o.cell_col,
	o.value, o.digits, o.status, o.break, u.text, o.raw, t.text `

// Current returns the versions that count today of the given series, by their
// periods. Series that the project has not are left out.
func (p *Project) Current(ctx context.Context, keys []data.Key) (map[data.Key]map[data.Period]data.Observation, error) {
	ids, err := p.seriesIDs(ctx, keys)
	if err != nil {
		return nil, err
	}
	out := map[data.Key]map[data.Period]data.Observation{}
	var chosen version
	keep := func() {
		if chosen.batch != 0 {
			k := chosen.Key
			if out[k] == nil {
				out[k] = map[data.Period]data.Observation{}
			}
			out[k][chosen.Period] = chosen.Observation
		}
	}
	for v, err := range p.versions(ctx, ids) {
		switch {
		case err != nil:
			return nil, err
		case v.Key != chosen.Key || v.Period != chosen.Period:
			keep()
			chosen = v
		case supersedes(v, chosen):
			chosen = v
		}
	}
	keep()
	return out, nil
}

// Revisions returns the figures that a version says otherwise than the one before
// it: those of one import, or of all where batch is 0. Doubtful versions do not
// count. An error ends the sequence.
func (p *Project) Revisions(ctx context.Context, batch int64) iter.Seq2[Revision, error] {
	return func(yield func(Revision, error) bool) {
		for r, err := range p.succeeding(ctx, batch) {
			if err != nil {
				yield(Revision{}, err)
				return
			}
			if (batch == 0 || r.batch == batch) && Revised(r.Old, r.New) && !yield(r.Revision, nil) {
				return
			}
		}
	}
}

// Releases returns every figure that was imported again by a day, the zero day being
// today, with the version before it, whether they agree or not: one Revision for a
// figure, the newest. Doubtful versions do not count. An error ends the sequence.
func (p *Project) Releases(ctx context.Context, asOf data.Date) iter.Seq2[Revision, error] {
	return func(yield func(Revision, error) bool) {
		var newest Revision
		for r, err := range p.succeeding(ctx, 0) {
			switch {
			case err != nil:
				yield(Revision{}, err)
				return
			case !released(r.New.Period, r.New.Vintage, asOf):
				continue
			case newest.New.Ref != 0 && (newest.New.Key != r.New.Key || newest.New.Period != r.New.Period):
				if !yield(newest, nil) {
					return
				}
			}
			newest = r.Revision
		}
		if newest.New.Ref != 0 {
			yield(newest, nil)
		}
	}
}

// A succession is a version with the one before it, and the import of the later.
type succession struct {
	Revision
	batch int64
}

// succeeding returns the versions that are not the first of their figure, with the
// one before, in the order of series, period, release and import: of the series that
// an import has observations of, or of all where batch is 0.
func (p *Project) succeeding(ctx context.Context, batch int64) iter.Seq2[succession, error] {
	return func(yield func(succession, error) bool) {
		ids, err := p.touched(ctx, batch)
		if err != nil {
			yield(succession{}, err)
			return
		}
		var last version
		for v, err := range p.versions(ctx, ids) {
			if err != nil {
				yield(succession{}, err)
				return
			}
			if v.Status == data.Doubtful {
				continue
			}
			same := v.Key == last.Key && v.Period == last.Period
			if same && v.batch != last.batch && !yield(succession{Revision{last.Observation, v.Observation}, v.batch}, nil) {
				return
			}
			last = v
		}
	}
}

// Revised reports whether a version of a figure says otherwise than the one before:
// another value, in whichever unit, or that it is not known after all. Values that
// agree as far as the coarser is printed say the same.
func Revised(before, now data.Observation) bool {
	a, b := version{Observation: before}, version{Observation: now}
	switch {
	case missing(a):
		return false
	case missing(b):
		return true
	}
	return !data.Agree(before, now)
}

// touched returns the numbers of the series that an import has observations of; for
// 0 those of all series that have two observations of one period.
func (p *Project) touched(ctx context.Context, batch int64) ([]int64, error) {
	text := "SELECT DISTINCT series FROM observation WHERE batch = ?1 ORDER BY series"
	if batch == 0 {
		text = "SELECT DISTINCT series FROM (SELECT series FROM observation GROUP BY series, period HAVING count(*) > 1) ORDER BY series"
	}
	rows, err := p.read.QueryContext(ctx, text, batch)
	if err != nil {
		return nil, wrap(ctx, "list series", err)
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, wrap(ctx, "list series", err)
		}
		out = append(out, id)
	}
	return out, wrap(ctx, "list series", rows.Err())
}

// seriesIDs returns the numbers of those of keys that the project has.
func (p *Project) seriesIDs(ctx context.Context, keys []data.Key) ([]int64, error) {
	want := make(map[data.Key]bool, len(keys))
	for _, k := range keys {
		want[k] = true
	}
	rows, err := p.read.QueryContext(ctx, "SELECT s.id, "+keyColumns+" FROM series AS s")
	if err != nil {
		return nil, wrap(ctx, "list series", err)
	}
	defer rows.Close()
	var out []int64
	var id int64
	var k data.Key
	dest := append([]any{&id}, keyDest(&k)...)
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return nil, wrap(ctx, "list series", err)
		}
		if want[k] {
			out = append(out, id)
		}
	}
	return out, wrap(ctx, "list series", rows.Err())
}

// versions returns all versions of some series, in the order of series, period,
// release and import.
func (p *Project) versions(ctx context.Context, series []int64) iter.Seq2[version, error] {
	return func(yield func(version, error) bool) {
		rows, err := p.versionRows(ctx, series)
		if err != nil {
			yield(version{}, wrap(ctx, "read versions", err))
			return
		}
		defer rows.Close()
		sc := newScanner()
		for rows.Next() {
			var v version
			if v.Observation, err = sc.observation(rows, &v.batch); err != nil {
				yield(version{}, wrap(ctx, "read versions", err))
				return
			}
			if !yield(v, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(version{}, wrap(ctx, "read versions", err))
		}
	}
}

// versionRows asks for the versions of some series.
func (p *Project) versionRows(ctx context.Context, series []int64) (*sql.Rows, error) {
	list, err := json.Marshal(series)
	if err != nil {
		return nil, fmt.Errorf("list series: %w", err)
	}
	const where = "WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.id, o.period, o.vintage, o.id"
	return p.read.QueryContext(ctx, versionColumns+fromSeries+observationText+where, string(list))
}

// Vintages returns the days on which something that the project holds was released,
// the latest first.
func (p *Project) Vintages(ctx context.Context) ([]data.Date, error) {
	rows, err := p.read.QueryContext(ctx, "SELECT DISTINCT vintage FROM release ORDER BY vintage DESC")
	if err != nil {
		return nil, wrap(ctx, "list releases", err)
	}
	defer rows.Close()
	var out []data.Date
	for rows.Next() {
		var code int64
		if err := rows.Scan(&code); err != nil {
			return nil, wrap(ctx, "list releases", err)
		}
		d, err := dayFromCode(code)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, wrap(ctx, "list releases", rows.Err())
}
