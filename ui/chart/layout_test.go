package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// clashes returns texts that overlap each other or leave the picture.
func clashes(f *Figure, st Style, wmm, hmm float64) []string {
	texts, _ := placed(f, st, wmm*mm, hmm*mm)
	return append(colliding(texts), leaving(texts, wmm*mm, hmm*mm)...)
}

// TestNoClash fails where two texts of a figure overlap or one is clipped, in
// any theme, language and size.
func TestNoClash(t *testing.T) {
	fonts := testFonts(t)
	for _, st := range Themes(fonts) {
		for _, lang := range []string{"zh", "en"} {
			for _, m := range samples() {
				f, err := m.figure(lang)
				if err != nil {
					t.Fatal(err)
				}
				sizes := [][2]float64{{m.w, m.h}, {156, 110}, {300, 150}}
				if st.ID == "presentation" {
					sizes = [][2]float64{{300, 170}, {338, 190}}
				}
				for _, z := range sizes {
					if bad := clashes(f, st, z[0], z[1]); len(bad) > 0 {
						t.Errorf("%s %s %s %gx%g: %s", st.ID, lang, m.id, z[0], z[1], strings.Join(bad, "; "))
					}
				}
			}
		}
	}
}

// TestLongNames fails where names of hundreds of characters cover each other or
// leave the picture.
func TestLongNames(t *testing.T) {
	st := Themes(testFonts(t))[0]
	long := strings.Repeat("煤炭开采和洗选业及其他", 30)
	for name, b := range map[string]interface{ Figure() (*Figure, error) }{
		"rows":    Ranked{Rows: []Row{{Name: long, Value: NewValue(1, 1, Published)}, {Name: "b", Value: NewValue(-1, 1, Published)}}, References: []Reference{{Name: long, Value: 0.5}}},
		"curves":  Overlay{Slots: quarters("zh"), Years: []Series{{long, vals(1, 2, 3, 4)}, {"x", vals(2, 2, 2, 2)}}},
		"columns": Grouped{Slots: []string{long, "b"}, Columns: []Series{{long, vals(1, 2)}, {"c", vals(1, 2)}}},
		"rows400": manyRows(400),
	} {
		f, err := b.Figure()
		if err != nil {
			t.Fatal(err)
		}
		if bad := clashes(f, st, 150, f.SuggestedHeight()); len(bad) > 0 {
			t.Errorf("%s: %s", name, strings.Join(bad, "; "))
		}
	}
}

// TestHostile fails where strange data make the renderer panic or hang.
func TestHostile(t *testing.T) {
	fonts := testFonts(t)
	st := Themes(fonts)[0]
	nan := math.NaN()
	long := strings.Repeat("煤炭开采和洗选业及其他", 30)
	figures := map[string]interface{ Figure() (*Figure, error) }{
		"one point":   Overlay{Slots: []string{"1-2月"}, Years: []Series{{"2013", vals(3)}}},
		"all equal":   Overlay{Slots: quarters("zh"), Years: []Series{{"2013", vals(7, 7, 7, 7)}}},
		"huge, tiny":  Overlay{Slots: quarters("zh"), Years: []Series{{"a", vals(1e12, 1e-6, 1e12, 1e-6)}}},
		"gaps":        Overlay{Slots: quarters("zh"), Years: []Series{{"a", vals(nan, 2, nan, 3)}}},
		"long names":  Ranked{Rows: []Row{{Name: long, Value: NewValue(1, 1, Published)}, {Name: long, Value: NewValue(-1, 1, Published)}}, References: []Reference{{Name: long, Value: 0.5}}},
		"infinite":    Ranked{Rows: []Row{{Name: "a", Value: NewValue(math.Inf(1), 1, Published)}, {Name: "b", Value: NewValue(2, 1, Published)}}},
		"many series": manySeries(500, 11),
		"many rows":   manyRows(400),
		"no band":     Bullet{Rows: []BulletRow{{Name: "a", Value: NewValue(0, 1, Published)}}},
		"one move":    Dumbbell{Moves: []Move{{Name: "a", From: Missing(), To: NewValue(1, 1, Published)}}},
	}
	for name, b := range figures {
		t.Run(name, func(t *testing.T) {
			f, err := b.Figure()
			if err != nil {
				t.Fatalf("refused: %v", err)
			}
			for _, size := range [][2]int{{1200, 700}, {200, 120}, {30, 20}, {1, 1}} {
				Image(f, st, size[0], size[1], 1)
			}
			if f.Text() == "" {
				t.Error("no text")
			}
		})
	}
}

func manySeries(n, points int) Overlay {
	o := Overlay{}
	for i := range points {
		o.Slots = append(o.Slots, fmt.Sprintf("%d月", i+2))
	}
	for i := range n {
		v := make([]float64, points)
		for j := range v {
			v[j] = 10 + 5*math.Sin(float64(i)*0.7+float64(j)*0.3)
		}
		o.Years = append(o.Years, Series{fmt.Sprint(1500 + i), vals(v...)})
	}
	return o
}

func manyRows(n int) Ranked {
	r := Ranked{}
	for i := range n {
		r.Rows = append(r.Rows, Row{Name: fmt.Sprintf("县%d", i), Value: NewValue(float64(i%37), 1, Published)})
	}
	return r
}

// TestNothing fails where a builder draws a picture of no value.
func TestNothing(t *testing.T) {
	nan := math.NaN()
	for name, b := range map[string]interface{ Figure() (*Figure, error) }{
		"overlay":      Overlay{Slots: []string{"a"}, Years: []Series{{"x", vals(nan)}}},
		"ranked":       Ranked{Rows: []Row{{Name: "a", Value: Missing()}}},
		"fan":          Fan{Slots: []string{"a"}},
		"bullet":       Bullet{Rows: []BulletRow{{Name: "a", Value: Missing()}}, Most: 100},
		"contribution": Contribution{},
		"stacked":      Stacked{},
		"grouped":      Grouped{},
		"multiples":    Multiples{},
		"dumbbell":     Dumbbell{},
		"heat":         Heat{},
	} {
		if f, err := b.Figure(); err == nil || f != nil {
			t.Errorf("%s: a figure of nothing", name)
		}
	}
}

// TestMonthSteps fails where the names of months that have no room are not thinned
// to the same months of every year.
func TestMonthSteps(t *testing.T) {
	c := Courses{Lines: []Course{{Role: Accent}}}
	for i := range 33 {
		c.Slots = append(c.Slots, fmt.Sprintf("month %d\n%d", i%12+1, 2011+i/12))
		c.Lines[0].Values = append(c.Lines[0].Values, NewValue(float64(i), 0, Published))
	}
	f, err := c.Figure()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []float64{300, 150, 110, 75} {
		texts, _ := placed(f, Themes(testFonts(t))[0], w*mm, 85*mm)
		months := map[string]bool{}
		n := 0
		for _, x := range texts {
			if strings.HasPrefix(x.text, "month ") {
				months[x.text] = true
				n++
			}
		}
		if n == 0 || len(months) > (n+1)/2 {
			t.Errorf("%g mm: %d names of %d months", w, n, len(months))
		}
	}
}
