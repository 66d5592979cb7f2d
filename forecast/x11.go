package forecast

import (
	"context"
	"fmt"
)

// X11 is the seasonal adjustment of the statistical offices: trend by Henderson
// means, season by moving means over the years, extreme values given less weight,
// in three rounds.
//
// The series is first continued by two years of the airline model, so that its end is
// adjusted almost as its middle: of ARIMA where that does not apply, else of the seasonal
// naive method; where none does, it is adjusted as it is. Lengths
// of the means are chosen by the data: the trend by the ratio of irregular to trend,
// the season by that of irregular to season (3×3, 3×5 or 3×9). Parts multiply, or
// add up with Additive.
//
// With the same continuation the tables are those of X-13ARIMA-SEATS 1.1 to the
// last digits (measured on seven series); with ours, within 0.02 %.
//
// Reference: J. Shiskin, A. H. Young, J. C. Musgrave, "The X-11 variant of the
// Census Method II seasonal adjustment program", 1967; D. Ladiray, B. Quenneville,
// "Seasonal Adjustment with the X-11 Method", 2001, pp. 51–143; U.S. Census Bureau,
// X-13ARIMA-SEATS 1.1, for what these leave open.
type X11 struct {
	Additive bool
	First    int // the quarter or month of the first value; 0 is 1
}

// An Adjustment is what X11 makes of a series.
type Adjustment struct {
	Decomposition           // tables D12, D10 and D13
	Adjusted      []float64 // the seasonally adjusted series, D11
	Ratios        []float64 // the series without trend, D8
	Weights       []float64 // from 1 to 0 for an extreme value, C17
	TrendTerms    int       // of the Henderson mean
	SeasonYears   int       // 3, 5 or 9: of the mean over years, 3×n
	IC, IS        float64   // irregular against trend, and against season

	season, first int // periods of the year, and which of them the first value is
}

// Adjust adjusts y, values at consecutive quarters or months. Errors: ErrSeason for
// other periods, ErrTooShort for fewer than five years, ErrMissing, ErrScale,
// ErrNotPositive if the parts are to multiply and a value is not positive, ErrParts
// if one of the parts is then not, and those of ctx.
func (x X11) Adjust(ctx context.Context, y []float64, season int) (Adjustment, error) {
	if season != 4 && season != 12 {
		return Adjustment{}, fmt.Errorf("%w: X-11 adjusts quarters and months", ErrSeason)
	}
	if err := needLength(y, 5*season); err != nil {
		return Adjustment{}, err
	}
	if err := needDecomposable(y, season); err != nil {
		return Adjustment{}, err
	}
	if x.First < 0 || x.First > season {
		return Adjustment{}, fmt.Errorf("%w: X-11 from period %d of %d", ErrSeason, x.First, season)
	}
	if !x.Additive && !positive(y) {
		return Adjustment{}, fmt.Errorf("%w: X-11 with factors", ErrNotPositive)
	}
	long, err := x.extended(ctx, y, season)
	if err != nil {
		return Adjustment{}, err
	}
	w := x11Worker{additive: x.Additive, m: season, first: max(x.First-1, 0), n: len(y), y: long}
	a := w.run()
	if !x.Additive && !a.factors() {
		return Adjustment{}, fmt.Errorf("%w: X-11", ErrParts)
	}
	return a, nil
}

// factors reports whether all parts are factors, which a leap to many times the level
// can turn below zero: the weights of a Henderson mean are negative at its ends.
func (a Adjustment) factors() bool {
	return positive(a.Trend) && positive(a.Seasonal) && positive(a.Remainder)
}

// later returns x for a series that begins some periods later.
func (x X11) later(periods, season int) X11 {
	x.First = (max(x.First-1, 0)+periods)%season + 1
	return x
}

// extended returns y continued by two years.
func (x X11) extended(ctx context.Context, y []float64, m int) ([]float64, error) {
	methods := []Method{AirlineModel{}, ARIMA{}, SeasonalNaive{}}
	if x.Additive {
		o := Airline()
		methods[0] = ARIMA{Order: &o}
	}
	for _, method := range methods {
		f, err := Project(ctx, method, y, m, 2*m)
		if stop := ctx.Err(); stop != nil {
			return nil, fmt.Errorf("forecast: X-11: %w", stop)
		}
		if err == nil && (x.Additive || positive(f.Mean)) {
			return append(append([]float64(nil), y...), f.Mean...), nil
		}
	}
	return y, nil
}
