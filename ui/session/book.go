package session

import (
	"cmp"
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/data/layout"
)

// A Book is a file of a review. What is asked of its cells needs Review.Prepare.
type Book struct {
	Input
	Grids       []*data.Grid
	Mappings    map[*data.Grid]layout.Mapping
	Result      layout.Result
	Template    string         // name of the template in use, "" without one
	Differences []data.Problem // from the template
	use         *layout.Use
	sum         string // of the content
	problems    []data.Problem
	sheets      []page // what is known of each grid
}

// A page is what was read of one grid, by the places of cells.
type page struct {
	figures map[Spot]int   // numbers of observations
	doubts  map[Spot][]int // numbers of problems
	doubted int
}

// Problems returns the problems of the file: what differs from its template, then
// the rest.
func (b *Book) Problems() []data.Problem { return slices.Concat(b.Differences, b.Result.Problems) }

// index notes where the figures and problems of b stand.
func (b *Book) index() {
	b.problems = b.Problems()
	b.sheets = make([]page, len(b.Grids))
	for i := range b.sheets {
		b.sheets[i] = page{map[Spot]int{}, map[Spot][]int{}, 0}
	}
	for n, o := range b.Result.Observations {
		if i, at, ok := b.find(o.Source); ok {
			b.sheets[i].figures[at] = n
		}
	}
	for n, p := range b.problems {
		if i, at, ok := b.find(p.At); ok {
			b.sheets[i].doubts[at] = append(b.sheets[i].doubts[at], n)
			if p.Doubt {
				b.sheets[i].doubted++
			}
		}
	}
}

// find returns the grid and cell that a source names.
func (b *Book) find(s data.Source) (grid int, at Spot, ok bool) {
	for i, g := range b.Grids {
		if s.Sheet != g.Sheet && len(g.Origins) == 0 {
			continue
		}
		if row, col, ok := g.Find(s); ok {
			return i, Spot{Row: row, Col: col}, true
		}
	}
	return 0, Spot{}, false
}

// Find returns the sheet and the cell where a problem of b stands, and false for one
// of the file as a whole.
func (b *Book) Find(p data.Problem) (sheet int, at Spot, ok bool) { return b.find(p.At) }

// Role returns what a cell of a sheet became.
func (b *Book) Role(sheet int, at Spot) CellRole { return b.Result.Roles[sheet].At(at.Row, at.Col) }

// Doubts returns how many doubts there are on a sheet.
func (b *Book) Doubts(sheet int) int { return b.sheets[sheet].doubted }

// Figures returns how many figures were read of a sheet.
func (b *Book) Figures(sheet int) int { return len(b.sheets[sheet].figures) }

// Doubted reports whether a doubt stands at a cell.
func (b *Book) Doubted(sheet int, at Spot) bool {
	for _, p := range b.At(sheet, at) {
		if p.Doubt {
			return true
		}
	}
	return false
}

// At returns the problems that stand at a cell.
func (b *Book) At(sheet int, at Spot) []data.Problem {
	var out []data.Problem
	for _, n := range b.sheets[sheet].doubts[at] {
		out = append(out, b.problems[n])
	}
	return out
}

// Reasons returns the doubts about the figure in a cell: those that stand at it, at
// the heading of its column and at the label of its row.
func (b *Book) Reasons(sheet int, at Spot) []data.Problem {
	var out []data.Problem
	table := b.table(sheet, at)
	for spot, numbers := range b.sheets[sheet].doubts {
		if !table.Contains(spot.Row, spot.Col) {
			continue // of another table
		}
		if spot != at && (spot.Col != at.Col || spot.Row >= at.Row) && (spot.Row != at.Row || spot.Col >= at.Col) {
			continue
		}
		if _, figure := b.sheets[sheet].figures[spot]; figure && spot != at {
			continue
		}
		for _, n := range numbers {
			if b.problems[n].Doubt {
				out = append(out, b.problems[n])
			}
		}
	}
	slices.SortFunc(out, func(x, y data.Problem) int {
		return cmp.Or(cmp.Compare(x.At.Cell, y.At.Cell), cmp.Compare(x.Code, y.Code))
	})
	return out
}

// table returns the range of the table that a cell stands in, that of the whole sheet
// where it stands in none.
func (b *Book) table(sheet int, at Spot) data.CellRange {
	for _, f := range b.Result.Tables {
		if f.Grid == sheet && f.Range.Contains(at.Row, at.Col) {
			return f.Range
		}
	}
	return data.CellRange{Bottom: b.Grids[sheet].Rows(), Right: b.Grids[sheet].Cols()}
}

// Scope returns what is most likely meant by what is said of a cell: the figures of
// the column that it heads, or whose heading is in doubt; those of its row likewise;
// else those of its table. Columns of periods or regions are all of one kind, so that
// their table is meant.
func (b *Book) Scope(sheet int, at Spot) Scope {
	_, figure := b.sheets[sheet].figures[at]
	label, table := at, b.table(sheet, at)
	column, row := false, false
	for r := at.Row + 1; r <= table.Bottom && !column; r++ {
		column = b.holdsFigure(sheet, Spot{Row: r, Col: at.Col})
	}
	for c := at.Col + 1; c <= table.Right && !row; c++ {
		row = b.holdsFigure(sheet, Spot{Row: at.Row, Col: c})
	}
	if figure {
		column, row = false, false
		for _, p := range b.Reasons(sheet, at) {
			_, spot, _ := b.find(p.At)
			label = spot
			column = column || spot.Col == at.Col && spot.Row < at.Row
			row = row || spot.Row == at.Row && spot.Col < at.Col
		}
	}
	role := b.Role(sheet, label)
	switch {
	case role == Period || role == Region || row && !column && b.allRowsAsk(sheet, table, label):
	case column:
		return OfColumn
	case row:
		return OfRow
	}
	return OfTable
}

// holdsFigure reports whether a cell holds a figure, be it one that is not read for
// want of a period.
func (b *Book) holdsFigure(sheet int, at Spot) bool {
	switch b.Role(sheet, at) {
	case Value, InDoubt, Absent:
		return true
	}
	return false
}

// allRowsAsk reports whether the same is asked of several rows of a table as of the
// one that a label heads.
func (b *Book) allRowsAsk(sheet int, table data.CellRange, label Spot) bool {
	n := 0
	for _, p := range b.At(sheet, label) {
		for spot := range b.sheets[sheet].doubts {
			if spot.Col == label.Col && table.Contains(spot.Row, spot.Col) && slices.ContainsFunc(b.At(sheet, spot), func(q data.Problem) bool { return q.Code == p.Code }) {
				n++
			}
		}
	}
	return n > 2
}

// PartOf returns what a person can state to settle a problem, "" where it is nothing.
func PartOf(c data.Code) Part {
	kind, _, _ := strings.Cut(string(c), ".")
	switch kind {
	case "unit":
		return layout.UnitPart
	case "period":
		return layout.PeriodPart
	case "indicator":
		return layout.IndicatorPart
	case "measure":
		return layout.BasisPart
	case "region":
		return layout.RegionPart
	case "item":
		return layout.ItemPart
	}
	return ""
}

// Figure returns the figure that was read from a cell, and false where none was.
func (b *Book) Figure(sheet int, at Spot) (data.Observation, bool) {
	n, ok := b.sheets[sheet].figures[at]
	if !ok {
		return data.Observation{}, false
	}
	return b.Result.Observations[n], true
}
