package chart

import (
	"cmp"
	"slices"
	"strconv"
)

// Row is a named value in an ordered figure.
type Row struct {
	Name string
	// Code orders rows of equal value.
	Code  string
	Value Value
	// Rank is the rank to print; 0 asks for one by value.
	Rank int
	// Strong marks the row that the figure is about.
	Strong bool
}

// Ranked shows who is ahead: lying bars from zero, ordered by value, the strong
// row in the accent colour, averages as lines, the rank left of the name and
// the value at the end of the bar. Rows whose printed values are equal share a
// rank. Rows without value come last, with an em dash and without rank.
type Ranked struct {
	Words
	Rows       []Row
	References []Reference
	// Ascending puts the least first.
	Ascending bool
	// NoRank leaves the ranks out.
	NoRank bool
}

// Figure builds the figure. Errors: ErrNothing.
func (r Ranked) Figure() (*Figure, error) {
	rows := ordered(r.Rows, r.Ascending)
	p := Panel{Y: Axis{Kind: CategoryAxis}}
	bars := Bars{Role: Context, Show: ShowAll}
	var all []float64
	for i, row := range rows {
		slot := Slot{Label: row.Name, Strong: row.Strong}
		if row.Rank > 0 && !r.NoRank {
			slot.Rank = strconv.Itoa(row.Rank)
		}
		p.Y.Slots = append(p.Y.Slots, slot)
		d := Datum{At: float64(i), Value: row.Value, Label: row.Value.Text()}
		if row.Strong {
			d.Role, d.Own = Accent, true
		}
		bars.Data = append(bars.Data, d)
		if row.Value.Known() {
			all = append(all, row.Value.V)
		}
	}
	if len(all) == 0 {
		return nil, ErrNothing
	}
	p.Marks = []Mark{bars}
	for i, ref := range r.References {
		all = append(all, ref.Value)
		p.Marks = append(p.Marks, ruleOf(ref, Target, 100-i))
	}
	p.X = tight(all)
	return &Figure{ID: "ranked", Words: r.Words, Panels: []Panel{p}}, nil
}

// tight returns a hidden axis from zero that ends at the greatest value, for
// bars that all carry their value.
func tight(values []float64) Axis {
	lo, hi := bounds(values)
	lo, hi = widen(min(lo, 0), max(hi, 0))
	return Axis{Kind: ValueAxis, Min: lo, Max: hi, Zero: true, Hidden: true}
}

// ordered returns the rows by value, ties by code, missing ones last, with
// ranks.
func ordered(in []Row, ascending bool) []Row {
	rows := slices.Clone(in)
	slices.SortStableFunc(rows, func(a, b Row) int {
		if a.Value.Known() != b.Value.Known() {
			if a.Value.Known() {
				return -1
			}
			return 1
		}
		c := 0
		if a.Value.Known() && a.Value.Text() != b.Value.Text() {
			c = cmp.Compare(b.Value.V, a.Value.V)
		}
		if ascending {
			c = -c
		}
		return cmp.Or(c, cmp.Compare(a.Code, b.Code))
	})
	for i := range rows {
		switch {
		case rows[i].Rank > 0:
		case !rows[i].Value.Known():
		case i > 0 && rows[i].Value.Text() == rows[i-1].Value.Text():
			rows[i].Rank = rows[i-1].Rank
		default:
			rows[i].Rank = i + 1
		}
	}
	return rows
}
