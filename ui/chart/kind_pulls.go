package chart

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// mostParts is how many branches a column of pulls tells apart by name.
const mostParts = 5

// buildPulls draws the pulls of the branches on profit as stacked columns, quarter
// after quarter, with the growth of the total.
func buildPulls(ctx context.Context, d *draft) (*Figure, error) {
	now, err := d.desk.Contribution(ctx, "")
	if err != nil {
		return nil, err
	}
	periods, accounts, err := d.accounts(ctx)
	if err != nil {
		return nil, err
	}
	named := strongest(now.Pulls, mostParts)
	what := d.inside(d.p.IndicatorShort(now.Indicator))
	s := Stacked{Unit: d.p.Text("chart.unit.points"), Rest: true, Total: Series{Name: d.p.Text("chart.contribution.total", "what", what)}}
	for _, at := range periods {
		s.Slots = append(s.Slots, d.p.Text("chart.slot", "year", d.p.Year(at), "period", shortPeriod(d.p, at, data.Cumulative)))
	}
	for i, item := range named {
		part := Series{Name: d.item(item)}
		for _, a := range accounts {
			part.Values = append(part.Values, d.value(pullOf(a, item)))
		}
		if item == "coal" {
			s.Coal = i + 1
		}
		s.Parts = append(s.Parts, part)
	}
	rest := Series{Name: d.p.Text("chart.contribution.other")}
	for _, a := range accounts {
		rest.Values = append(rest.Values, d.value(remainder(a, named)))
		s.Total.Values = append(s.Total.Values, d.value(a.Total.Growth))
	}
	s.Parts = append(s.Parts, rest)
	largest, _ := d.largest(now.Pulls)
	s.Words = Words{
		Headline: d.drivers(what, now.Pulls, largest),
		Subtitle: d.p.Text("chart.pulls.subtitle", "region", d.region(), "what", what),
		Caption:  d.p.Text("chart.pulls.caption", "region", d.region(), "what", what, "period", d.period()),
	}
	d.note(d.p.Text("chart.contribution.method"))
	return s.Figure()
}

// accounts returns the pulls at the quarters of this year and of the year before
// for which they are known, and at the selection.
func (d *draft) accounts(ctx context.Context) ([]data.Period, []stats.Pulls, error) {
	year := d.at().Year()
	var periods []data.Period
	for y := year - 1; y <= year; y++ {
		for n := 1; n <= 4; n++ {
			if q := data.Quarter(y, n); q.EndsBy(d.at()) {
				periods = append(periods, q)
			}
		}
	}
	if n := len(periods); n == 0 || !d.at().EndsBy(periods[n-1]) {
		periods = append(periods, d.at())
	}
	var known []data.Period
	var out []stats.Pulls
	for _, at := range periods {
		c, err := d.desk.At(at).Contribution(ctx, "")
		switch {
		case err == nil:
			known, out = append(known, at), append(out, c.Pulls)
		case !errors.Is(err, brief.ErrAbsent):
			return nil, nil, err
		}
	}
	return known, out, nil
}

// strongest returns the items with the n largest pulls, up or down, the largest
// first.
func strongest(p stats.Pulls, n int) []string {
	known := slices.DeleteFunc(slices.Clone(p.Parts), func(x stats.Pull) bool { return !x.Pull.Known() })
	slices.SortStableFunc(known, func(a, b stats.Pull) int { return cmp.Compare(math.Abs(b.Pull.Value), math.Abs(a.Pull.Value)) })
	var out []string
	for _, x := range known[:min(n, len(known))] {
		out = append(out, x.Item)
	}
	return out
}

// pullOf returns the pull of an item.
func pullOf(p stats.Pulls, item string) data.Number {
	for _, x := range p.Parts {
		if x.Item == item {
			return x.Pull
		}
	}
	return data.NotKnown()
}

// remainder returns what the named items leave of the growth of the total.
func remainder(p stats.Pulls, named []string) data.Number {
	var pulls []data.Number
	for _, item := range named {
		if n := pullOf(p, item); n.Known() {
			pulls = append(pulls, n)
		}
	}
	return left(p.Total.Growth, pulls, 2)
}

// left returns what numbers leave of a total.
func left(total data.Number, numbers []data.Number, digits int8) data.Number {
	if !total.Known() {
		return data.NotKnown()
	}
	v, lo, hi := total.Value, total.Lo, total.Hi
	inputs := []data.Number{total}
	for _, n := range numbers {
		v, lo, hi = v-n.Value, lo-n.Hi, hi-n.Lo
		inputs = append(inputs, n)
	}
	return data.From(v, lo, hi, digits, inputs...)
}
