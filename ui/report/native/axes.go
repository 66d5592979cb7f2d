package native

import (
	"fmt"
	"math"

	"yunxing/ui/chart"
)

// axes writes the pairs of axes that the groups stand on.
func (w *part) axes() {
	if len(w.p.groups) > 0 && w.p.groups[0].form == points {
		w.values(w.p.x, placeAxis, valueAxis, "b", false, false)
		w.values(w.p.y, valueAxis, placeAxis, "l", false, false)
		return
	}
	shown, hidden := false, false
	for _, g := range w.p.groups {
		shown, hidden = shown || !g.hidden, hidden || g.hidden
	}
	if shown {
		w.places(placeAxis, valueAxis, false)
		w.values(w.p.y, valueAxis, placeAxis, w.side(), false, w.p.lying)
	}
	if hidden {
		w.places(placeAxis2, valueAxis2, true)
		w.values(w.p.y, valueAxis2, placeAxis2, w.side(), true, w.p.lying)
	}
}

// side returns where the axis of values stands.
func (w *part) side() string {
	if w.p.lying {
		return "b"
	}
	return "l"
}

// places writes an axis of places.
func (w *part) places(id, cross int, hidden bool) {
	order, pos, labels := "minMax", "b", "low"
	switch {
	case w.p.lying:
		order, pos = "maxMin", "l"
	case w.p.y.Down:
		labels = "high"
	}
	w.f(`<c:catAx><c:axId val="%d"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="%d"/><c:axPos val="%s"/>`, id, order, flag(hidden), pos)
	w.f(`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="%s"/>`, labels)
	w.f(`<c:spPr>%s</c:spPr>%s<c:crossAx val="%d"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/>%s<c:noMultiLvlLbl val="1"/></c:catAx>`,
		stroke(w.st.Zero, w.st.Metrics.Zero, false), text(w.st.Axis, false, w.st.Text), cross, w.skip())
}

// skip lets names of places out where a row of all of them would not fit.
func (w *part) skip() string {
	if w.p.lying {
		return `<c:tickLblSkip val="1"/>`
	}
	widest := 1.0
	for _, n := range w.p.names {
		widest = max(widest, ems(n))
	}
	const usable = 0.85
	room := w.width * pointsPerMM * usable / (widest*w.st.Axis + w.st.Axis*0.5)
	n := math.Ceil(float64(len(w.p.names)) / max(room, 1))
	return fmt.Sprintf(`<c:tickLblSkip val="%d"/><c:tickMarkSkip val="1"/>`, max(1, int(n)))
}

// pointsPerMM is how many points a millimetre has.
const pointsPerMM = 72 / 25.4

// ems returns about how wide a text is, in widths of a Han character.
func ems(s string) float64 {
	w := 0.0
	for _, r := range s {
		if r > 0x2e80 {
			w++
		} else {
			w += 0.55
		}
	}
	return w
}

// values writes an axis of values.
func (w *part) values(a chart.Axis, id, cross int, pos string, hidden, far bool) {
	a = whole(a)
	order := "minMax"
	if a.Down {
		order = "maxMin"
	}
	w.f(`<c:valAx><c:axId val="%d"/><c:scaling><c:orientation val="%s"/><c:max val="%s"/><c:min val="%s"/></c:scaling><c:delete val="%d"/><c:axPos val="%s"/>`,
		id, order, number(a.Max), number(a.Min), flag(a.Hidden), pos)
	if !hidden && !a.Hidden {
		w.f(`<c:majorGridlines><c:spPr>%s</c:spPr></c:majorGridlines>`, stroke(w.st.Grid, w.st.Hairline, false))
	}
	crosses, labels := "min", "low"
	if far {
		crosses, labels = "max", "nextTo"
	}
	if hidden {
		labels = "none"
	}
	between := "between"
	if len(w.p.groups) > 0 && w.p.groups[0].form == points {
		between = "midCat"
	}
	w.f(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="%s"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s`,
		formatOn(a), labels, text(w.st.Axis, false, w.st.Muted))
	w.f(`<c:crossAx val="%d"/><c:crosses val="%s"/><c:crossBetween val="%s"/>%s</c:valAx>`, cross, crosses, between, step(a))
}

// whole returns an axis that begins and ends with a labelled value: Excel counts
// from its lower end.
func whole(a chart.Axis) chart.Axis {
	if len(a.Ticks) < 2 || a.Hidden {
		return a
	}
	step := a.Ticks[1].Value - a.Ticks[0].Value
	a.Min, a.Max = math.Floor(a.Min/step+1e-9)*step, math.Ceil(a.Max/step-1e-9)*step
	return a
}

// step returns the distance between labelled values.
func step(a chart.Axis) string {
	if len(a.Ticks) < 2 {
		return ""
	}
	return fmt.Sprintf(`<c:majorUnit val="%s"/>`, number(a.Ticks[1].Value-a.Ticks[0].Value))
}

// flag returns 1 for true.
func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
