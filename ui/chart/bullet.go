package chart

import (
	"cmp"
	"slices"
)

// BulletRow is one bar against the bands: the value with what it was a year and
// a quarter before, where known.
type BulletRow struct {
	Name                      string
	Value                     Value
	YearBefore, QuarterBefore Value
}

// Bullet shows rates against named bands: lying bars from zero over shaded
// ranges, the threshold as a line, a stroke for the year before and a diamond
// for the quarter before, lowest first. Bars below the threshold have the
// accent colour; the gap to it stands in brackets behind the value.
type Bullet struct {
	Words
	Rows      []BulletRow
	Bands     []Range
	Threshold *Reference
	// Most is the end of the axis, such as 100 for per cent; larger values
	// lengthen it.
	Most float64
	// Now, YearBefore and QuarterBefore name the marks in the key.
	Now, YearBefore, QuarterBefore string
}

// Figure builds the figure. Errors: ErrNothing.
func (b Bullet) Figure() (*Figure, error) {
	rows := slices.Clone(b.Rows)
	slices.SortStableFunc(rows, func(x, y BulletRow) int {
		if x.Value.Known() != y.Value.Known() {
			if x.Value.Known() {
				return -1
			}
			return 1
		}
		if !x.Value.Known() {
			return 0
		}
		return cmp.Compare(x.Value.V, y.Value.V)
	})
	bars := Bars{Name: b.Now, Role: Prior, Show: ShowAll, Share: 0.5}
	year := Points{Name: b.YearBefore, Role: Total, Shape: Bar}
	quarter := Points{Name: b.QuarterBefore, Role: Second, Shape: Diamond}
	p := Panel{Y: Axis{Kind: CategoryAxis}, Key: true}
	all := []float64{b.Most}
	known := false
	for i, r := range rows {
		p.Y.Slots = append(p.Y.Slots, Slot{Label: r.Name})
		bars.Data = append(bars.Data, b.bar(i, r))
		known = known || r.Value.Known()
		all = append(all, r.Value.V, r.YearBefore.V, r.QuarterBefore.V)
		year.Data = appendKnown(year.Data, i, r.YearBefore)
		quarter.Data = appendKnown(quarter.Data, i, r.QuarterBefore)
	}
	if !known {
		return nil, ErrNothing
	}
	p.X = Scale(all, true, "")
	for i, z := range b.Bands {
		p.Marks = append(p.Marks, Zone{Name: z.Name, Lo: z.Lo, Hi: z.Hi, Step: 2 - min(i, 2)})
	}
	p.Marks = append(p.Marks, bars)
	if b.Threshold != nil {
		p.Marks = append(p.Marks, ruleOf(*b.Threshold, Target, 1))
	}
	for _, m := range []Points{year, quarter} {
		if len(m.Data) > 0 {
			p.Marks = append(p.Marks, m)
		}
	}
	return &Figure{ID: "bullet", Words: b.Words, Panels: []Panel{p}}, nil
}

// bar returns the bar of a row.
func (b Bullet) bar(i int, r BulletRow) Datum {
	d := Datum{At: float64(i), Value: r.Value, Label: r.Value.Text()}
	if b.Threshold == nil || !r.Value.Known() {
		return d
	}
	d.Label += " (" + signed(r.Value.V-b.Threshold.Value, r.Value.Digits) + ")"
	if r.Value.V < b.Threshold.Value {
		d.Role, d.Own = Accent, true
	}
	return d
}

// appendKnown adds a value where there is one. The zero Value is none.
func appendKnown(to []Datum, at int, v Value) []Datum {
	if !v.Known() || v.Status == "" {
		return to
	}
	return append(to, Datum{At: float64(at), Value: v})
}
