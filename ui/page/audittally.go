package page

import (
	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// A tallyTable says by rule how often each verdict came out; a tap on a count lists
// what it counts, on a rule what is listed at first of it. Its first row is the sum.
type tallyTable struct {
	env  Env
	all  []session.Tally
	grid *widget.Grid
}

// tallied are the verdicts in the order of the columns and of the list: news, what
// rounding cannot explain, and what agrees.
func tallied() []stats.Verdict {
	return []stats.Verdict{stats.Revised, stats.Inconsistent, stats.ScopeDifference, stats.WithinRounding, stats.Consistent}
}

// pressing reports whether a verdict is listed without being asked for.
func pressing(v stats.Verdict) bool { return v == stats.Revised || v == stats.Inconsistent }

// newTallyTable returns an empty table; choose is told what is tapped.
func newTallyTable(e Env, choose func(tallyChoice)) *tallyTable {
	t := &tallyTable{env: e}
	t.grid = widget.NewGrid(t.content(), func(row, col int, _ widget.Cell) { choose(t.choice(row, col)) })
	return t
}

// A tallyChoice is what a person has tapped: a rule, "" for all, and the verdict whose
// count it is, Unchecked for none.
type tallyChoice struct {
	rule    stats.Rule
	verdict stats.Verdict
}

// choice returns what a cell stands for.
func (t *tallyTable) choice(row, col int) tallyChoice {
	var c tallyChoice
	if row > 0 {
		c.rule = t.all[row-1].Rule
	}
	if col > 0 {
		c.verdict = tallied()[col-1]
	}
	return c
}

// set shows tallies.
func (t *tallyTable) set(all []session.Tally) {
	t.all = all
	t.grid.SetContent(t.content())
}

// height returns the height of all rows.
func (t *tallyTable) height() float32 {
	return float32(len(t.all)+2)*widget.RowHeight + widget.HeadLine
}

// content returns the table.
func (t *tallyTable) content() widget.Content {
	c := widget.Content{
		Columns: []widget.Column{{Title: t.env.text("finding.rule"), Most: 300, Whole: true}},
		Rows:    len(t.all) + 1,
		At:      t.cell,
	}
	for _, v := range tallied() {
		c.Columns = append(c.Columns, widget.Column{Title: session.VerdictWord(t.env.Printer, v), Right: true})
	}
	return c
}

// cell returns a cell: the rule or a number of outcomes.
func (t *tallyTable) cell(row, col int) widget.Cell {
	p := t.env.Printer
	if col == 0 {
		if row == 0 {
			return widget.Cell{Text: t.env.text("page.audit.sum"), Strong: true}
		}
		return widget.Cell{Text: session.RuleWord(p, t.all[row-1].Rule)}
	}
	verdict, n := tallied()[col-1], 0
	for i, one := range t.all {
		if row == 0 || i == row-1 {
			n += one.Count[verdict]
		}
	}
	return widget.Cell{Text: p.Count(n), Strong: row == 0 || pressing(verdict) && n > 0, Muted: n == 0}
}
