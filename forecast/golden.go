package forecast

import "math"

// golden returns the minimum of f between lo and hi by golden section, and its
// value (J. Kiefer, "Sequential minimax search for a maximum", 1953).
func golden(f func(float64) float64, lo, hi float64) (at, value float64) {
	ratio := (math.Sqrt(5) - 1) / 2
	a, b := hi-ratio*(hi-lo), lo+ratio*(hi-lo)
	fa, fb := f(a), f(b)
	for hi-lo > 1e-10 {
		if fa <= fb {
			hi, b, fb = b, a, fa
			a = hi - ratio*(hi-lo)
			fa = f(a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + ratio*(hi-lo)
			fb = f(b)
		}
	}
	at = (lo + hi) / 2
	return at, f(at)
}
