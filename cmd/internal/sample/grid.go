package main

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// role says what a cell is for, and with that how it looks.
type role int

const (
	roleNone role = iota
	roleTitle
	roleUnit
	roleHead
	roleStub
	roleValue
	roleNote
)

// cell is one cell of a sheet as it is to be written.
type cell struct {
	text string
	role role
}

// span is a merged range; rows and columns count from 0 and include the last.
type span struct{ row, col, lastRow, lastCol int }

// grid is a sheet laid out, ready to be written.
type grid struct {
	rows   [][]cell
	merges []span
	// headRows and stubCols bound the part that stays in view.
	headRows, stubCols int
}

// set puts a cell into the grid, which grows as needed.
func (g *grid) set(row, col int, c cell) {
	for len(g.rows) <= row {
		g.rows = append(g.rows, nil)
	}
	for len(g.rows[row]) <= col {
		g.rows[row] = append(g.rows[row], cell{})
	}
	g.rows[row][col] = c
}

// merge joins a range of cells unless it is a single one. The cells under the
// first take its role, so that borders close.
func (g *grid) merge(s span) {
	if s.row == s.lastRow && s.col == s.lastCol {
		return
	}
	first := g.rows[s.row][s.col]
	for r := s.row; r <= s.lastRow; r++ {
		for c := s.col; c <= s.lastCol; c++ {
			if r != s.row || c != s.col {
				g.set(r, c, cell{role: first.role})
			}
		}
	}
	g.merges = append(g.merges, s)
}

// Widths and heights in the units of a workbook: characters and points.
const (
	narrow     = 9  // the least width of a column
	wide       = 46 // the greatest width of a stub
	lineHeight = 15 // one line of a heading
	// wholePeriod is the length of 2013年1-12月, which is not to wrap.
	wholePeriod = 13
	titleScale  = 1.6
)

// widths returns a width for each column, wide enough for stubs and figures and
// in sum for the title. Headings wrap.
func (g *grid) widths() []float64 {
	var out []float64
	for _, row := range g.rows {
		for i, c := range row {
			for len(out) <= i {
				out = append(out, narrow)
			}
			if c.role == roleStub || c.role == roleValue {
				out[i] = min(wide, max(out[i], printed(c.text)+2))
			}
			if c.role == roleHead && printed(c.text) <= wholePeriod {
				out[i] = max(out[i], printed(c.text)+1)
			}
		}
	}
	under := out[:min(len(out), titleColumns)]
	room := 0.0
	for _, w := range under {
		room += w
	}
	lack := printed(g.rows[0][0].text)*titleScale - room
	figures := under[min(g.stubCols, len(under)-1):]
	for i := range figures {
		figures[i] += max(0, lack) / float64(len(figures))
	}
	return out
}

// height returns the height of a heading row whose texts wrap in widths.
func (g *grid) height(row int, widths []float64) float64 {
	lines := 1.0
	for i, c := range g.rows[row] {
		if c.role == roleHead && c.text != "" {
			lines = max(lines, math.Ceil(printed(c.text)/(g.reach(row, i, widths)-1)))
		}
	}
	return lines * lineHeight
}

// reach returns the width of the range that begins at a cell.
func (g *grid) reach(row, col int, widths []float64) float64 {
	total := widths[col]
	for _, m := range g.merges {
		if m.row == row && m.col == col {
			for i := m.col + 1; i <= m.lastCol; i++ {
				total += widths[i]
			}
		}
	}
	return total
}

// printed returns the width of text in half-width characters.
func printed(text string) float64 {
	n := 0.0
	for _, r := range text {
		n++
		if r >= 0x2e80 {
			n++
		}
	}
	return n
}

// number splits a printed figure into its value and decimals. It reports false
// for text, which a figure with a footnote mark is.
func number(text string) (value float64, decimals int, ok bool) {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, 0, false
	}
	if _, fraction, found := strings.Cut(text, "."); found {
		decimals = utf8.RuneCountInString(fraction)
	}
	return value, decimals, true
}
