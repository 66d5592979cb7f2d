package layout

import (
	"strings"

	"yunxing/data"
)

// compactDates notes the numbers such as 201309 and 20130915 that are periods: in
// the first column or under a heading that announces periods, where every number is
// one and they go one way in time; and along a row where months follow one another.
func (l *look) compactDates() {
	for c := l.left; c < l.grid.Cols(); c++ {
		l.compactColumn(c)
	}
	for r := range l.cells {
		l.compactRow(r)
	}
}

// compact returns a number of six or eight digits as an ordinal of time, and how
// many digits it has; 0 if it is no month or day.
func (l *look) compact(r, c int) (ordinal, size int) {
	cell := l.grid.At(r, c)
	if cell.Kind != data.NumberCell && cell.Kind != data.TextCell || len(cell.Text) > 24 {
		return 0, 0
	}
	text, frac, _ := strings.Cut(strings.TrimSpace(halfWidth(cell.Text)), ".")
	m := dateForm().compact.FindStringSubmatch(text)
	if m == nil || strings.Trim(frac, "0") != "" {
		return 0, 0
	}
	if m[3] == "" {
		return atoi(m[1])*12 + atoi(m[2]), 6
	}
	if _, ok := parseDay(m[1] + "-" + m[2] + "-" + m[3]); !ok {
		return 0, 0
	}
	return atoi(text), 8
}

// compactColumn notes the periods of column c.
func (l *look) compactColumn(c int) {
	heading := false
	var at, times []int
	size := 0
	for r := range l.cells {
		switch l.cells[r][c] {
		case valueCell:
			n, s := l.compact(r, c)
			if n == 0 || size != 0 && s != size {
				return
			}
			at, times, size = append(at, r), append(times, n), s
		case labelCell:
			heading = heading || isPeriodHeading(strings.TrimSpace(l.grid.At(r, c).Text))
		}
	}
	if len(at) < 3 && !heading || c != l.left && !heading || !oneWay(times) {
		return
	}
	for _, r := range at {
		l.cells[r][c] = periodCell
	}
}

// compactRow notes the months along row r.
func (l *look) compactRow(r int) {
	var at, times []int
	for c := l.left + 1; c < len(l.cells[r]); c++ {
		if l.cells[r][c] != valueCell {
			continue
		}
		n, size := l.compact(r, c)
		if size != 6 {
			return
		}
		at, times = append(at, c), append(times, n)
	}
	for i := 1; i < len(times); i++ {
		if d := times[i] - times[i-1]; d != 1 && d != -1 {
			return
		}
	}
	if len(at) < 3 {
		return
	}
	for _, c := range at {
		l.cells[r][c] = periodCell
	}
}

// oneWay reports whether times only rise or only fall.
func oneWay(times []int) bool {
	up, down := true, true
	for i := 1; i < len(times); i++ {
		up = up && times[i] > times[i-1]
		down = down && times[i] < times[i-1]
	}
	return len(times) > 0 && (up || down)
}
