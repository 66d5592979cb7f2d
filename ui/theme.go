package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/ui/widget"
)

// An Appearance says whether the window is light or dark.
type Appearance string

// Appearances.
const (
	AsSystem Appearance = "system"
	Light    Appearance = "light"
	Dark     Appearance = "dark"
)

// darkness reports whether an appearance is dark where the system asks for variant.
func darkness(a Appearance, variant fyne.ThemeVariant) bool {
	return a == Dark || a == AsSystem && variant == theme.VariantDark
}

// applyLook sets the theme of the window.
func (s *shell) applyLook() {
	s.dark = darkness(s.prefs.appearance(), s.app.Settings().ThemeVariant())
	s.app.Settings().SetTheme(widget.NewTheme(s.dark))
}
