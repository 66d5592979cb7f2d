package session

import (
	"context"
	"iter"
	"math"

	"yunxing/data"
	"yunxing/data/store"
	"yunxing/stats"
)

// releases answers which figures a project holds two releases of, as of a day.
type releases struct {
	project *store.Project
	asOf    data.Date
}

// Releases returns the newest release of each figure with that before it.
func (r releases) Releases(ctx context.Context) iter.Seq2[stats.Release, error] {
	return func(yield func(stats.Release, error) bool) {
		for v, err := range r.project.Releases(ctx, r.asOf) {
			last := numberIn(v.Old, v.New.Unit)
			if !yield(stats.Release{Key: v.New.Key, Period: v.New.Period, Now: v.New.Number(), Last: last}, err) || err != nil {
				return
			}
		}
	}
}

// numberIn returns an observation as a number in a unit, not known where it does not
// convert.
func numberIn(o data.Observation, unit data.Unit) data.Number {
	n := o.Number()
	if o.Unit == unit || !n.Shown() {
		return n
	}
	for _, v := range []*float64{&n.Value, &n.Lo, &n.Hi} {
		converted, err := o.Unit.Convert(*v, unit)
		if err != nil {
			return data.NotKnown()
		}
		*v = converted
	}
	if n.Digits == 0 && math.Abs(n.Hi-n.Lo) < 1 {
		n.Digits = int8(math.Ceil(-math.Log10(n.Hi - n.Lo)))
	}
	return n
}
