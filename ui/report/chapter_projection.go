package report

import (
	"context"
	"math"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// projectionChapter tells where the year will end, by completion ratios with
// their identity and by a seasonal model with its band, and what the rest of the
// year must bring (图7).
func projectionChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	a, err := d.Projection(ctx)
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("projection")
	if a.Over {
		s.Blocks = append(s.Blocks, NewParagraph(NewSentence(p, Join(w.say("projection.over", Word("year", p.Year(a.At))), Growth(p, a.Now)))))
		return s, w.figure(ctx, &s, "overlay")
	}
	projects, aims, assumed := a.Chosen.Growth.Shown(), w.rest(a), w.assumption(a)
	s.Blocks = append(s.Blocks, NewParagraph(w.chosen(a), assumed, w.start(a), w.reason(a), w.byModel(a), w.byRatio(a), w.identity(a)))
	if below := NewParagraph(w.base(a), aims); projects || len(aims.Runs)+len(assumed.Runs) > 0 {
		s.Blocks = append(s.Blocks, below)
	}
	if projects {
		if err := w.figure(ctx, &s, "fan"); err != nil {
			return Section{}, err
		}
		s.Blocks = append(s.Blocks, w.projectionTable(a))
		if tried(a) {
			s.Blocks = append(s.Blocks, w.triedTable(a))
		}
	}
	if len(aims.Runs) > 0 {
		if err := w.figure(ctx, &s, "required"); err != nil {
			return Section{}, err
		}
		s.Blocks = append(s.Blocks, w.requiredTable(a))
	}
	return s, nil
}

// start says so where the projection starts from an earlier period than the
// selected one.
func (w writer) start(a brief.Projection) Sentence {
	if !a.Chosen.Growth.Shown() || endTogether(a.At, w.d.Selection().Period) {
		return Sentence{}
	}
	return NewSentence(w.p, w.say("projection.start", Word("within", w.cumulativeWithin(a.At)), Num("now", w.p.Percent(a.Now), a.Now)))
}

// chosen is the projection shown first.
func (w writer) chosen(a brief.Projection) Sentence {
	year := Word("year", w.p.Year(a.At))
	head := w.say("projection.chosen", year, Word("region", w.region()), Phrase("growth", Projection(w.p, a.Chosen.Growth)))
	if !a.Chosen.Growth.Shown() {
		return NewSentence(w.p, w.say("projection.none", year))
	}
	var band []Run
	if a.Chosen.Band {
		band = Join(Band(w.p, 80, a.Chosen.Growth), Words(w.p.Text("list.clause")), Band(w.p, 95, wide(a.Chosen)))
	}
	return NewSentence(w.p, head, w.motion(a), band)
}

// tried reports whether past years tell by which method to project.
func tried(a brief.Projection) bool {
	return len(a.Tried) > 0 && len(a.Tried[0].Years) >= 2 && a.Chosen.Growth.Shown()
}

// reason says by which past errors the method shown first was chosen.
func (w writer) reason(a brief.Projection) Sentence {
	if !tried(a) {
		return Sentence{}
	}
	var years, errs []string
	for i := len(a.Tried[0].Years) - 1; i >= 0; i-- {
		years = append(years, w.p.Year(data.Year(a.Tried[0].Years[i])))
	}
	for _, t := range a.Tried {
		errs = append(errs, w.p.Text("say.projection.error", "method", w.p.Text("method."+t.Method), "mae", w.p.Decimal(t.MAE, 2)))
	}
	return NewSentence(w.p, w.say("projection.reason", Word("years", w.p.List(years...)), Word("errors", w.p.List(errs...))),
		w.say("projection.hence", Word("method", w.p.Text("method."+a.Chosen.Method))))
}

// motion compares the projection with the growth so far.
func (w writer) motion(a brief.Projection) []Run {
	within := Word("within", w.cumulativeWithin(a.At))
	now, then := rounded(a.Chosen.Growth), rounded(a.Now)
	switch m := MotionOf(a.Chosen.Growth, a.Now); {
	case m == Same:
		return w.say("projection.flat", within)
	case math.Abs(now-then) <= nearly && now*then >= 0:
		return w.say("projection.nearly", within)
	case m == Faster:
		return w.say("projection.up", within)
	case m == Narrower:
		return w.say("projection.narrower", within)
	case m == Wider:
		return w.say("projection.wider", within)
	case m == ToGrowth || m == ToFlat:
		return w.say("projection.from-decline", within)
	case m == ToDecline || m == FromFlat:
		return w.say("projection.to-decline", within)
	}
	return w.say("projection.down", within)
}

// nearly is the difference in percentage points up to which two rates count as
// nearly the same (formulas §17), with slack for their binary form.
const nearly = 0.1 + 1e-9

// byModel tells the seasonal model with its bands.
func (w writer) byModel(a brief.Projection) Sentence {
	if !a.Model.Growth.Shown() {
		if !w.p.Has("refusal." + a.Model.Refused) {
			return Sentence{}
		}
		return NewSentence(w.p, w.say("projection.no-model", Word("reason", w.p.Text("refusal."+a.Model.Refused))))
	}
	g := a.Model.Growth
	return NewSentence(w.p, w.say("projection.model", Num("g", w.p.Percent(g), g)), Band(w.p, 80, g))
}

// byRatio tells the projection by completion ratios.
func (w writer) byRatio(a brief.Projection) Sentence {
	r := a.Ratio
	if !r.Growth.Shown() {
		return Sentence{}
	}
	if a.Held() {
		return NewSentence(w.p, w.say("projection.assumed", Word("within", w.cumulativeWithin(a.At)), Num("g", w.p.Percent(r.Growth), r.Growth)))
	}
	var years []string
	for i := len(r.Years) - 1; i >= 0; i-- {
		years = append(years, w.p.Year(data.Year(r.Years[i])))
	}
	mean := hundredfold(r.Mean)
	return NewSentence(w.p, w.say("projection.ratio", Word("years", w.p.List(years...)), Word("within", w.cumulativeWithin(a.At)),
		Num("mean", w.p.Percent(mean), mean), Num("g", w.p.Percent(r.Growth), r.Growth)))
}

// hundredfold returns a fraction in per cent, with two decimals.
func hundredfold(n data.Number) data.Number {
	if !n.Known() {
		return n
	}
	return data.From(100*n.Value, 100*n.Lo, 100*n.Hi, 2, n).By("P = 100·p", "p")
}

// identity shows what the completion ratio amounts to: with last year's ratio
// alone it returns the growth so far.
func (w writer) identity(a brief.Projection) Sentence {
	r := a.Ratio
	if !r.Growth.Shown() || a.Held() {
		return Sentence{}
	}
	now := "say.projection.one-plus"
	if rounded(a.Now) < 0 {
		now = "say.projection.one-minus"
	}
	last, mean := hundredfold(r.Last), hundredfold(r.Mean)
	return NewSentence(w.p, w.say("projection.identity", Num("now", w.p.Text(now, "g", w.p.Size(a.Now)), a.Now), Num("last", w.p.Percent(last), last), Num("mean", w.p.Percent(mean), mean), Num("g", w.p.Percent(r.Growth), r.Growth)))
}

// base says which profile the relative levels rest on.
func (w writer) base(a brief.Projection) Sentence {
	if !a.FromShare.Known() {
		return Sentence{}
	}
	return NewSentence(w.p, w.profileWords(a.Profile, a.From, a.FromShare), w.say("profile.relative"))
}

// rest tells what the rest of the year must bring for the first aim.
func (w writer) rest(a brief.Projection) Sentence {
	for _, r := range a.Required {
		if r.Aim == brief.HoldSoFar || r.Aim == brief.OwnForecast || !r.Growth.Known() {
			continue
		}
		return NewSentence(w.p, w.say("required.lead", Word("aim", w.p.Text(aimKey(r.Aim))), Num("target", w.p.Percent(r.Target), r.Target)),
			w.need(a, r.Growth),
			w.movedNeed(r))
	}
	return Sentence{}
}

// assumption tells what the year makes of the growth that the analyst assumes for
// its rest.
func (w writer) assumption(a brief.Projection) Sentence {
	s := a.Assumed
	if !s.Year.Shown() {
		return Sentence{}
	}
	return NewSentence(w.p, w.say("projection.assumption", Word("rest", w.restOf(a)), Num("g", w.p.Percent(s.Rest), s.Rest), Num("year", w.p.Percent(s.Year), s.Year)),
		w.say("projection.assumption-moved", Num("low", w.p.Percent(s.Low), s.Low), Num("high", w.p.Percent(s.High), s.High)))
}

// need tells the growth that the rest of the year must reach, or the decline that
// it may not exceed.
func (w writer) need(a brief.Projection, g data.Number) []Run {
	key := "required.rest"
	if rounded(g) < 0 {
		key = "required.rest-fall"
	}
	return w.say(key, Word("rest", w.restOf(a)), Num("g", w.p.Percent(magnitude(g)), g))
}

// movedNeed tells the same with the share moved, in the words of need where all
// are declines.
func (w writer) movedNeed(r brief.Requirement) []Run {
	low, high := w.p.Percent(r.Low), w.p.Percent(r.High)
	if rounded(r.Growth) < 0 && rounded(r.Low) < 0 && rounded(r.High) < 0 {
		low, high = w.p.Percent(magnitude(r.Low)), w.p.Percent(magnitude(r.High))
	}
	return w.say("required.moved", Num("low", low, r.Low), Num("high", high, r.High))
}

// restOf names the part of the year that is still to come.
func (w writer) restOf(a brief.Projection) string {
	if !a.From.EndsBy(a.At) {
		return w.p.Text("say.rest-of-months")
	}
	if a.At.Number() == 3 {
		return w.p.PeriodWithin(data.Quarter(a.Year, 4), data.Current)
	}
	return w.p.Text("say.rest-of-year")
}

// aimKey returns the text for an aim.
func aimKey(a brief.Aim) string {
	switch a {
	case brief.GivenTarget:
		return "aim.given"
	case brief.StatedTarget:
		return "aim.stated"
	case brief.LastYear:
		return "aim.last-year"
	case brief.StatedForecast:
		return "aim.forecast"
	case brief.HoldSoFar:
		return "aim.hold"
	}
	return "aim.own"
}

// projectionTable sets the methods side by side.
func (w writer) projectionTable(a brief.Projection) *Table {
	t := &Table{
		ID: "projection", Title: w.p.Text("table.projection", "region", w.region(), "year", w.p.Year(a.At)), Unit: "%", Source: w.p.Text("say.source-projected"), Projected: true,
		Columns: []Column{{Title: w.p.Text("column.method"), Text: true}, {Title: w.p.Text("column.year-growth")}, {Title: w.p.Text("column.band80")}, {Title: w.p.Text("column.band95")}, {Title: w.p.Text("column.rest-implied")}},
		Notes:   []string{w.p.Text("table.note.bands")},
	}
	add := func(name string, g brief.YearGrowth) {
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(name), w.cell(g.Growth), w.band(g, g.Growth), w.band(g, wide(g)), w.cell(g.Rest)}})
	}
	ratio := w.p.Text("say.method.ratio", "n", w.p.Count(len(a.Ratio.Years)))
	if a.Held() {
		ratio = w.p.Text("say.method.assumed")
	}
	add(ratio, a.Ratio.YearGrowth)
	add(w.p.Text("method.ets-level"), a.Model)
	if a.Combined.Method != a.Ratio.Method {
		add(w.p.Text("method.auto-year"), a.Combined)
	}
	if s := a.Assumed; s.Year.Shown() {
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(w.p.Text("method.analyst")), w.cell(s.Year), TextCell(i18n.None), TextCell(i18n.None), w.cell(s.Rest)}})
	}
	return t
}

// wide returns a projected growth with its band of 95 per cent.
func wide(g brief.YearGrowth) data.Number {
	n := g.Growth
	n.Lo, n.Hi = g.Lo95, g.Hi95
	return n
}

// band returns the cell of a band of g, which n has for its interval.
func (w writer) band(g brief.YearGrowth, n data.Number) Cell {
	if !n.Shown() || !g.Band || math.IsNaN(n.Lo) || math.IsNaN(n.Hi) {
		return TextCell(i18n.None)
	}
	return PrintedCell(w.p.Range(n.Lo, n.Hi, 1), n)
}

// requiredTable is what the rest of the year must bring for each aim.
func (w writer) requiredTable(a brief.Projection) *Table {
	t := &Table{
		ID: "required", Title: w.p.Text("table.required", "region", w.region(), "rest", w.restOf(a)), Unit: "%", Source: w.p.Text("say.source-projected"), Projected: true,
		Columns: []Column{{Title: w.p.Text("column.aim"), Text: true}, {Title: w.p.Text("column.year-growth")}, {Title: w.p.Text("column.required")}, {Title: w.p.Text("column.interval")}, {Title: w.p.Text("column.required-low")}, {Title: w.p.Text("column.required-high")}, {Title: w.p.Text("column.chance")}},
		Notes:   []string{Plain(w.profileNote(a.Profile))},
	}
	for _, r := range a.Required {
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(w.p.Text(aimKey(r.Aim))), w.cell(r.Target), w.cell(r.Growth), w.interval(r.Growth), w.cell(r.Low), w.cell(r.High), TextCell(w.chance(r.Chance))}})
	}
	return t
}

// chance prints a probability in per cent, which a band cannot tell below one or
// above ninety-nine.
func (w writer) chance(v float64) string {
	switch {
	case math.IsNaN(v):
		return i18n.None
	case v < 1:
		return "<1"
	case v > 99:
		return ">99"
	}
	return w.p.Decimal(v, 0)
}

// triedTable is how every method would have projected past years from the same
// point.
func (w writer) triedTable(a brief.Projection) *Table {
	var years []string
	for i := len(a.Tried[0].Years) - 1; i >= 0; i-- {
		years = append(years, w.p.Year(data.Year(a.Tried[0].Years[i])))
	}
	t := &Table{
		ID: "tried", Title: w.p.Text("table.tried", "region", w.region(), "years", w.p.List(years...)), Source: w.p.Text("say.source-projected"), Projected: true,
		Columns: []Column{{Title: w.p.Text("column.method"), Text: true}, {Title: w.p.Text("column.mae")}, {Title: w.p.Text("column.bias")}, {Title: w.p.Text("column.in80")}, {Title: w.p.Text("column.in95")}},
		Notes:   []string{w.p.Text("table.note.tried")},
	}
	percent := func(v float64) Cell {
		if math.IsNaN(v) {
			return TextCell(i18n.None)
		}
		return TextCell(w.p.Decimal(v, 0))
	}
	for _, m := range a.Tried {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			TextCell(w.p.Text("method." + m.Method)), TextCell(w.p.Decimal(m.MAE, 2)), TextCell(w.p.Decimal(m.Bias, 2)), percent(m.In80), percent(m.In95),
		}})
	}
	return t
}
