package report

import (
	"cmp"
	"context"
	"math"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// contributionChapter tells what drove growth: stated pulls on value added where
// there are any, and the pulls of the branches on profit.
func contributionChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	w := writer{d, p}
	s := w.section("contribution")
	stated, statedErr := d.StatedPulls(ctx)
	if statedErr != nil && !isAbsent(statedErr) {
		return Section{}, statedErr
	}
	c, err := d.Contribution(ctx, "")
	if err != nil && !isAbsent(err) {
		return Section{}, err
	}
	if err != nil && statedErr != nil {
		return Section{}, err
	}
	if statedErr == nil {
		s.Blocks = append(s.Blocks, NewParagraph(w.statedPulls(stated, "statedpull.sections", true), w.statedPulls(stated, "statedpull.branches", false)))
	}
	if err == nil {
		ordered := byPull(c.Pulls.Parts)
		s.Blocks = append(s.Blocks, NewParagraph(append(w.moved(c, ordered), w.turns(c, ordered))...))
	}
	if err := w.figure(ctx, &s, "contribution"); err != nil {
		return Section{}, err
	}
	if statedErr == nil {
		t := w.matrixTable(stated, "branches", p.Text("table.stated-pulls", "region", w.region(), "period", w.titlePeriod()), p.Text("unit.points"), true)
		t.Notes = append(t.Notes, p.Text("table.note.overlap"))
		s.Blocks = append(s.Blocks, t)
	}
	if err == nil {
		s.Blocks = append(s.Blocks, w.pullTable(c, byPull(c.Pulls.Parts)))
	}
	return s, nil
}

// byPull returns the parts by pull, the largest first, those not known last.
func byPull(parts []stats.Pull) []stats.Pull {
	out := slices.Clone(parts)
	slices.SortStableFunc(out, func(a, b stats.Pull) int {
		if a.Pull.Known() != b.Pull.Known() {
			if a.Pull.Known() {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.Pull.Value, a.Pull.Value)
	})
	return out
}

// statedPulls tells the pulls on value added that a source states itself: of the
// sections, which make the whole, or of the branches, which are parts of them.
func (w writer) statedPulls(m brief.Matrix, key string, sections bool) Sentence {
	var clauses [][]Run
	for _, r := range m.Rows {
		if r.Item.Code != data.TotalItem && (r.Item.Kind == data.Section) == sections && r.Values[0].Known() && len(clauses) < 5 {
			clauses = append(clauses, Join(Words(w.item(r.Item)), w.space(), Pull(w.p, w.p.Text("say.pull.industry"), r.Values[0])))
		}
	}
	if len(clauses) == 0 {
		return Sentence{}
	}
	clauses[0] = Join(w.say(key), clauses[0])
	return NewSentence(w.p, clauses...)
}

// shown is how many branches a sentence names.
const shown = 3

// moved tells the growth of the total and names the branches that pulled most the
// way it went, and then those that pulled most against it.
func (w writer) moved(c brief.Contribution, parts []stats.Pull) []Sentence {
	total := c.Pulls.Total
	head := w.say("pull.total", Word("period", w.period()), Word("region", w.region()), Word("indicator", w.indicator(c.Indicator)), Phrase("growth", Profit(w.p, total.Level, total.Growth)))
	known := slices.DeleteFunc(slices.Clone(parts), func(p stats.Pull) bool { return !p.Pull.Known() })
	up := w.pullList("pull.up", known, func(v float64) bool { return v > 0 })
	slices.Reverse(known)
	down := w.pullList("pull.down", known, func(v float64) bool { return v < 0 })
	if total.Growth.Known() && rounded(total.Growth) < 0 {
		up, down = down, up
	}
	return []Sentence{NewSentence(w.p, head), NewSentence(w.p, up), NewSentence(w.p, down), w.unnamed(c)}
}

// heavy is the residual in percentage points from which a sentence speaks of it.
const heavy = 0.5

// unnamed tells of the branches without a published growth where what they leave
// in the residual may outweigh the branches named.
func (w writer) unnamed(c brief.Contribution) Sentence {
	rest := oneDecimal(c.Pulls.Residual)
	if len(c.Pulls.Unknown) == 0 || !rest.Known() || math.Abs(rest.Value) < heavy {
		return Sentence{}
	}
	return NewSentence(w.p, w.say("pull.unnamed", Word("names", inSentence(w.p, w.names(c.Pulls.Unknown))), Num("rest", w.p.Number(rest), rest)))
}

// pullList names the first parts whose pull is wanted, with their pulls.
func (w writer) pullList(key string, parts []stats.Pull, wanted func(float64) bool) []Run {
	var names []string
	var pulls [][]Run
	for _, p := range parts {
		n := oneDecimal(p.Pull)
		if len(names) < shown && n.Known() && wanted(n.Value) {
			names = append(names, w.itemOf(p.Item))
			pulls = append(pulls, Token(w.p.Size(n), n))
		}
	}
	if len(names) == 0 {
		return nil
	}
	if len(names) == 1 {
		key += "-one"
	}
	return w.say(key, Word("names", w.p.List(names...)), Phrase("d", Say(w.p, "number.points", Phrase("n", Enumerate(w.p, pulls...)))))
}

// oneDecimal returns n to be shown with one decimal.
func oneDecimal(n data.Number) data.Number {
	if n.Known() {
		n.Digits = 1
	}
	return n
}

// turns names the branches for which a growth rate of profit means nothing.
func (w writer) turns(_ brief.Contribution, parts []stats.Pull) Sentence {
	var clauses [][]Run
	for _, p := range parts {
		if p.Turn != stats.NoTurn && p.Turn != stats.UnclearTurn {
			clauses = append(clauses, Join(Words(w.itemOf(p.Item)), w.space(), Profit(w.p, p.Level, p.Growth)))
		}
	}
	return NewSentence(w.p, clauses...)
}

// names lists the items with the given codes.
func (w writer) names(items []string) string {
	var out []string
	for _, code := range items {
		out = append(out, w.p.ItemShortOf(w.d.Catalog(), code))
	}
	return w.p.List(out...)
}

// contributionKey returns the heading of contributions: to a decline where the
// total fell, so that a positive one is of a branch that fell too.
func contributionKey(total stats.Pull) string {
	if total.Growth.Known() && total.Growth.Value < 0 {
		return "column.contribution-decline"
	}
	return "column.contribution"
}

// pullTable is every branch with level, growth, pull and contribution, the
// residual and the total.
func (w writer) pullTable(c brief.Contribution, parts []stats.Pull) *Table {
	t := &Table{
		ID: "contribution", Title: w.p.Text("table.contribution", "region", w.region(), "period", w.titlePeriod(), "indicator", w.indicator(c.Indicator)),
		Columns: []Column{
			{Title: w.p.Text("column.branches"), Text: true},
			{Title: w.p.Text("column.level", "unit", w.p.Unit(c.Unit))},
			{Title: w.p.Text("column.growth-percent")},
			{Title: w.p.Text("column.pull")},
			{Title: w.p.Text(contributionKey(c.Pulls.Total))},
		},
		Source: w.source(), Notes: []string{w.p.Text("table.note.pulls")},
	}
	if c.Pulls.Suppressed {
		t.Notes = append(t.Notes, w.p.Text("table.note.suppressed"))
	}
	if names := w.names(c.Pulls.Unknown); names != "" {
		t.Notes = append(t.Notes, w.p.Text("table.note.unknown-pulls", "names", names))
	}
	for _, p := range append([]stats.Pull{c.Pulls.Total}, parts...) {
		growth := w.cell(p.Growth)
		if p.Turn != stats.NoTurn {
			growth = PrintedCell(Plain(Profit(w.p, p.Level, p.Growth)), p.Growth)
		}
		share := p.Contribution
		if p.Item == data.TotalItem && !c.Pulls.Suppressed {
			share = data.Number{Value: 100, Lo: 100, Hi: 100, Digits: 1, Status: data.Derived}
		}
		t.Rows = append(t.Rows, Row{Strong: p.Item == data.TotalItem, Cells: []Cell{
			TextCell(w.p.ItemShortOf(w.d.Catalog(), p.Item)), w.cell(p.Level), growth, w.cell(p.Pull), w.cell(share),
		}})
	}
	t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(w.p.Text("say.residual")), TextCell(""), TextCell(""), w.cell(c.Pulls.Residual), TextCell("")}})
	return t
}
