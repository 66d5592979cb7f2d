package stats

// identity returns a run of findings of one kind over time if they hold in two of
// three periods at least. Where they do not, the source knows no such identity: the
// parts are not all of the total, or are of another scope or release. The findings
// then say nothing and are dropped.
func identity(all []Checked) []Checked { return identityOf(all, 1) }

// identityOf returns identity of findings in the order of time where one wrong figure
// enters up to width of them, one after the other: a row of no more that do not hold
// counts as one.
func identityOf(all []Checked, width int) []Checked {
	held, broken, row := 0, 0, 0
	for _, c := range all {
		if c.Verdict == Consistent || c.Verdict == WithinRounding {
			held, row = held+1, 0
			continue
		}
		switch row++; {
		case row == 1:
			broken++
		case row == width+1:
			broken += width
		case row > width:
			broken++
		}
	}
	if held < fewestHeld || held < broken*2 {
		return nil
	}
	return all
}

// fewestHeld is how often an identity must hold to be one.
const fewestHeld = 4

// largestRevision is the most, in percentage points or per cent of the level, by
// which bases that were revised between two releases set cumulative figures apart:
// the largest in the monthly growth by branch of 2009 to 2023 is 11.1 points. What
// lies farther apart is no revision.
const largestRevision = 15

// asRevision returns a finding with disagreement read as one of releases, as far as
// a revision explains it: its gap beyond rounding is no more than most, in the unit
// of the figure.
func (f Finding) asRevision(most float64) Finding {
	if f.Verdict == Inconsistent && beyond(f.Gap) <= most {
		return f.asScope(BaseRevised)
	}
	return f.because(BaseRevised)
}

// yearly returns findings of one series with no more than one difference of scope a
// year, the largest: it is noted once for a series and year (formulas §15).
func yearly(all []Checked) []Checked {
	worst := map[int]int{} // by year, the place in out
	var out []Checked
	for _, c := range all {
		i, seen := worst[c.Period.Year()]
		switch {
		case c.Verdict != ScopeDifference:
			out = append(out, c)
		case !seen:
			worst[c.Period.Year()] = len(out)
			out = append(out, c)
		case apart(c) > apart(out[i]):
			out[i] = c
		}
	}
	return out
}

// apart returns how far the two figures of a finding are apart, in parts of the
// stated one.
func apart(c Checked) float64 { return abs(c.Gap.Value) / max(abs(c.Stated.Value), 1) }

// lone returns the findings of one series with those differences of scope told as
// errors that can be none. A scope changes for a year or more: where one period alone
// differs by more than 1 % in a year in which the others agree, as nearly all do that
// the series has, a figure is wrong.
func lone(all []Checked) []Checked {
	held, checked, apart := 0, map[int]int{}, map[int]int{} // the last two by year
	for _, c := range all {
		checked[c.Period.Year()]++
		if c.Verdict == ScopeDifference {
			apart[c.Period.Year()]++
		} else {
			held++
		}
	}
	if held < fewestHeld || held*5 < len(all)*4 {
		return all
	}
	for i := range all {
		c, year := &all[i], all[i].Period.Year()
		if c.Verdict == ScopeDifference && c.Reason == ScopeAdjusted && apart[year] == 1 && checked[year] >= fewestOfYear {
			c.Verdict, c.Reason = Inconsistent, NoReason
		}
	}
	return all
}

// outstanding returns the findings of one series with that told as an error which no
// revision explains: the series keeps its identity nearly always, and one gap is
// beyond rounding by more than a point and by a multiple of every other. A wrong
// figure enters the finding of its own period and the next, so that neighbours do not
// speak for each other.
func outstanding(all []Checked) []Checked {
	worst, held := -1, 0
	for i, c := range all {
		switch {
		case c.Verdict == Consistent || c.Verdict == WithinRounding:
			held++
		case worst < 0 || beyond(c.Gap) > beyond(all[worst].Gap):
			worst = i
		}
	}
	if worst < 0 || held < fewestToStandOut || held*10 < len(all)*9 {
		return all
	}
	other := 0.0
	for i, c := range all {
		if abs(float64(i-worst)) > 1 && c.Verdict != Consistent && c.Verdict != WithinRounding {
			other = max(other, beyond(c.Gap))
		}
	}
	if c := &all[worst]; c.Verdict == ScopeDifference && beyond(c.Gap) > max(1, timesToStandOut*other) {
		c.Verdict, c.Reason = Inconsistent, NoReason
	}
	return all
}

// What it takes to stand out: how many periods agree, and how many times the next
// largest gap one must be.
const (
	fewestToStandOut = 12
	timesToStandOut  = 4
)

// fewestOfYear is how many periods of a year must be checked to say of one that it
// stands alone.
const fewestOfYear = 3
