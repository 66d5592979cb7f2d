package layout

// stairs moves the rows above a heading that lead down to it in steps, each with one
// text further right than the one above, from the titles into the heading r of the
// table that begins there. Where no heading follows, the steps are the heading.
func (s *splitter) stairs(r int) {
	n := len(s.context)
	for n > 0 && s.isStep(n-1, r) {
		n--
	}
	if len(s.context)-n < 2 {
		return
	}
	s.current.Stairs = map[int]bool{}
	for _, row := range s.context[n:] {
		s.current.Head = append(s.current.Head, row)
		s.current.Stairs[row] = true
	}
	s.context = s.context[:n]
}

// isStep reports whether the i-th row of the context is a step to the next row of
// the context, or to row r below the last.
func (s *splitter) isStep(i, r int) bool {
	row := s.context[i]
	at := s.step(row)
	if at <= s.look.left {
		return false
	}
	if i+1 == len(s.context) {
		return row == r-1
	}
	next := s.context[i+1]
	return next == row+1 && s.step(next) > at
}

// step returns the column of the only text of a row, -1 without one.
func (s *splitter) step(row int) int {
	at := -1
	for c, k := range s.look.cells[row] {
		switch {
		case k == blankCell:
		case k != labelCell || at >= 0:
			return -1
		default:
			at = c
		}
	}
	return at
}
