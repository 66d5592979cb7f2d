package chart

// BoxRow is a stated value beside the range that others leave for it.
type BoxRow struct {
	Name string
	// Stated is what was printed, less what was computed; Lo and Hi of Range bound
	// what rounding allows.
	Stated Value
	Range  Range
}

// Boxes shows whether stated values agree with computed ones: a box for what
// rounding leaves open, a ring for what is stated. A ring outside its box has the
// second colour.
type Boxes struct {
	Words
	Unit                string
	BoxName, StatedName string
	Rows                []BoxRow
}

// Figure builds the figure. Errors: ErrNothing.
func (b Boxes) Figure() (*Figure, error) {
	p := Panel{Y: Axis{Kind: CategoryAxis}, Key: true}
	box := Bars{Name: b.BoxName, Role: Context, Share: 0.6}
	stated := Points{Name: b.StatedName, Role: Accent, Shape: Ring}
	var all []float64
	for i, r := range b.Rows {
		at := float64(i)
		p.Y.Slots = append(p.Y.Slots, Slot{Label: r.Name})
		box.Data = append(box.Data, Datum{At: at, Base: r.Range.Lo, Value: NewValue(r.Range.Hi, r.Stated.Digits, Derived).Between(r.Range.Lo, r.Range.Hi)})
		d := Datum{At: at, Value: r.Stated}
		if r.Stated.Known() && (r.Stated.V < r.Range.Lo || r.Stated.V > r.Range.Hi) {
			d.Role, d.Own = Second, true
		}
		stated.Data = append(stated.Data, d)
		all = append(all, r.Range.Lo, r.Range.Hi, r.Stated.V)
	}
	if lo, _ := bounds(all); !finite(lo) {
		return nil, ErrNothing
	}
	p.X = Scale(all, false, b.Unit)
	p.Marks = []Mark{box, stated}
	return &Figure{ID: "boxes", Words: b.Words, Panels: []Panel{p}}, nil
}
