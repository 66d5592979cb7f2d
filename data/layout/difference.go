package layout

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"yunxing/data"
)

// Codes of differences between a file and the template it is read with. All are
// remarks but TemplateRule: figures are then read without what a person has said.
const (
	TemplateSheetNew  data.Code = "template.sheet-new"
	TemplateSheetGone data.Code = "template.sheet-gone"
	TemplateTables    data.Code = "template.tables"
	TemplateMoved     data.Code = "template.moved"
	TemplateLayout    data.Code = "template.layout"
	TemplateColumnNew data.Code = "template.column-new"
	TemplateColumn    data.Code = "template.column-gone"
	TemplateRowNew    data.Code = "template.row-new"
	TemplateRow       data.Code = "template.row-gone"
	TemplateUnit      data.Code = "template.unit"
	TemplateSeriesNew data.Code = "template.series-new"
	TemplateSeries    data.Code = "template.series-gone"
)

// IsDifference reports whether a problem is a difference from a template.
func IsDifference(c data.Code) bool { return strings.HasPrefix(string(c), "template.") }

// A Use is a template in use for the sheets of one file.
type Use struct {
	Template Template
	Fit      Fit
	Grids    []*data.Grid
	Lost     map[*data.Grid]Mapping // rules without a place
}

// Use returns t in use for the sheets of a file, and the mappings that it gives them.
// Unless a person has named the template for the file, an indicator, region or item
// that was stated where the labels name none is asked about: another file may look
// the same.
func (t Template) Use(grids []*data.Grid, f Fit, named bool) (Use, map[*data.Grid]Mapping) {
	u := Use{Template: t, Fit: f, Grids: grids, Lost: map[*data.Grid]Mapping{}}
	mappings := map[*data.Grid]Mapping{}
	for i, g := range grids {
		if j := f.Sheets[i]; j >= 0 {
			mappings[g], u.Lost[g] = t.Sheets[j].Rules.place(g)
			for k := range mappings[g] {
				mappings[g][k].ask = !named && mappings[g][k].namesUnlabelled()
			}
		}
	}
	return u, mappings
}

// namesUnlabelled reports whether r names what figures are of where no label did.
func (r Rule) namesUnlabelled() bool {
	switch r.Part {
	case IndicatorPart, RegionPart, ItemPart:
		return r.Text != "" && slices.Contains(r.Over, "")
	case SkipPart, TitlePart, HeadingPart, NotePart, FiguresPart, SplitPart, PeriodPart, UnitPart, BasisPart:
	}
	return false
}

// Restated returns u after a person has said m of a sheet: what is stated anew is no
// longer lost.
func (u Use) Restated(g *data.Grid, m Mapping) Use {
	u.Lost = maps.Clone(u.Lost)
	u.Lost[g] = slices.DeleteFunc(slices.Clone(u.Lost[g]), func(lost Rule) bool {
		return slices.ContainsFunc(m, func(r Rule) bool {
			anew := r.Anchor == "" // what a template brings has one
			return anew && r.Scope == lost.Scope && r.Part == lost.Part && (r.Text == "") == (lost.Text == "")
		})
	})
	return u
}

// Differences returns how the sheets, which were read into result, differ from the
// template. Branches and products go by the names of cat.
func (u Use) Differences(result Result, cat *data.Catalog) []data.Problem {
	var out []data.Problem
	for i, g := range u.Grids {
		d := differ{grid: g, cat: cat}
		j := u.Fit.Sheets[i]
		if j < 0 {
			d.note(TemplateSheetNew, Spot{}, g.Sheet)
		} else {
			for _, r := range u.Lost[g] {
				d.lost(r)
			}
			d.tables(u.Template.Sheets[j].Tables, result.outlines(i))
		}
		out = append(out, d.out...)
	}
	for j, s := range u.Template.Sheets {
		if !slices.Contains(u.Fit.Sheets, j) && len(u.Grids) > 0 {
			out = append(out, data.Problem{Code: TemplateSheetGone, At: data.Source{File: u.Grids[0].File}, Detail: s.Sheet})
		}
	}
	return out
}

// lost notes a rule that does not hold for the sheet.
func (d *differ) lost(r Rule) {
	at := Spot{min(r.At.Row, max(d.grid.Rows()-1, 0)), min(r.At.Col, max(d.grid.Cols()-1, 0))}
	if r.Part == PeriodPart && r.Text != "" {
		d.note(TemplatePeriod, at, r.Text)
		return
	}
	d.note(TemplateRule, at, r.describe())
}

// describe returns a rule in one line, for the list of differences.
func (r Rule) describe() string {
	text := data.CellName(r.At.Row, r.At.Col)
	if r.Anchor != "" {
		text += " " + r.Anchor
	}
	if r.Text != "" {
		text += " = " + r.Text
	}
	return text
}

// A differ lists the differences of a sheet.
type differ struct {
	grid *data.Grid
	cat  *data.Catalog
	out  []data.Problem
}

// mostNoted bounds the differences of one kind that are listed for a table.
const mostNoted = 40

// note adds a difference.
func (d *differ) note(c data.Code, at Spot, detail string) {
	d.out = append(d.out, data.Problem{Code: c, Doubt: isDoubt(c) && (c == TemplateRule || c == TemplatePeriod), At: d.grid.Source(at.Row, at.Col), Detail: detail})
}

// tables compares the tables of a sheet in their order.
func (d *differ) tables(before, now []Outline) {
	if len(before) != len(now) {
		d.note(TemplateTables, Spot{}, strconv.Itoa(len(before))+" → "+strconv.Itoa(len(now)))
	}
	for i := range min(len(before), len(now)) {
		d.table(before[i], now[i])
	}
}

// table compares a table with what it was.
func (d *differ) table(before, now Outline) {
	if before.Layout != now.Layout {
		d.note(TemplateLayout, now.At, "")
	}
	if before.At != now.At {
		d.note(TemplateMoved, now.At, data.CellName(before.At.Row, before.At.Col)+" → "+data.CellName(now.At.Row, now.At.Col))
	}
	d.names(TemplateColumnNew, missingFrom(before.Columns, now.Columns), now.columns, now.At)
	d.names(TemplateColumn, missingFrom(now.Columns, before.Columns), nil, now.At)
	d.names(TemplateRowNew, missingFrom(before.Rows, now.Rows), now.rows, now.At)
	d.names(TemplateRow, missingFrom(now.Rows, before.Rows), nil, now.At)
	d.series(before, now)
	for _, name := range sortedKeys(now.Units) {
		if was, ok := before.Units[name]; ok && was != now.Units[name] {
			d.note(TemplateUnit, now.At, d.told(bareName(name))+" "+was+" → "+now.Units[name])
		}
	}
}

// series notes series that are new or gone though no line is: a title or a heading
// says something else than before.
func (d *differ) series(before, now Outline) {
	lines := slices.Concat(before.Columns, before.Rows, now.Columns, now.Rows)
	slices.Sort(lines)
	a, b := bareNames(before.Units), bareNames(now.Units)
	for _, list := range []struct {
		code  data.Code
		names []string
	}{{TemplateSeries, missingFrom(b, a)}, {TemplateSeriesNew, missingFrom(a, b)}} {
		names := slices.DeleteFunc(list.names, func(name string) bool {
			return slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, name) || strings.Contains(name, l) }) && len(a) != len(b)
		})
		for i, name := range names {
			names[i] = d.told(name)
		}
		d.names(list.code, names, nil, now.At)
	}
}

// told returns the name of a series with its item by name, in the language that the
// table prints.
func (d *differ) told(name string) string {
	i := strings.LastIndex(name, " · ")
	if i < 0 {
		return name
	}
	it, ok := d.cat.Item(name[i+len(" · "):])
	switch {
	case !ok:
		return name
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
		return name[:i] + " · " + it.Zh
	}
	return name[:i] + " · " + it.En
}

// bareNames returns the names of series, each once, in order.
func bareNames(units map[string]string) []string {
	var out []string
	for _, name := range sortedKeys(units) {
		out = append(out, bareName(name))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// names notes names that are new or gone, at the cell where they stand, else at the
// table.
func (d *differ) names(c data.Code, names []string, stand lines, otherwise Spot) {
	for i, name := range names {
		if i == mostNoted {
			d.note(c, otherwise, "+"+strconv.Itoa(len(names)-mostNoted))
			return
		}
		at, ok := stand[name]
		if !ok {
			at = otherwise
		}
		d.note(c, at, name)
	}
}

// missingFrom returns the names of b that a has not.
func missingFrom(a, b []string) []string {
	has := make(map[string]bool, len(a))
	for _, s := range a {
		has[s] = true
	}
	var out []string
	for _, s := range b {
		if !has[s] {
			out = append(out, s)
		}
	}
	return out
}
