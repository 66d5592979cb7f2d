package chart

// Course is one of the lines of Courses.
type Course struct {
	Series
	Role Role
}

// Courses shows a few lines over a run of slots, each named at its end with its
// last value: one branch against the whole, year after year. A gap in the values
// is a gap in the line.
type Courses struct {
	Words
	Unit       string
	Slots      []string
	Lines      []Course
	References []Reference
}

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (c Courses) Figure() (*Figure, error) {
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf(c.Slots)}}
	var all []float64
	for i, r := range c.References {
		all = append(all, r.Value)
		p.Marks = append(p.Marks, ruleOf(r, Target, 500-i))
	}
	known := false
	for i, l := range c.Lines {
		if err := fits(len(c.Slots), l.Series); err != nil {
			return nil, err
		}
		values := numbers(l.Series)
		if len(values) == 0 {
			continue
		}
		known = true
		all = append(all, values...)
		p.Marks = append(p.Marks, Line{Name: l.Name, Role: l.Role, Data: datums(l.Values), Show: ShowLast, Keep: len(c.Lines) - i})
	}
	if !known {
		return nil, ErrNothing
	}
	p.Y = Scale(all, false, c.Unit)
	return &Figure{ID: "courses", Words: c.Words, Panels: []Panel{p}}, nil
}
