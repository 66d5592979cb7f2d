package forecast

import "math"

// A Note is something a reader of a projection has to be told. Its words are
// found in the translations by the code.
type Note string

// Notes.
const (
	NoteConstant   Note = "constant"   // all values are equal: the band has no width
	NoteFallback   Note = "fallback"   // too little data for the method asked for: a simpler one was used
	NoteRatio      Note = "ratio"      // too few years for a model: the completion ratio was used
	NoteNoBand     Note = "no-band"    // too little data for an interval
	NoteComplete   Note = "complete"   // every period is known: the total is a sum, not a projection
	NoteNoGrowth   Note = "no-growth"  // the previous year is incomplete or not positive
	NoteIncomplete Note = "inner-gaps" // values are missing inside the series
	NoteCombined   Note = "combined"   // the total is the trimmed mean of several methods
	NoteReconciled Note = "reconciled" // made to add up with the other series of a hierarchy
)

// A Forecast is the joint distribution of the periods that follow a series, in
// the unit of the series.
type Forecast struct {
	Mean   []float64 // point path
	Method string    // id of the method that made it, which for a fall-back is not the one asked for
	Notes  []Note
	dist   distribution // nil if nothing is known about the spread
}

// Interval returns the central interval of every step at the given level in per
// cent, so that level 95 leaves 2.5 % on either side. Both slices are as long as
// Mean; they hold NaN where the spread is not known or the level is not between
// 0 and 100.
func (f Forecast) Interval(level float64) (lo, hi []float64) {
	lo, hi = make([]float64, len(f.Mean)), make([]float64, len(f.Mean))
	for i := range f.Mean {
		lo[i], hi[i] = math.NaN(), math.NaN()
		if f.dist != nil && validLevel(level) {
			lo[i], hi[i] = finitePair(f.dist.interval(i, level))
		}
	}
	return lo, hi
}

// Total returns the distribution of the sum of known and the first n steps:
//
//	T = known + Σ_{i≤n} y_{t+i}
//
// known is the sum of the periods that are known already. The interval comes
// from the joint distribution of the steps (exact where it is Gaussian, else
// from simulated paths), never from sums of bounds. n is cut to the length of
// the forecast.
func (f Forecast) Total(known float64, n int) Total {
	n = max(0, min(n, len(f.Mean)))
	t := Total{Mean: known}
	for _, v := range f.Mean[:n] {
		t.Mean += v
	}
	if n == 0 {
		t.interval = func(float64) (float64, float64) { return known, known }
		return t
	}
	if f.dist != nil {
		d := f.dist
		t.interval = func(level float64) (float64, float64) {
			lo, hi := d.totalInterval(n, level)
			return known + lo, known + hi
		}
	}
	return t
}

// A Total is the distribution of a sum of known and projected periods.
type Total struct {
	Mean     float64
	interval func(level float64) (lo, hi float64)
}

// Interval returns the central interval of the total at the given level in per
// cent, or NaN where the spread is not known.
func (t Total) Interval(level float64) (lo, hi float64) {
	if t.interval == nil || !validLevel(level) {
		return math.NaN(), math.NaN()
	}
	return finitePair(t.interval(level))
}

// validLevel reports whether level is a percentage strictly between 0 and 100.
func validLevel(level float64) bool { return level > 0 && level < 100 }

// finitePair returns lo and hi, or two NaN if one of them is not a number.
func finitePair(lo, hi float64) (float64, float64) {
	if math.IsNaN(lo-lo) || math.IsNaN(hi-hi) {
		return math.NaN(), math.NaN()
	}
	return lo, hi
}
