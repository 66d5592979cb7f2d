package chart

import "slices"

// Multiple is one panel of Multiples.
type Multiple struct {
	Title  string
	Unit   string
	Series []Series
	// Reference is a line such as 100 of an index.
	Reference *Reference
}

// Multiples shows several small panels with the same slots, or panels stacked
// on a shared axis: output above price. All panels have one scale unless Free is
// set; then FreeWord says so at the top right, once for all.
type Multiples struct {
	Words
	Slots []string
	// Short are the names printed below the axes in place of Slots, empty for none:
	// small panels have room for years only.
	Short    []string
	Panels   []Multiple
	Columns  int
	ShareX   bool
	Free     bool
	FreeWord string
}

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (m Multiples) Figure() (*Figure, error) {
	var all []float64
	for _, p := range m.Panels {
		if err := fits(len(m.Slots), p.Series...); err != nil {
			return nil, err
		}
		all = append(all, p.values()...)
	}
	if len(all) == 0 {
		return nil, ErrNothing
	}
	f := &Figure{ID: "multiples", Words: m.Words, Columns: m.Columns, ShareX: m.ShareX}
	want := 4
	if len(m.Panels) > 3 {
		want = 3
	}
	for i, in := range m.Panels {
		scale := closeScale(all, in.Unit, want)
		if m.Free {
			scale = closeScale(in.values(), in.Unit, want)
		}
		f.Panels = append(f.Panels, in.panel(m, scale))
		if m.Free && i == min(max(m.Columns, 1), len(m.Panels))-1 {
			f.Panels[i].Flag = m.FreeWord
		}
	}
	return f, nil
}

// slots returns the slots of a panel.
func (m Multiples) slots() []Slot {
	out := slotsOf(m.Slots)
	for i := range m.Short {
		out[i].Full, out[i].Label = out[i].Label, m.Short[i]
	}
	return out
}

// values returns what the scale of a panel must show.
func (p Multiple) values() []float64 {
	out := numbers(p.Series...)
	if p.Reference != nil && len(out) > 0 {
		out = append(out, p.Reference.Value)
	}
	return out
}

// panel returns one panel: the first series in the accent colour with its last
// value, the others behind it.
func (p Multiple) panel(m Multiples, scale Axis) Panel {
	out := Panel{Title: p.Title, X: Axis{Kind: CategoryAxis, Slots: m.slots()}, Y: scale}
	if p.Reference != nil {
		out.Marks = append(out.Marks, ruleOf(*p.Reference, Target, 1))
	}
	roles := []Role{Accent, Second, Third, Fourth, Fifth}
	var lines []Mark
	for i, s := range p.Series {
		l := Line{Name: s.Name, Role: roles[i%len(roles)], Data: datums(s.Values), Keep: len(p.Series) - i}
		if i == 0 {
			l.Show = ShowLast
		}
		lines = append(lines, l)
	}
	slices.Reverse(lines)
	out.Marks = append(out.Marks, lines...)
	return out
}
