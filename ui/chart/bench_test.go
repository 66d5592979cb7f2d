package chart

import (
	"io"
	"math"
	"testing"

	"yunxing/ui/brief"
)

// manyPoints returns a figure of n series with the given number of points.
func manyPoints(b *testing.B, n, points int) *Figure {
	b.Helper()
	p := Panel{X: Axis{Kind: ValueAxis, Max: float64(points)}}
	var all []float64
	for i := range n {
		l := Line{Name: string(rune('A' + i%26)), Role: Role(i % int(roles))}
		for j := range points {
			v := 10 + float64(i) + 4*math.Sin(float64(j)*0.21+float64(i)) + 0.4*math.Sin(float64(j*j))
			all = append(all, v)
			l.Data = append(l.Data, Datum{At: float64(j), Value: NewValue(v, 1, Published)})
		}
		p.Marks = append(p.Marks, l)
	}
	p.Y = Scale(all, false, "%")
	p.X.Ticks = []Tick{{0, "0"}, {float64(points), "n"}}
	return &Figure{Words: Words{Headline: "十二个行业六十个月", Subtitle: "累计增速,%"}, Panels: []Panel{p}}
}

// BenchmarkImage: budgets on two quiet cores are 20 ms for 12×60 and 30 ms for
// 40 000 points at 1200×700.
func BenchmarkImage(b *testing.B) {
	st := Themes(testFonts(b))[0]
	for _, c := range []struct {
		name      string
		n, points int
	}{{"12x60", 12, 60}, {"1x40000", 1, 40000}} {
		f := manyPoints(b, c.n, c.points)
		b.Run(c.name, func(b *testing.B) {
			defer cpu(b)()
			for b.Loop() {
				Image(f, st, 1200, 700, 1)
			}
		})
	}
}

// BenchmarkLines: 12×60 as PDF and PNG at the size of the screen, beside other programs.
func BenchmarkLines(b *testing.B) {
	st := Themes(testFonts(b))[0]
	f := manyPoints(b, 12, 60)
	const inch = 25.4
	for _, format := range []Format{PDF, PNG} {
		b.Run(string(format), func(b *testing.B) {
			defer cpu(b)()
			for b.Loop() {
				if err := Write(f, st, Output{Format: format, Width: 12.5 * inch, Height: 700.0 / 96 * inch, DPI: 96}, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPDF: one A4 chart, budget 30 ms.
func BenchmarkPDF(b *testing.B) {
	st := Themes(testFonts(b))[0]
	f := sample(b, "fan", "zh")
	defer cpu(b)()
	for b.Loop() {
		if err := Write(f, st, Output{Format: PDF}, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPNG: one A4 chart at 300 dpi.
func BenchmarkPNG(b *testing.B) {
	st := Themes(testFonts(b))[0]
	f := sample(b, "fan", "zh")
	defer cpu(b)()
	for b.Loop() {
		if err := Write(f, st, Output{}, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFigures: every figure of the report of a period, built and drawn at
// 300 dpi, budget 1 s.
func BenchmarkFigures(b *testing.B) {
	bench := newBench(b)
	st := Themes(testFonts(b))[0]
	sel := scenes()[0].sel
	defer cpu(b)()
	for b.Loop() {
		for _, k := range All() {
			f, err := k.Build(b.Context(), brief.New(bench.facts, bench.catalog, sel), bench.printers["zh"])
			if err != nil {
				continue
			}
			if err := Write(f, st, Output{Width: 150, Height: f.SuggestedHeight()}, io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}
