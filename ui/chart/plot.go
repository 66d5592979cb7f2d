package chart

// plot is a panel placed on the canvas.
type plot struct {
	*drawing
	p     *Panel
	index int
	cell  rect // what the panel may use
	area  rect // inside the axes
	last  bool // in the last row: carries the labels of a shared axis

	left, right float64 // gutters beside the area
	endMost     int     // lines that a name in the right gutter may have

	x, y   Mapping // values to points
	y2     Mapping // of the right axis
	share  float64 // of a slot that columns side by side take; 0 for that of the style
	labels placer
	ends   []ending
}

// gap is the room between a label and what it belongs to.
func (q *plot) gap() float64 { return q.st.Axis * 0.4 }

// table reports whether the panel is a table of cells.
func (q *plot) table() bool { return q.p.table() }

// measureGutters finds the room that labels need at the left and right.
func (q *plot) measureGutters() {
	if q.p.Y.Kind == CategoryAxis {
		rank, names := q.nameColumns()
		q.left = rank + names + q.gap()
		q.right = q.st.Axis * 0.2
		return
	}
	for _, t := range q.p.Y.Ticks {
		q.left = max(q.left, q.width(t.Label, q.st.Axis, false))
	}
	if q.left > 0 {
		q.left += q.gap()
	}
	if q.p.Y.Hidden {
		q.left = 0
	}
	q.left = max(q.left, q.startColumn())
	q.endMost = q.mostEndLines()
	q.right = q.endColumn() + q.rightColumn()
}

// nameColumns returns the widths of the rank and the name column of a lying
// panel.
func (q *plot) nameColumns() (rank, names float64) {
	s := q.st.Axis
	for _, slot := range q.p.Y.Slots {
		rank = max(rank, q.width(slot.Rank, s, slot.Strong))
		names = max(names, widest(q.nameLines(slot), q.measure(s, slot.Strong)))
	}
	if rank > 0 {
		rank += s * 0.5
	}
	return rank, names
}

// mostNameLines is how many lines the name of a row, a slot or a curve may have; what
// is longer is cut, and stands in full in the data and the text alternative.
const mostNameLines = 3

// nameLines breaks the name of a row.
func (q *plot) nameLines(slot Slot) []string {
	width, measure := q.cell.w()*0.36, q.measure(q.st.Axis, slot.Strong)
	return atMost(balance(slot.Label, width, measure), mostNameLines, width, measure)
}

// draw places the panel and draws it.
func (q *plot) draw() {
	q.area = q.cell
	q.area.x0 += q.left
	q.area.x1 -= q.right
	q.area.y0 = q.title()
	if q.p.Key {
		q.area.y0 = q.key(q.area.y0)
	}
	q.area.y0 += q.topGutter()
	q.area.y1 -= q.bottomGutter()
	if q.area.w() < 8 || q.area.h() < 8 {
		q.drawing.frame.Dropped += len(q.p.Marks)
		q.write(q.cell.x0, min(q.area.y0+q.st.Axis*ascent, q.cell.y1), "…", q.st.Axis, false, q.st.Muted)
		return
	}
	q.scales()
	q.share = q.groupShare()
	q.labels.bounds = rect{q.area.x0, q.area.y0 - q.st.Label*0.2, q.cell.x1, q.area.y1}
	if q.p.Right != nil {
		q.labels.bounds.x1 = q.area.x1
	}
	if q.table() {
		q.drawTable()
		q.report()
		return
	}
	q.zones()
	q.axes()
	q.fills()
	q.rules()
	q.strokes()
	q.names()
	q.values()
	q.notes()
	q.report()
}

// fills draws what lies behind reference lines: bands, then bars.
func (q *plot) fills() {
	for _, m := range q.p.Marks {
		if b, ok := m.(Band); ok {
			q.band(b)
		}
	}
	for i, m := range q.p.Marks {
		if b, ok := m.(Bars); ok {
			q.bars(i, b)
		}
	}
}

// strokes draws curves and points.
func (q *plot) strokes() {
	for i, m := range q.p.Marks {
		switch m := m.(type) {
		case Line:
			q.on(m, func() { q.curve(i, m) })
		case Points:
			q.dots(i, m)
		}
	}
}

// title writes the panel's title and flag and returns where they end.
func (q *plot) title() float64 {
	y := q.cell.y0
	if q.p.Title == "" && q.p.Flag == "" {
		return y
	}
	s := q.st.Axis
	for i, l := range q.titleOf(q.p) {
		q.write(q.cell.x0, y+q.lead(s)*float64(i)+s*ascent, l, s, true, q.st.Text)
	}
	q.write(q.cell.x1-q.width(q.p.Flag, q.st.Source, false), y+s*ascent, q.p.Flag, q.st.Source, false, q.st.Muted)
	return y + q.lead(s)*float64(q.rowTitleLines()) + s*0.15
}

// titleOf breaks the title of a panel that is as wide as this one.
func (q *plot) titleOf(p *Panel) []string {
	s := q.st.Axis
	width := q.cell.w() - q.width(p.Flag, q.st.Source, false) - s*0.5
	return atMost(wrap(p.Title, width, q.measure(s, true)), q.titleLines(), width, q.measure(s, true))
}

// rowTitleLines returns how many lines the longest title in the row of the panel has:
// plots beside each other are of one height.
func (q *plot) rowTitleLines() int {
	cols := max(1, q.f.Columns)
	first := q.index / cols * cols
	n := 1
	for i := first; i < min(first+cols, len(q.f.Panels)); i++ {
		n = max(n, len(q.titleOf(&q.f.Panels[i])))
	}
	return n
}

// titleLines returns how many lines the title of a panel may have: one in three of
// those that the panel has room for.
func (q *plot) titleLines() int {
	return max(1, min(mostNameLines, int(q.cell.h()/q.lead(q.st.Axis)/3)))
}

// topGutter returns the room for what stands above the plot.
func (q *plot) topGutter() float64 {
	switch {
	case q.table() && q.p.X.Hidden:
		return 0
	case q.table():
		return q.lead(q.st.Axis)*float64(q.slotLines(q.cell.w()-q.left-q.right)) + q.gap()
	case q.p.Lying():
		return q.lead(q.st.Axis) * float64(q.p.topRows())
	case q.p.Y.Unit != "":
		return q.lead(q.st.Axis) + q.st.Axis*0.5
	}
	return q.st.Axis * 0.5
}

// bottomGutter returns the room for what stands below the plot.
func (q *plot) bottomGutter() float64 {
	axis := &q.p.X
	switch {
	case q.table(), axis.Hidden:
		return q.st.Axis * 0.2
	case q.f.ShareX && !q.last:
		return q.st.Axis * 0.3
	case axis.Kind == CategoryAxis:
		return q.lead(q.st.Axis)*float64(q.slotLines(q.cell.w()-q.left-q.right)) + q.gap()*1.5
	case len(axis.Ticks) > 0:
		return q.lead(q.st.Axis) + q.gap()*0.6
	}
	return q.st.Axis * 0.3
}

// scales fixes both mappings, leaving room for labels outside the bars.
func (q *plot) scales() {
	a := q.area
	if q.p.Lying() || q.table() {
		q.y = slots(len(q.p.Y.Slots), 0.5, a.y0, a.y1)
	} else {
		q.y = Mapping{Offset: a.y1, Factor: 1}
		low, high := q.headroom(a.h())
		q.y = linear(q.p.Y, a.y1-low, a.y0+high)
		if q.p.Right != nil {
			q.y2 = linear(*q.p.Right, a.y1-low, a.y0+high)
		}
		if q.p.Y.Down {
			q.y = linear(q.p.Y, a.y0+high, a.y1-low)
		}
	}
	switch {
	case q.p.X.Kind == CategoryAxis:
		q.x = slots(len(q.p.X.Slots), q.edge(), a.x0, a.x1)
	default:
		low, high := q.sideroom(a.w())
		q.x = linear(q.p.X, a.x0+low, a.x1-high)
	}
}

// edge returns how many slots lie between the first or last slot's middle and
// the edge of the area: half a slot for bars, less for curves, next to nothing for
// lines that are named at both ends.
func (q *plot) edge() float64 {
	for _, m := range q.p.Marks {
		if l, ok := m.(Line); ok && l.Start != "" {
			return 0.04
		}
		if _, bars := m.(Bars); bars || q.table() {
			return 0.5
		}
	}
	return 0.3
}

// slots maps slot numbers so that n slots, with edge slots before the first
// middle and after the last, fill the range.
func slots(n int, edge, from, to float64) Mapping {
	w := (to - from) / (float64(max(n, 1)-1) + 2*edge)
	return Mapping{Offset: from + w*edge, Factor: w}
}

// linear maps the range of a value axis.
func linear(a Axis, from, to float64) Mapping {
	lo, hi := widen(a.Min, a.Max)
	k := (to - from) / (hi - lo)
	return Mapping{Offset: from - k*lo, Factor: k}
}

// spot returns the place of a value.
func (q *plot) spot(at, v float64) point {
	if q.p.Lying() {
		return point{q.x.Pixel(v), q.y.Pixel(at)}
	}
	return point{q.x.Pixel(at), q.y.Pixel(v)}
}
