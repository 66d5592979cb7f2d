package native

import (
	"fmt"
	"math"
	"strings"

	"yunxing/ui/chart"
)

// floats reports whether bars start elsewhere than at zero, and not on each other.
func floats(p *chart.Panel, b chart.Bars) bool {
	if others := bars(p); b.Stacked && others > 1 {
		return false
	}
	for _, d := range b.Data {
		if d.Known() && d.Base != 0 {
			return true
		}
	}
	return false
}

// floating returns bars from base to value as three stacked columns: a clear one
// up to the bar, and the parts of the bar above and below zero.
func (b builder) floating(bars chart.Bars) []series {
	from, to, length := b.endsOf(bars)
	lengths := func(key string, length func(lo, hi float64) float64, formula string) span {
		values := nans(b.n)
		for i := range values {
			if x, y := from.values[i], to.values[i]; !math.IsNaN(x) && !math.IsNaN(y) {
				values[i] = length(min(x, y), max(x, y))
			}
		}
		return b.help(b.words.Text(key), values, to.digits, func(i int) string { return fmt.Sprintf(formula, from.cell(i), to.cell(i)) })
	}
	clear := lengths("native.base", func(lo, hi float64) float64 { return max(0, lo) + min(0, hi) }, "MAX(0,MIN(%[1]s,%[2]s))+MIN(0,MAX(%[1]s,%[2]s))")
	above := lengths("native.above", func(lo, hi float64) float64 { return max(0, hi) - max(0, lo) }, "MAX(0,%[1]s,%[2]s)-MAX(0,MIN(%[1]s,%[2]s))")
	below := lengths("native.below", func(lo, hi float64) float64 { return min(0, lo) - min(0, hi) }, "MIN(0,%[1]s,%[2]s)-MIN(0,MAX(%[1]s,%[2]s))")
	upper := series{read: length, span: above, ink: b.st.Ink(bars.Role), fill: 1, unlisted: true, place: "ctr"}
	lower := upper
	lower.span = below
	upper.dress(b.st, bars, bars.Data)
	lower.dress(b.st, bars, bars.Data)
	for i := range b.n {
		down := math.Abs(below.values[i]) > math.Abs(above.values[i])
		upper.keep(bars.Data, i, !down)
		lower.keep(bars.Data, i, down)
	}
	return []series{{span: clear, unlisted: true}, upper, lower}
}

// keep gives a part of a bar the label of the whole or takes it away; a part without
// length loses its looks too.
func (s *series) keep(data []chart.Datum, at int, labelled bool) {
	if l, ok := s.labels[at]; ok {
		l.words = labelAt(data, at)
		s.labels[at] = l
	}
	if !labelled {
		delete(s.labels, at)
	}
	if s.values[at] == 0 {
		delete(s.own, at)
		delete(s.hatched, at)
	}
}

// endsOf returns where bars start and end: the columns of bounds, or helpers where
// the column has the lengths of bars, which is returned too.
func (b builder) endsOf(bars chart.Bars) (from, to span, lengths *span) {
	digits := digitsOf(bars.Data)
	base := spread(b.n, bars.Data, func(d chart.Datum) float64 {
		if !d.Known() {
			return math.NaN()
		}
		return d.Base
	})
	if !bars.Stacked {
		from = b.add(b.words.Text("native.lower", "band", bars.Name), base, digits)
		to = b.add(b.words.Text("native.upper", "band", bars.Name), spread(b.n, bars.Data, known), digits)
		return from, to, nil
	}
	length := b.add(bars.Name, spread(b.n, bars.Data, known), digits)
	b.t.columns[len(b.t.columns)-1].signed = signs(bars.Data)
	ends := nans(b.n)
	for i := range ends {
		ends[i] = base[i] + length.values[i]
	}
	goesOn := goingOn(bars, base, ends)
	from = b.help(b.words.Text("native.from"), base, digits, func(i int) string {
		if !goesOn[i] {
			return ""
		}
		return to.cell(i - 1)
	})
	to = b.help(b.words.Text("native.to"), ends, digits, func(i int) string { return from.cell(i) + "+" + length.cell(i) })
	return from, to, &length
}

// signs returns the places whose labels have a sign.
func signs(data []chart.Datum) map[int]bool {
	out := map[int]bool{}
	for _, d := range data {
		out[int(d.At)] = strings.HasPrefix(d.Label, "+")
	}
	return out
}

// goingOn says which bars start where the one before ends. A total starts at zero.
func goingOn(bars chart.Bars, base, ends []float64) map[int]bool {
	out := map[int]bool{}
	for _, d := range bars.Data {
		i := int(d.At)
		total := d.Own && d.Role == chart.Prior
		out[i] = !total && i > 0 && i < len(base) && base[i] == ends[i-1]
	}
	return out
}
