package forecast

import (
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// FullYears projects the last year of every series of the hierarchy by m and makes
// the totals add up. The series stand on one calendar in one unit, and what is
// known of them adds up within tolerance, a part of each total; they are known up
// to the same period. Only the periods that are not known are changed. For
// MinTrace each series counts by the width of its own band, those without a band
// as wide as the widest; correlations between series are not used. Bands move with
// the totals, and are narrowed or widened by what the combination changes in the
// standard error; by TopDown they keep their width.
//
// Errors: ErrHierarchy, and those of FullYear with the name of the series.
func (h Hierarchy) FullYears(ctx context.Context, m YearMethod, r Reconciliation, series [][]float64, c Calendar, tolerance float64) ([]YearProjection, error) {
	if err := h.Check(series, tolerance); err != nil {
		return nil, err
	}
	out, known := make([]YearProjection, len(series)), make([]YearToDate, len(series))
	base := make([][]float64, len(series))
	for i, values := range series {
		var err error
		if out[i], err = FullYear(ctx, m, values, c); err != nil {
			return nil, fmt.Errorf("%s: %w", h.name(i), err)
		}
		if known[i], err = NewYearToDate(values, c); err != nil {
			return nil, fmt.Errorf("%s: %w", h.name(i), err)
		}
		if known[i].Last != known[0].Last || known[i].Known != known[0].Known {
			return nil, fmt.Errorf("%w: %s is not known up to the same period", ErrHierarchy, h.name(i))
		}
		base[i] = []float64{out[i].Total - out[i].ToDate}
	}
	if known[0].Rest() == 0 {
		return out, nil
	}
	paths, factors, err := h.reconcileYears(r, base, out)
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i] = out[i].moved(out[i].ToDate+paths[i][0], factors[i], known[i])
	}
	return out, nil
}

// reconcileYears makes the rests of the year add up.
func (h Hierarchy) reconcileYears(r Reconciliation, base [][]float64, years []YearProjection) ([][]float64, []float64, error) {
	if r == TopDown {
		paths, _, err := h.Reconcile(r, base, nil)
		factors := make([]float64, len(base))
		for i := range factors {
			factors[i] = 1
		}
		return paths, factors, err
	}
	if err := h.reconcilable(base, nil); err != nil {
		return nil, nil, err
	}
	return h.combine(r, base, bandCovariance(years))
}

// bandCovariance returns the diagonal matrix of the squared half-widths of bands of
// one standard error, the widest for one that is not known.
func bandCovariance(years []YearProjection) *mat.Dense {
	half, widest := make([]float64, len(years)), 0.0
	for i, y := range years {
		lo, hi := y.Interval(oneSigma)
		half[i] = (hi - lo) / 2
		widest = max(widest, half[i]) // NaN where a band is not known
	}
	if math.IsNaN(widest) || widest == 0 {
		widest = 0
		for _, v := range half {
			if v > widest {
				widest = v
			}
		}
	}
	if widest == 0 {
		widest = 1
	}
	w := mat.NewDense(len(years), len(years), nil)
	for i, v := range half {
		if math.IsNaN(v) {
			v = widest
		}
		v = max(v, 1e-6*widest)
		w.Set(i, i, v*v)
	}
	return w
}

// moved returns the projection with another total, its band around it by factor as
// wide.
func (p YearProjection) moved(total, factor float64, y YearToDate) YearProjection {
	band, before := p.interval, p.Total
	p.Total = total
	p.MeanRatio = math.NaN()
	p.Notes = mergeNotes(p.Notes, []Note{NoteReconciled})
	if band != nil {
		p.interval = func(level float64) (float64, float64) {
			lo, hi := band(level)
			return total + factor*(lo-before), total + factor*(hi-before)
		}
	}
	return p.completed(y)
}
