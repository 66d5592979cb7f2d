package native

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"

	"github.com/xuri/excelize/v2"
)

// A table is the cells behind one panel: a row of names, and a row of values for
// each place of the panel. What only the drawing needs stands in helpers to the right.
type table struct {
	sheet   string
	top     int // row of the names, from 1
	title   string
	unnamed string // heads a column without a name
	labels  []string
	columns []column
	helpers []column
	aside   int // column of the first helper; 0 is right after the others
}

// A column is the values of one series; NaN is an empty cell.
type column struct {
	name   string
	head   string // the cell above it
	values []float64
	digits int
	// signed are the places whose positive numbers are printed with a sign.
	signed map[int]bool
	// formula returns how the i-th value follows from other cells, empty for a number
	// of its own; it is nil for a column of numbers.
	formula func(i int) string
}

// A span is where a column lies in its table, with what its cells hold.
type span struct {
	column
	t      *table
	at     int // from 1, or from 0 for a helper
	helper bool
}

// newTable returns a table of the places of an axis.
func newTable(sheet, title string, top int, slots []chart.Slot, words i18n.Printer) *table {
	t := &table{sheet: sheet, title: title, top: top, unnamed: words.Text("native.value")}
	for _, s := range slots {
		t.labels = append(t.labels, plain(s.Label))
	}
	return t
}

// plain returns a label on one line. A line feed between Han characters needs no
// space.
func plain(s string) string {
	head, tail, ok := strings.Cut(s, "\n")
	if !ok {
		return s
	}
	if len(head) > 0 && head[len(head)-1] < 0x80 {
		head += " "
	}
	return head + plain(tail)
}

// fits reports whether the table has the same places as an axis.
func (t *table) fits(slots []chart.Slot) bool {
	return len(slots) > 0 && slices.EqualFunc(t.labels, slots, func(l string, s chart.Slot) bool { return l == plain(s.Label) })
}

// add adds a column and returns where it lies.
func (t *table) add(name string, values []float64, digits int) span {
	c := column{name: plain(name), head: plain(name), values: values, digits: digits}
	if c.head == "" {
		c.head = t.unnamed
	}
	t.columns = append(t.columns, c)
	return span{column: c, t: t, at: 1 + len(t.columns)}
}

// help adds a helper and returns where it lies.
func (t *table) help(name string, values []float64, digits int, formula func(i int) string) span {
	c := column{name: name, head: name, values: values, digits: digits, formula: formula}
	t.helpers = append(t.helpers, c)
	return span{column: c, t: t, at: len(t.helpers) - 1, helper: true}
}

// firstHelper returns the column of the first helper.
func (t *table) firstHelper() int {
	if t.aside > 0 {
		return t.aside
	}
	return len(t.columns) + 2
}

// rows returns how many rows of values the table has.
func (t *table) rows() int {
	n := len(t.labels)
	for _, c := range t.columns {
		n = max(n, len(c.values))
	}
	return n
}

// places returns where the names of the places lie.
func (t *table) places() span {
	return span{t: t, at: 1, column: column{values: make([]float64, len(t.labels))}}
}

// col returns the column of the sheet, from 1. It is known once the table is complete.
func (s span) col() int {
	if s.helper {
		return s.t.firstHelper() + s.at
	}
	return s.at
}

// cell returns the address of the i-th value.
func (s span) cell(i int) string { return cell(s.col(), s.t.top+1+i) }

// ref returns the address of the values.
func (s span) ref() string {
	col, from := letter(s.col()), s.t.top+1
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(s.t.sheet), col, from, col, from+max(len(s.values), 1)-1)
}

// nameRef returns the address of the name.
func (s span) nameRef() string {
	return fmt.Sprintf("%s!$%s$%d", quoted(s.t.sheet), letter(s.col()), s.t.top)
}

// quoted returns the name of a sheet as formulas write it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// letter returns the letters of a column.
func letter(col int) string {
	s, err := excelize.ColumnNumberToName(col)
	if err != nil {
		return "A"
	}
	return s
}

// spread returns values by place: NaN where there is none.
func spread(n int, data []chart.Datum, value func(chart.Datum) float64) []float64 {
	out := nans(n)
	for _, d := range data {
		if i := int(d.At); i >= 0 && i < n && float64(i) == d.At {
			out[i] = value(d)
		}
	}
	return out
}

// nans returns n values that are not known.
func nans(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	return out
}

// known returns the number of a datum, NaN where it is not known.
func known(d chart.Datum) float64 {
	if !d.Known() {
		return math.NaN()
	}
	return d.V
}

// digitsOf returns the most decimals that the values of a mark are printed with.
func digitsOf(data []chart.Datum) int {
	n := 0
	for _, d := range data {
		if d.Known() {
			n = max(n, d.Digits)
		}
	}
	return n
}
