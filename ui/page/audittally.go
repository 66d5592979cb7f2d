package page

import (
	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// A tallyTable says by rule how often each verdict came out; a tap lists the findings
// of a rule. Its first row is the sum.
type tallyTable struct {
	env  Env
	all  []session.Tally
	grid *widget.Grid
}

// tallied are the verdicts in the order of the columns, the worst first.
func tallied() []stats.Verdict {
	return []stats.Verdict{stats.Inconsistent, stats.ScopeDifference, stats.WithinRounding, stats.Consistent}
}

// newTallyTable returns an empty table; choose is told the rule that is tapped, "" for
// the sum.
func newTallyTable(e Env, choose func(stats.Rule)) *tallyTable {
	t := &tallyTable{env: e}
	t.grid = widget.NewGrid(t.content(), func(row, _ int, _ widget.Cell) {
		if row == 0 {
			choose("")
			return
		}
		choose(t.all[row-1].Rule)
	})
	return t
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
	bad := verdict == stats.Inconsistent || verdict == stats.ScopeDifference
	return widget.Cell{Text: p.Count(n), Strong: row == 0 || bad && n > 0, Muted: n == 0}
}
