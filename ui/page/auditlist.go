package page

import (
	"cmp"
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
	grid   *widget.Grid
}

// newFindingTable returns an empty table.
func newFindingTable(e Env) *findingTable {
	t := &findingTable{env: e}
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
	slices.SortStableFunc(t.shown, func(a, b session.Finding) int { return cmp.Compare(severity(a.Verdict), severity(b.Verdict)) })
	t.grid.SetContent(t.content())
}

// severity returns the place of a verdict in the list.
func severity(v stats.Verdict) int { return slices.Index(tallied(), v) }

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
	return widget.Content{
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
	}
}

// cell returns a cell on a finding.
func (t *findingTable) cell(f session.Finding, col int) widget.Cell {
	p, c := t.env.Printer, t.env.Session.Catalog()
	switch col {
	case 0:
		return widget.Cell{Text: session.VerdictWord(p, f.Verdict), Strong: pressing(f.Verdict), Muted: !pressing(f.Verdict)}
	case 1:
		return widget.Cell{Text: session.RuleWord(p, f.Rule)}
	case 2:
		return widget.Cell{Text: p.RegionOf(c, f.Key.Region)}
	case 3:
		return widget.Cell{Text: t.what(f)}
	case 4:
		return widget.Cell{Text: p.Period(f.Period, f.Key.Basis.Span)}
	case 5:
		return widget.Cell{Text: p.Number(f.Stated), Number: &f.Stated}
	case 6:
		return widget.Cell{Text: p.Number(f.Derived), Number: &f.Derived}
	case 7:
		return widget.Cell{Text: p.Number(f.Gap), Number: &f.Gap}
	}
	if len(f.Cells) == 0 {
		return widget.Cell{}
	}
	at := f.Cells[0].Source
	return widget.Cell{Text: strings.TrimSpace(at.Cell + " " + at.Sheet), Muted: true} // the trace names the file
}
