package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
)

// Colours of the program beyond those of the toolkit; its theme knows them.
const (
	ColorMuted     fyne.ThemeColorName = "yunxing.muted"     // words of second rank
	ColorHairline  fyne.ThemeColorName = "yunxing.hairline"  // separators
	ColorPanel     fyne.ThemeColorName = "yunxing.panel"     // navigation and side panels
	ColorDerived   fyne.ThemeColorName = "yunxing.derived"   // computed figures
	ColorProjected fyne.ThemeColorName = "yunxing.projected" // figures about what is not over
	ColorDoubtful  fyne.ThemeColorName = "yunxing.doubtful"  // figures not to compute with
	ColorRule      fyne.ThemeColorName = "yunxing.rule"      // strong lines of printed tables
	ColorGridline  fyne.ThemeColorName = "yunxing.gridline"  // lines between the cells of a sheet
)

// Grounds of the cells of a sheet, by what they were read as. Text can be read on each
// of them, and they stay apart also to eyes that take red and green for each other.
const (
	ColorRoleTitle     fyne.ThemeColorName = "yunxing.role.title"
	ColorRoleHeader    fyne.ThemeColorName = "yunxing.role.header"
	ColorRolePeriod    fyne.ThemeColorName = "yunxing.role.period"
	ColorRoleRegion    fyne.ThemeColorName = "yunxing.role.region"
	ColorRoleItem      fyne.ThemeColorName = "yunxing.role.item"
	ColorRoleIndicator fyne.ThemeColorName = "yunxing.role.indicator"
	ColorRoleUnit      fyne.ThemeColorName = "yunxing.role.unit"
	ColorRoleNote      fyne.ThemeColorName = "yunxing.role.note"
	ColorRoleValue     fyne.ThemeColorName = "yunxing.role.value"
	ColorRoleAbsent    fyne.ThemeColorName = "yunxing.role.absent"
	ColorRoleDoubt     fyne.ThemeColorName = "yunxing.role.doubt"
)

// RowHeight is the height of a table row; HeadLine that of a line of its header.
const (
	RowHeight = 26
	HeadLine  = 19
)

// ink returns a colour of the current theme.
func ink(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// inkOf returns the colour that figures of a status are shown in.
func inkOf(n *data.Number) fyne.ThemeColorName {
	if n == nil {
		return theme.ColorNameForeground
	}
	if n.Break {
		return ColorDoubtful
	}
	switch n.Status {
	case data.Derived, data.Estimated:
		return ColorDerived
	case data.Projected:
		return ColorProjected
	case data.Missing:
		return ColorMuted
	case data.Doubtful:
		return ColorDoubtful
	}
	return theme.ColorNameForeground
}

// textSize returns the size of running text.
func textSize() float32 { return theme.Size(theme.SizeNameText) }

// measure returns the width of a text.
func measure(s string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(s, size, style).Width
}

// clip returns s cut to fit a width, with an ellipsis where something is lost.
func clip(s string, width, size float32, style fyne.TextStyle) string {
	if measure(s, size, style) <= width {
		return s
	}
	runes := []rune(s)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if measure(string(runes[:mid])+"…", size, style) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return string(runes[:lo]) + "…"
}
