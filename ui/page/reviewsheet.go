package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// grounds returns the colour of the ground of every role of cells.
func grounds() map[session.CellRole]fyne.ThemeColorName {
	return map[session.CellRole]fyne.ThemeColorName{
		session.Title:     widget.ColorRoleTitle,
		session.Header:    widget.ColorRoleHeader,
		session.Stub:      widget.ColorRoleHeader,
		session.Period:    widget.ColorRolePeriod,
		session.Region:    widget.ColorRoleRegion,
		session.Item:      widget.ColorRoleItem,
		session.Indicator: widget.ColorRoleIndicator,
		session.Unit:      widget.ColorRoleUnit,
		session.Note:      widget.ColorRoleNote,
		session.Value:     widget.ColorRoleValue,
		session.Absent:    widget.ColorRoleAbsent,
		session.InDoubt:   widget.ColorRoleDoubt,
	}
}

// legend returns what the grounds mean.
func (e Env) legend() []widget.LegendItem {
	var out []widget.LegendItem
	for _, r := range []session.CellRole{
		session.Value, session.InDoubt, session.Absent, session.Period, session.Region, session.Item,
		session.Indicator, session.Unit, session.Header, session.Title, session.Note,
	} {
		out = append(out, widget.LegendItem{Ground: grounds()[r], Mark: r == session.InDoubt, Text: e.text("role." + r.String())})
	}
	return append(out, widget.LegendItem{Text: e.text("role.ignored")})
}

// content returns the sheet that is shown, coloured by what its cells became.
func (v *Review) content() widget.SheetContent {
	b, sheet := v.review.Books[v.book], v.sheet
	g, colors := b.Grids[sheet], grounds()
	return widget.SheetContent{
		Rows: g.Rows(), Cols: g.Cols(), Merged: g.Merged,
		Hidden: func(row int) bool { return g.HiddenRows[row] },
		At: func(row, col int) widget.SheetCell {
			c, at := g.At(row, col), session.Spot{Row: row, Col: col}
			role := b.Role(sheet, at)
			o, figure := b.Figure(sheet, at)
			if figure && o.Status == data.Doubtful {
				role = session.InDoubt // as another sheet of the file may have made it
			}
			return widget.SheetCell{
				Text: c.Display(), Bold: c.Bold, Indent: int(c.Indent),
				Right:  c.Kind == data.NumberCell || c.Kind == data.DateCell || figure || role == session.Absent,
				Ground: colors[role], Mark: b.Doubted(sheet, at) || role == session.InDoubt,
				Muted: role == session.Ignored,
			}
		},
	}
}

// tell says what the selected cell became.
func (v *Review) tell(row, col int) {
	var lines []fyne.CanvasObject
	for i, l := range v.words(row, col) {
		lines = append(lines, widget.NewFlow([]widget.Token{{Text: l, Strong: i == 0}}, theme.Size(theme.SizeNameCaptionText), nil))
	}
	v.told.Objects = []fyne.CanvasObject{widget.NewSheet(0, 12, 4, 0, lines...).Object()}
	v.told.Refresh()
}

// words returns what there is to say of a selection, the place first.
func (v *Review) words(row, col int) []string {
	e := v.env
	switch {
	case row < 0 && col < 0 && v.review.Books[v.book].Template != "":
		return []string{e.text("review.nothing"), e.text("review.template", "name", v.review.Books[v.book].Template)}
	case row < 0 && col < 0:
		return []string{e.text("review.nothing")}
	case col < 0:
		return []string{e.text("review.row", "row", e.Printer.Count(row+1))}
	case row < 0:
		return []string{e.text("review.column", "column", data.ColumnName(col))}
	}
	b, at := v.review.Books[v.book], session.Spot{Row: row, Col: col}
	o, figure := b.Figure(v.sheet, at)
	role := b.Role(v.sheet, at)
	problems := b.At(v.sheet, at)
	if figure && o.Status == data.Doubtful {
		role, problems = session.InDoubt, b.Reasons(v.sheet, at)
	}
	source := b.Grids[v.sheet].Source(row, col)
	cell := source.Cell
	if source.Sheet != b.Grids[v.sheet].Sheet {
		cell = source.Sheet + " " + cell // a table of a web page
	}
	first := e.text("review.cell", "cell", cell, "role", e.text("role."+role.String()))
	if text := b.Grids[v.sheet].At(row, col).Text; text != "" {
		first += e.text("list.colon") + strings.Join(strings.Fields(text), " ")
	}
	lines := []string{first}
	if figure {
		lines = append(lines, e.figure(o))
	}
	for _, p := range problems {
		lines = append(lines, e.Printer.Problem(p))
	}
	return lines
}

// figure returns a figure with what it is.
func (e Env) figure(o data.Observation) string {
	return e.label(o) + e.text("list.colon") + strings.TrimSpace(e.Printer.Number(o.Number())+" "+e.Printer.Unit(o.Unit))
}

// label returns what a figure measures, of whom and when.
func (e Env) label(o data.Observation) string {
	p, c := e.Printer, e.Session.Catalog()
	parts := []string{p.IndicatorOf(c, o.Key.Indicator)}
	if o.Key.Indicator == "" {
		parts[0] = e.text("review.unknown")
	}
	if o.Key.Item != data.TotalItem {
		parts = append(parts, p.ItemOf(c, o.Key.Item))
	}
	if o.Key.Region != "" {
		parts = append(parts, p.RegionOf(c, o.Key.Region))
	}
	parts = append(parts, p.Period(o.Period, o.Key.Basis.Span), p.Basis(o.Key.Basis))
	return strings.Join(parts, " · ")
}
