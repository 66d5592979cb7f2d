package forecast

import "math"

// calibration returns by how much the intervals of a combination are to be wider
// (or narrower) for this series than they are on the average: from the errors of a
// quick projection at every origin of the last two years, up to two years ahead,
// against the standard errors that the combination claims at the same step.
//
//	r = √{(v·N + Σz²)/(N + n)/v},  z = e/σ_h
//
// The n errors weigh as much as N, their number with no value missing, of the size
// v that is usual (measured on the M3 and Tourism quarterly series): one series
// cannot say much, so that half of what it says is believed. Errors are brought to
// the level of the projection by the square root of the ratio, between those that
// grow with the level and those that do not; none counts for more than four
// standard errors. r is 1 where the series is too short to tell.
func calibration(y []float64, m int, c combination) float64 {
	const usual, most = 1.87, 4.0
	h := max(4, 2*min(m, 12))
	f := c.Forecast(h)
	level := math.Abs(mean(f.Mean))
	squares, n := 0.0, 0.0
	for origin := max(len(y)-h, 3*m+1, 5); origin < len(y); origin++ {
		path := quickPath(y[:origin], m, len(y)-origin)
		for i, p := range path {
			lo, hi := f.dist.interval(i, oneSigma)
			z := math.Abs(y[origin+i]-p) / ((hi - lo) / 2)
			z *= math.Sqrt(min(max(level/math.Abs(p), 0.25), 4))
			if !math.IsNaN(z) {
				squares += min(z, most) * min(z, most)
				n++
			}
		}
	}
	if n == 0 {
		return 1
	}
	prior := float64(h*(h+1)) / 2
	return math.Sqrt((usual*prior + squares) / (prior + n) / usual)
}

// oneSigma is the level in per cent of the Gaussian interval of one standard error
// on either side.
const oneSigma = 68.26894921370859

// quickPath returns the mean of Theta, OptimisedTheta and the seasonal naive
// method, those of them that y allows.
func quickPath(y []float64, m, h int) []float64 {
	path, n := make([]float64, h), 0.0
	for _, fit := range []kernel{fitTheta(bestSmoothing), OptimisedTheta{}.fit, fitLag} {
		model, err := fit(y, m)
		if err != nil {
			continue
		}
		for i, v := range model.Forecast(h).Mean {
			path[i] += v
		}
		n++
	}
	return rescale(path, 1/n)
}
