package chart

import (
	"math"
	"sync"
	"testing"
)

// luminance returns the relative luminance of a colour (WCAG 2.2).
func luminance(c colour) float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// contrast returns the contrast ratio of two colours (WCAG 2.2).
func contrast(a, b colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast fails where words in any theme are too pale to be read.
func TestContrast(t *testing.T) {
	for _, st := range Themes(testFonts(t)) {
		words := map[string]colour{"text": st.Text, "muted": st.Muted}
		for r := range roles {
			words[r.String()] = st.Ink(r).Text
		}
		for name, c := range words {
			if got := contrast(c, st.Paper); got < 4.5 {
				t.Errorf("%s: %s has contrast %.1f, want 4.5", st.ID, name, got)
			}
		}
		for _, end := range []colour{st.Low, st.Mid, st.High} {
			if got := contrast(st.Text, mix(st.Mid, end, st.Tint)); got < 4.5 {
				t.Errorf("%s: numbers of a table have contrast %.1f", st.ID, got)
			}
		}
		for r := range roles {
			ink := st.Ink(r).Color
			if got := contrast(OnColour(ink), ink); got < 4.2 {
				t.Errorf("%s: label inside %s has contrast %.1f", st.ID, r, got)
			}
		}
	}
}

// TestThemeOrder fails where ThemeIDs and Themes disagree or the default is not
// the first.
func TestThemeOrder(t *testing.T) {
	fonts := testFonts(t)
	for i, st := range Themes(fonts) {
		if st.ID != ThemeIDs()[i] {
			t.Errorf("theme %d is %q, listed as %q", i, st.ID, ThemeIDs()[i])
		}
		if got, err := Theme(fonts, st.ID); err != nil || got.ID != st.ID {
			t.Errorf("Theme(%q) = %q, %v", st.ID, got.ID, err)
		}
	}
	if st, err := Theme(fonts, ""); err != nil || st.ID != "report" {
		t.Errorf("default theme is %q, %v", st.ID, err)
	}
}

// TestTogether fails under -race where two drawings share state.
func TestTogether(t *testing.T) {
	st := Themes(testFonts(t))[0]
	f := sample(t, "fan", "zh")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { Image(f, st, 400, 240, 1) })
	}
	wg.Wait()
}
