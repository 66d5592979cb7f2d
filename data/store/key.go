package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"yunxing/data"
)

// A KeyRange says what is stored of a series.
type KeyRange struct {
	Key data.Key
	// First and Last are the first and the last period with a value, of whatever
	// status; both are zero if there is none. A merged January–February counts as
	// the February it ends with.
	First, Last  data.Period
	Observations int // all versions, with or without a value
}

// Keys returns what is stored, in the order of the keys.
func (p *Project) Keys(ctx context.Context) ([]KeyRange, error) {
	rows, err := p.read.QueryContext(ctx, "SELECT "+keyColumns+", s.observations, s.first, s.last FROM series AS s")
	if err != nil {
		return nil, wrap(ctx, "list series", err)
	}
	defer rows.Close()
	var out []KeyRange
	for rows.Next() {
		var k KeyRange
		var first, last sql.NullInt64
		if err := rows.Scan(append(keyDest(&k.Key), &k.Observations, &first, &last)...); err != nil {
			return nil, wrap(ctx, "list series", err)
		}
		if first.Valid && last.Valid {
			if k.First, err = period(k.Key.Freq, first.Int64); err != nil {
				return nil, err
			}
			if k.Last, err = period(k.Key.Freq, last.Int64); err != nil {
				return nil, err
			}
		}
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b KeyRange) int { return a.Key.Compare(b.Key) })
	return out, wrap(ctx, "list series", rows.Err())
}

// period returns the period of a frequency with the given ordinal.
func period(f data.Frequency, ordinal int64) (data.Period, error) {
	p, err := data.NewPeriod(f, int(ordinal)/int(f), int(ordinal)%int(f)+1)
	if err != nil {
		return data.Period{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return p, nil
}
