package stats

import (
	"errors"
	"fmt"

	"yunxing/data"
)

// RequiredFromLevels returns the growth in per cent that the rest of the year must
// reach for a target level,
//
//	g_req = 100·((Y* − C_k)/(B_year − B_k) − 1)
//
// with the level so far and the comparable base levels of the year and of its part
// that is over (formulas §13). A target is meant as it is written. Not known where
// an input is not, or the base of the rest may be zero or less.
func RequiredFromLevels(target, soFar, baseYear, baseSoFar data.Number) data.Number {
	if !known(target, soFar, baseYear, baseSoFar) || baseYear.Lo <= baseSoFar.Hi {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 {
		return 100 * ((x[0]-x[1])/(x[2]-x[3]) - 1)
	}, asWritten(target), soFar, baseYear, baseSoFar).By("g = 100·((Z − C)/(B − b) − 1)", "Z C B b"))
}

// asWritten returns a number without its rounding interval.
func asWritten(n data.Number) data.Number {
	n.Lo, n.Hi = n.Value, n.Value
	return n
}

// PerMonth returns what each of the months that are left must bring for a target
// level, (Y* − C_k)/months, in the unit of the level (formulas §13). Not known where
// an input is not or no month is left.
func PerMonth(target, soFar data.Number, months int) data.Number {
	if months < 1 || months > 12 {
		return data.NotKnown()
	}
	return derived(max(target.Digits, soFar.Digits), func(x []float64) float64 { return (x[0] - x[1]) / float64(months) }, asWritten(target), soFar).By("m = (Z − C)/n", "n Z C", float64(months))
}

// A RequiredRange is the growth that the rest of the year must reach at a base
// share P and at P some points lower and higher, in per cent.
type RequiredRange struct {
	At, Low, High data.Number
}

// RequiredAround returns Required at a base share p, a fraction, and at p moved by
// points percentage points to both sides, as P ± 2 (formulas §13). An end at which
// the year would be over or not begun is not known.
func RequiredAround(target, now, p data.Number, points float64) RequiredRange {
	moved := func(by float64) data.Number {
		h := by / 100
		q := data.From(p.Value+h, p.Lo+h, p.Hi+h, p.Digits, p).By("P = p + h", "h p", h)
		return Required(target, now, q)
	}
	return RequiredRange{At: Required(target, now, p), Low: moved(-points), High: moved(points)}
}

// RestGrowths returns the growth of the rest of each past year in per cent from its
// growth of the year, its growth up to the same period and the base share p of that
// period as a fraction, (G_year − p·G_k)/(1 − p) at the given p (formulas §13). Years are matched
// by position; one that lacks either is not known.
func RestGrowths(year, soFar []data.Number, p data.Number) []data.Number {
	out := make([]data.Number, len(year))
	for i, g := range year {
		out[i] = data.NotKnown()
		if i < len(soFar) && known(g, soFar[i], p) && p.Value > 0 && p.Value < 1 {
			out[i] = rate(derived(1, func(x []float64) float64 { return (x[0] - x[2]*x[1]) / (1 - x[2]) }, g, soFar[i], asWritten(p)).By("g = (Y − P·G)/(1 − P)", "Y G P"))
		}
	}
	return out
}

// ErrHistory reports a past that is too short to judge by.
var ErrHistory = errors.New("stats: fewer than three past years known")

// minHistory is how many past years a percentile needs.
const minHistory = 3

// Percentile returns the place of a value in the past in per cent: the share of
// past values below it, those equal at published digits counting half; 100 is above
// all. Its interval is what the rounding of the value leaves. The error wraps
// ErrHistory where fewer than three past values are known; a value that is not
// known has no percentile.
func Percentile(value data.Number, past []data.Number) (data.Number, error) {
	var have []data.Number
	for _, p := range past {
		if p.Known() {
			have = append(have, p)
		}
	}
	if len(have) < minHistory {
		return data.NotKnown(), fmt.Errorf("%w: %d", ErrHistory, len(have))
	}
	if !value.Known() {
		return data.NotKnown(), nil
	}
	n := float64(len(have))
	below, surely, perhaps := 0.0, 0.0, 0.0
	for _, p := range have {
		switch at, v := printed(p), printed(value); {
		case at < v:
			below++
		case at == v:
			below += 0.5
		}
		if p.Hi < value.Lo {
			surely++
		}
		if p.Lo <= value.Hi {
			perhaps++
		}
	}
	return data.From(100*below/n, 100*surely/n, 100*perhaps/n, 0, append([]data.Number{value}, have...)...).By("q = 100·k/n, k = #{v < x}", "k n x v", below, n), nil
}

// A Feasibility says how likely a target looks beside the past.
type Feasibility uint8

// Judgements on a required growth.
const (
	NotJudged     Feasibility = iota // the past is too short, or something is not known
	Reached                          // 已完成: no more is required than what the year has so far
	Usual                            // within the past, not above its upper quarter
	Ambitious                        // above three quarters of the past, not above all of it
	Unprecedented                    // 基本不可能: above all of the past beyond rounding
)

// String returns the name of f in lower case.
func (f Feasibility) String() string {
	switch f {
	case Reached:
		return "reached"
	case Usual:
		return "usual"
	case Ambitious:
		return "ambitious"
	case Unprecedented:
		return "unprecedented"
	}
	return "not-judged"
}

// FeasibilityOf judges a required growth of the rest of the year by the growth so
// far and by that of the same rest in past years (formulas §13). A target that is
// not above the growth so far is reached whatever the past.
func FeasibilityOf(required, soFar data.Number, past []data.Number) Feasibility {
	if known(required, soFar) && required.Value <= soFar.Value {
		return Reached
	}
	p, err := Percentile(required, past)
	switch {
	case err != nil || !p.Known():
		return NotJudged
	case p.Lo >= 100:
		return Unprecedented
	case p.Value > 75:
		return Ambitious
	}
	return Usual
}
