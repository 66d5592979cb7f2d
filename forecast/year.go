package forecast

import (
	"context"
	"fmt"
	"math"
)

// A YearMethod projects the total of a year of which the first periods are known.
// The zero value of every YearMethod is ready to use.
type YearMethod interface {
	// ID returns the stable name of the method, such as "ratio3".
	ID() string
	// ProjectYear returns the total of the last year of y, which is not complete.
	// Errors wrap a Refusal, or are those of ctx.
	ProjectYear(ctx context.Context, y YearToDate) (YearProjection, error)
}

// A YearProjection is the total of a year as far as it can be told, in the unit
// of the series; growths are in per cent. What is not known is NaN.
type YearProjection struct {
	Year   int
	Known  int // periods of the year that are known
	Method string
	Notes  []Note

	ToDate                 float64 // sum of the known periods
	Total                  float64
	Lo80, Hi80, Lo95, Hi95 float64 // central intervals of the total
	Previous               float64 // total of the year before
	Growth                 float64 // of the total
	GrowthLo80, GrowthHi80 float64
	GrowthLo95, GrowthHi95 float64
	GrowthToDate           float64     // of the known periods
	Ratios                 []YearRatio // of past years, the latest first; for ratio methods those used
	MeanRatio              float64     // that the total rests on; NaN for other methods
	interval               func(level float64) (lo, hi float64)
}

// Interval returns the central interval of the total at the given level in per
// cent, or NaN where the spread is not known.
func (p YearProjection) Interval(level float64) (lo, hi float64) {
	if p.interval == nil || !validLevel(level) {
		return math.NaN(), math.NaN()
	}
	return finitePair(p.interval(level))
}

// GrowthInterval returns the central interval of the growth of the year in per
// cent, or NaN where the spread or the year before is not known.
func (p YearProjection) GrowthInterval(level float64) (lo, hi float64) {
	l, h := p.Interval(level)
	return finitePair(growth(l, p.Previous), growth(h, p.Previous))
}

// IdentityGrowth returns the growth of the year that follows from the growth to
// date and the completion ratios alone:
//
//	1 + Ĝ = (1 + G_k)·r_{y−1,k}/r̄_k
//
// For a ratio method it equals Growth: with last year's ratio the projection
// repeats the growth to date, and any acceleration comes from r̄ ≠ r_{y−1}. It is
// NaN for other methods and where last year has no ratio.
func (p YearProjection) IdentityGrowth() float64 {
	for _, r := range p.Ratios {
		if r.Year == p.Year-1 {
			return 100 * ((1+p.GrowthToDate/100)*r.Ratio/p.MeanRatio - 1)
		}
	}
	return math.NaN()
}

// YearMethods returns every YearMethod: the default, the ratio methods, the growth
// bridges that need no analyst, and every Method applied to the rest of the year.
func YearMethods() []YearMethod {
	out := []YearMethod{
		AutoYear{},
		CompletionRatio{Years: 1},
		CompletionRatio{},
		CompletionRatio{Years: 5},
		CompletionRatio{Years: AllYears},
		GrowthBridge{},
		GrowthBridge{Assumption: LatestQuarter},
		GrowthBridge{Assumption: PastGaps},
	}
	for _, m := range All() {
		if m.ID() != (Auto{}).ID() {
			out = append(out, RestOfYear{m})
		}
	}
	return out
}

// YearByID returns the YearMethod with the given id. Error: ErrMethod.
func YearByID(id string) (YearMethod, error) {
	for _, m := range YearMethods() {
		if m.ID() == id {
			return m, nil
		}
	}
	return nil, fmt.Errorf("%w: %q", ErrMethod, id)
}

// FullYear projects the total of the last year of values, as far as that year is
// known. A complete year gives its sum with a band of no width and NoteComplete,
// whatever the method. Growth is known only where the year before is complete
// and its total positive. Errors: those of NewYearToDate and of the method, and
// ErrScale.
func FullYear(ctx context.Context, m YearMethod, values []float64, c Calendar) (YearProjection, error) {
	y, err := NewYearToDate(values, c)
	if err != nil {
		return YearProjection{}, err
	}
	var p YearProjection
	if y.Rest() == 0 {
		total := y.Total(y.Last)
		p = YearProjection{
			Method: m.ID(), Total: total, MeanRatio: math.NaN(), Notes: []Note{NoteComplete},
			interval: func(float64) (float64, float64) { return total, total },
		}
	} else if p, err = m.ProjectYear(ctx, y); err != nil {
		return YearProjection{}, err
	}
	if math.IsNaN(p.Total - p.Total) {
		return YearProjection{}, fmt.Errorf("%w: the total of %d", ErrScale, y.Last)
	}
	return p.completed(y), nil
}

// completed fills what follows from the total and the series.
func (p YearProjection) completed(y YearToDate) YearProjection {
	p.Year, p.Known = y.Last, y.Known
	p.ToDate, p.Previous = y.ToDate(y.Last, y.Known), y.Total(y.Last-1)
	p.Growth, p.GrowthToDate = growth(p.Total, p.Previous), y.Growth()
	if math.IsNaN(p.Growth) {
		p.Notes = mergeNotes(p.Notes, []Note{NoteNoGrowth})
	}
	p.Lo80, p.Hi80 = p.Interval(80)
	p.Lo95, p.Hi95 = p.Interval(95)
	if math.IsNaN(p.Lo95) {
		p.Notes = mergeNotes(p.Notes, []Note{NoteNoBand})
	}
	p.GrowthLo80, p.GrowthHi80 = p.GrowthInterval(80)
	p.GrowthLo95, p.GrowthHi95 = p.GrowthInterval(95)
	return p
}

// RestOfYear projects the periods of the year that are not known by a Method and
// adds those that are. Its band is that of the sum, see Forecast.Total.
type RestOfYear struct {
	Method Method
}

// ID implements YearMethod: that of the Method.
func (r RestOfYear) ID() string { return r.method().ID() }

// method returns the Method, Auto for the zero value.
func (r RestOfYear) method() Method {
	if r.Method == nil {
		return Auto{}
	}
	return r.Method
}

// ProjectYear implements YearMethod.
func (r RestOfYear) ProjectYear(ctx context.Context, y YearToDate) (YearProjection, error) {
	m := r.method()
	if p, ok := m.(Placed); ok {
		m = p.From(y.start())
	}
	f, err := Project(ctx, m, y.Values, y.Season, y.Rest())
	if err != nil {
		return YearProjection{}, err
	}
	t := f.Total(y.ToDate(y.Last, y.Known), y.Rest())
	return YearProjection{
		Method: f.Method, Notes: f.Notes, Total: t.Mean, MeanRatio: math.NaN(),
		Ratios: y.Ratios(), interval: t.interval,
	}, nil
}
