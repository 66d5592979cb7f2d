package chart

// Overlay shows the same months or quarters of several years on top of each
// other: the last year in the accent colour with its values, the year before in
// dark grey, older ones in light grey, each named at its end.
//
// The slots are periods that can be compared across years (1-2月, 3月, … or
// 一季度, 上半年, …), so that December never joins January and a year without
// January has no gap.
type Overlay struct {
	Words
	Unit  string
	Slots []string
	// Years are the series, oldest first; the last is the year of the figure.
	Years []Series
	// References are lines such as a target.
	References []Reference
}

// Figure builds the figure. Errors: ErrShape, and ErrNothing where the last
// year has no known value.
func (o Overlay) Figure() (*Figure, error) {
	if err := fits(len(o.Slots), o.Years...); err != nil {
		return nil, err
	}
	n := len(o.Years)
	if n == 0 || len(numbers(o.Years[n-1])) == 0 {
		return nil, ErrNothing
	}
	all := numbers(o.Years...)
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf(o.Slots)}}
	for i, r := range o.References {
		all = append(all, r.Value)
		p.Marks = append(p.Marks, ruleOf(r, Target, 500-i))
	}
	p.Y = Scale(all, false, o.Unit)
	for i, y := range o.Years {
		if len(numbers(y)) == 0 {
			continue
		}
		l := Line{Name: y.Name, Role: Context, Data: datums(y.Values), Keep: i}
		switch i {
		case n - 1:
			l.Role, l.Markers, l.Show = Accent, true, ShowAll
		case n - 2:
			l.Role = Prior
		}
		p.Marks = append(p.Marks, l)
	}
	return &Figure{ID: "overlay", Words: o.Words, Panels: []Panel{p}}, nil
}
