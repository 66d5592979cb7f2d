package chart

import "math"

// Ticks returns round values for an axis that shows lo to hi, about want
// intervals of them (4 to 6 read well). The step is 1, 2, 2.5 or 5 times a power
// of ten; the first tick lies at or below lo and the last at or above hi.
// It returns digits, the decimals that every label needs. Bounds that are not
// finite are read as 0 and 1; equal bounds are widened.
func Ticks(lo, hi float64, want int) (ticks []float64, digits int) {
	lo, hi = widen(lo, hi)
	step := stepOver(hi-lo, max(want, 1))
	first, last := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
	for i := first; i <= last && len(ticks) < 100; i++ {
		ticks = append(ticks, i*step+0)
	}
	return ticks, decimals(step)
}

// widen orders the bounds and makes them differ.
func widen(lo, hi float64) (float64, float64) {
	if !finite(lo) || !finite(hi) {
		return 0, 1
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	if hi-lo > math.Max(math.Abs(lo), math.Abs(hi))*1e-9 && hi-lo > 1e-300 {
		return lo, hi
	}
	if lo == 0 {
		return 0, 1
	}
	by := math.Max(math.Abs(lo)*0.05, 1e-300)
	return lo - by, hi + by
}

// stepOver returns the round step that cuts span into at most about want parts:
// the smallest of {1, 2, 2.5, 5}×10ⁿ that is not below span/want.
func stepOver(span float64, want int) float64 {
	raw := span / float64(want)
	pow := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if raw <= m*pow*(1+1e-9) {
			return m * pow
		}
	}
	return 10 * pow
}

// decimals returns how many decimals a multiple of step needs.
func decimals(step float64) int {
	for d := range 12 {
		scaled := step * math.Pow(10, float64(d))
		if math.Abs(scaled-math.Round(scaled)) < 1e-6*math.Max(1, scaled) {
			return d
		}
	}
	return 12
}

// Scale returns a value axis that shows every one of the values. Bars set
// zero, so that the axis starts at 0; lines do not. The line at 0 is drawn
// wherever 0 lies inside.
func Scale(values []float64, zero bool, unit string) Axis {
	return scaleOf(values, zero, unit, 5)
}

// scaleOf is Scale with the number of intervals wanted.
func scaleOf(values []float64, zero bool, unit string, want int) Axis {
	lo, hi := bounds(values)
	if zero && finite(lo) {
		lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	}
	ticks, digits := Ticks(lo, hi, want)
	if zero {
		ticks = trimmed(ticks, &lo, &hi)
	} else {
		lo, hi = ticks[0], ticks[len(ticks)-1]
	}
	a := Axis{Kind: ValueAxis, Unit: unit, Min: lo, Max: hi}
	a.Zero = a.Min <= 0 && a.Max >= 0
	for _, t := range ticks {
		a.Ticks = append(a.Ticks, Tick{Value: t, Label: tickLabel(t, digits)})
	}
	return a
}

// trimmed leaves out an outer tick that bars reach less than half way to, so
// that a small value on the other side of zero does not cost a whole step. It
// moves the bounds to the outer ticks that stay, or leaves them at the bars.
func trimmed(ticks []float64, lo, hi *float64) []float64 {
	step := ticks[len(ticks)-1] - ticks[len(ticks)-2]
	if ticks[0] < 0 && ticks[0] < *lo-step/2 {
		ticks = ticks[1:]
	} else {
		*lo = ticks[0]
	}
	if last := ticks[len(ticks)-1]; last > 0 && len(ticks) > 2 && last > *hi+step/2 {
		ticks = ticks[:len(ticks)-1]
	} else {
		*hi = last
	}
	return ticks
}

// tickLabel prints a tick with thousands apart by thin spaces and very large
// or small ones as powers of ten.
func tickLabel(v float64, digits int) string {
	if a := math.Abs(v); a >= 1e9 || digits > 6 {
		if v == 0 {
			return "0"
		}
		exp := math.Floor(math.Log10(a) + 1e-9)
		m := v / math.Pow(10, exp)
		return Number(m, decimals(math.Round(m*1000)/1000)) + "e" + Number(exp, 0)
	}
	s := Number(v, digits)
	if math.Abs(v) < 10000 {
		return s
	}
	return grouped3(s)
}

// grouped3 puts commas between groups of three digits of the integer part.
func grouped3(s string) string {
	r := []rune(s)
	start, end := 0, len(r)
	if r[0] == '−' {
		start = 1
	}
	for i, c := range r {
		if c == '.' {
			end = i
		}
	}
	var out []rune
	for i, c := range r {
		if i > start && i < end && (end-i)%3 == 0 {
			out = append(out, ',')
		}
		out = append(out, c)
	}
	return string(out)
}

// bounds returns the least and the greatest finite value, NaN for none.
func bounds(values []float64) (lo, hi float64) {
	lo, hi = math.NaN(), math.NaN()
	for _, v := range values {
		if !finite(v) {
			continue
		}
		if !(lo <= v) {
			lo = v
		}
		if !(hi >= v) {
			hi = v
		}
	}
	return lo, hi
}
