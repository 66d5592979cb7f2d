package forecast

import "math"

// An etsStart holds the starting values of the search: parameters in the order
// of unpack and the first step of each.
type etsStart struct {
	x, step []float64
}

// start returns where the search for a form begins: states from a classical
// decomposition and a line through the first values, after Hyndman & Khandakar
// (2008), and smoothing parameters that are given. It is false if the series is
// too short to tell.
func (f etsForm) start(y []float64, m int, alpha, beta, gamma float64) (etsStart, bool) {
	adjusted, season := y, []float64(nil)
	if f.season != none {
		s, ok := firstSeason(y, m, f.season == multiplicative)
		if !ok {
			return etsStart{}, false
		}
		adjusted, season = s.remove(y), s.figure
	}
	n := min(max(10, 2*m), len(y))
	level, slope := mean(adjusted[:n]), 0.0
	if f.trend != none {
		level, slope = line(adjusted[:n])
	}
	unit := roughness(adjusted)
	var out etsStart
	add := func(x, step float64) {
		out.x, out.step = append(out.x, x), append(out.step, step)
	}
	add(alpha, 0.1)
	if f.trend != none {
		add(min(beta, 0.9*alpha), 0.02)
	}
	if f.season != none {
		add(min(gamma, 0.9*(1-alpha)), 0.05)
	}
	if f.damped {
		add(0.97, -0.05)
	}
	add(level, unit)
	if f.trend != none {
		add(slope, max(math.Abs(slope)/4, unit/10))
	}
	if f.season == multiplicative {
		unit /= math.Abs(level) + unit
	}
	for j := 1; j < len(season); j++ {
		add(season[j], unit/2)
	}
	return out, true
}

// firstSeason returns the seasonal pattern at the start of the search: by
// classical decomposition with three full years, else by a line and one pair of
// harmonics.
func firstSeason(y []float64, m int, multiplicative bool) (seasonality, bool) {
	if len(y) >= 3*m {
		s, ok := seasonalityOf(y, m, multiplicative)
		if ok && multiplicative {
			s.bound()
		}
		return s, ok
	}
	if len(y) < m+2 {
		return seasonality{}, false
	}
	s := seasonality{multiplicative, make([]float64, m)}
	a, b := line(y)
	years := make([]int, m)
	for i, v := range y {
		d := v - (a + b*float64(i+1))
		if multiplicative {
			d = v / (a + b*float64(i+1))
		}
		s.figure[i%m] += d
		years[i%m]++
	}
	for j := range s.figure {
		s.figure[j] /= float64(years[j])
	}
	s.centre()
	if multiplicative {
		s.bound()
	}
	return s, !math.IsNaN(sum(s.figure) - sum(s.figure))
}

// centre scales the pattern to mean 1, or shifts it to mean 0.
func (s seasonality) centre() {
	c := mean(s.figure)
	for j := range s.figure {
		if s.multiplicative {
			s.figure[j] /= c
		} else {
			s.figure[j] -= c
		}
	}
}

// bound keeps multiplicative factors at or above 0.01 and their mean at 1.
func (s seasonality) bound() {
	for j, v := range s.figure {
		s.figure[j] = max(v, 1e-2)
	}
	s.centre()
}

// roughness returns the size of a typical change of y, never zero.
func roughness(y []float64) float64 {
	total, n, size := 0.0, 0, 0.0
	for i, v := range y {
		size = max(size, math.Abs(v))
		if i > 0 {
			total += math.Abs(v - y[i-1])
			n++
		}
	}
	return max(total/float64(max(n, 1)), 1e-4*size, 1e-300)
}
