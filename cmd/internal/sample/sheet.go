package main

import (
	"strings"
	"unicode/utf8"
)

// Sheet is one sheet of a workbook: a table as a bureau prints it.
type Sheet struct {
	// Name is the tab, at most 31 characters.
	Name string
	// Title stands in the first row and names region, indicator and measure.
	Title string
	// Unit is the text of the unit line, "" where a column holds the units.
	Unit string
	// Layout arranges the figures.
	Layout layout
	// Notes stand under the table and begin with the mark that they explain.
	Notes []string
	// Sources stand last: publisher and release date as far as they are known.
	Sources []string
}

// titleColumns bounds the width of the merged title and unit line, so that they
// stay in view on a sheet of many columns.
const titleColumns = 12

// lay turns the sheet into a grid: title, unit line, headings, body, notes.
func (s Sheet) lay() (*grid, error) {
	m, err := s.Layout()
	if err != nil {
		return nil, err
	}
	g := &grid{stubCols: len(m.stubHeads)}
	last := min(len(m.stubHeads)+len(m.heads), titleColumns) - 1
	g.set(0, 0, cell{text: s.Title, role: roleTitle})
	g.merge(span{0, 0, 0, last})
	row := 1
	if s.Unit != "" {
		g.set(row, 0, cell{text: "单位:" + s.Unit, role: roleUnit})
		g.merge(span{row, 0, row, last})
		row++
	}
	g.headRows = g.heading(row, m)
	row = g.body(g.headRows, m)
	row = g.lines(row, "注:", s.Notes)
	g.lines(row, "数据来源:", s.Sources)
	return g, nil
}

// heading writes the headings from row on and returns the row after them. Equal
// neighbours are merged; a column with fewer levels is merged downwards.
func (g *grid) heading(row int, m matrix) int {
	depth := 1
	for _, path := range m.heads {
		depth = max(depth, len(path))
	}
	for i, text := range m.stubHeads {
		g.set(row, i, cell{text: text, role: roleHead})
		g.merge(span{row, i, row + depth - 1, i})
	}
	for level := range depth {
		for i := 0; i < len(m.heads); {
			end := i + 1
			for end < len(m.heads) && level+1 < depth && same(m.heads[i], m.heads[end], level) {
				end++
			}
			g.headCell(row+level, len(m.stubHeads)+i, m.heads[i], level, depth, end-i)
			i = end
		}
	}
	return row + depth
}

// headCell writes the heading of one level over width columns.
func (g *grid) headCell(row, col int, path []string, level, depth, width int) {
	if level >= len(path) {
		return // merged downwards from above
	}
	g.set(row, col, cell{text: path[level], role: roleHead})
	lastRow := row
	if level == len(path)-1 {
		lastRow += depth - len(path)
	}
	g.merge(span{row, col, lastRow, col + width - 1})
}

// same reports whether two columns share their headings down to level and have
// more below it.
func same(a, b []string, level int) bool {
	if len(a) <= level+1 || len(b) <= level+1 {
		return false
	}
	for i := range level + 1 {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// body writes stubs and figures from row on and returns the row after them.
func (g *grid) body(row int, m matrix) int {
	for i, stubs := range m.stubs {
		for j, text := range stubs {
			g.set(row+i, j, cell{text: text, role: roleStub})
		}
		for j, text := range m.values[i] {
			g.set(row+i, len(stubs)+j, cell{text: text, role: roleValue})
		}
	}
	return row + len(m.stubs)
}

// lines writes notes from row on, the first behind word and the others indented
// to its width, and returns the row after them.
func (g *grid) lines(row int, word string, notes []string) int {
	for i, note := range notes {
		g.set(row+i, 0, cell{text: word + note, role: roleNote})
		word = strings.Repeat("　", utf8.RuneCountInString(word))
	}
	return row + len(notes)
}
