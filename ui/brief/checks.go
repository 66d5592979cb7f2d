package brief

import (
	"context"
	"slices"

	"yunxing/data"
	"yunxing/stats"
)

// Checks answers whether what was published for the region up to the selection
// agrees with itself: the equations of the latest period that has any. Rules that
// only bound a figure are left out, for there is no value that it should have.
func (d Desk) Checks(ctx context.Context) ([]stats.Checked, error) {
	checked, err := stats.Audit(ctx, stats.Input{Reader: until{d.reader, d.sel.Period}, Catalog: d.catalog})
	if err != nil {
		return nil, err
	}
	checked = slices.DeleteFunc(checked, func(c stats.Checked) bool {
		return c.Key.Region != d.sel.Region || bounds(c.Rule) || !c.Derived.Known() || !c.Stated.Known()
	})
	var last data.Period
	for _, c := range checked {
		if last.IsZero() || later(c.Period, last) {
			last = c.Period
		}
	}
	checked = slices.DeleteFunc(checked, func(c stats.Checked) bool { return c.Period != last })
	if len(checked) == 0 {
		return nil, d.absent(d.growthQuery("iva", data.TotalItem))
	}
	return checked, nil
}

// bounds reports whether a rule only says what a figure may not pass.
func bounds(r stats.Rule) bool {
	switch r {
	case stats.RuleRise, stats.RuleSubset, stats.RuleBetween, stats.RuleContributionBound, stats.RuleRank:
		return true
	}
	return false
}

// until reads what is known up to a period.
type until struct {
	data.Reader
	last data.Period
}

// Series returns the series that match q without what is later.
func (u until) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	all, err := u.Reader.Series(ctx, q)
	if err != nil {
		return nil, err
	}
	out := make([]data.Series, 0, len(all))
	for _, s := range all {
		if s = s.Cut(u.last); len(s.Points) > 0 {
			out = append(out, s)
		}
	}
	return out, nil
}
