package chart

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
)

// Errors of output.
var (
	ErrFormat = errors.New("chart: unknown format")
	ErrSize   = errors.New("chart: impossible size")
)

// Format is a kind of file.
type Format string

// The formats.
const (
	PNG Format = "png"
	SVG Format = "svg"
	PDF Format = "pdf"
)

// FormatOf returns the format that the ending of a file name asks for.
func FormatOf(name string) (Format, error) {
	f := Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(name), ".")))
	switch f {
	case PNG, SVG, PDF:
		return f, nil
	}
	return "", fmt.Errorf("%w: %q (png, svg, pdf)", ErrFormat, filepath.Base(name))
}

// Lettering says how text is written into SVG and PDF.
type Lettering string

// The ways of writing text.
const (
	Real    Lettering = "real"    // text that can be searched and edited
	Outline Lettering = "outline" // shapes that look alike on every machine
)

// Size is a named picture size in millimetres.
type Size struct {
	ID              string
	Width, Height   float64
	ThemeID, UsedIn string
}

// Sizes lists the named sizes, the default first.
func Sizes() []Size {
	return []Size{
		{ID: "a4", Width: 150, Height: 85, ThemeID: "report", UsedIn: "A4 full width"},
		{ID: "half", Width: 75, Height: 60, ThemeID: "report", UsedIn: "A4 half width"},
		{ID: "tall", Width: 150, Height: 180, ThemeID: "report", UsedIn: "A4, thirty rows"},
		{ID: "slide", Width: 300, Height: 150, ThemeID: "presentation", UsedIn: "slide 16:9"},
		{ID: "web", Width: 285.75, Height: 190.5, ThemeID: "presentation", UsedIn: "web, 1080 × 720 pixels at 96 dpi"},
	}
}

// Fit returns the millimetres at which a figure is written in the style where no size
// is asked for: as wide as the pictures that its theme is for, and as high as its rows
// need.
func (st Style) Fit(f *Figure) (width, height float64) {
	size := Sizes()[0]
	for _, z := range Sizes() {
		if z.ThemeID == st.ID {
			size = z
			break
		}
	}
	return size.Width, f.SuggestedHeight() * size.Height / usualHeight
}

// ParseSize reads "150x85" (millimetres) or the id of a named size; the empty
// text is the default.
func ParseSize(s string) (width, height float64, err error) {
	if s == "" {
		s = Sizes()[0].ID
	}
	for _, z := range Sizes() {
		if z.ID == s {
			return z.Width, z.Height, nil
		}
	}
	a, b, ok := strings.Cut(strings.ToLower(strings.ReplaceAll(s, "×", "x")), "x")
	width, errW := strconv.ParseFloat(strings.TrimSpace(a), 64)
	height, errH := strconv.ParseFloat(strings.TrimSpace(b), 64)
	if !ok || errW != nil || errH != nil {
		return 0, 0, fmt.Errorf("%w: %q is not WIDTHxHEIGHT in millimetres", ErrSize, s)
	}
	return width, height, Output{Width: width, Height: height}.check()
}

// Output says how a figure is written. The zero value of each field means its
// default: PNG, 150×85 mm, 300 dpi, real text.
type Output struct {
	Format        Format
	Width, Height float64 // millimetres
	DPI           float64 // PNG only
	Text          Lettering
	Transparent   bool // no background
}

// filled returns the output with defaults in place of zero values.
func (o Output) filled() Output {
	if o.Format == "" {
		o.Format = PNG
	}
	if o.Width == 0 && o.Height == 0 {
		o.Width, o.Height = Sizes()[0].Width, Sizes()[0].Height
	}
	if o.DPI == 0 {
		o.DPI = 300
	}
	if o.Text == "" {
		o.Text = Real
	}
	return o
}

// Limits of output: larger pictures would only exhaust memory.
const (
	leastMM, mostMM   = 10, 2000
	leastDPI, mostDPI = 36, 1200
	mostPixels        = 120e6
)

// check reports sizes that cannot be drawn.
func (o Output) check() error {
	o = o.filled()
	if !(o.Width >= leastMM && o.Width <= mostMM && o.Height >= leastMM && o.Height <= mostMM) {
		return fmt.Errorf("%w: %g×%g mm (%d to %d)", ErrSize, o.Width, o.Height, leastMM, mostMM)
	}
	if !(o.DPI >= leastDPI && o.DPI <= mostDPI) {
		return fmt.Errorf("%w: %g dpi (%d to %d)", ErrSize, o.DPI, leastDPI, mostDPI)
	}
	if o.Format == PNG && o.Width*o.Height*o.DPI*o.DPI/25.4/25.4 > mostPixels {
		return fmt.Errorf("%w: %g×%g mm at %g dpi are more than %g pixels", ErrSize, o.Width, o.Height, o.DPI, float64(mostPixels))
	}
	return nil
}

// Write draws the figure in a style and writes it to w. Equal figures, styles
// and outputs give equal bytes. Errors: ErrFormat, ErrSize, and those of w.
func Write(f *Figure, st Style, o Output, w io.Writer) error {
	o = o.filled()
	if err := o.check(); err != nil {
		return err
	}
	if o.Text != Real && o.Text != Outline {
		return fmt.Errorf("%w: text %q (real, outline)", ErrFormat, o.Text)
	}
	switch o.Format {
	case PNG:
		return writePNG(f, st, o, w)
	case SVG:
		return writeSVG(f, st, o, w)
	case PDF:
		return WriteBook([]*Figure{f}, st, o, w)
	}
	return fmt.Errorf("%w: %q (png, svg, pdf)", ErrFormat, o.Format)
}
