package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// axes draws hairlines, tick labels, the line at zero and the names of slots.
func (q *plot) axes() {
	if q.p.Lying() {
		q.measureTicks(q.p.X, q.x, true)
		q.rowNames()
		return
	}
	q.measureTicks(q.p.Y, q.y, false)
	q.unit()
	q.rightAxis()
	if q.f.ShareX && !q.last {
		return
	}
	if q.p.X.Kind == CategoryAxis {
		q.slotNames()
		return
	}
	q.bottomTicks()
}

// measureTicks draws the hairlines and labels of the axis of values.
func (q *plot) measureTicks(a Axis, m Mapping, lying bool) {
	zero := false
	for _, t := range thinned(a.Ticks, m, q.tickRoom(lying)) {
		at := m.Pixel(t.Value)
		strong := t.Value == 0 && a.Zero
		zero = zero || strong
		if !a.Hidden && !strong {
			q.gridline(at, lying, q.st.Hairline, false)
		}
		if !a.Hidden {
			q.tickLabel(t.Label, at, lying)
		}
	}
	if a.Zero && !zero && a.Min <= 0 && a.Max >= 0 {
		zero = true
	}
	if zero {
		q.gridline(m.Pixel(0), lying, q.st.Metrics.Zero, true)
	}
}

// tickRoom returns the least distance between labelled values.
func (q *plot) tickRoom(lying bool) float64 {
	if !lying {
		return q.st.Axis * 1.5
	}
	w := 0.0
	for _, t := range q.p.X.Ticks {
		w = max(w, q.width(t.Label, q.st.Axis, false))
	}
	return w + q.st.Axis*0.8
}

// thinned leaves out every second, third, … tick where they would stand closer
// than room; a tick at zero stays.
func thinned(ticks []Tick, m Mapping, room float64) []Tick {
	if len(ticks) < 2 {
		return ticks
	}
	apart := math.Abs(m.Factor * (ticks[1].Value - ticks[0].Value))
	step := int(math.Ceil(room/max(apart, 1e-9) - 1e-9))
	if step <= 1 {
		return ticks
	}
	from := 0
	for i, t := range ticks {
		if t.Value == 0 {
			from = i % step
		}
	}
	var out []Tick
	for i := from; i < len(ticks); i += step {
		out = append(out, ticks[i])
	}
	return out
}

// gridline draws a line across the area at a value.
func (q *plot) gridline(at float64, lying bool, width float64, strong bool) {
	c := q.st.Grid
	if strong {
		c = q.st.Zero
	}
	if lying {
		q.line(at, q.area.y0, at, q.area.y1, width, c)
		return
	}
	q.line(q.area.x0, at, q.area.x1, at, width, c)
}

// tickLabel writes the label of a value, left of a standing panel or below a
// lying one.
func (q *plot) tickLabel(label string, at float64, lying bool) {
	s := q.st.Axis
	w := q.width(label, s, false)
	if lying {
		x := clamp(at-w/2, q.cell.x0, q.cell.x1-w)
		q.write(x, q.area.y1+q.gap()*0.6+s*ascent, label, s, false, q.st.Muted)
		return
	}
	q.write(q.area.x0-q.gap()-w, at+s*0.36, label, s, false, q.st.Muted)
}

// unit writes the unit above the axis of a standing panel.
func (q *plot) unit() {
	if u := q.p.Y.Unit; u != "" {
		s := q.st.Axis
		base := q.area.y0 - q.lead(s) - s*0.5 + s*ascent
		if w := q.width(u, s, false); w > q.cell.w() {
			s *= q.cell.w() / w
		}
		q.write(q.cell.x0, base, u, s, false, q.st.Muted)
	}
}

// bottomTicks labels a value axis that runs along the bottom.
func (q *plot) bottomTicks() {
	if q.p.X.Hidden {
		return
	}
	for _, t := range thinned(q.p.X.Ticks, q.x, q.tickRoom(true)) {
		q.tickLabel(t.Label, q.x.Pixel(t.Value), true)
	}
}

// namedSlots returns the slots that have a name and how many slots lie between two
// of them at least.
func namedSlots(axis []Slot) (named []int, apart int) {
	apart = len(axis)
	for i, s := range axis {
		if s.Label == "" {
			continue
		}
		if n := len(named); n > 0 {
			apart = min(apart, i-named[n-1])
		}
		named = append(named, i)
	}
	return named, max(apart, 1)
}

// slotStep returns every how many of the named slots a name is written and on how
// many lines, when slots share a width: as many names as fit in two lines, by steps
// that meet the same months in every year.
func (q *plot) slotStep(width float64) (step, lines int) {
	axis := q.p.X.Slots
	named, apart := namedSlots(axis)
	n := len(named)
	if n == 0 {
		return 1, 0
	}
	slot := width / (float64(len(axis)-1) + 2*q.edge()) * float64(apart)
	for step = 1; step < n; step++ {
		if 12%step != 0 && step%12 != 0 {
			continue
		}
		if lines = q.deepest(axis, named, step, slot*float64(step)); lines > 0 {
			return step, lines
		}
	}
	return n, min(mostNameLines, max(1, len(q.slotText(axis[named[0]], width))))
}

// deepest returns the most lines that the names of every step-th named slot need in
// a width, 0 where they do not fit.
func (q *plot) deepest(axis []Slot, named []int, step int, width float64) int {
	allowed := 2
	for _, s := range axis {
		allowed = max(allowed, 1+count(s.Label, '\n'))
	}
	room := width - q.st.Axis*0.3
	most := 1
	for j := 0; j < len(named); j += step {
		s := axis[named[j]]
		for _, piece := range pieces(s.Label) {
			if q.width(piece, q.st.Axis, s.Strong) > room {
				return 0
			}
		}
		lines := len(q.slotText(s, room))
		if lines > allowed {
			return 0
		}
		most = max(most, lines)
	}
	return most
}

// count returns how often c occurs in s.
func count(s string, c rune) int {
	n := 0
	for _, r := range s {
		if r == c {
			n++
		}
	}
	return n
}

// slotText breaks the name of a slot.
func (q *plot) slotText(s Slot, width float64) []string {
	return balance(s.Label, width, q.measure(q.st.Axis, s.Strong))
}

// slotLines returns the number of lines below (or above a table).
func (q *plot) slotLines(width float64) int {
	_, lines := q.slotStep(width)
	return lines
}

// slotNames writes the names of the slots below the area, or above a table.
func (q *plot) slotNames() {
	if q.p.X.Hidden {
		return
	}
	s := q.st.Axis
	named, apart := namedSlots(q.p.X.Slots)
	step, deep := q.slotStep(q.area.w())
	room := q.x.Factor*float64(step*apart) - s*0.3
	top := q.area.y1 + q.gap()*1.5
	if q.table() {
		top = q.area.y0 - q.gap()*0.5 - float64(deep)*q.lead(s)
	}
	free := math.Inf(-1) // where the name before ended
	told := ""           // the year of the name before
	for j := 0; j < len(named); j += step {
		slot := q.p.X.Slots[named[j]]
		lines := atMost(q.slotText(slot, max(room, s)), max(1, deep), max(room, s), q.measure(s, slot.Strong))
		w := widest(lines, q.measure(s, slot.Strong))
		middle := clamp(q.x.Pixel(float64(named[j])), q.cell.x0+w/2, q.cell.x1-w/2)
		if middle-w/2 < free {
			continue
		}
		free = middle + w/2 + s*0.3
		if !q.table() {
			told = untold(lines, told)
		}
		y := top
		if q.table() {
			y += float64(deep-len(lines)) * q.lead(s)
		}
		for i, l := range lines {
			q.write(middle-q.width(l, s, slot.Strong)/2, y+float64(i)*q.lead(s)+s*ascent, l, s, slot.Strong, q.slotColour(slot))
		}
	}
}

// untold empties the line of a name that is a year, where the name before told it, and
// returns the year.
func untold(lines []string, told string) string {
	if len(lines) < 2 {
		return ""
	}
	for i, l := range lines {
		if !isYear(l) {
			continue
		}
		if l == told {
			lines[i] = ""
		}
		return l
	}
	return ""
}

// isYear reports whether a line is a year: 2013, 2013年.
func isYear(s string) bool {
	digits := strings.TrimSuffix(s, "年")
	_, err := strconv.Atoi(digits)
	return err == nil && len(digits) == 4
}

// slotColour returns the colour of a slot's name.
func (q *plot) slotColour(s Slot) (c colour) {
	if s.Strong {
		return q.st.Ink(s.Role).Text
	}
	return q.st.Text
}

// rowNames writes rank and name of each row of a lying panel, thinning them
// where rows are too low.
func (q *plot) rowNames() {
	s := q.st.Axis
	rank, names := q.nameColumns()
	room := q.y.Factor * float64(q.rowStep())
	for i, slot := range q.p.Y.Slots {
		if !q.rowNamed(i) {
			continue
		}
		lines := atMost(q.nameLines(slot), max(1, int(room/(s*1.02))), names, q.measure(s, slot.Strong))
		lead := min(q.lead(s), room/float64(len(lines)))
		y := q.y.Pixel(float64(i)) - lead*float64(len(lines)-1)/2 + s*0.36
		c := q.slotColour(slot)
		if slot.Rank != "" {
			w := q.width(slot.Rank, s, slot.Strong)
			q.write(q.cell.x0+rank-s*0.5-w, y, slot.Rank, s, slot.Strong, q.rankColour(slot))
		}
		for _, l := range lines {
			q.write(q.cell.x0+rank, y, l, s, slot.Strong, c)
			y += lead
		}
	}
}

// rowStep returns every how many rows of a lying panel have room for words.
func (q *plot) rowStep() int {
	step := 1
	for step < len(q.p.Y.Slots) && q.y.Factor*float64(step) < q.st.Axis*1.02 {
		step++
	}
	return step
}

// rowNamed reports whether a row of a lying panel has its words: every one where
// there is room, else the strong ones, and every few that stand clear of those.
func (q *plot) rowNamed(i int) bool {
	step, slots := q.rowStep(), q.p.Y.Slots
	if i < 0 || i >= len(slots) || step == 1 {
		return true
	}
	if slots[i].Strong {
		return !slices.ContainsFunc(slots[max(0, i-step+1):i], strong)
	}
	return i%step == 0 && !slices.ContainsFunc(slots[max(0, i-step+1):min(len(slots), i+step)], strong)
}

// strong reports whether the figure is about a slot.
func strong(s Slot) bool { return s.Strong }

// rankColour returns the colour of a rank number.
func (q *plot) rankColour(s Slot) colour {
	if s.Strong {
		return q.st.Ink(s.Role).Text
	}
	return q.st.Muted
}
