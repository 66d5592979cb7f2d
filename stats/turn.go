package stats

import "yunxing/data"

// A Turn says what became of a profit or loss, for which a growth rate is only
// defined where there was a profit before.
type Turn uint8

// Turns.
const (
	NoTurn      Turn = iota // a profit before and now: the growth rate holds
	ToProfit                // 扭亏为盈
	ToLoss                  // 由盈转亏
	SmallerLoss             // 减亏
	LargerLoss              // 增亏
	UnclearTurn             // the base may be zero, or is not known
)

// ProfitTurn returns what became of a profit given its level now and its
// published growth at comparable scope. The base is B = A/(1 + g/100): a growth
// below −100 % with a profit now, such as −179.85 %, means a loss before.
func ProfitTurn(level, growth data.Number) Turn {
	return turn(level, ComparableBase(level, growth))
}

// turn returns what became of a profit given its level now and its base.
func turn(level, base data.Number) Turn {
	if !level.Known() || !base.Known() {
		return UnclearTurn
	}
	switch {
	case base.Lo > 0 && level.Lo >= 0:
		return NoTurn
	case base.Lo > 0 && level.Hi < 0:
		return ToLoss
	case base.Hi < 0 && level.Lo > 0:
		return ToProfit
	case base.Hi < 0 && level.Hi < 0 && level.Value > base.Value:
		return SmallerLoss
	case base.Hi < 0 && level.Hi < 0:
		return LargerLoss
	}
	return UnclearTurn
}
