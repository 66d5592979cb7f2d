package chart

import (
	"context"
	"errors"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// buildCurrent draws the growth of each quarter alone as columns, with the growth
// of the year so far as a line over them, for this year and the one before.
func buildCurrent(ctx context.Context, d *draft) (*Figure, error) {
	now, err := d.desk.Growth(ctx)
	if err != nil {
		return nil, err
	}
	before, err := d.desk.At(data.Quarter(d.at().Year()-1, 4)).Growth(ctx)
	if err != nil && !errors.Is(err, brief.ErrAbsent) {
		return nil, err
	}
	steps := append(before.Quarters, now.Quarters...)
	g := Grouped{Unit: d.p.Text("chart.unit.percent"), Columns: make([]Series, 1), Lines: make([]Series, 1)}
	g.Columns[0].Name, g.Lines[0].Name = d.p.Text("chart.current.single"), d.p.Text("chart.current.so-far")
	var last, ahead brief.QuarterStep
	var refuted []string
	for _, s := range steps {
		if !s.Cumulative.Known() {
			continue
		}
		g.Slots = append(g.Slots, d.p.Text("chart.slot", "year", d.p.Year(s.Period), "period", d.p.PeriodWithin(s.Period, data.Current)))
		g.Columns[0].Values = append(g.Columns[0].Values, d.value(s.Implied))
		g.Lines[0].Values = append(g.Lines[0].Values, d.value(s.Cumulative))
		if s.Refuted() {
			refuted = append(refuted, d.p.Period(s.Period, data.Current))
		}
		last, ahead = s, last
	}
	if len(numbers(g.Columns...)) == 0 {
		return nil, ErrNothing // the line alone is another kind
	}
	g.Words = Words{
		Headline: d.quarterWords(last, ahead),
		Subtitle: d.p.Text("chart.current.subtitle", "region", d.region()),
		Caption:  d.p.Text("chart.current.caption", "region", d.region(), "years", d.years(d.at().Year()-1, d.at().Year())),
	}
	d.note(d.p.Text("chart.current.method"))
	d.note(d.profile(now.Profile))
	if len(refuted) > 0 {
		d.note(d.p.Text("chart.current.refuted", "quarters", d.p.List(refuted...)))
	}
	return g.Figure()
}

// quarterWords says how the last quarter grew and against the one ahead of it. Where the
// published growth of its months refutes what is derived, the months speak.
func (d *draft) quarterWords(last, ahead brief.QuarterStep) string {
	when := d.p.Period(last.Period, data.Current)
	if last.Refuted() {
		var months []string
		for _, m := range last.Months {
			months = append(months, d.p.Percent(m))
		}
		return d.p.Text("chart.current.months", "region", d.region(), "period", when, "months", d.p.List(months...))
	}
	change := data.NotKnown()
	if ahead.Period == last.Period.Add(-1) && !ahead.Refuted() {
		change = stats.Difference(last.Implied, ahead.Implied)
	}
	return d.join(
		d.p.Text(grewKey(last.Implied), "region", d.region(), "period", when, "verb", d.grew(last.Implied)),
		d.certainly(change, d.p.Text("chart.quarter-before")))
}

// grewKey returns the words for a growth: those for a derived one say so.
func grewKey(n data.Number) string {
	if n.Status == data.Published {
		return "chart.grew-in"
	}
	return "chart.derived-in"
}

// certainly says on which side of a peer a number lies, and nothing where the interval
// of the difference leaves that open.
func (d *draft) certainly(difference data.Number, peer string) string {
	if difference.Lo <= 0 && difference.Hi >= 0 {
		return ""
	}
	return d.against(difference, peer)
}
