package stats

import "yunxing/data"

// BasedGrowth returns the growth published for a level where it tells the level of the
// year before, and else what is not known. Over a loss publishers differ: profits of
// 140.7 after a loss of 19.3 were printed as +964 %, by the size of the loss, and in
// other years as −829 %, by its sign. So a growth tells nothing where there is a loss
// now and it is above −100 %, since there was a loss before, too; nor where its base,
// B = A/(1 + g/100), is positive and a loss was published a year before. A profit with
// a growth below −100 % tells of a loss by its sign alone, at whatever scope. Growths
// of what is never negative stay as they are.
func BasedGrowth(growth, level, yearBefore data.Number) data.Number {
	base := ComparableBase(level, growth)
	switch {
	case !base.Known():
	case level.Hi < 0 && base.Hi < 0:
		return data.NotKnown()
	case yearBefore.Known() && yearBefore.Hi < 0 && base.Lo > 0:
		return data.NotKnown()
	}
	return growth
}

// ProfitTurnSince returns ProfitTurn where the growth tells the level of the year
// before, and else the turn from the level published then.
func ProfitTurnSince(level, growth, yearBefore data.Number) Turn {
	if g := BasedGrowth(growth, level, yearBefore); g.Known() || !yearBefore.Known() {
		return ProfitTurn(level, g)
	}
	return turn(level, yearBefore)
}

// basedAt returns the growth of a series at p where it tells the level of the year
// before, see BasedGrowth.
func basedAt(levels, growths data.Series, p data.Period) data.Number {
	return BasedGrowth(growths.At(p), valueAt(levels, p), valueAt(levels, p.YearAgo()))
}
