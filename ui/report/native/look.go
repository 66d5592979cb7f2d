package native

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"yunxing/ui/chart"
)

// colour is the colour type of styles.
type colour = color.NRGBA

// emuPerPoint is the number of English metric units in a point.
const emuPerPoint = 12700

// solid returns a fill of one colour with an opacity from 0 to 1.
func solid(c colour, opacity float64) string {
	if opacity >= 1 {
		return fmt.Sprintf(`<a:solidFill><a:srgbClr val="%s"/></a:solidFill>`, hex(c))
	}
	return fmt.Sprintf(`<a:solidFill><a:srgbClr val="%s"><a:alpha val="%d"/></a:srgbClr></a:solidFill>`, hex(c), int(opacity*100000+0.5))
}

// hatch returns a fill of rising lines: no observed fact.
func hatch(c, paper colour) string {
	return fmt.Sprintf(`<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="%s"/></a:fgClr><a:bgClr><a:srgbClr val="%s"/></a:bgClr></a:pattFill>`, hex(c), hex(paper))
}

// stroke returns a line of a width in points.
func stroke(c colour, width float64, dashed bool) string {
	dash := ""
	if dashed {
		dash = `<a:prstDash val="dash"/>`
	}
	return fmt.Sprintf(`<a:ln w="%d" cap="flat">%s%s<a:round/></a:ln>`, int(width*emuPerPoint+0.5), solid(c, 1), dash)
}

// hex prints a colour.
func hex(c colour) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// format returns the number format with a number of decimals.
func format(digits int) string {
	if digits <= 0 {
		return "0"
	}
	return "0." + strings.Repeat("0", digits)
}

// Values from mostPlain on, and those below leastPlain that are no noise of a
// calculation, are shown as powers of ten: their cells and labels have no room for all
// digits.
const (
	mostPlain  = 1e10
	leastPlain = 1e-4
	noise      = 1e-9
	powers     = "0.0##E+0"
)

// formatOf returns the number format of a value with a number of decimals.
func formatOf(v float64, digits int) string {
	if a := math.Abs(v); a >= mostPlain || a > noise && a < leastPlain {
		return powers
	}
	return format(digits)
}

// formatOn returns the number format of the labels of an axis.
func formatOn(a chart.Axis) string {
	for _, t := range a.Ticks {
		if t.Value != 0 && formatOf(t.Value, 0) == powers {
			return powers
		}
	}
	return format(axisDigits(a))
}

// number prints a number with the fifteen digits that Excel keeps.
func number(v float64) string { return strconv.FormatFloat(v, 'g', 15, 64) }

// text returns the look of words that have no run of their own.
func text(size float64, bold bool, ink colour) string {
	b := 0
	if bold {
		b = 1
	}
	return fmt.Sprintf(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="%d">%s</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`, hundredths(size), b, solid(ink, 1))
}

// labels writes the labels of a series: those that its picture shows.
func (w *part) labels(s series) {
	if len(s.labels) == 0 {
		return
	}
	w.f(`<c:dLbls>`)
	for i := range s.values {
		l, ok := s.labels[i]
		if !ok {
			continue
		}
		ink := s.ink
		if own, ok := s.own[i]; ok {
			ink = own
		}
		words := ink.Text
		if words.A == 0 {
			words = w.st.Text
		}
		place := s.place
		if l.place != "" {
			place = l.place
		}
		if place == "ctr" || place == "inBase" {
			words = chart.OnColour(ink.Color)
		}
		w.f(`<c:dLbl><c:idx val="%d"/>`, i)
		linked := l.words != "" && s.read != nil
		switch {
		case linked:
			w.f(`<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>%s</a:p></c:rich></c:tx>`, field(i, l.words, w.st.Label, l.bold, words))
		case l.words != "":
			w.f(`<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>%s</a:p></c:rich></c:tx>`, run(l.words, w.st.Label, l.bold, words))
		}
		w.f(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s<c:dLblPos val="%s"/>`,
			formatOf(s.values[i], s.digits), text(w.st.Label, l.bold, words), place)
		w.f(`<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`)
		if linked {
			w.f(`<c:extLst><c:ext uri="%s" xmlns:c15="%s"><c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>`, extLabel, nsChart15)
		}
		w.f(`</c:dLbl>`)
	}
	w.f(`<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
}

// Names of what Excel 2013 added to charts: labels that show the text of cells. A
// program that does not know it shows the words that stand in the field.
const (
	nsChart15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
	extLabel  = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
	extSeries = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
)

// field returns a run that shows the cell of the i-th value, and words until it is read.
func field(i int, words string, size float64, bold bool, ink colour) string {
	b := 0
	if bold {
		b = 1
	}
	return fmt.Sprintf(`<a:fld id="{%08X-0000-4000-8000-000000000000}" type="CELLRANGE"><a:rPr sz="%d" b="%d">%s</a:rPr><a:pPr/><a:t>%s</a:t></a:fld>`,
		i+1, hundredths(size), b, solid(ink, 1), escape(words))
}

// labelCells writes which cells the labels of a series show.
func (w *part) labelCells(s series) {
	if s.read == nil || len(s.labels) == 0 {
		return
	}
	w.f(`<c:extLst><c:ext uri="%s" xmlns:c15="%s"><c15:datalabelsRange><c15:f>%s</c15:f><c15:dlblRangeCache><c:ptCount val="%d"/>`,
		extSeries, nsChart15, escape(s.read.ref()), len(s.read.values))
	for i := range s.read.values {
		if l, ok := s.labels[i]; ok {
			w.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escape(l.words))
		}
	}
	w.f(`</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>`)
}
