package layout

import (
	"slices"
	"strings"

	"yunxing/data"
)

// matter is what a statement is about, among those of all grids.
type matter struct {
	grid  int
	scope Scope
	at    Spot
	part  Part
}

// printed is what the labels of a figure say of its unit and its basis, before
// anything that is stated.
type printed struct {
	near    []data.Unit
	reading reading
}

// over compares what the labels say of a figure with what they said when the
// statements of it were made, and notes it for templates to come. A statement that a
// template brings does not silence labels that have changed, nor does it reach
// figures of another indicator: such a figure is in doubt.
func (r *tableReader) over(d *draft, p printed, col int) {
	for _, s := range r.said {
		if !s.covers(d.row.row, col) {
			continue
		}
		said := r.labels(s.Part, d, p)
		if s.ask || s.Over != nil && !slices.Contains(s.Over, said) {
			d.doubt(TemplateRule)
		}
		m := matter{r.number, s.Scope, s.At, s.Part}
		if list := r.result.printed[m]; !slices.Contains(list, said) && len(list) < mostPrinted {
			if r.result.printed == nil {
				r.result.printed = map[matter][]string{}
			}
			r.result.printed[m] = append(list, said)
		}
	}
}

// mostPrinted bounds the wordings that are kept of one statement.
const mostPrinted = 200

// covers reports whether s, a statement about the table, is about a figure.
func (s statement) covers(row, col int) bool {
	switch s.Scope {
	case OfColumn:
		return s.At.Col == col
	case OfRow:
		return s.At.Row == row
	case OfCell:
		return s.At == Spot{row, col}
	case OfTable, OfSheet:
	}
	return true
}

// labels returns what the labels of a figure say of a part; of unit and basis also
// which indicator it is of, for a unit is one of something.
func (r *tableReader) labels(part Part, d *draft, p printed) string {
	row, col, ctx := d.row.side, d.col, r.context
	switch part {
	case UnitPart:
		symbols := []string{d.obs.Key.Indicator}
		for _, u := range slices.Concat(p.near, ctx.units) {
			symbols = append(symbols, u.Symbol)
		}
		return strings.Join(symbols, "、")
	case BasisPart:
		return d.obs.Key.Indicator + "、" + p.reading.with(ctx.reading).String()
	case IndicatorPart:
		return strings.Join(slices.Concat(row.indicators, col.indicators, col.unknown, ctx.indicators, ctx.unknown), "、")
	case RegionPart:
		return first(row.region, col.region, ctx.region)
	case ItemPart:
		return row.item + col.item
	case PeriodPart, SkipPart, TitlePart, HeadingPart, NotePart, FiguresPart, SplitPart:
	}
	return ""
}

// String returns what r says, to compare it with another.
func (r reading) String() string {
	var parts []string
	if r.hasSpan {
		parts = append(parts, r.span.String())
	}
	if r.measured {
		parts = append(parts, r.measure.String(), r.ref.String())
	}
	if r.changed {
		parts = append(parts, data.Change.String())
	}
	return strings.Join(parts, " ")
}
