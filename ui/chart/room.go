package chart

import "slices"

// headroom returns the points to leave below and above the scale of a standing
// panel so that value labels of the extremes fit.
func (q *plot) headroom(h float64) (low, high float64) {
	lo, hi := widen(q.p.Y.Min, q.p.Y.Max)
	need := q.st.Label*1.25 + q.st.MarkerMM*mm/2
	least, most := q.stacks()
	for _, m := range q.p.Marks {
		if l, ok := m.(Line); ok && l.Right {
			continue // ticks leave room enough
		}
		labelled := shown(m.data(), showOf(m))
		for i, d := range m.data() {
			if !labelled[i] || insideBars(m) {
				continue
			}
			if bars, ok := m.(Bars); ok {
				d.V = bars.end(d)
			}
			k := h / (hi - lo)
			if p, ok := m.(Points); ok && p.Role == Total {
				if d.V < 0 {
					low = max(low, need-(min(least[d.At], d.V)-lo)*k)
					continue
				}
				d.V = max(most[d.At], d.V)
			}
			high = max(high, need-(hi-d.V)*k)
			if l, ok := m.(Line); ok && l.Role == Accent && i == lastKnown(l.Data) && q.ruledAbove(d.V, need/k) {
				low = max(low, need-(q.trough(l.Data)-lo)*k)
			}
			if _, bars := m.(Bars); bars && d.V < d.Base {
				low = max(low, need-(d.V-lo)*k)
			}
		}
	}
	return min(low, h/4), min(high, h/4)
}

// ruledAbove reports whether a reference line runs less than room above a value, so that
// its label cannot stand there.
func (q *plot) ruledAbove(v, room float64) bool {
	for _, m := range q.p.Marks {
		if r, ok := m.(Rule); ok && r.Value > v && r.Value-v < room {
			return true
		}
	}
	return false
}

// trough returns the lowest value of a curve over the breadth of the label of its last
// one, which ends there.
func (q *plot) trough(data []Datum) float64 {
	low, _ := q.course(data)
	return low
}

// course returns the lowest and the highest value of a curve over the breadth of the
// label of its last one, which ends there.
func (q *plot) course(data []Datum) (low, high float64) {
	last := lastKnown(data)
	low, high = data[last].V, data[last].V
	step := q.area.w() / float64(max(len(q.p.X.Slots), 1))
	reach := q.width(data[last].Label, q.st.Label, true)
	for i := last; i >= 0 && float64(last-i)*step <= reach; i-- {
		if data[i].Known() {
			low, high = min(low, data[i].V), max(high, data[i].V)
		}
	}
	return low, high
}

// stacks returns the least and the greatest end of bars at each position.
func (q *plot) stacks() (least, most map[float64]float64) {
	least, most = make(map[float64]float64), make(map[float64]float64)
	for _, m := range q.p.Marks {
		b, ok := m.(Bars)
		if !ok {
			continue
		}
		for _, d := range b.Data {
			if d.Known() {
				least[d.At], most[d.At] = min(least[d.At], b.end(d)), max(most[d.At], b.end(d))
			}
		}
	}
	return least, most
}

// sideroom is headroom for a lying panel.
func (q *plot) sideroom(w float64) (low, high float64) {
	if !q.p.Lying() {
		return 0, 0
	}
	lo, hi := widen(q.p.X.Min, q.p.X.Max)
	least, most := q.extents()
	for range 3 {
		k := max(w-low-high, w/4) / (hi - lo)
		for _, m := range q.p.Marks {
			labelled := shown(m.data(), showOf(m))
			for i, d := range ended(m) {
				if !labelled[i] || insideBars(m) {
					continue
				}
				need := q.width(d.Label, q.st.Label, true) + q.gap()*2 + q.st.MarkerMM*mm/2
				if d.V < d.Base {
					low = max(low, need-(least[d.At]-lo)*k)
				} else {
					high = max(high, need-(hi-most[d.At])*k)
				}
			}
		}
	}
	return min(low, w*0.4), min(high, w*0.4)
}

// extents returns the least and the greatest value drawn at each position.
func (q *plot) extents() (least, most map[float64]float64) {
	least, most = make(map[float64]float64), make(map[float64]float64)
	for _, m := range q.p.Marks {
		for _, d := range ended(m) {
			if !d.Known() {
				continue
			}
			if v, ok := least[d.At]; !ok || d.V < v {
				least[d.At] = d.V
			}
			if v, ok := most[d.At]; !ok || d.V > v {
				most[d.At] = d.V
			}
		}
	}
	return least, most
}

// ended returns the values of a mark where they end: those of stacked bars are lengths.
func ended(m Mark) []Datum {
	b, ok := m.(Bars)
	if !ok || !b.Stacked {
		return m.data()
	}
	out := slices.Clone(b.Data)
	for i, d := range out {
		out[i].V = b.end(d)
	}
	return out
}

// showOf returns which labels a mark shows.
func showOf(m Mark) Show {
	switch m := m.(type) {
	case Line:
		return m.Show
	case Bars:
		return m.Show
	case Points:
		return m.Show
	}
	return ShowNone
}

// insideBars reports whether a mark prints its labels inside its bars.
func insideBars(m Mark) bool {
	b, ok := m.(Bars)
	return ok && b.Inside
}
