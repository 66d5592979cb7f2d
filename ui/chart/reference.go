package chart

import "slices"

// zones shades ranges behind everything and names them.
func (q *plot) zones() {
	var named []Zone
	for _, m := range q.p.Marks {
		z, ok := m.(Zone)
		if !ok {
			continue
		}
		q.box(q.zoneRect(z), q.st.Zone[min(max(z.Step, 0), len(q.st.Zone)-1)])
		if z.Name != "" {
			named = append(named, z)
		}
	}
	if q.p.Lying() {
		q.topNames(len(named), 1, func(i int) (string, float64, Role) {
			r := q.zoneRect(named[i])
			return named[i].Name, (r.x0 + r.x1) / 2, Context
		})
		return
	}
	for _, z := range named {
		r := q.zoneRect(z)
		s := q.st.Source
		room, measure := r.w()-q.gap(), q.measure(s, false)
		name := atMost(wrap(z.Name, room, measure), 1, room, measure)[0]
		q.write(r.x0+q.gap(), r.y0+q.gap()*0.6+s*ascent, name, s, false, q.st.Muted)
		w := measure(name)
		q.labels.taken = append(q.labels.taken, rect{r.x0 + q.gap(), r.y0, r.x0 + q.gap() + w, r.y0 + q.lead(s)})
	}
}

// zoneRect returns the area of a zone.
func (q *plot) zoneRect(z Zone) rect {
	r := q.area
	switch {
	case z.Across && !q.p.Lying():
		r.x0, r.x1 = q.x.Pixel(z.Lo), q.x.Pixel(z.Hi)
	case z.Across:
		r.y0, r.y1 = q.y.Pixel(z.Lo), q.y.Pixel(z.Hi)
	case q.p.Lying():
		r.x0, r.x1 = q.x.Pixel(z.Lo), q.x.Pixel(z.Hi)
	default:
		r.y0, r.y1 = q.y.Pixel(z.Lo), q.y.Pixel(z.Hi)
	}
	r = r.ordered()
	a := q.area
	return rect{max(r.x0, a.x0), max(r.y0, a.y0), min(r.x1, a.x1), min(r.y1, a.y1)}
}

// topRows returns how many rows of names stand above a lying panel: one for
// reference lines and one for zones, where there are any.
func (p *Panel) topRows() int {
	rules, zones := 0, 0
	for _, m := range p.Marks {
		switch m := m.(type) {
		case Rule:
			if m.Name != "" && !m.Across {
				rules = 1
			}
		case Zone:
			if m.Name != "" && !m.Across {
				zones = 1
			}
		}
	}
	return rules + zones
}

// topNames writes n names in a row above a lying panel, apart from each other,
// each as near as can be to its place. The row next to the area is 0.
func (q *plot) topNames(n, row int, get func(int) (name string, x float64, r Role)) {
	if n == 0 {
		return
	}
	if row > 0 && q.p.topRows() < 2 {
		row = 0
	}
	s := q.st.Source
	spans := make([]Span, n)
	for i := range spans {
		name, x, _ := get(i)
		name = q.topName(name)
		spans[i] = Span{Want: x, Size: q.width(name, s, false) + s*0.8, Keep: n - i}
	}
	at, kept := Dodge(spans, q.cell.x0, q.cell.x1)
	y := q.area.y0 - float64(row)*q.lead(q.st.Axis) - s*0.35
	for i := range spans {
		name, _, r := get(i)
		if !kept[i] {
			q.drawing.frame.Dropped++
			continue
		}
		q.write(at[i]-spans[i].Size/2+s*0.4, y, q.topName(name), s, false, q.st.Ink(r).Text)
	}
}

// topName returns a name as it stands above a lying panel, cut where it would take
// more than half of its width.
func (q *plot) topName(name string) string {
	width, measure := q.cell.w()/2, q.measure(q.st.Source, false)
	return atMost(wrap(name, width, measure), 1, width, measure)[0]
}

// rules draws reference lines; those of a standing panel are named at its right
// by names.
func (q *plot) rules() {
	var named []Rule
	for _, m := range q.p.Marks {
		r, ok := m.(Rule)
		if !ok || !finite(r.Value) {
			continue
		}
		q.rule(r)
		if r.Name != "" && q.p.Lying() && !r.Across {
			named = append(named, r)
		}
	}
	slices.SortStableFunc(named, func(a, b Rule) int { return b.Keep - a.Keep })
	q.topNames(len(named), 0, func(i int) (string, float64, Role) {
		return named[i].Name, q.x.Pixel(named[i].Value), named[i].Role
	})
}

// ruled draws a line, over bars in a rim of paper: it is seen on bars of its own colour.
func (q *plot) ruled(pts []point, width float64, dash []float64, c colour) {
	if q.barred() {
		q.stroke(pts, width+rim, nil, q.st.Paper)
	}
	q.stroke(pts, width, dash, c)
}

// barred reports whether the panel has bars.
func (q *plot) barred() bool {
	return slices.ContainsFunc(q.p.Marks, func(m Mark) bool { _, ok := m.(Bars); return ok })
}

// rule draws one reference line.
func (q *plot) rule(r Rule) {
	ink := q.st.Ink(r.Role)
	dash := ink.Dash
	if !r.Dashed {
		dash = nil
	}
	a := q.area
	if r.Across != q.p.Lying() {
		x := q.x.Pixel(r.Value)
		if x >= a.x0-0.5 && x <= a.x1+0.5 {
			q.labels.taken = append(q.labels.taken, rect{x - 1, a.y0, x + 1, a.y1})
			top := a.y0
			if r.Name == "" {
				top -= q.gap() * 0.4
			}
			q.ruled([]point{{x, top}, {x, a.y1}}, ink.Width, dash, ink.Color)
		}
		if r.Name != "" && r.Across {
			q.write(x+q.gap()*0.6, a.y0+q.st.Source*ascent, r.Name, q.st.Source, false, ink.Text)
		}
		return
	}
	if y := q.y.Pixel(r.Value); y >= a.y0-0.5 && y <= a.y1+0.5 {
		q.ruled([]point{{a.x0, y}, {a.x1, y}}, ink.Width, dash, ink.Color)
		q.labels.obstruct([]point{{a.x0, y}, {a.x1, y}})
	}
}
