package session

import (
	"yunxing/assets"
	"yunxing/ui/chart"
)

// Style returns the style of a theme of charts, lettered in the fonts that the
// program carries; "" is the default theme. Errors: chart.ErrTheme.
func Style(theme string) (chart.Style, error) {
	fonts, err := chart.LoadFonts(assets.Regular, assets.Bold)
	if err != nil {
		return chart.Style{}, err
	}
	return chart.Theme(fonts, theme)
}
