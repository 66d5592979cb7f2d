package native

import (
	"encoding/xml"
	"fmt"
	"strings"

	"yunxing/ui/chart"
)

// Namespaces of a chart part.
const (
	nsChart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	nsMain  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsDoc   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// Axis ids: the first pair is drawn, the second is not.
const (
	placeAxis, valueAxis   = 111, 112
	placeAxis2, valueAxis2 = 113, 114
)

// A part is a chart being written (ECMA-376-1, 21.2).
type part struct {
	strings.Builder
	st    *chart.Style
	p     *plan
	width float64 // millimetres
}

// f writes formatted text.
func (w *part) f(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// write returns the chart part of a plan. Link is the relationship of the workbook
// that a document embeds, empty inside a workbook.
func write(st *chart.Style, p *plan, width float64, lang, link string) []byte {
	w := &part{st: st, p: p, width: width}
	w.f(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+
		`<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s"><c:date1904 val="0"/><c:lang val="%s"/><c:roundedCorners val="0"/><c:chart>`,
		nsChart, nsMain, nsDoc, lang)
	w.title()
	w.f(`<c:plotArea><c:layout/>`)
	count := 0
	for _, g := range p.groups {
		w.group(g, &count)
	}
	w.axes()
	w.f(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>`)
	w.legend()
	w.f(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`)
	w.f(`<c:spPr>%s<a:ln><a:noFill/></a:ln></c:spPr>`, solid(st.Paper, 1))
	w.f(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d">%s</a:defRPr></a:pPr><a:endParaRPr lang="%s"/></a:p></c:txPr>`, hundredths(st.Axis), solid(st.Text, 1), lang)
	if link != "" {
		w.f(`<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>`, link)
	}
	w.f(`</c:chartSpace>`)
	return []byte(w.String())
}

// hundredths returns a size in points as DrawingML writes it.
func hundredths(points float64) int { return int(points*100 + 0.5) }

// title writes headline and subtitle above the plot.
func (w *part) title() {
	if w.p.title == "" && w.p.subtitle == "" {
		w.f(`<c:autoTitleDeleted val="1"/>`)
		return
	}
	w.f(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>`)
	if w.p.title != "" {
		w.f(`<a:p>%s</a:p>`, run(w.p.title, w.st.Headline, true, w.st.Text))
	}
	if w.p.subtitle != "" {
		w.f(`<a:p>%s</a:p>`, run(w.p.subtitle, w.st.Subtitle, false, w.st.Muted))
	}
	w.f(`</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`)
}

// run returns a run of words.
func run(words string, size float64, bold bool, ink colour) string {
	b := 0
	if bold {
		b = 1
	}
	return fmt.Sprintf(`<a:r><a:rPr sz="%d" b="%d">%s</a:rPr><a:t>%s</a:t></a:r>`, hundredths(size), b, solid(ink, 1), escape(words))
}

// legend names the series where there are several.
func (w *part) legend() {
	if w.p.listed() < 2 {
		return
	}
	w.f(`<c:legend><c:legendPos val="t"/>`)
	i := 0
	for _, g := range w.p.groups {
		for _, s := range g.series {
			if !s.listed() {
				w.f(`<c:legendEntry><c:idx val="%d"/><c:delete val="1"/></c:legendEntry>`, i)
			}
			i++
		}
	}
	w.f(`<c:overlay val="0"/></c:legend>`)
}

// group writes series of one form.
func (w *part) group(g group, count *int) {
	grouping := "clustered"
	switch {
	case g.stacked:
		grouping = "stacked"
	case g.form != columns:
		grouping = "standard"
	}
	tag := [...]string{"barChart", "areaChart", "lineChart", "scatterChart"}[g.form]
	w.f(`<c:%s>`, tag)
	switch g.form {
	case columns:
		dir := "col"
		if w.p.lying {
			dir = "bar"
		}
		w.f(`<c:barDir val="%s"/><c:grouping val="%s"/>`, dir, grouping)
	case points:
		w.f(`<c:scatterStyle val="lineMarker"/>`)
	default:
		w.f(`<c:grouping val="%s"/>`, grouping)
	}
	w.f(`<c:varyColors val="0"/>`)
	for _, s := range g.series {
		w.series(g, s, *count)
		*count++
	}
	switch g.form {
	case columns:
		w.f(`<c:gapWidth val="%d"/><c:overlap val="%d"/>`, min(g.gap, 500), g.overlap)
	case lines:
		w.f(`<c:marker val="1"/>`)
	}
	a, b := placeAxis, valueAxis
	if g.hidden {
		a, b = placeAxis2, valueAxis2
	}
	w.f(`<c:axId val="%d"/><c:axId val="%d"/></c:%s>`, a, b, tag)
}

// series writes one series.
func (w *part) series(g group, s series, idx int) {
	w.f(`<c:ser><c:idx val="%d"/><c:order val="%[1]d"/>`, idx)
	w.name(s)
	w.shape(g, s)
	switch g.form {
	case columns:
		w.f(`<c:invertIfNegative val="0"/>`)
	case lines, points:
		w.marker(s)
	}
	w.ownPoints(g, s)
	w.labels(s)
	w.errorBars(g, s)
	if g.form == points {
		w.f(`<c:xVal>`)
		w.numbers(s.x)
		w.f(`</c:xVal><c:yVal>`)
		w.numbers(s.span)
		w.f(`</c:yVal><c:smooth val="0"/>`)
		w.labelCells(s)
		w.f(`</c:ser>`)
		return
	}
	w.categories()
	w.f(`<c:val>`)
	w.numbers(s.span)
	w.f(`</c:val>`)
	if g.form == lines {
		w.f(`<c:smooth val="0"/>`)
	}
	w.labelCells(s)
	w.f(`</c:ser>`)
}

// name writes the name of a series: that of its column, or words.
func (w *part) name(s series) {
	if s.legend != "" {
		w.f(`<c:tx><c:v>%s</c:v></c:tx>`, escape(s.legend))
		return
	}
	titled := s.span
	if s.titled != nil {
		titled = *s.titled
	}
	w.f(`<c:tx><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
		escape(titled.nameRef()), escape(titled.head))
}

// shape writes fill and line of a series.
func (w *part) shape(g group, s series) {
	switch {
	case g.form == columns || g.form == areas:
		fill := `<a:noFill/>`
		if s.fill > 0 && s.stroke == 0 {
			fill = solid(s.ink.Color, s.fill)
		}
		w.f(`<c:spPr>%s<a:ln><a:noFill/></a:ln></c:spPr>`, fill)
	case !s.line:
		w.f(`<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>`)
	default:
		w.f(`<c:spPr>%s</c:spPr>`, stroke(s.ink.Color, s.ink.Width, s.dashed))
	}
}

// marker writes the marker of a series.
func (w *part) marker(s series) {
	if !s.marker {
		w.f(`<c:marker><c:symbol val="none"/></c:marker>`)
		return
	}
	symbol, open := symbolOf(s.shape)
	fill := s.ink.Color
	if open {
		fill = w.hollow(fill)
	}
	w.f(`<c:marker><c:symbol val="%s"/><c:size val="6"/><c:spPr>%s%s</c:spPr></c:marker>`, symbol, solid(fill, 1), stroke(s.ink.Color, 1, false))
}

// hollow returns the fill of an open marker: nearly the paper, but not quite, for
// programs that draw no outline.
func (w *part) hollow(c colour) colour { return blend(w.st.Paper, c, 0.3) }

// symbolOf returns the marker of a shape and whether it is open.
func symbolOf(s chart.Shape) (symbol string, open bool) {
	switch s {
	case chart.Ring:
		return "circle", true
	case chart.Diamond, chart.OpenDiamond:
		return "diamond", s == chart.OpenDiamond
	case chart.Square, chart.OpenSquare:
		return "square", s == chart.OpenSquare
	case chart.Triangle, chart.OpenTriangle:
		return "triangle", s == chart.OpenTriangle
	case chart.Bar:
		return "dash", false
	}
	return "circle", false
}

// ownPoints writes the values that look otherwise than their series.
func (w *part) ownPoints(g group, s series) {
	if g.form == areas || s.stroke > 0 {
		return
	}
	for i := range s.values {
		ink, own := s.own[i]
		hatched := s.hatched[i] && g.form == columns
		if !own && !hatched {
			continue
		}
		if !own {
			ink = s.ink
		}
		w.f(`<c:dPt><c:idx val="%d"/>`, i)
		switch {
		case g.form != columns:
			symbol, open := symbolOf(s.shape)
			fill := ink.Color
			if open {
				fill = w.hollow(fill)
			}
			w.f(`<c:marker><c:symbol val="%s"/><c:size val="6"/><c:spPr>%s%s</c:spPr></c:marker><c:bubble3D val="0"/>`, symbol, solid(fill, 1), stroke(ink.Color, 1, false))
		case hatched:
			w.f(`<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>%s%s</c:spPr>`, hatch(ink.Color, w.st.Paper), stroke(ink.Color, 0.75, false))
		default:
			w.f(`<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>%s</c:spPr>`, solid(ink.Color, s.fill))
		}
		w.f(`</c:dPt>`)
	}
}

// errorBars writes the stems of a series, or its short strokes: these are the ends
// of error bars with next to no length.
func (w *part) errorBars(g group, s series) {
	switch {
	case s.stroke > 0:
		width := (w.p.y.Max - w.p.y.Min) / 2000
		w.f(`<c:errBars><c:errBarType val="both"/><c:errValType val="fixedVal"/><c:noEndCap val="0"/><c:val val="%s"/><c:spPr>%s</c:spPr></c:errBars>`,
			number(width), stroke(s.ink.Color, s.stroke, false))
	case s.back != nil && g.form == points:
		w.f(`<c:errBars><c:errDir val="x"/><c:errBarType val="minus"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:minus>`)
		w.numbers(*s.back)
		w.f(`</c:minus><c:spPr>%s</c:spPr></c:errBars>`, stroke(s.ink.Color, 1.5, false))
	}
}

// categories writes the names of the places.
func (w *part) categories() {
	w.f(`<c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, escape(w.p.places.ref()), len(w.p.names))
	for i, n := range w.p.names {
		w.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escape(n))
	}
	w.f(`</c:strCache></c:strRef></c:cat>`)
}

// numbers writes the cells of a column with what they hold.
func (w *part) numbers(s span) {
	w.f(`<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>%s</c:formatCode><c:ptCount val="%d"/>`, escape(s.ref()), format(s.digits), len(s.values))
	for i, v := range s.values {
		if v == v {
			w.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, number(v))
		}
	}
	w.f(`</c:numCache></c:numRef>`)
}

// escape returns s as XML text.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes every write
	return b.String()
}
