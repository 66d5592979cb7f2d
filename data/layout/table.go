package layout

import (
	"slices"

	"yunxing/data"
)

// A Table is one table on a sheet: its heading, its stub and its figures, and the
// lines around it that say what it is about. Rows and columns count from 0.
type Table struct {
	Grid    *data.Grid
	Context []int // rows above the heading: titles and unit lines
	Notes   []int // rows below
	Head    []int // rows of the heading
	Stub    []int // columns of the stub
	Rows    []int // rows with figures, and sections between them
	Cols    []int // columns with figures

	Stairs map[int]bool // rows of the heading whose texts stand each above one column

	look     *look
	within   []int          // rows of notes between those with figures
	ownNotes bool           // its notes are its own, not those of a table below
	cache    map[[2]int]int // what above found
}

// maxHead bounds the rows of a heading; further rows above it are context.
const maxHead = 8

// tables finds the tables of a sheet, from the top.
func tables(l *look) []*Table {
	s := splitter{look: l}
	for r := range l.rows {
		s.row(r)
	}
	s.finish()
	var out []*Table
	for i, t := range s.done {
		t.ownNotes = len(s.notes[i]) > 0
		t.Notes = append(slices.Clone(s.notesOf(i)), t.within...)
		out = append(out, t.columns()...)
	}
	return out
}

// A splitter divides the rows of a sheet into tables.
type splitter struct {
	look    *look
	current *Table
	pending []int // rows that may belong to the current table or to the next
	context []int
	done    []*Table
	notes   [][]int // after each table that is done
}

// row takes the next row.
func (s *splitter) row(r int) {
	if s.forced(r) || s.describes(r) {
		return
	}
	switch s.look.rows[r] {
	case blankRow:
		s.pending = append(s.pending, r)
	case noteRow:
		s.note(r)
	case unitRow:
		s.close()
		s.context = append(s.context, r)
	case textRow:
		s.text(r)
	case labelRow:
		s.labels(r)
	case valueRow:
		s.values(r)
	}
}

// describes reports whether row r of a heading describes the columns below it, as
// their codes and the day of their last update do: it is no part of their names.
func (s *splitter) describes(r int) bool {
	if s.current == nil || len(s.current.Head) == 0 || len(s.current.Rows) > 0 {
		return false
	}
	key := attributeKey(s.look.grid.At(r, s.look.left).Text)
	if !isAttribute(key) || isMultiplier(key) || key == "time period" {
		return false
	}
	for c, k := range s.look.cells[r] {
		if c > s.look.left && k != blankCell && roleOf(s.look.grid.At(r, c).Text) != anyRole {
			return false
		}
	}
	return true
}

// note takes a row of notes: it ends a table that has figures.
func (s *splitter) note(r int) {
	if s.current != nil && len(s.current.Rows) == 0 {
		s.context = append(s.context, r)
		return
	}
	s.close()
	if n := len(s.notes); n > 0 {
		s.notes[n-1] = append(s.notes[n-1], r)
		return
	}
	s.context = append(s.context, r)
}

// text takes a row with a single text: the title of the next table, part of a
// heading, a section of the current table, or the continuation of a note.
func (s *splitter) text(r int) {
	switch {
	case s.current == nil && s.continuesNote(r):
		s.notes[len(s.notes)-1] = append(s.notes[len(s.notes)-1], r)
	case s.current == nil:
		s.context = append(s.context, r)
	case len(s.current.Rows) == 0 && s.spans(r):
		s.current.Head = append(s.current.Head, r)
	default:
		s.pending = append(s.pending, r)
	}
}

// continuesNote reports whether row r follows a note without a blank row between.
func (s *splitter) continuesNote(r int) bool {
	n := len(s.notes)
	if n == 0 || len(s.notes[n-1]) == 0 || len(s.context) > 0 {
		return false
	}
	last := s.notes[n-1][len(s.notes[n-1])-1]
	return last == r-1
}

// spans reports whether the text of row r stands right of the first column.
func (s *splitter) spans(r int) bool { return s.look.cells[r][s.look.left] == blankCell }

// labels takes a row of labels: the heading of a new table, or, where all of them
// stand in the stub, a row without figures.
func (s *splitter) labels(r int) {
	if s.current != nil && len(s.current.Rows) > 0 {
		if s.stubOnly(r) {
			s.pending = append(s.pending, r)
			return
		}
		if s.stray(r) {
			s.values(r)
			return
		}
		s.close()
	}
	if s.current == nil {
		s.current = &Table{Grid: s.look.grid, look: s.look}
		s.stairs(r)
	}
	for _, p := range s.pending {
		if s.look.rows[p] != blankRow {
			s.context = append(s.context, p) // between rows of a heading: no section
		}
	}
	s.pending = nil
	s.current.Head = append(s.current.Head, r)
}

// stray reports whether row r, though it has no figure, is one of the table's rows
// with words in place of figures: it follows them directly, begins with a label
// that is no heading, and says nothing of periods.
func (s *splitter) stray(r int) bool {
	first := s.look.grid.At(r, s.look.left).Text
	if len(s.pending) == 0 && isAttribute(attributeKey(first)) {
		return true
	}
	if len(s.pending) > 0 || s.look.cells[r][s.look.left] == blankCell || roleOf(first) != anyRole {
		return false
	}
	for c, k := range s.look.cells[r] {
		if c > s.look.left && k == periodCell {
			return false
		}
	}
	for _, h := range s.current.Head {
		if squeeze(s.look.grid.At(h, s.look.left).Text) == squeeze(s.look.grid.At(r, s.look.left).Text) {
			return false
		}
	}
	return true
}

// stubOnly reports whether the cells of row r all stand left of the figures.
func (s *splitter) stubOnly(r int) bool {
	for c, k := range s.look.cells[r] {
		if k == blankCell {
			continue
		}
		for _, v := range s.current.Rows {
			if s.look.cells[v][c] == valueCell || s.look.cells[v][c] == absentCell {
				return false
			}
		}
		if c > s.look.left+6 {
			return false
		}
	}
	return true
}

// values takes a row of figures.
func (s *splitter) values(r int) {
	if s.current == nil {
		s.reopen(r)
	}
	if s.current == nil {
		s.current = &Table{Grid: s.look.grid, look: s.look}
		s.stairs(r)
	}
	if len(s.current.Rows) > 0 && s.brokenOff(r) {
		pending := s.pending
		s.pending = nil
		s.close()
		s.current = &Table{Grid: s.look.grid, look: s.look}
		for _, p := range pending {
			if s.look.rows[p] == textRow {
				s.context = append(s.context, p)
			}
		}
	}
	for _, p := range s.pending {
		if s.look.rows[p] != blankRow {
			s.current.Rows = append(s.current.Rows, p)
		}
	}
	s.pending = nil
	s.current.Rows = append(s.current.Rows, r)
}

// reopen makes the last table the current one again where row r of figures follows it
// with nothing but notes between, which are then notes within it.
func (s *splitter) reopen(r int) {
	n := len(s.done) - 1
	if n < 0 || len(s.context) > 0 || len(s.notes[n]) == 0 || s.look.cells[r][s.look.left] == blankCell {
		return
	}
	t := s.done[n]
	for row := t.Rows[len(t.Rows)-1] + 1; row < r; row++ {
		if s.look.rows[row] != noteRow {
			return
		}
	}
	t.within = append(t.within, s.notes[n]...)
	s.current, s.done, s.notes = t, s.done[:n], s.notes[:n]
}

// brokenOff reports whether row r of figures stands apart from the table above: two
// blank rows or more between them and a text.
func (s *splitter) brokenOff(int) bool {
	blanks, texts := 0, 0
	for _, p := range s.pending {
		if s.look.rows[p] == blankRow {
			blanks++
		} else {
			texts++
		}
	}
	return blanks >= 2 && texts > 0
}

// close ends the current table. Texts that follow it go to the next one.
func (s *splitter) close() {
	if s.current == nil {
		s.pending = nil
		return
	}
	if n := len(s.current.Head) - maxHead; n > 0 {
		s.context = append(s.context, s.current.Head[:n]...)
		s.current.Head = s.current.Head[n:]
	}
	s.current.Context = append(s.current.Context, s.context...)
	s.context = nil
	if len(s.current.Head) > 1 && s.titled(s.current.Head[0], s.current.Head[1]) {
		s.current.Context = append(s.current.Context, s.current.Head[0])
		s.current.Head = s.current.Head[1:]
	}
	if len(s.current.Rows) > 0 {
		s.done = append(s.done, s.current)
		s.notes = append(s.notes, nil)
		for _, p := range s.pending {
			if s.look.rows[p] != blankRow {
				s.context = append(s.context, p)
			}
		}
	} else {
		s.context = append(s.current.Context, s.current.Head...)
	}
	s.current, s.pending = nil, nil
}

// titled reports whether a row above the heading below holds a title on the left and
// a period above its last column, which is that of the whole table.
func (s *splitter) titled(row, below int) bool {
	last, filled := 0, 0
	for c, k := range s.look.cells[row] {
		if k != blankCell {
			last = c
			filled++
		}
	}
	left := s.look.left
	if filled != 2 || s.look.cells[row][left] != labelCell || s.look.cells[row][last] != periodCell || roleOf(s.look.grid.At(row, left).Text) != anyRole {
		return false
	}
	for c, k := range s.look.cells[below] {
		if (c == left || c == last) && k == blankCell || c > last && k != blankCell {
			return false
		}
	}
	return last > left+1
}

// finish ends the last table; texts after it are notes.
func (s *splitter) finish() {
	s.close()
	if n := len(s.notes); n > 0 {
		s.notes[n-1] = append(s.notes[n-1], s.context...)
	}
}

// notesOf returns the rows of notes that hold for the i-th table: its own, else
// those of the next table that has some.
func (s *splitter) notesOf(i int) []int {
	for ; i < len(s.notes); i++ {
		if len(s.notes[i]) > 0 {
			return s.notes[i]
		}
	}
	return nil
}
