package chart

import "math"

// report adds the panel to the frame.
func (q *plot) report() {
	k := q.px
	q.frame.Panels = append(q.frame.Panels, PanelFrame{
		Plot:  pixels(q.area, k),
		X:     Mapping{q.x.Offset * k, q.x.Factor * k},
		Y:     Mapping{q.y.Offset * k, q.y.Factor * k},
		Lying: q.p.Lying(),
	})
}

// pixels converts a rectangle in points.
func pixels(r rect, k float64) Box {
	r = r.ordered()
	return Box{r.x0 * k, r.y0 * k, r.x1 * k, r.y1 * k}
}

// hit records a drawn value, unless it lies before or behind what is seen.
func (q *plot) hit(mark, index int, slot float64, at point, r rect) {
	if math.IsNaN(at.x) || math.IsNaN(at.y) || !q.p.Lying() && (at.x < q.area.x0-1 || at.x > q.area.x1+1) {
		return
	}
	q.drawing.frame.Hits = append(q.drawing.frame.Hits, Hit{
		Panel: q.index, Mark: mark, Index: index, At: slot,
		X: at.x * q.px, Y: at.y * q.px, Box: pixels(r, q.px),
	})
}

// nameBox records where the name of a series stands.
func (q *plot) nameBox(name string, r rect) {
	q.drawing.frame.Names = append(q.drawing.frame.Names, NameBox{Name: name, Box: pixels(r, q.px)})
}
