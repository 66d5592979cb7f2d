package stats

import "yunxing/data"

// CheckParts checks a total against all of its parts,
//
//	Σ parts = total,
//
// each with its rounding interval: 分项合计与总计因数值修约误差而不等 is within
// rounding (formulas §6). Unchecked where the total or any part is not known; a
// missing part is never taken for zero.
func CheckParts(total data.Number, parts []data.Number) Finding {
	return agree(RuleParts, total, sum(parts), parts...)
}

// CheckSubset checks a total against some of its parts (其中), none of which can be
// negative: Σ known parts ≤ total. It is consistent where they leave a rest,
// within rounding where only the intervals allow one. Unknown parts are left out,
// since they can only add; unchecked where the total is not known or no part is.
func CheckSubset(total data.Number, parts []data.Number) Finding {
	var have []data.Number
	for _, p := range parts {
		if p.Known() {
			have = append(have, p)
		}
	}
	f := agree(RuleSubset, total, sum(have), have...)
	if f.Verdict == Unchecked {
		return f
	}
	switch {
	case f.Derived.Value <= total.Value:
		f.Verdict = Consistent
	case f.Derived.Lo <= total.Hi:
		f.Verdict = WithinRounding
	default:
		f.Verdict, f.Reason = Inconsistent, SubsetTooLarge
	}
	return f
}

// scopeTolerance is how far, relative to the level, an implied base may lie from
// last year's level beyond rounding without a note (formulas §15).
const scopeTolerance = 0.01

// CheckLevelGrowth checks a level and its published growth at comparable scope
// against the level that was published a year before,
//
//	B = A / (1 + g/100)   beside   A_{−1}.
//
// The two differ where enterprises entered or left the scope, so what rounding
// cannot explain is a scope difference and never an inconsistency; it has the
// reason ScopeAdjusted, to be noted, where it is more than 1 % of A_{−1}
// (formulas §15; China NBS on the growth of enterprises above scale). The gap is
// A_{−1} − B in the unit of the level.
func CheckLevelGrowth(level, growth, yearBefore data.Number) Finding {
	f := agree(RuleLevelGrowth, yearBefore, ComparableBase(level, growth), level, growth)
	if f.Verdict != Inconsistent {
		return f
	}
	f.Verdict = ScopeDifference
	if beyond(f.Gap) > scopeTolerance*abs(yearBefore.Value) {
		f.Reason = ScopeAdjusted
	}
	return f
}

// beyond returns how far the interval of a gap stays away from zero.
func beyond(gap data.Number) float64 { return max(gap.Lo, -gap.Hi, 0) }

// abs returns |v|.
func abs(v float64) float64 { return max(v, -v) }

// CheckRevision checks a figure of the newest release against that of the release
// before: 0.71 after 0.66 is a revision. Two figures printed with different
// decimals are within rounding where their intervals meet. A break of scope in
// either makes a disagreement one of scope. Missing in either release: unchecked.
func CheckRevision(now, last data.Number) Finding {
	broken := (now.Break || last.Break) && now.Shown() && last.Shown()
	if broken {
		now.Break, last.Break = false, false
	}
	f := agree(RuleRevision, now, last, last)
	if broken {
		return f.asScope(ScopeBroken)
	}
	return f.revised()
}
