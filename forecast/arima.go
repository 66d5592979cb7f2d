package forecast

import (
	"context"
	"fmt"
)

// ARIMA is the seasonal autoregressive integrated moving-average model, estimated
// by exact maximum likelihood. The zero value chooses the order: the differences
// by the strength of the season and a test of stationarity, the numbers of
// coefficients and the constant by a stepwise search for the smallest corrected
// Akaike criterion. Missing values inside the series are allowed: the order is
// then chosen on the series with its gaps closed, its coefficients by the exact
// likelihood of what is known. Intervals are Gaussian; the error of the
// coefficients is not in them. Errors: ErrTooShort, ErrMissing, ErrScale, ErrSeason
// for an order that does not fit the season, ErrUnstable.
//
// References: R. J. Hyndman, Y. Khandakar, "Automatic time series forecasting: the
// forecast package for R", 2008; A. C. Harvey, G. D. A. Phillips, "Maximum
// likelihood estimation of regression models with autoregressive-moving average
// disturbances", 1979.
type ARIMA struct {
	Order *Order // nil to have it chosen
}

// ID implements Method.
func (ARIMA) ID() string { return "arima" }

// Fit implements Method.
func (a ARIMA) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) { return a.fit(ctx, y, m) }))
}

// fit is the kernel of ARIMA.
func (a ARIMA) fit(ctx context.Context, y []float64, m int) (Model, error) {
	w := newARIMAFitter(y, seasonLimit(m))
	var fit arimaFit
	var found bool
	switch {
	case a.Order != nil && !a.Order.valid(w.m):
		return nil, fmt.Errorf("%w: %s", ErrSeason, a.Order.describe(w.m))
	case a.Order != nil:
		fit, found = w.fit(ctx, *a.Order, w.starts(*a.Order))
	default:
		chooser := w
		if w.gaps() {
			chooser = newARIMAFitter(bridged(y, w.m), w.m)
		}
		fit, found = chooser.choose(ctx)
		if found && w.gaps() {
			fit, found = w.fit(ctx, fit.order, [][]float64{fit.x})
		}
	}
	if err := needARIMA(ctx, found, w.known); err != nil {
		return nil, err
	}
	if better := w.refine(ctx, fit); a.Order != nil || !w.atEdge(better) {
		fit = better
	}
	if err := needARIMA(ctx, true, w.known); err != nil {
		return nil, err
	}
	model, ok := w.model(fit)
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrUnstable, fit.order.describe(w.m))
	}
	return model, nil
}

// bridged returns y with its gaps closed by straight lines through the series
// without its seasonal pattern. It serves the choice of an order only.
func bridged(y []float64, m int) []float64 {
	out := filled(y)
	if m < 2 || len(y) < 2*m {
		return out
	}
	for range 3 {
		s, ok := seasonalityOf(out, m, false)
		if !ok {
			return out
		}
		out = filled(s.remove(y))
		for i, v := range out {
			out[i] = s.apply(v, i)
		}
	}
	return out
}
