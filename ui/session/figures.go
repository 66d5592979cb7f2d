package session

import (
	"strings"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// ScriptNames returns region and item by their Chinese names whatever the language of
// the words, so that a script finds them; what the catalogue does not know goes by the
// name it was stored under.
func ScriptNames(c *data.Catalog, region, item string) (regionName, itemName string) {
	if r, ok := c.Region(region); ok {
		region = r.Zh
	}
	if it, ok := c.Item(item); ok {
		item = it.Zh
	}
	return region, item
}

// FigureTable returns figures as a script reads them: names in Chinese, codes for
// what is of a few kinds.
func FigureTable(c *data.Catalog, figures []stats.Figure) report.Flat {
	out := report.Flat{Columns: report.TextColumns("measure", "region", "item", "period", "span", "value", "lo", "hi", "unit", "status")}
	for _, f := range figures {
		n := f.Number
		lo, hi := PlainBounds(n)
		region, item := ScriptNames(c, f.Region, f.Item)
		out.Rows = append(out.Rows, []string{
			f.Measure, region, item, f.Period.String(), f.Span.String(),
			Plain(n.Value, n.Digits), lo, hi, f.Unit, n.Status.String(),
		})
	}
	return out
}

// FigureSheet returns figures as a person reads them, in the language of p, for a
// spreadsheet.
func FigureSheet(p i18n.Printer, c *data.Catalog, figures []stats.Figure) report.Flat {
	out := report.Flat{Columns: []report.FlatColumn{
		{Title: p.Text("figure.region")},
		{Title: p.Text("figure.item")},
		{Title: p.Text("figure.period")},
		{Title: p.Text("figure.value"), Number: true},
		{Title: p.Text("figure.lo"), Number: true},
		{Title: p.Text("figure.hi"), Number: true},
		{Title: p.Text("figure.unit")},
		{Title: p.Text("figure.status")},
	}}
	for _, f := range figures {
		n := f.Number
		lo, hi := PlainBounds(n)
		out.Rows = append(out.Rows, []string{
			p.RegionOf(c, f.Region), p.ItemOf(c, f.Item), p.Period(f.Period, f.Span),
			Plain(n.Value, n.Digits), lo, hi, UnitName(p, f.Unit), p.Status(n.Status),
		})
	}
	return out
}

// UnitName returns the name of a unit given by its symbol.
func UnitName(p i18n.Printer, symbol string) string {
	if u, ok := data.ParseUnit(symbol); ok {
		return p.Unit(u)
	}
	return symbol
}

// MeasureName returns the name of a measure and what it says.
func MeasureName(p i18n.Printer, m stats.Measure) (name, help string) {
	if p.Lang() == i18n.Chinese {
		return m.Zh, m.HelpZh
	}
	return m.En, m.HelpEn
}

// MeasureSource returns where a measure is from, in one language where it is told in
// two: 按定义 (by definition).
func MeasureSource(p i18n.Printer, m stats.Measure) string {
	head, tail, _ := strings.Cut(m.Source, " (")
	words, tail, told := strings.Cut(tail, ")")
	switch {
	case !told:
		return m.Source
	case p.Lang() == i18n.Chinese:
		return head + tail
	}
	return words + tail
}
