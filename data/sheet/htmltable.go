package sheet

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"yunxing/data"
)

// A block is a part of a page that becomes rows of the sheet: a line of text, or
// a table as far as no other lies inside of it.
type block struct {
	rows   [][]data.Cell
	merged []data.CellRange
	hidden []int
	width  int
	name   string // of the table in the page, "" for a line
	before int    // rows of the table in blocks before this one
}

// isTable reports whether b is a table of its own, not a unit line or a note.
func (b *block) isTable() bool { return len(b.rows) > 1 && b.width > 1 }

// A table is an open table of a page.
type table struct {
	*block
	inRow  bool
	inCell bool
	col    int   // of the next cell
	until  []int // the row at which the span above a column ends
	cell   html.Token
	text   inline
}

// table returns the innermost open table, nil if there is none.
func (p *page) table() *table {
	if len(p.open) == 0 {
		return nil
	}
	return p.open[len(p.open)-1]
}

// startTable opens a table. One inside of a cell ends the rows before it.
func (p *page) startTable() error {
	if len(p.open) >= maxDepth {
		return tooLarge(p.name, errDepth)
	}
	if t := p.table(); t != nil {
		if err := p.endRow(); err != nil {
			return err
		}
		p.finish(t)
	}
	if err := p.flush(); err != nil {
		return err
	}
	p.open = append(p.open, &table{block: &block{name: p.prefix + "table" + strconv.Itoa(p.tables)}})
	p.tables++
	return p.take(8, 0)
}

// finish ends the rows of t so far.
func (p *page) finish(t *table) {
	if len(t.rows) > 0 {
		p.blocks = append(p.blocks, t.block)
	}
	t.block, t.until = &block{name: t.name, before: t.before + len(t.rows)}, nil
}

// endTable closes the innermost table.
func (p *page) endTable() error {
	t := p.table()
	if t == nil {
		return nil
	}
	if err := p.endRow(); err != nil {
		return err
	}
	p.finish(t)
	p.open = p.open[:len(p.open)-1]
	return p.flush()
}

// startRow begins a row, in a table of its own where none is open.
func (p *page) startRow(tag html.Token) error {
	if p.table() == nil {
		if err := p.startTable(); err != nil {
			return err
		}
	}
	if err := p.endRow(); err != nil {
		return err
	}
	t := p.table()
	if s := p.line.take(); strings.TrimSpace(s) != "" { // a caption, or text between the rows
		t.rows = append(t.rows, []data.Cell{textCell(s)})
		t.width = max(t.width, 1)
	}
	if isHidden(tag) {
		t.hidden = append(t.hidden, len(t.rows))
	}
	t.rows, t.inRow, t.col = append(t.rows, nil), true, 0
	return p.take(2, 0)
}

// endRow ends the open row of the innermost table.
func (p *page) endRow() error {
	t := p.table()
	if t == nil || !t.inRow {
		return nil
	}
	err := p.endCell()
	if n := len(t.rows) - 1; t.col == 0 && len(t.rows[n]) == 0 {
		t.rows = t.rows[:n] // without cells it takes no place
	}
	t.inRow = false
	return err
}

// startCell begins a cell.
func (p *page) startCell(tag html.Token) error {
	if err := p.endCell(); err != nil {
		return err
	}
	if t := p.table(); t == nil || !t.inRow {
		if err := p.startRow(html.Token{}); err != nil {
			return err
		}
	}
	t := p.table()
	t.inCell, t.cell = true, tag
	t.text = inline{bold: tag.DataAtom == atom.Th}
	return nil
}

// endCell ends the open cell of the innermost table and puts it into the first
// column that no cell above reaches into.
func (p *page) endCell() error {
	t := p.table()
	if t == nil || !t.inCell {
		return nil
	}
	t.inCell = false
	row := len(t.rows) - 1
	for t.col < len(t.until) && t.until[t.col] > row {
		t.col++
	}
	cols, rows := span(t.cell, "colspan", 1000), span(t.cell, "rowspan", 65534)
	if t.col+cols > maxCols {
		return tooLarge(p.name, errOutside)
	}
	left := t.col
	t.col += cols
	t.width = max(t.width, t.col)
	if rows > 1 || cols > 1 {
		t.merged = append(t.merged, data.CellRange{Top: row, Left: left, Bottom: row + rows - 1, Right: left + cols - 1})
	}
	if rows > 1 {
		for len(t.until) < t.col {
			t.until = append(t.until, 0)
		}
		for c := left; c < t.col; c++ {
			t.until[c] = row + rows
		}
	}
	bold := t.text.bold
	c := htmlCell(t.cell, t.text.take())
	if c.Kind == data.EmptyCell {
		return p.take(cols, 0)
	}
	c.Bold = bold
	before := len(t.rows[row])
	for len(t.rows[row]) < left {
		t.rows[row] = append(t.rows[row], data.Cell{Digits: -1})
	}
	t.rows[row] = append(t.rows[row], c)
	return p.take(cols+left+1-before, 0)
}

// htmlCell returns the cell with a text. A spreadsheet program that wrote the page
// may have kept the number behind it.
func htmlCell(tag html.Token, text string) data.Cell {
	for _, a := range tag.Attr {
		switch a.Key {
		case "x:num", "sdval":
			stored := a.Val
			if stored == "" {
				stored = strings.ReplaceAll(text, ",", "")
			}
			v, err := strconv.ParseFloat(strings.TrimSpace(stored), 64)
			if c, ok := shownNumber(v, text); err == nil && ok {
				return c
			}
		}
	}
	return textCell(text)
}

// span returns the number of rows or columns that a cell covers, at most limit.
func span(tag html.Token, key string, limit int) int {
	for _, a := range tag.Attr {
		if a.Key == key {
			n, err := strconv.Atoi(strings.TrimSpace(a.Val))
			switch {
			case key == "rowspan" && err == nil && n == 0:
				return limit // to the end of the table
			case err == nil && n > 0:
				return min(n, limit)
			}
		}
	}
	return 1
}

// isHidden reports whether the style of an element hides it.
func isHidden(tag html.Token) bool {
	for _, a := range tag.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// An inline is running text: white space counts as one blank, and raised figures
// stay apart from those before them.
type inline struct {
	b     strings.Builder
	space bool
	shift int // 1 raised, -1 lowered
	bold  bool
}

// add appends text.
func (l *inline) add(b *budget, s string) error {
	switch l.shift {
	case 1:
		s = raised(s)
	case -1:
		s = lowered(s)
	}
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f', '\v':
			l.space = true
		default:
			if l.space && l.b.Len() > 0 && !strings.HasSuffix(l.b.String(), "\n") {
				l.b.WriteByte(' ')
			}
			l.space = false
			l.b.WriteRune(r)
		}
	}
	return b.take(0, len(s))
}

// newline begins a new line, unless one has just begun.
func (l *inline) newline() {
	if s := l.b.String(); s != "" && s[len(s)-1] != '\n' {
		l.b.WriteByte('\n')
	}
	l.space = false
}

// take returns the text and begins anew.
func (l *inline) take() string {
	s := strings.TrimRight(l.b.String(), "\n ")
	*l = inline{}
	return s
}
