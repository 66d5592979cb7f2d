package layout

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// partPattern matches a number that is a month or a quarter below a heading that
// says so, or a range of them.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var partPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,2})(?:\.0+)?(?:[-—–~]+(\d{1,2}))?$`)
})

// partColumns notes the bare numbers that are months or quarters because their
// column is headed 月份 or 季度, as tidy tables print them beside a column of years.
func (l *look) partColumns() {
	for c := l.left; c < l.grid.Cols(); c++ {
		l.partColumn(c)
	}
}

// partColumn notes the parts of the year in column c, if all its numbers are such.
func (l *look) partColumn(c int) {
	suffix, most := "", 0
	parts := map[[2]int]string{}
	for r := range l.cells {
		k := l.cells[r][c]
		switch {
		case k == labelCell && suffix != "" && numeral(l.grid.At(r, c).Text) != "":
			n := numeral(l.grid.At(r, c).Text)
			if atoi(n) > most {
				return
			}
			parts[[2]int{r, c}] = n + suffix
		case k == labelCell:
			if s, n := partHeading(l.grid.At(r, c).Text); s != "" {
				suffix, most = s, n
			}
		case suffix == "" || k != valueCell && k != periodCell:
		default:
			text := strings.TrimSpace(halfWidth(l.grid.At(r, c).Text))
			m := partPattern().FindStringSubmatch(text)
			switch {
			case m == nil && k == periodCell:
			case m == nil || atoi(m[1]) < 1 || atoi(m[1]) > most || m[2] != "" && atoi(m[2]) > most:
				return
			case m[2] != "":
				parts[[2]int{r, c}] = m[1] + "-" + m[2] + suffix
			default:
				parts[[2]int{r, c}] = m[1] + suffix
			}
		}
	}
	for at, text := range parts {
		l.cells[at[0]][at[1]] = periodCell
		if l.parts == nil {
			l.parts = map[[2]int]string{}
		}
		l.parts[at] = text
	}
}

// partHeading returns what a heading makes of the numbers below it: 月 or 季度, and
// the largest number that it may have.
func partHeading(heading string) (suffix string, most int) {
	switch strings.ToLower(strings.Trim(squeeze(halfWidth(heading)), " :()")) {
	case "月", "月份", "month", "months", "mon":
		return "月", 12
	case "季", "季度", "季度序号", "quarter", "qtr":
		return "季度", 4
	}
	return "", 0
}

// startsHalf reports whether column c begins the next half of a table that is
// printed in halves side by side: labels below the heading of the first column of
// the stub, or names like those of a stub with figures of their own.
func (t *Table) startsHalf(first []int, c int) bool {
	if len(first) == 0 || !t.hasText(c) || !t.isStub(c, true) {
		return false
	}
	head := strings.TrimSuffix(t.lowestHead(c), "(续)")
	for _, s := range first {
		if head != "" && head == t.lowestHead(s) {
			return true
		}
	}
	return t.namesAgain(c)
}

// lowestHead returns the text of the heading that stands nearest above the figures of
// column c.
func (t *Table) lowestHead(c int) string {
	for i := len(t.Head) - 1; i >= 0; i-- {
		if s := squeeze(halfWidth(t.Grid.At(t.Head[i], c).Text)); s != "" {
			return s
		}
	}
	return ""
}

// namesAgain reports whether most labels of column c, three or more that differ, are
// names of regions, items or indicators, and figures stand right of them: they are
// what those figures are of, not a note on the figures left of them.
func (t *Table) namesAgain(c int) bool {
	if t.look.names == nil || t.describes(c) || roleOf(t.lowestHead(c)) == skipRole || c+1 >= t.Grid.Cols() || t.isStub(c+1, false) || !t.hasFigures(c+1) {
		return false
	}
	named, all := map[string]bool{}, 0
	for _, r := range t.Rows {
		if t.look.cells[r][c] != labelCell {
			continue
		}
		all++
		if l := t.look.names.labelAt(t.Grid, r, c); l.region != "" || l.known || len(l.indicators) > 0 || isPlace(l.rest) {
			named[l.text] = true
		}
	}
	return len(named) >= 3 && len(named)*2 > all
}

// ownHead moves the rows with which a part of a sheet begins into its heading where
// they hold labels only and nothing stands above: its heading is lower than that of
// the part beside it.
func (t *Table) ownHead() {
	for _, c := range t.Cols {
		if t.lowestHead(c) != "" {
			return
		}
	}
	for i, r := range t.Rows {
		labels := 0
		for _, c := range t.Cols {
			switch t.look.cells[r][c] {
			case blankCell:
			case labelCell, periodCell:
				labels++
			case valueCell, absentCell:
				return
			}
		}
		if labels > 0 {
			t.Head = append(slices.Clone(t.Head), r)
			t.Rows = t.Rows[i+1:]
			return
		}
	}
}

// describes reports whether column c, behind the figures, says something about them
// all the same: their unit, or, in a tidy table, their names or periods.
func (t *Table) describes(c int) bool {
	r := roleOf(t.headText(c))
	if r == unitRole {
		return true
	}
	if r == anyRole || r == skipRole || r == valueRole {
		return false
	}
	for _, row := range t.Head {
		for d := range t.look.cells[row] {
			if roleOf(t.Grid.At(row, d).Text) == valueRole {
				return true
			}
		}
	}
	return false
}

// values returns the column headed OBS_VALUE of a table that has one, -1 else: all
// others describe its figures.
func (t *Table) values() int {
	for _, c := range t.Cols {
		for _, row := range t.Head {
			if text := t.Grid.At(row, c).Text; len(text) < 12 && strings.EqualFold(strings.TrimSpace(text), "obs_value") {
				return c
			}
		}
	}
	return -1
}

// stubLabel returns the label of a cell in the stub, a part of the year where its
// heading makes it one.
func (p *parser) stubLabel(t *Table, row, col int) *label {
	if part := t.look.parts[[2]int{row, col}]; part != "" {
		return p.parse(part)
	}
	return p.labelAt(t.Grid, row, col)
}

// mostlyTimes reports whether most labels of column c are periods or days, whatever
// its heading says: above a column of days a vendor prints what the rows of the
// heading hold, such as 来源 or 指标ID.
func (p *parser) mostlyTimes(t *Table, c int) bool {
	times, all := 0, 0
	for _, r := range t.Rows {
		l := p.stubLabel(t, r, c)
		if l.blank() {
			continue
		}
		all++
		if l.timed() {
			times++
		}
	}
	return times*2 > all
}

// garbled reports whether a sheet without a table has cells of digits and
// signs that are no figures and no periods, as where its columns were cut wrongly.
func (l *look) garbled() bool {
	n := 0
	for r := range l.cells {
		for c, k := range l.cells[r] {
			text := l.grid.At(r, c).Text
			if k == labelCell && len(text) < 40 && strings.ContainsAny(text, "0123456789") && !hasLetter(text) {
				n++
			}
		}
	}
	return n >= 2
}

// saysSpan reports whether a cell of a column that is passed over otherwise, such as
// 口径, holds nothing but a span: 累计.
func (p *parser) saysSpan(t *Table, row, col int) bool {
	l := p.labelAt(t.Grid, row, col)
	return l.reading.hasSpan && !l.named() && !l.timed()
}

// numeral returns a Roman or Chinese numeral from 1 to 12 in digits, "" for any other
// text.
func numeral(s string) string {
	switch strings.ToUpper(strings.TrimSpace(s)) {
	case "Ⅰ", "I", "一":
		return "1"
	case "Ⅱ", "II", "二":
		return "2"
	case "Ⅲ", "III", "三":
		return "3"
	case "Ⅳ", "IV", "四":
		return "4"
	case "Ⅴ", "V", "五":
		return "5"
	case "Ⅵ", "VI", "六":
		return "6"
	case "Ⅶ", "VII", "七":
		return "7"
	case "Ⅷ", "VIII", "八":
		return "8"
	case "Ⅸ", "IX", "九":
		return "9"
	case "Ⅹ", "X", "十":
		return "10"
	case "Ⅺ", "XI", "十一":
		return "11"
	case "Ⅻ", "XII", "十二":
		return "12"
	}
	return ""
}

// timeLabel returns the label of a cell below a heading that announces periods. One
// that is no time that can be read, and no total of times, is vague.
func (p *parser) timeLabel(t *Table, row, col int) *label {
	l := p.stubLabel(t, row, col)
	if l.timed() || l.vague || l.rest == "" || l.reading.hasSpan {
		return l
	}
	v := *l
	v.vague = true
	return &v
}

// isPlace reports whether an unknown name ends as those of places do: 土默特左旗.
func isPlace(name string) bool {
	r := []rune(strings.TrimSpace(name))
	return len(r) >= 2 && len(r) <= 10 && strings.ContainsRune("市县区旗盟州", r[len(r)-1])
}
