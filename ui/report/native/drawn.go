package native

import (
	"math"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// drawn is a panel with its table and, where it can be one, its native chart.
type drawn struct {
	table   *table
	plan    *plan
	centres []float64 // of the columns of a table of numbers
	picture bool      // is a picture, since no chart can show it
}

// newDrawn plans a panel of a figure. Panels that stand on the same places share
// the table of the one before.
func newDrawn(st *chart.Style, f *chart.Figure, p *chart.Panel, sheet string, top int, before *table, words i18n.Printer) drawn {
	d := drawn{}
	switch {
	case p.X.Kind == chart.CategoryAxis && p.Y.Kind == chart.CategoryAxis && p.X.Hidden:
		d.table = places(p, sheet, top, words)
		d.picture = true
		return d
	case p.X.Kind == chart.CategoryAxis && p.Y.Kind == chart.CategoryAxis:
		d.table = newTable(sheet, p.Title, top, p.Y.Slots, words)
		d.centres = numbersOf(p, d.table)
		return d
	case p.Lying():
		d.table = newTable(sheet, p.Title, top, p.Y.Slots, words)
		if bars(p) > 0 {
			d.plan = lying(st, p, d.table, words)
		} else {
			d.plan = moves(st, p, d.table, words)
		}
	case p.Right != nil:
		d.table = newTable(sheet, "", top, p.X.Slots, words)
		standing(st, p, d.table, words) // for its columns
		d.table.helpers = nil
		d.picture = true
		return d
	case p.X.Kind == chart.CategoryAxis:
		d.table = before
		if before == nil || !before.fits(p.X.Slots) {
			d.table = newTable(sheet, "", top, p.X.Slots, words)
		}
		d.plan = standing(st, p, d.table, words)
	default:
		d.table = newTable(sheet, p.Title, top, nil, words)
		d.plan = scatter(st, p, d.table)
	}
	if len(d.plan.groups) == 0 {
		d.plan = nil
		return d
	}
	d.title(f, p)
	return d
}

// title gives the chart the words above it: those of the panel where there are
// several.
func (d *drawn) title(f *chart.Figure, p *chart.Panel) {
	d.plan.title, d.plan.subtitle = f.Headline, f.Subtitle
	if len(f.Panels) > 1 {
		d.plan.title, d.plan.subtitle = p.Title, p.Y.Unit
	}
}

// bars counts the bars of a panel.
func bars(p *chart.Panel) int {
	n := 0
	for _, m := range p.Marks {
		if _, ok := m.(chart.Bars); ok {
			n++
		}
	}
	return n
}

// places returns the table of a map: a row for each place.
func places(p *chart.Panel, sheet string, top int, words i18n.Printer) *table {
	t := newTable(sheet, p.Title, top, nil, words)
	var values []float64
	digits := 0
	for _, m := range p.Marks {
		cells, ok := m.(chart.Cells)
		if !ok {
			continue
		}
		for _, c := range cells.Data {
			t.labels = append(t.labels, c.Name)
			v := math.NaN()
			if c.Known() {
				v, digits = c.V, max(digits, c.Digits)
			}
			values = append(values, v)
		}
	}
	t.add("", values, digits)
	return t
}

// numbersOf writes a table of numbers and returns the centres of its columns, as
// the tints of its cells tell them.
func numbersOf(p *chart.Panel, t *table) []float64 {
	var cells []chart.Cell
	for _, m := range p.Marks {
		if c, ok := m.(chart.Cells); ok {
			cells = append(cells, c.Data...)
		}
	}
	centres := nans(len(p.X.Slots))
	for j, slot := range p.X.Slots {
		values := nans(len(p.Y.Slots))
		var column []chart.Cell
		digits := 0
		for _, c := range cells {
			if c.Col == j && c.Row < len(values) && c.Known() {
				values[c.Row], digits = c.V, max(digits, c.Digits)
				column = append(column, c)
			}
		}
		t.add(slot.Label, values, digits)
		centres[j] = centre(column)
	}
	return centres
}

// centre returns the value of a column that has no tint. The tint of a cell is its
// distance from there, as a part of the greatest, so two cells tell it.
func centre(cells []chart.Cell) float64 {
	if len(cells) == 0 {
		return math.NaN()
	}
	lo, hi := cells[0], cells[0]
	for _, c := range cells {
		if c.Tint < lo.Tint {
			lo = c
		}
		if c.Tint > hi.Tint {
			hi = c
		}
	}
	if hi.Tint-lo.Tint < 1e-9 {
		return math.NaN()
	}
	most := (hi.V - lo.V) / (hi.Tint - lo.Tint)
	return lo.V - lo.Tint*most
}
