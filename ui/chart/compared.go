package chart

import "strconv"

// ComparedRow is one bar with the values that it is compared with.
type ComparedRow struct {
	Name string
	// Rank is printed left of the name; 0 prints none.
	Rank  int
	Value Value
	// Label is printed at the bar in place of the value.
	Label string
	// Marks are the compared values, in the order of Compared.Marks; those beyond are
	// not drawn.
	Marks []Value
	// Role colours the bar in place of the common colour where Own is set; Strong
	// sets the name in bold.
	Role        Role
	Own, Strong bool
}

// ComparedMark is how a compared value is drawn and named in the key.
type ComparedMark struct {
	Name  string
	Role  Role
	Shape Shape
}

// Compared shows lying bars from zero in the order given, each with marks for
// what its value is compared with: a target, the year before.
type Compared struct {
	Words
	// Name is what the bars show, for the key, and Role their colour.
	Name       string
	Role       Role
	Rows       []ComparedRow
	Marks      []ComparedMark
	References []Reference
}

// markRoom is the part of the axis left free at its ends, so that a mark on the
// last value is not cut off.
const markRoom = 0.02

// Figure builds the figure. Errors: ErrNothing.
func (c Compared) Figure() (*Figure, error) {
	p := Panel{Y: Axis{Kind: CategoryAxis}}
	bars := Bars{Name: c.Name, Role: c.Role, Show: ShowAll, Share: 0.62}
	points := make([]Points, len(c.Marks))
	for i, m := range c.Marks {
		points[i] = Points{Name: m.Name, Role: m.Role, Shape: m.Shape}
	}
	var ends []float64
	known := false
	for i, r := range c.Rows {
		p.Y.Slots = append(p.Y.Slots, r.slot())
		bars.Data = append(bars.Data, r.bar(i))
		known = known || r.Value.Known()
		ends = append(ends, r.Value.V)
		for j, v := range r.Marks[:min(len(r.Marks), len(points))] {
			points[j].Data = appendKnown(points[j].Data, i, v)
			ends = append(ends, v.V)
		}
	}
	if !known {
		return nil, ErrNothing
	}
	p.Marks = []Mark{bars}
	for i, ref := range c.References {
		ends = append(ends, ref.Value)
		p.Marks = append(p.Marks, ruleOf(ref, Target, 100-i))
	}
	for _, m := range points {
		if len(m.Data) > 0 {
			p.Marks = append(p.Marks, m)
			p.Key = true
		}
	}
	p.X = tight(ends)
	if p.Key {
		room := markRoom * (p.X.Max - p.X.Min)
		if p.X.Max += room; p.X.Min < 0 {
			p.X.Min -= room
		}
	}
	return &Figure{ID: "compared", Words: c.Words, Panels: []Panel{p}}, nil
}

// slot returns the name of a row.
func (r ComparedRow) slot() Slot {
	s := Slot{Label: r.Name, Strong: r.Strong}
	if r.Rank > 0 {
		s.Rank = strconv.Itoa(r.Rank)
	}
	if r.Own {
		s.Role = r.Role
	}
	return s
}

// bar returns the bar of the i-th row.
func (r ComparedRow) bar(i int) Datum {
	d := Datum{At: float64(i), Value: r.Value, Label: r.Label, Role: r.Role, Own: r.Own}
	if d.Label == "" {
		d.Label = r.Value.Text()
	}
	return d
}
