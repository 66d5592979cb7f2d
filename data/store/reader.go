package store

import (
	"context"
	"database/sql"
	"fmt"

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

// matches is the condition under which a series matches a query; queryArgs has
// its arguments.
const matches = ` WHERE s.measure = ?1 AND s.span = ?2
	AND (?3 = '' OR s.indicator = ?3) AND (?4 = '' OR s.region = ?4) AND (?5 = '' OR s.item = ?5)
	AND (?6 = 0 OR s.freq = ?6) AND (?7 = 0 OR s.reference = ?7)`

// queryArgs returns the arguments of matches.
func queryArgs(q data.Query) []any {
	return []any{int64(q.Measure), int64(q.Span), q.Indicator, q.Region, q.Item, int64(q.Freq), int64(q.Reference)}
}

// Series returns the series that match q and have an observation within the cut,
// in the order of their keys. Each covers all periods from its first to its last
// observation; what is in none of them is NotKnown.
func (r reader) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	tx, err := r.db.BeginTx(ctx, nil) // so that keys and versions agree
	if err != nil {
		return nil, wrap(ctx, "read series", err)
	}
	defer tx.Rollback()
	found, err := matching(ctx, tx, q)
	if err != nil {
		return nil, err
	}
	chosen, err := r.choose(ctx, tx, q)
	if err != nil {
		return nil, err
	}
	var out []data.Series
	for _, m := range found {
		if v := chosen[m.id]; len(v) > 0 {
			out = append(out, build(m.key, v))
		}
	}
	return out, nil
}

// A match is a series in the database.
type match struct {
	id  int64
	key data.Key
}

// matching returns the series that q asks for, in the order of their keys.
func matching(ctx context.Context, db querier, q data.Query) ([]match, error) {
	rows, err := db.QueryContext(ctx, "SELECT s.id, "+keyColumns+" FROM series AS s"+matches+keyOrder, queryArgs(q)...)
	if err != nil {
		return nil, wrap(ctx, "find series", err)
	}
	defer rows.Close()
	var out []match
	var m match
	dest := append([]any{&m.id}, keyDest(&m.key)...)
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return nil, wrap(ctx, "find series", err)
		}
		out = append(out, m)
	}
	return out, wrap(ctx, "find series", rows.Err())
}

// choose returns the versions that the cut leaves and the rules choose of the
// series that q asks for, by the number of the series and in the order of time.
func (r reader) choose(ctx context.Context, db querier, q data.Query) (map[int64][]version, error) {
	const text = `SELECT o.series, o.id, o.period, o.vintage, o.batch, o.value, o.digits, o.status, o.break, u.text
		FROM series AS s
		CROSS JOIN observation AS o ON o.series = s.id
		JOIN term AS u ON u.id = o.unit` + matches + `
		ORDER BY s.id, o.period, o.vintage, o.id`
	rows, err := db.QueryContext(ctx, text, queryArgs(q)...)
	if err != nil {
		return nil, wrap(ctx, "read series", err)
	}
	defer rows.Close()
	out := map[int64][]version{}
	var row versionRow
	sc, dest := newScanner(), row.dest()
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return nil, wrap(ctx, "read series", err)
		}
		v, err := sc.version(row)
		if err != nil {
			return nil, err
		}
		if r.within(v) {
			out[row.series] = choose(out[row.series], v)
		}
	}
	return out, wrap(ctx, "read series", rows.Err())
}

// within reports whether the cut leaves v to be seen.
func (r reader) within(v version) bool {
	return (r.cut.Until.IsZero() || v.Period.EndsBy(r.cut.Until)) && released(v.Period, v.Vintage, r.cut.AsOf)
}

// A versionRow is a version as the tables hold it.
type versionRow struct {
	series, period, vintage, batch int64
	ref                            data.Ref
	value                          sql.NullFloat64
	digits                         int8
	status                         data.Status
	isBreak                        bool
	unit                           string
}

// dest returns where to scan the columns of r.
func (r *versionRow) dest() []any {
	return []any{
		&r.series, &r.ref, &r.period, &r.vintage, &r.batch,
		&r.value, &r.digits, &r.status, &r.isBreak, &r.unit,
	}
}

// version returns the version that r holds.
func (sc *scanner) version(r versionRow) (version, error) {
	p, err := data.PeriodFromCode(r.period)
	if err != nil {
		return version{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	vintage, err := sc.day(r.vintage)
	if err != nil {
		return version{}, err
	}
	return version{batch: r.batch, Observation: data.Observation{
		Ref: r.ref, Period: p, Value: notNull(r.value), Unit: sc.unit(r.unit),
		Digits: r.digits, Status: r.status, Break: r.isBreak, Vintage: vintage,
	}}, nil
}
