package stats

import "yunxing/data"

// A Dominance is how far one branch dominates industry (一煤独大, formulas §7).
type Dominance struct {
	Share         data.Number   // of the branch in the total, per cent
	Shares        ShareYear     // of which year Share and the test of the alarm are
	Contribution  data.Number   // to the growth of the total, per cent
	Without       data.Number   // growth of all else, per cent
	Quotient      data.Number   // location quotient against the reference area
	Concentration Concentration // of all branches
	Quarters      int           // for how many last quarters the contribution has exceeded the share
	Alarm         bool          // it has for two and more
}

// A DominanceQuarter is what is known of a branch in one quarter, in per cent.
type DominanceQuarter struct {
	Share        data.Number // of the branch; base share or this year's, in all quarters the same
	Growth       data.Number // of the branch
	Total        data.Number // growth of all branches
	Contribution data.Number // as published; where it is not known it is worked out
}

// alarmQuarters is how many quarters in a row raise the alarm.
const alarmQuarters = 2

// DominanceOf returns the dominance of a branch from its last quarters in the order
// of time, all shares at the last of them, and its share in the reference area
// (formulas §7),
//
//	g_non = (G − s·g)/(1 − s),   alarm: contribution > share for two quarters.
//
// With base shares the alarm says no more than that the branch grows faster than
// the total, g > G; which shares are used is in the answer. A quarter that is not
// known ends the count. Parts that rest on what is missing are not known.
func DominanceOf(quarters []DominanceQuarter, shares ShareYear, all []data.Number, reference data.Number) Dominance {
	none := data.NotKnown()
	out := Dominance{Share: none, Shares: shares, Contribution: none, Without: none, Quotient: none, Concentration: ConcentrationOf(all)}
	if len(quarters) == 0 {
		return out
	}
	last := quarters[len(quarters)-1]
	out.Share, out.Contribution, out.Quotient = last.Share, last.contribution(shares), LocationQuotient(last.Share, reference)
	out.Without = GrowthWithout(last.Total, last.Growth, last.Share)
	if shares == ThisYear {
		out.Without = GrowthWithoutNow(last.Total, last.Growth, last.Share)
	}
	for i := len(quarters) - 1; i >= 0; i-- {
		q := quarters[i]
		c := q.contribution(shares)
		if !known(c, q.Share) || c.Value <= q.Share.Value {
			break
		}
		out.Quarters++
	}
	out.Alarm = out.Quarters >= alarmQuarters
	return out
}

// contribution returns that of the quarter, worked out where it is not published.
func (q DominanceQuarter) contribution(shares ShareYear) data.Number {
	if q.Contribution.Shown() {
		return q.Contribution
	}
	base := q.Share
	if shares == ThisYear {
		base = BaseShare(q.Share, q.Growth, q.Total)
	}
	return ContributionOfShare(base, q.Growth, q.Total)
}
