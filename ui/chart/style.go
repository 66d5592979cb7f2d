package chart

import (
	"errors"
	"fmt"
	"image/color"
)

// ErrTheme is returned for a theme that does not exist.
var ErrTheme = errors.New("chart: no such theme")

// Hatch is a pattern of lines on a bar, so that colours need not be told apart.
type Hatch int

// The patterns.
const (
	Plain     Hatch = iota
	Rising          // ////
	Falling         // \\\\
	Level           // ────
	Upright         // ||||
	Crossed         // both diagonals
	RisingFar       // ////, wide
)

// Ink is how a role looks. Width and Dash are points.
type Ink struct {
	Color color.NRGBA
	// Text is the colour for words in this role, dark enough to be read.
	Text   color.NRGBA
	Width  float64
	Dash   []float64
	Marker Shape
	Hatch  Hatch
}

// Metrics are the sizes of a style: type and lines in points, lengths in
// millimetres where the name says so.
type Metrics struct {
	Headline, Subtitle, Axis, Label, Source, Caption float64
	// Leading is the line height as a multiple of the size.
	Leading float64
	// MarginMM is left free around everything.
	MarginMM float64
	// MarkerMM is the diameter of a marker.
	MarkerMM       float64
	Hairline, Zero float64
	// BarShare is the part of a slot that bars fill.
	BarShare float64
	// NarrowMM is the width below which type, lines and markers are made smaller
	// by NarrowScale.
	NarrowMM, NarrowScale float64
}

// Style is a theme with the fonts to draw it.
type Style struct {
	ID    string
	Fonts *Fonts

	Paper, Text, Muted, Grid, Zero color.NRGBA
	// Zone holds the tints of background ranges, palest first.
	Zone [3]color.NRGBA
	// Low and High are the ends of the diverging scale of tables, Mid its
	// middle; Tint is the part of full colour at the ends.
	Low, Mid, High color.NRGBA
	Tint           float64
	Inks           [roles]Ink
	// BandAlpha is the opacity of the steps of a fan, widest first.
	BandAlpha [3]float64
	// HatchBars draws the pattern of each role on its bars.
	HatchBars bool
	Metrics

	// HideHeadline and HideCaption leave out the texts above and below, for
	// documents that carry them as text.
	HideHeadline, HideCaption bool
}

// Titles says which titles a picture carries.
type Titles string

// The titles: the finding above as newspapers have it, number and title below as
// official reports have them, or both.
const (
	BothTitles     Titles = "both"
	NewspaperTitle Titles = "newspaper"
	OfficialTitle  Titles = "official"
)

// Titled returns the style with the titles that are asked for.
func (s Style) Titled(t Titles) Style {
	s.HideHeadline, s.HideCaption = t == OfficialTitle, t == NewspaperTitle
	return s
}

// Ink returns the look of a role.
func (s *Style) Ink(r Role) Ink {
	if r < 0 || r >= roles {
		r = Prior
	}
	return s.Inks[r]
}

// ThemeIDs lists the themes, the default first.
func ThemeIDs() []string { return []string{"report", "grey", "safe", "dark", "presentation"} }

// Themes returns every style, the default first.
func Themes(fonts *Fonts) []Style {
	return []Style{report(fonts), grey(fonts), safe(fonts), dark(fonts), presentation(fonts)}
}

// Theme returns the style with the given id; the empty id is the default.
func Theme(fonts *Fonts, id string) (Style, error) {
	if id == "" {
		return report(fonts), nil
	}
	for _, s := range Themes(fonts) {
		if s.ID == id {
			return s, nil
		}
	}
	return Style{}, fmt.Errorf("%w: %q", ErrTheme, id)
}

// printMetrics are the sizes for a picture 150 mm wide on A4.
func printMetrics() Metrics {
	return Metrics{
		Headline: 10.5, Subtitle: 9, Axis: 9, Label: 9, Source: 7.5, Caption: 9,
		Leading: 1.3, MarginMM: 1.5, MarkerMM: 1.8, Hairline: 0.35, Zero: 0.75,
		BarShare: 0.7, NarrowMM: 100, NarrowScale: 8.0 / 9,
	}
}

// hex returns an opaque colour from 0xRRGGBB.
func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// fade returns the colour with the given opacity from 0 to 1.
func fade(c color.NRGBA, alpha float64) color.NRGBA {
	c.A = uint8(float64(c.A)*alpha + 0.5)
	return c
}

// mix returns the colour between a and b, a at 0 and b at 1.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	at := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return color.NRGBA{R: at(a.R, b.R), G: at(a.G, b.G), B: at(a.B, b.B), A: 0xff}
}
