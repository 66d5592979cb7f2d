package chart

import (
	"fmt"
	"image"
	"math"
	"testing"
)

// How many things figures that are made for a dozen are given: every day, and where a
// gallery is asked for.
const (
	daily  = 120
	seldom = 500
)

// wave returns n values.
func wave(seed, n int) []Value {
	v := make([]float64, n)
	for i := range v {
		v[i] = 10 + 5*math.Sin(float64(seed)*0.7+float64(i)*0.3)
	}
	return vals(v...)
}

// numbered returns n names.
func numbered(lang string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = pick(lang, fmt.Sprintf("第%d项", i+1), fmt.Sprintf("Thing %d", i+1))
	}
	return out
}

// seriesOfWaves returns series of n values.
func seriesOfWaves(lang string, many, n int) []Series {
	out := make([]Series, many)
	for i, name := range numbered(lang, many) {
		out[i] = Series{name, wave(i, n)}
	}
	return out
}

// crowds returns every builder given many things, and others that no kind gives it.
func crowds(lang string, many int) map[string]interface{ Figure() (*Figure, error) } {
	names := numbered(lang, many)
	w := words(lang, pick(lang, "五百项", "Five hundred"), pick(lang, "增速,%,2013年", "Growth, per cent, 2013"))
	inf := NewValue(math.Inf(1), 1, Published)
	odd := []string{"", "<a href=\"x\">&amp;</a>", "\u202eمرحبا\u202c\x07\x1b[31m", "😀\u200d👩", "1\t2\n3"}
	var (
		ranked   = Ranked{Words: w}
		strange  = Ranked{Words: w}
		moves    []Move
		heat     = Heat{Words: w, Columns: months(lang)}
		bullet   = Bullet{Words: w, Most: 100, Threshold: &Reference{Name: "12", Value: 12}}
		pulls    = Contribution{Words: w, TotalName: pick(lang, "合计", "Total"), Total: NewValue(9, 1, Derived)}
		fall     = Waterfall{Words: w, FromName: "2012", ToName: "2013", From: NewValue(1, 1, Derived), To: NewValue(9, 1, Derived)}
		boxes    = Boxes{Words: w, Unit: "%", BoxName: "a", StatedName: "b"}
		compared = Compared{Words: w, Name: "2013", Marks: []ComparedMark{{Name: "2012", Shape: Ring}}}
		small    = Multiples{Words: w, Slots: quarters(lang), Columns: 4}
		tiles    = Map{Words: w, Centre: math.NaN()}
		courses  = Courses{Words: w, Unit: "%", Slots: months(lang)}
		fan      = Fan{Words: w, Unit: "%", Slots: numbered(lang, many), Path: Series{"2013", wave(1, many)}}
	)
	for i, name := range names {
		v, before := wave(i, 1)[0], wave(i+3, 1)[0]
		ranked.Rows = append(ranked.Rows, Row{Name: name, Value: v, Strong: i == 7})
		moves = append(moves, Move{Name: name, From: before, To: v, Strong: i == 7})
		heat.Rows = append(heat.Rows, HeatRow{Name: name, Values: wave(i, 11)})
		bullet.Rows = append(bullet.Rows, BulletRow{Name: name, Value: v, YearBefore: before})
		pulls.Parts = append(pulls.Parts, Part{Name: name, Pull: v})
		fall.Effects = append(fall.Effects, Part{Name: name, Pull: v})
		boxes.Rows = append(boxes.Rows, BoxRow{Name: name, Stated: v, Range: Range{Lo: v.V - 1, Hi: v.V + 1}})
		compared.Rows = append(compared.Rows, ComparedRow{Name: name, Value: v, Marks: []Value{before}})
		small.Panels = append(small.Panels, Multiple{Title: name, Series: []Series{{name, wave(i, 4)}}})
		tiles.Tiles = append(tiles.Tiles, Tile{Name: name, Value: v, Col: i % 25, Row: i / 25})
		courses.Lines = append(courses.Lines, Course{Series: Series{name, wave(i, 11)}, Role: Context})
	}
	for i, name := range odd {
		strange.Rows = append(strange.Rows, Row{Name: name, Value: NewValue(float64(i), 1, Published)})
	}
	strange.Rows = append(strange.Rows, Row{Name: pick(lang, "无穷", "Infinite"), Value: inf}, Row{Name: pick(lang, "缺", "Missing"), Value: Missing()})
	return map[string]interface{ Figure() (*Figure, error) }{
		"ranked": ranked, "odd names": strange, "heat": heat, "bullet": bullet, "contribution": pulls,
		"waterfall": fall, "boxes": boxes, "compared": compared, "multiples": small, "map": tiles,
		"courses": courses, "fan": fan,
		"dumbbell":   Dumbbell{Words: w, FromName: "2012", ToName: "2013", Moves: moves},
		"slope":      Slope{Words: w, FromName: "2012", ToName: "2013", Moves: moves},
		"bump":       Bump{Words: w, Slots: quarters(lang), Rows: seriesOfWaves(lang, many, 4), Strong: 7},
		"overlay":    Overlay{Words: w, Unit: "%", Slots: months(lang), Years: seriesOfWaves(lang, many, 11)},
		"lines":      Grouped{Words: w, Unit: "%", Slots: months(lang), Lines: seriesOfWaves(lang, many, 11)},
		"columns":    Grouped{Words: w, Unit: "%", Slots: names, Columns: []Series{{"a", wave(1, many)}, {"b", wave(2, many)}}},
		"stacked":    Stacked{Words: w, Unit: "%", Slots: names, Parts: []Series{{"a", wave(1, many)}, {"b", wave(2, many)}}, Total: Series{"c", wave(3, many)}},
		"long curve": Overlay{Words: w, Unit: "%", Slots: numbered(lang, 80*many), Years: []Series{{"2013", wave(1, 80*many)}}},
		"dual": Dual{
			Words: w, Slots: names,
			Left:  Multiple{Unit: "%", Series: []Series{{odd[1], wave(1, many)}}},
			Right: Multiple{Unit: "=100", Series: []Series{{odd[2], wave(2, many)}}},
		},
	}
}

// TestCrowds fails where a figure of hundreds of things, or of a curve of 40 000
// points, has words that overlap or leave the picture.
func TestCrowds(t *testing.T) {
	st := Themes(testFonts(t))[0]
	many := daily
	if *gallery != "" {
		many = seldom
	}
	var full, half []image.Image
	for name, b := range crowds("zh", many) {
		f, err := b.Figure()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, size := range [][2]float64{{150, f.SuggestedHeight()}, {75, 60}} {
			if bad := flaws(f, st, size[0], size[1]); len(bad) > 0 {
				t.Errorf("%s at %g mm: %.300q", name, size[0], bad)
			}
		}
		if *gallery != "" {
			full = append(full, tile(f, st, 150, f.SuggestedHeight(), 108))
			half = append(half, tile(f, st, 75, 60, 128))
		}
	}
	if *gallery != "" {
		writeSheets(t, "crowds-full", full, 3, 1500)
		writeSheets(t, "crowds-half", half, 5, 1300)
	}
}
