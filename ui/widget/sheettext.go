package widget

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A gauge measures texts by the widths of their characters. It may be out by a
// kerning pair, but asks the toolkit once for a character and not for every text:
// a sheet has tens of thousands.
type gauge struct {
	size   float32
	height float32 // of a line of text
	plain  map[rune]float32
	bold   map[rune]float32
}

// newGauge returns a gauge for a size of text.
func newGauge(size float32) *gauge {
	return &gauge{
		size:   size,
		height: fyne.MeasureText("0", size, fyne.TextStyle{}).Height,
		plain:  map[rune]float32{},
		bold:   map[rune]float32{},
	}
}

// rune returns the width of a character.
func (g *gauge) rune(r rune, bold bool) float32 {
	known := g.plain
	if bold {
		known = g.bold
	}
	w, ok := known[r]
	if !ok {
		w = measure(string(r), g.size, fyne.TextStyle{Bold: bold})
		known[r] = w
	}
	return w
}

// width returns the width of a text, or a width above most if it is wider than that.
func (g *gauge) width(s string, bold bool, most float32) float32 {
	w := float32(0)
	for _, r := range s {
		if w += g.rune(r, bold); w > most {
			break
		}
	}
	return w
}

// fit returns s cut to a width, with an ellipsis where something is lost, and the
// width that it then has. Where there is no room even for the ellipsis, nothing is
// left.
func (g *gauge) fit(s string, bold bool, room float32) (text string, width float32) {
	dots := g.rune('…', bold)
	w, cut, short := float32(0), 0, float32(0)
	for i, r := range s {
		if w+dots <= room {
			cut, short = i, w
		}
		if w += g.rune(r, bold); w > room {
			if dots > room {
				return "", 0
			}
			return s[:cut] + "…", short + dots
		}
	}
	return s, w
}

// oneLine returns a text with blanks for its line breaks and tabs.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n\t") {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", " ")
	return strings.Map(func(r rune) rune {
		if r == '\r' || r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, s)
}

// inks remembers the colours of the theme, which is asked for hundreds of them for
// every picture of a sheet.
type inks struct {
	known map[fyne.ThemeColorName]color.Color
}

// renew forgets the colours of another theme.
func (k *inks) renew() {
	now := ink(theme.ColorNameBackground)
	if k.known == nil || k.known[theme.ColorNameBackground] != now {
		k.known = map[fyne.ThemeColorName]color.Color{theme.ColorNameBackground: now}
	}
}

// of returns a colour.
func (k *inks) of(name fyne.ThemeColorName) color.Color {
	c, ok := k.known[name]
	if !ok {
		c = ink(name)
		k.known[name] = c
	}
	return c
}
