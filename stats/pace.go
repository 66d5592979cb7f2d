package stats

import "yunxing/data"

// A Pace is the word that the signs of two growths ask for.
type Pace uint8

// Words, by the growth before and now (formulas §5). A growth of 0.0 counts with
// the sign of the other.
const (
	NoPace       Pace = iota // one is not known
	Unchanged                // 持平: equal at published digits
	Faster                   // 加快, 提高
	Slower                   // 回落, 放缓
	NarrowerFall             // 降幅收窄
	WiderFall                // 降幅扩大
	TurnsUp                  // 由负转正
	TurnsDown                // 由正转负
)

// PaceOf returns the word for a growth now after one before, at published digits:
// −2.3 after −4.4 is a narrower fall. The change in points goes with it as
// Difference. A profit that is or was a loss has a Turn and no pace.
func PaceOf(now, then data.Number) Pace {
	step, ok := Step(now, then)
	if !ok {
		return NoPace
	}
	g1, g0 := printed(now), printed(then)
	switch {
	case step == Flat:
		return Unchanged
	case g0 < 0 && g1 > 0:
		return TurnsUp
	case g0 > 0 && g1 < 0:
		return TurnsDown
	case g0 >= 0 && g1 >= 0 && step == Rising:
		return Faster
	case g0 >= 0 && g1 >= 0:
		return Slower
	case step == Rising:
		return NarrowerFall
	}
	return WiderFall
}
