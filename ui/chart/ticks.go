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
	const most = 20
	if step == 0 {
		return 0
	}
	for d := range most {
		scaled := math.Abs(step) * math.Pow(10, float64(d))
		if whole := math.Round(scaled); whole > 0 && math.Abs(scaled-whole) < 1e-6*whole {
			return d
		}
	}
	return most
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
	if least := resolution(values, (hi-lo)/float64(want)); !zero && finite(lo) && hi-lo < least*float64(want) {
		more := least*float64(want) - (hi - lo) // ticks are no finer than the values
		lo, hi = lo-math.Floor(more/least/2+1e-9)*least, hi+math.Ceil(more/least/2-1e-9)*least
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
		a.Ticks = append(a.Ticks, Tick{Value: t, Label: tickLabel(t, furthest(lo, hi), digits)})
	}
	return a
}

// resolution returns the unit of the last decimal of the values, or 0 where it is not
// above enough: such as of values that were computed and have none.
func resolution(values []float64, enough float64) float64 {
	d := 0
	for _, v := range values {
		if finite(v) {
			d = max(d, decimals(math.Abs(v)))
		}
		if d > mostDecimals || math.Pow(10, -float64(d)) <= enough {
			return 0
		}
	}
	return math.Pow(10, -float64(d))
}

// mostDecimals is how many decimals a published value has at most.
const mostDecimals = 4

// closeScale is scaleOf for lines in a small panel: an outer tick that lies more than
// half a step beyond the values is left out, and the axis ends a little beyond them.
func closeScale(values []float64, unit string, want int) Axis {
	a := scaleOf(values, false, unit, want)
	lo, hi := bounds(values)
	if n := len(a.Ticks); n > 2 {
		step := a.Ticks[1].Value - a.Ticks[0].Value
		if a.Min < lo-step/2 && a.Ticks[1].Value >= lo {
			a.Ticks, a.Min = a.Ticks[1:], lo-step*beyond
		}
		if n := len(a.Ticks); n > 2 && a.Max > hi+step/2 && a.Ticks[n-2].Value <= hi {
			a.Ticks, a.Max = a.Ticks[:len(a.Ticks)-1], hi+step*beyond
		}
	}
	a.Zero = a.Min <= 0 && a.Max >= 0
	return a
}

// beyond is how far an axis runs beyond the values, in steps of its ticks.
const beyond = 0.1

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

// furthest returns the greater of the distances from zero.
func furthest(lo, hi float64) float64 { return math.Max(math.Abs(lo), math.Abs(hi)) }

// tickFigures is how many figures of a tick are told apart where it is printed as a
// power of ten.
const tickFigures = 12

// tickLabel prints a tick with its digits in groups where those of any tick of its axis
// are, and very large or small ones as powers of ten. The axis runs as far as most from
// zero.
func tickLabel(v, most float64, digits int) string {
	if a := math.Abs(v); a >= 1e9 || digits > 6 {
		if v == 0 {
			return "0"
		}
		return powered(v, tickFigures)
	}
	s := Number(v, digits)
	if most < leastGrouped {
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
