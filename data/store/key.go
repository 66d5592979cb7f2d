package store

import (
	"context"
	"database/sql"
	"fmt"

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

// keyOrder is the order of the keys, which is that of an index.
const keyOrder = " ORDER BY s.indicator, s.region, s.item, s.measure, s.span, s.reference, s.price, s.base, s.coverage, s.freq DESC"

// Keys returns what is stored, in the order of the keys.
func (p *Project) Keys(ctx context.Context) ([]KeyRange, error) {
	rows, err := p.read.QueryContext(ctx, "SELECT "+keyColumns+", s.observations, s.first, s.last FROM series AS s"+keyOrder)
	if err != nil {
		return nil, wrap(ctx, "list series", err)
	}
	defer rows.Close()
	var out []KeyRange
	var k KeyRange
	var first, last sql.NullInt64
	dest := append(keyDest(&k.Key), &k.Observations, &first, &last)
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return nil, wrap(ctx, "list series", err)
		}
		if k.First, err = period(k.Key.Freq, first); err != nil {
			return nil, err
		}
		if k.Last, err = period(k.Key.Freq, last); err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	return out, wrap(ctx, "list series", rows.Err())
}

// period returns the period of a frequency with the given ordinal, the zero
// Period for none.
func period(f data.Frequency, ordinal sql.NullInt64) (data.Period, error) {
	if !ordinal.Valid {
		return data.Period{}, nil
	}
	p, err := data.PeriodFromCode(int64(f)<<33 | ordinal.Int64)
	if err != nil {
		return data.Period{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return p, nil
}
