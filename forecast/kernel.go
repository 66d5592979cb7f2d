package forecast

import (
	"fmt"
	"math"
	"slices"
)

// sum returns Σx.
func sum(x []float64) float64 {
	s := 0.0
	for _, v := range x {
		s += v
	}
	return s
}

// mean returns the mean of the values that are known, NaN if there are none.
func mean(x []float64) float64 {
	s, n := 0.0, 0
	for _, v := range x {
		if !math.IsNaN(v) {
			s += v
			n++
		}
	}
	return s / float64(n)
}

// median returns the middle value of x, which holds no NaN.
func median(x []float64) float64 {
	c := slices.Sorted(slices.Values(x))
	n := len(c)
	if n == 0 {
		return math.NaN()
	}
	return (c[(n-1)/2] + c[n/2]) / 2
}

// line returns the least-squares line through (1, y_1) … (n, y_n).
func line(y []float64) (intercept, slope float64) {
	n := float64(len(y))
	if len(y) < 2 {
		return mean(y), 0
	}
	mt, my := (n+1)/2, mean(y)
	num, den := 0.0, 0.0
	for i, v := range y {
		d := float64(i+1) - mt
		num += d * (v - my)
		den += d * d
	}
	slope = num / den
	return my - slope*mt, slope
}

// nans returns n missing values.
func nans(n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = math.NaN()
	}
	return x
}

// count returns the number of values that are known.
func count(y []float64) int {
	n := 0
	for _, v := range y {
		if !math.IsNaN(v) {
			n++
		}
	}
	return n
}

// positive reports whether every known value of y is above zero.
func positive(y []float64) bool {
	for _, v := range y {
		if v <= 0 {
			return false
		}
	}
	return true
}

// multipliable reports whether a seasonal pattern of y may be taken as factors:
// whether no known value of y is below zero.
func multipliable(y []float64) bool {
	for _, v := range y {
		if v < 0 {
			return false
		}
	}
	return true
}

// filled returns y with inner gaps closed by straight lines. It serves starting
// values only; no result is computed from a filled value.
func filled(y []float64) []float64 {
	out, last := slices.Clone(y), -1
	for i, v := range y {
		if math.IsNaN(v) {
			continue
		}
		for j := last + 1; j < i; j++ {
			w := float64(j-last) / float64(i-last)
			out[j] = v
			if last >= 0 {
				out[j] = y[last] + w*(v-y[last])
			}
		}
		last = i
	}
	return out
}

// needWhole returns ErrMissing if a value of y is missing.
func needWhole(y []float64) error {
	if k := len(y) - count(y); k > 0 {
		return fmt.Errorf("%w: %d inside the series", ErrMissing, k)
	}
	return nil
}

// needLength returns ErrTooShort if fewer than n values of y are known.
func needLength(y []float64, n int) error {
	if k := count(y); k < n {
		return &Shortage{k, n}
	}
	return nil
}
