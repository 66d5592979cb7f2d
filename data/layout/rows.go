package layout

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yunxing/data"
)

// A rowKind says what a row of a sheet looks like before its table is known.
type rowKind uint8

const (
	blankRow rowKind = iota
	textRow          // one text: a title, or a section
	unitRow          // 单位:%
	noteRow          // a note or a source
	labelRow         // several labels and no figure
	valueRow         // figures
)

// A cellKind says what a cell looks like before its table is known.
type cellKind uint8

const (
	blankCell  cellKind = iota
	labelCell           // text
	periodCell          // a period or a day, as text or as a number such as 2013
	valueCell           // a number
	absentCell          // a marker for a missing one
)

// A look is the first look at a sheet: what its cells and rows seem to be.
type look struct {
	grid  *data.Grid
	given *given
	comma bool
	left  int // the first column
	right int // the one behind the last
	cells [][]cellKind
	rows  []rowKind
	parts map[[2]int]string // what numbers are that a heading makes parts of a year
	names *parser           // that tells labels of stubs from notes; may be nil

	merges [][]data.CellRange // by row
}

// newLook looks at a sheet, at the columns from left up to but without right.
func newLook(g *data.Grid, left, right int, said *given) *look {
	l := &look{grid: g, given: said, comma: usesComma(g), left: left, right: max(right, left+1)}
	l.cells = make([][]cellKind, g.Rows())
	l.rows = make([]rowKind, g.Rows())
	for r := range g.Rows() {
		l.cells[r] = make([]cellKind, g.Cols())
		for c := left; c < min(right, g.Cols()); c++ {
			l.cells[r][c] = said.cell(r, c, l.cell(g.At(r, c)))
		}
	}
	l.left = l.margin(left)
	l.compactDates()
	l.partColumns()
	for r := range g.Rows() {
		l.rows[r] = l.row(r)
		if l.rows[r] == labelRow && l.yearsAsFigures(r) {
			l.rows[r] = valueRow
		}
		l.rows[r] = said.row(r, l.rows[r], l.filled(r))
	}
	l.skipColumns()
	l.indexMerges()
	return l
}

// margin returns the first column from left on that is more than a margin: one that is
// blank but for titles above the tables and notes below them.
func (l *look) margin(left int) int {
	top, bottom := -1, -1
	for r := range l.cells {
		if l.filled(r) > 1 {
			bottom = r
			if top < 0 {
				top = r
			}
		}
	}
	for c := left; c < l.grid.Cols() && top >= 0; c++ {
		for r := top; r <= bottom; r++ {
			if l.cells[r][c] != blankCell {
				return c
			}
		}
	}
	return left
}

// filled returns how many cells of a row are not blank.
func (l *look) filled(r int) int {
	n := 0
	for _, k := range l.cells[r] {
		if k != blankCell {
			n++
		}
	}
	return n
}

// indexMerges notes for every row the merged ranges that it crosses. Of a sheet
// that is nothing but merged ranges it notes no more than a few million.
func (l *look) indexMerges() {
	l.merges = make([][]data.CellRange, len(l.rows))
	left := 4 << 20
	for _, m := range l.grid.Merged {
		for r := max(m.Top, 0); r <= m.Bottom && r < len(l.merges) && left > 0; r++ {
			l.merges[r] = append(l.merges[r], m)
			left--
		}
	}
}

// merged returns the merged range that a cell lies in.
func (l *look) merged(row, col int) (data.CellRange, bool) {
	for _, m := range l.merges[row] {
		if m.Contains(row, col) {
			return m, true
		}
	}
	return data.CellRange{}, false
}

// cell returns what c looks like.
func (l *look) cell(c data.Cell) cellKind {
	switch c.Kind {
	case data.EmptyCell:
		return blankCell
	case data.DateCell:
		return periodCell
	case data.NumberCell:
		if yearLike(c.Text) {
			return periodCell
		}
		return valueCell
	case data.TextCell:
		return l.text(c.Text)
	}
	return absentCell
}

// text returns what a text looks like.
func (l *look) text(text string) cellKind {
	t := strings.TrimSpace(halfWidth(text))
	if t == "" {
		return blankCell
	}
	if utf8.RuneCountInString(t) > 40 {
		return labelCell
	}
	if yearLike(t) || len(t) > 4 && startsWithDigit(t) && (timeForm().flagged.MatchString(t) || markedYear(t)) {
		return periodCell
	}
	switch textFigure(text, l.comma).kind {
	case number:
		return valueCell
	case absent:
		return absentCell
	}
	if _, ok := data.ParseLabel(twice(t)); ok {
		return periodCell
	}
	if _, ok := parseDay(t); ok {
		return periodCell
	}
	return labelCell
}

// yearLike reports whether a number may be a year from 1900 to 2100 or a month
// written as 2013.09.
func yearLike(t string) bool {
	whole, frac, _ := strings.Cut(t, ".")
	y, err := strconv.Atoi(whole)
	if err != nil || y < 1900 || y > 2100 || len(whole) != 4 {
		return false
	}
	m, err := strconv.Atoi(frac)
	return frac == "" || strings.Trim(frac, "0") == "" || err == nil && len(frac) <= 2 && m >= 1 && m <= 12
}

// row returns what row r looks like.
func (l *look) row(r int) rowKind {
	var labels, periods, values, absents, first int
	text := ""
	for c, k := range l.cells[r] {
		if k == blankCell || labels > 0 && k == labelCell && isContinuation(squeeze(halfWidth(l.grid.At(r, c).Text))) {
			continue
		}
		if labels+periods+values+absents == 0 {
			first, text = c, halfWidth(strings.TrimSpace(l.grid.At(r, c).Text))
		}
		switch k {
		case labelCell:
			labels++
		case periodCell:
			periods++
		case valueCell:
			values++
		case absentCell:
			absents++
		}
	}
	all := labels + periods + values + absents
	switch {
	case all == 0:
		return blankRow
	case isNote(text) && all-labels <= 1:
		return noteRow
	case values == 0 && periods < 2 && l.unitLine(r) != "":
		return unitRow
	case l.numbering(r):
		return labelRow
	case values == 0 && roleOf(text) != anyRole:
		return labelRow
	case values > 0:
		return valueRow
	case absents > 0 && labels <= 2 && periods <= 1 && l.cells[r][first] != absentCell:
		return valueRow
	case periods > 0 && l.numbersAsPeriods(r):
		return valueRow
	case all == 1:
		return textRow
	}
	return labelRow
}

// numbersAsPeriods reports whether the cells of a row that look like years are
// likelier to be figures: the row begins with a name, and the years do not step
// evenly as those of a heading do.
func (l *look) numbersAsPeriods(r int) bool {
	if k := l.cells[r][l.left]; k != labelCell && k != periodCell {
		return false
	}
	var times []int
	for c, k := range l.cells[r] {
		if k == blankCell || c == l.left {
			continue
		}
		cell := l.grid.At(r, c)
		text := strings.TrimSpace(cell.Text)
		if k != periodCell || cell.Kind == data.DateCell || !yearLike(text) {
			return false
		}
		times = append(times, ordinal(text))
	}
	return len(times) >= 2 && !steps(times)
}

// yearsAsFigures reports whether a row whose numbers look like years holds figures
// after all, and notes them as such: it begins with a label that is no heading, and
// figures, or the heading, stand directly above in the same columns.
func (l *look) yearsAsFigures(r int) bool {
	if r == 0 || l.cells[r][l.left] == blankCell || roleOf(l.grid.At(r, l.left).Text) != anyRole {
		return false
	}
	top := r - 1 // the row above that is not blank
	for top > 0 && l.rows[top] == blankRow {
		top--
	}
	var at []int
	for c := l.left + 1; c < len(l.cells[r]); c++ {
		cell := l.grid.At(r, c)
		switch {
		case l.cells[r][c] == blankCell, l.cells[r][c] == labelCell && roleOf(l.grid.At(top, c).Text) == skipRole:
		case l.cells[r][c] != periodCell || cell.Kind == data.DateCell || !yearLike(strings.TrimSpace(cell.Text)):
			return false
		default:
			at = append(at, c)
		}
	}
	above := l.rows[top]
	if len(at) == 0 || above != valueRow && (above != labelRow || l.cells[top][l.left] == blankCell) {
		return false
	}
	for _, c := range at {
		k := l.cells[top][c]
		if above == valueRow && k != valueCell && k != absentCell && k != blankCell || above == labelRow && k == blankCell {
			return false
		}
	}
	for _, c := range at {
		l.cells[r][c] = valueCell
	}
	return true
}

// ordinal returns a year, or a month written as 2013.09, as a number of months.
func ordinal(text string) int {
	whole, frac, _ := strings.Cut(text, ".")
	y, _ := strconv.Atoi(whole)
	m, _ := strconv.Atoi(frac)
	if len(frac) == 1 && m == 1 {
		m = 10 // as likely as January; it only has to step evenly
	}
	return y*12 + m
}

// steps reports whether most times follow one another by a month, by a year or by
// nothing, as they do along a heading.
func steps(times []int) bool {
	even := 0
	for i := 1; i < len(times); i++ {
		switch d := times[i] - times[i-1]; d {
		case 0, 1, -1, 12, -12:
			even++
		}
	}
	return even*2 >= len(times)-1
}

// numbering reports whether a row numbers the columns: 甲 1 2 3.
func (l *look) numbering(r int) bool {
	n := 0
	for c := range l.cells[r] {
		text := strings.Trim(strings.TrimSpace(halfWidth(l.grid.At(r, c).Text)), "()")
		switch {
		case text == "" || n == 0 && (text == "甲" || text == "乙" || text == "A" || text == "B"):
			continue
		case text != strconv.Itoa(n+1):
			return false
		}
		n++
	}
	return n >= 2
}

// unitLine returns the text after 单位: where row r holds a unit line, else "".
func (l *look) unitLine(r int) string {
	for c := range l.cells[r] {
		t := squeeze(halfWidth(l.grid.At(r, c).Text))
		if len(t) > 120 {
			continue
		}
		for _, p := range []string{"计量单位:", "单位:", "Unit:", "Units:", "unit:"} {
			if i := strings.Index(t, p); i >= 0 {
				return strings.Trim(t[i+len(p):], " ()")
			}
		}
	}
	return ""
}

// isNote reports whether a text begins a note or a source.
func isNote(t string) bool {
	t = strings.ToLower(squeeze(t))
	for _, p := range []string{
		"注:", "注.", "注1", "附注", "数据来源", "资料来源", "来源:", "说明:", "备注:", "发布日期", "数据截至", "source", "note:", "notes:", "footnote", "fonte", "①", "[1]", "注①", "*注", "(注", "注：", "注 ",
	} {
		if strings.HasPrefix(t, p) {
			return true
		}
	}
	return t == "注"
}
