package layout

import (
	"slices"

	"yunxing/data"
)

// bands returns the columns at which the parts of a sheet begin that are printed
// side by side: 0, and every column that repeats the labels of the first one, with
// figures between. Each part has a heading of its own, perhaps in other rows.
func bands(g *data.Grid) []int {
	out := []int{0}
	stub := firstColumn(g)
	seen := map[string]bool{}
	for r := range g.Rows() {
		if s := bandLabel(g.At(r, stub)); s != "" {
			seen[s] = true
		}
	}
	figures := false
	for c := stub + 1; c < g.Cols(); c++ {
		same, all, numbers := 0, 0, 0
		found := map[string]bool{}
		for r := range g.Rows() {
			cell := g.At(r, c)
			s := bandLabel(cell)
			switch {
			case s != "":
				all++
				if seen[s] && !found[s] {
					found[s] = true
					same++
				}
			case readFigure(cell, false).kind == number:
				numbers++
			}
		}
		if figures && same >= 4 && same*10 >= all*6 && numbers*2 < all {
			out = append(out, c)
			figures = false
		}
		figures = figures || numbers > 0
	}
	return out
}

// firstColumn returns the first column of g that holds a text.
func firstColumn(g *data.Grid) int {
	for c := range g.Cols() {
		for r := range g.Rows() {
			if bandLabel(g.At(r, c)) != "" {
				return c
			}
		}
	}
	return 0
}

// bandLabel returns the text of a cell that may be a label of a stub: a day, or a
// text that is no number.
func bandLabel(c data.Cell) string {
	switch {
	case c.Kind == data.DateCell:
		return c.Display()
	case c.Kind == data.TextCell && readFigure(c, false).kind == unreadable:
		return squeeze(halfWidth(c.Text))
	}
	return ""
}

// withSplits returns the columns at which parts begin with those that a person has
// said.
func withSplits(at, said []int) []int {
	out := slices.Concat(at, said)
	slices.Sort(out)
	return slices.Compact(out)
}
