package report

import (
	"context"
	"errors"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// growthChapter tells the course of cumulative growth: how fast now, against the
// quarters before and the years before, and what it implies for the quarter alone.
func growthChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	g, err := d.Growth(ctx)
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("growth")
	s.Blocks = append(s.Blocks, NewParagraph(w.growthNow(g), w.course(g), w.againstYears(g)))
	if implied := NewParagraph(w.implied(g), w.refuted(g), w.profile(g.Profile, g.Quarters)); len(implied.Sentences) > 0 {
		s.Blocks = append(s.Blocks, implied)
	}
	small, err := d.SmallFirms(ctx)
	if err == nil {
		s.Blocks = append(s.Blocks, NewParagraph(w.smallFirms(small)))
	} else if !errors.Is(err, brief.ErrAbsent) {
		return Section{}, err
	}
	for _, kind := range []string{"months", "overlay"} {
		if err := w.figure(ctx, &s, kind); err != nil {
			return Section{}, err
		}
	}
	if len(g.Earlier) > 0 {
		s.Blocks = append(s.Blocks, w.growthTable(g))
	}
	if t := w.quarterTable(g); len(t.Rows) > 1 {
		s.Blocks = append(s.Blocks, t)
	}
	return s, nil
}

// growthNow is the first sentence of a report.
func (w writer) growthNow(g brief.Growth) Sentence {
	key := "growth.now"
	if wholeYear(w.d.Selection().Period) {
		key = "growth.now-year"
	}
	return NewSentence(w.p, w.say(key, Word("period", w.period()), Word("region", w.region()), Phrase("growth", Growth(w.p, g.Now))), w.againstQuarters(g))
}

// againstQuarters compares with the quarters before, of the same year.
func (w writer) againstQuarters(g brief.Growth) []Run {
	var earlier []Earlier
	for i := len(g.Quarters) - 1; i >= 0; i-- {
		q := g.Quarters[i]
		if q.Cumulative.Known() && !endTogether(w.d.Selection().Period, q.Period) {
			earlier = append(earlier, Earlier{w.cumulativeWithin(q.Period), q.Cumulative})
		}
	}
	if len(earlier) == 0 {
		return nil
	}
	return Changes(w.p, g.Now, earlier...)
}

// endTogether reports whether p and q end at the same time.
func endTogether(p, q data.Period) bool { return p.EndsBy(q) && q.EndsBy(p) }

// course names the phases of the year, where the path allows any, and the
// quarters.
func (w writer) course(g brief.Growth) Sentence {
	var quarters, rates [][]Run
	for _, q := range g.Quarters {
		if q.Cumulative.Known() {
			quarters = append(quarters, Words(w.cumulativeWithin(q.Period)))
			rates = append(rates, Token(w.p.Percent(q.Cumulative), q.Cumulative))
		}
	}
	if len(quarters) < 2 {
		return Sentence{}
	}
	names, values := Phrase("quarters", Enumerate(w.p, quarters...)), Phrase("rates", Enumerate(w.p, rates...))
	phases := told(g)
	if len(phases) < 2 {
		return NewSentence(w.p, w.say("growth.quarters", names, values))
	}
	course := ""
	for i, f := range phases {
		switch {
		case i == 0:
		case i == len(phases)-1:
			course += w.p.Text("say.phase.last")
		default:
			course += w.p.Text("say.phase.dash")
		}
		course += w.p.Text(phaseKey(f))
	}
	return NewSentence(w.p, w.say("growth.phases", Word("phases", course)), w.say("growth.phases-quarters", names, values))
}

// told returns the phases of the year that agree with its quarters: a recovery
// between months is none where the last quarter fell back.
func told(g brief.Growth) []stats.Phase {
	n := len(g.Quarters) - 1
	if n < 1 || !(g.Quarters[n].Change.Value < 0) {
		return g.Phases
	}
	return slices.DeleteFunc(slices.Clone(g.Phases), func(f stats.Phase) bool { return f == stats.Recovery })
}

// phaseKey returns the text for one phase.
func phaseKey(f stats.Phase) string {
	switch f {
	case stats.HighStart:
		return "say.phase.high-start"
	case stats.Decline:
		return "say.phase.decline"
	case stats.Steady:
		return "say.phase.steady"
	}
	return "say.phase.recovery"
}

// againstYears compares with the same months of earlier years.
func (w writer) againstYears(g brief.Growth) Sentence {
	earlier := w.earlier(g.Earlier)
	if len(earlier) == 0 {
		return NewSentence(w.p, w.say("growth.no-years"))
	}
	return NewSentence(w.p, Join(w.say("growth.years", Word("within", w.within())), Changes(w.p, g.Now, earlier...)))
}

// implied tells the growth of the last quarter alone, with its interval.
func (w writer) implied(g brief.Growth) Sentence {
	if len(g.Quarters) < 2 {
		return Sentence{}
	}
	q := g.Quarters[len(g.Quarters)-1]
	if !q.Implied.Known() {
		return Sentence{}
	}
	quarter := w.p.PeriodWithin(q.Period, data.Current)
	return NewSentence(w.p,
		w.say("growth.implied", Word("quarter", quarter), Phrase("growth", Growth(w.p, q.Implied))),
		w.say("growth.implied-box", Num("box", w.p.PercentInterval(q.Implied), q.Implied)))
}

// refuted says that the published growth of the months of the last quarter leaves no
// room for what is implied.
func (w writer) refuted(g brief.Growth) Sentence {
	if len(g.Quarters) < 2 {
		return Sentence{}
	}
	q := g.Quarters[len(g.Quarters)-1]
	if !q.Refuted() {
		return Sentence{}
	}
	args := make([]Arg, 0, 3)
	for i, name := range []string{"a", "b", "c"} {
		args = append(args, Num(name, w.p.Percent(q.Months[i]), q.Months[i]))
	}
	return NewSentence(w.p, w.say("growth.refuted", args...))
}

// profile says which base shares the implied quarters rest on, and how much the
// answer would move with them.
func (w writer) profile(f stats.Profile, steps []brief.QuarterStep) Sentence {
	if len(steps) < 2 {
		return Sentence{}
	}
	q := steps[len(steps)-1]
	at := q
	if q.Period.Number() == 4 {
		at = steps[len(steps)-2] // the share of the whole year says nothing
	}
	if !q.Implied.Known() || !at.Share.Known() {
		return Sentence{}
	}
	return NewSentence(w.p, w.profileWords(f, at.Period, at.Share),
		w.say("profile.moved", Num("low", w.p.Percent(q.Low), q.Low), Num("high", w.p.Percent(q.High), q.High)))
}

// profileWords names a profile and its share up to a period.
func (w writer) profileWords(f stats.Profile, at data.Period, share data.Number) []Run {
	key := map[stats.ProfileSource]string{
		stats.OwnLevels: "profile.own", stats.RevenueLevels: "profile.revenue", stats.EqualMonths: "profile.equal",
	}[f.Source] + carried(f)
	percent := percentOf(share)
	return w.say(key, Word("year", w.p.Year(data.Year(f.Year))), Word("before", w.p.Year(data.Year(f.Before()))), Word("revenue", w.revenueOf(f)), Word("within", w.cumulativeWithin(at)), Num("share", w.p.Percent(percent), percent))
}

// carried ends the key of what is said of a profile that was carried on from the year
// before.
func carried(f stats.Profile) string {
	if f.Before() == 0 {
		return ""
	}
	return "-carried"
}

// revenueOf returns the name of the revenue that a profile rests on, and "" for
// another profile.
func (w writer) revenueOf(f stats.Profile) string {
	if f.Source != stats.RevenueLevels {
		return ""
	}
	i, _ := w.d.Catalog().Indicator(f.Indicator())
	return inSentence(w.p, w.p.IndicatorShort(i))
}

// smallFirms tells how small and medium enterprises fared against all.
func (w writer) smallFirms(f brief.SmallFirms) Sentence {
	var share []Run
	if f.Share.Known() {
		share = w.say("small.share", Num("share", w.p.Percent(f.Share), f.Share))
	}
	return NewSentence(w.p, w.say("small.growth", Phrase("growth", Growth(w.p, f.Growth))), Against(w.p, w.p.Text("say.small.peer"), f.Gap), share)
}

// growthTable is the growth in the same months of several years (图2 in figures).
func (w writer) growthTable(g brief.Growth) *Table {
	t := &Table{
		ID: "growth-years", Title: w.p.Text("table.growth-years", "region", w.region(), "within", w.titleWithin()), Unit: w.p.Text("unit.percent-points"),
		Columns: []Column{{Title: w.p.Text("column.year"), Text: true}, {Title: w.p.Text("column.cumulative-growth")}, {Title: w.p.Text("column.now-less-then")}},
		Source:  w.source(),
	}
	year := w.d.Selection().Period.Year()
	t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{TextCell(w.p.Year(data.Year(year))), w.cell(g.Now), TextCell("")}})
	for _, e := range g.Earlier {
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(w.p.Year(data.Year(e.Year))), w.cell(e.Then), w.signed(e.Change)}})
	}
	return t
}

// quarterTable is the year's quarters with what they imply.
func (w writer) quarterTable(g brief.Growth) *Table {
	t := &Table{
		ID: "growth-quarters", Title: w.p.Text("table.growth-quarters", "region", w.region(), "year", w.p.Year(w.d.Selection().Period)), Unit: "%",
		Columns: []Column{
			{Title: w.p.Text("column.quarter"), Text: true},
			{Title: w.p.Text("column.cumulative-growth")},
			{Title: w.p.Text("column.base-share")},
			{Title: w.p.Text("column.implied")},
			{Title: w.p.Text("column.interval")},
			{Title: w.p.Text("column.required-low")},
			{Title: w.p.Text("column.required-high")},
		},
		Notes:  []string{Plain(w.profileNote(g.Profile))},
		Source: w.source(),
	}
	for _, q := range g.Quarters {
		if !q.Cumulative.Known() {
			continue
		}
		low, high := w.cell(q.Low), w.cell(q.High)
		if q.Period.Number() == 1 {
			low, high = TextCell(""), TextCell("") // its growth is published, no share enters it
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(w.p.PeriodWithin(q.Period, data.Current)), w.cell(q.Cumulative), w.cell(percentOf(q.Share)), w.cell(q.Implied), w.interval(q.Implied), low, high}})
	}
	return t
}

// percentOf returns a share as a fraction in per cent.
func percentOf(share data.Number) data.Number {
	if !share.Known() {
		return share
	}
	return data.From(100*share.Value, 100*share.Lo, 100*share.Hi, 1, share).By("P = 100·p", "p")
}

// interval returns the cell of a rounding interval.
func (w writer) interval(n data.Number) Cell {
	if !n.Known() {
		return TextCell(i18n.None)
	}
	return PrintedCell(w.p.Interval(n), n)
}

// profileNote names the source of a profile.
func (w writer) profileNote(f stats.Profile) []Run {
	key := map[stats.ProfileSource]string{
		stats.OwnLevels: "profile.note-own", stats.RevenueLevels: "profile.note-revenue", stats.EqualMonths: "profile.note-equal",
	}[f.Source] + carried(f)
	return w.say(key, Word("year", w.p.Year(data.Year(f.Year))), Word("before", w.p.Year(data.Year(f.Before()))), Word("revenue", w.revenueOf(f)))
}
