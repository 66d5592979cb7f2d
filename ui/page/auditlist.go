package page

import (
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// A findingTable lists findings, revisions and what rounding cannot explain first; a tap
// shows what was compared and the cells.
type findingTable struct {
	env    Env
	picked tallyChoice // what was tapped in the table of rules
	found  []session.Finding
	texts  []string // of what was found, to be searched
	shown  []session.Finding
	order  sorting
	sorted func() // lists anew after the order has changed
	grid   *widget.Grid
}

// Columns of the table.
const (
	findingVerdict = iota
	findingRule
	findingRegion
	findingWhat
	findingPeriod
	findingStated
	findingDerived
	findingGap
	findingCell
)

// newFindingTable returns an empty table; sorted is told that its order has changed.
func newFindingTable(e Env, sorted func()) *findingTable {
	t := &findingTable{env: e, sorted: sorted}
	t.grid = widget.NewGrid(t.content(), func(row, _ int, _ widget.Cell) { t.trace(t.shown[row]) })
	return t
}

// set takes in what was found.
func (t *findingTable) set(found []session.Finding) { t.found, t.texts = found, nil }

// wants reports whether a finding is listed: what was tapped, every one if all, else
// what presses.
func (t *findingTable) wants(f session.Finding, all bool) bool {
	if t.picked.rule != "" && f.Rule != t.picked.rule {
		return false
	}
	if t.picked.verdict != stats.Unchecked {
		return f.Verdict == t.picked.verdict
	}
	return all || pressing(f.Verdict)
}

// list lists findings that are wanted, of a region, "" being any, and with every word of
// a search.
func (t *findingTable) list(all bool, region, search string) {
	if search != "" && t.texts == nil {
		for _, f := range t.found {
			t.texts = append(t.texts, t.words(f))
		}
	}
	t.shown = nil
	for i, f := range t.found {
		switch {
		case !t.wants(f, all), region != "" && f.Key.Region != region:
			continue
		case search != "" && !contains(t.texts[i], search):
			continue
		}
		t.shown = append(t.shown, f)
	}
	slices.SortStableFunc(t.shown, func(a, b session.Finding) int { return compareFindings(a, b, findingVerdict) })
	t.order.sortFindings(t.shown)
	t.grid.SetContent(t.content())
}

// cellOf returns the cell of the stated figure; the trace names the file.
func cellOf(f session.Finding) string {
	if len(f.Cells) == 0 {
		return ""
	}
	return strings.TrimSpace(f.Cells[0].Source.Cell + " " + f.Cells[0].Source.Sheet)
}

// words returns what a finding is searched by.
func (t *findingTable) words(f session.Finding) string {
	p := t.env.Printer
	words := []string{t.label(f), session.RuleWord(p, f.Rule), session.VerdictWord(p, f.Verdict)}
	for _, o := range f.Cells {
		words = append(words, p.Source(o.Source))
	}
	return strings.Join(words, " ")
}

// label returns what a finding is about.
func (t *findingTable) label(f session.Finding) string {
	p, c := t.env.Printer, t.env.Session.Catalog()
	return p.RegionOf(c, f.Key.Region) + " · " + t.what(f) + " · " + p.Period(f.Period, f.Key.Basis.Span)
}

// what returns what the stated figure measures.
func (t *findingTable) what(f session.Finding) string {
	p, c := t.env.Printer, t.env.Session.Catalog()
	name := f.Key.Indicator
	if in, ok := c.Indicator(f.Key.Indicator); ok {
		name = p.IndicatorShort(in)
	}
	if f.Key.Item == data.TotalItem || f.Key.Item == "" {
		return name
	}
	return name + " · " + p.ItemShortOf(c, f.Key.Item)
}

// trace shows what was compared.
func (t *findingTable) trace(f session.Finding) { t.env.Host.Panel().ShowFinding(t.label(f), f) }

// content returns the table.
func (t *findingTable) content() widget.Content {
	e := t.env
	c := widget.Content{
		Columns: []widget.Column{
			{Title: e.text("finding.verdict"), Whole: true},
			{Title: e.text("finding.rule"), Most: 220, Whole: true},
			{Title: e.text("figure.region"), Most: 120, Whole: true},
			{Title: e.text("finding.indicator"), Most: 260},
			{Title: e.text("figure.period"), Most: 180, Whole: true},
			{Title: e.text("finding.stated"), Right: true},
			{Title: e.text("finding.derived"), Right: true},
			{Title: e.text("finding.gap"), Right: true},
			{Title: e.text("finding.cell"), Most: 240},
		},
		Rows: len(t.shown),
		At:   func(row, col int) widget.Cell { return t.cell(t.shown[row], col) },
		Sort: func(col int) {
			t.order = t.order.next(col)
			t.sorted()
		},
	}
	for i := range c.Columns {
		c.Columns[i].Title = t.order.mark(i, c.Columns[i].Title)
	}
	return c
}

// cell returns a cell on a finding.
func (t *findingTable) cell(f session.Finding, col int) widget.Cell {
	p, c := t.env.Printer, t.env.Session.Catalog()
	switch col {
	case findingVerdict:
		return widget.Cell{Text: session.VerdictWord(p, f.Verdict), Strong: pressing(f.Verdict), Muted: !pressing(f.Verdict)}
	case findingRule:
		return widget.Cell{Text: session.RuleWord(p, f.Rule)}
	case findingRegion:
		return widget.Cell{Text: p.RegionOf(c, f.Key.Region)}
	case findingWhat:
		return widget.Cell{Text: t.what(f)}
	case findingPeriod:
		return widget.Cell{Text: p.Period(f.Period, f.Key.Basis.Span)}
	case findingStated:
		return widget.Cell{Text: p.Number(f.Stated), Number: &f.Stated}
	case findingDerived:
		return widget.Cell{Text: p.Number(f.Derived), Number: &f.Derived}
	case findingGap:
		return widget.Cell{Text: p.Number(f.Gap), Number: &f.Gap}
	}
	return widget.Cell{Text: cellOf(f), Muted: true}
}
