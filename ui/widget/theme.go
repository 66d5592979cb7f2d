package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/assets"
)

// A look is the theme of the window: the fonts that the program carries, neutral
// greys with one accent, and the sizes of a desktop tool for figures.
type look struct {
	fyne.Theme
	dark    bool
	regular fyne.Resource
	bold    fyne.Resource
}

// NewTheme returns the theme of the window, light or dark.
func NewTheme(dark bool) fyne.Theme {
	return &look{
		Theme:   theme.DefaultTheme(),
		dark:    dark,
		regular: fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.Regular),
		bold:    fyne.NewStaticResource("NotoSansSC-Bold.ttf", assets.Bold),
	}
}

// Font returns a face that has Han characters for every style but that of symbols.
// There is no slanted one: Chinese has no italics.
func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return l.Theme.Font(s)
	case s.Bold:
		return l.bold
	}
	return l.regular
}

// Color returns a colour of the appearance.
func (l *look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	variant, table := theme.VariantLight, lightColors()
	if l.dark {
		variant, table = theme.VariantDark, darkColors()
	}
	if c, ok := table[name]; ok {
		return c
	}
	return l.Theme.Color(name, variant)
}

// Size returns the size of a part.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes()[name]; ok {
		return s
	}
	return l.Theme.Size(name)
}

// sizes returns what differs from the toolkit.
func sizes() map[fyne.ThemeSizeName]float32 {
	return map[fyne.ThemeSizeName]float32{
		theme.SizeNameText:            13,
		theme.SizeNameCaptionText:     12,
		theme.SizeNameSubHeadingText:  15,
		theme.SizeNameHeadingText:     24,
		theme.SizeNamePadding:         4,
		theme.SizeNameInnerPadding:    6,
		theme.SizeNameLineSpacing:     3,
		theme.SizeNameInlineIcon:      16,
		theme.SizeNameScrollBar:       10,
		theme.SizeNameScrollBarSmall:  4,
		theme.SizeNameInputRadius:     3,
		theme.SizeNameSelectionRadius: 2,
	}
}

// rgb returns an opaque colour from 0xRRGGBB.
func rgb(v uint32) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// glass returns a colour from 0xRRGGBB with an opacity.
func glass(v uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: alpha}
}

// lightColors returns the colours by day.
func lightColors() map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          rgb(0xFFFFFF),
		theme.ColorNameForeground:          rgb(0x1A1A1A),
		theme.ColorNamePrimary:             rgb(0x0B5CAD),
		theme.ColorNameHyperlink:           rgb(0x0B5CAD),
		theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
		theme.ColorNameButton:              rgb(0xF0F1F3),
		theme.ColorNameDisabledButton:      rgb(0xF0F1F3),
		theme.ColorNameDisabled:            rgb(0x9AA0A6),
		theme.ColorNamePlaceHolder:         rgb(0x7A8087),
		theme.ColorNameHover:               glass(0x1A1A1A, 0x0F),
		theme.ColorNamePressed:             glass(0x1A1A1A, 0x22),
		theme.ColorNameFocus:               glass(0x0B5CAD, 0x33),
		theme.ColorNameSelection:           glass(0x0B5CAD, 0x1F),
		theme.ColorNameInputBackground:     rgb(0xF1F3F5),
		theme.ColorNameInputBorder:         rgb(0xC4C9CF),
		theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
		theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
		theme.ColorNameHeaderBackground:    rgb(0xF5F6F7),
		theme.ColorNameScrollBar:           glass(0x1A1A1A, 0x60),
		theme.ColorNameScrollBarBackground: glass(0x1A1A1A, 0x08),
		theme.ColorNameSeparator:           rgb(0xDFE2E6),
		theme.ColorNameShadow:              glass(0x000000, 0x12),
		theme.ColorNameError:               rgb(0xB3261E),
		ColorMuted:                         rgb(0x5F656C),
		ColorHairline:                      rgb(0xE4E7EA),
		ColorPanel:                         rgb(0xF5F6F7),
		ColorDerived:                       rgb(0x0B4A8A),
		ColorProjected:                     rgb(0x4E7FB0),
		ColorDoubtful:                      rgb(0xA8540A),
		ColorRule:                          rgb(0x404040),
		ColorGridline:                      rgb(0xD3D8DE),
		ColorRoleTitle:                     rgb(0xEAF4FF),
		ColorRoleHeader:                    rgb(0xEAEBEC),
		ColorRolePeriod:                    rgb(0xDCE9FE),
		ColorRoleRegion:                    rgb(0xE1FADD),
		ColorRoleItem:                      rgb(0xFFE3C8),
		ColorRoleIndicator:                 rgb(0xDAD7FA),
		ColorRoleUnit:                      rgb(0xF0D1E7),
		ColorRoleNote:                      rgb(0xE1DAC9),
		ColorRoleValue:                     rgb(0xFCFDFE),
		ColorRoleAbsent:                    rgb(0xDADAD7),
		ColorRoleDoubt:                     rgb(0xFFD466),
	}
}

// darkColors returns the colours by night; the ground is that of dark charts.
func darkColors() map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          rgb(0x1B1F24),
		theme.ColorNameForeground:          rgb(0xECEFF1),
		theme.ColorNamePrimary:             rgb(0x5FB0F5),
		theme.ColorNameHyperlink:           rgb(0x5FB0F5),
		theme.ColorNameForegroundOnPrimary: rgb(0x10151A),
		theme.ColorNameButton:              rgb(0x2C333A),
		theme.ColorNameDisabledButton:      rgb(0x262C32),
		theme.ColorNameDisabled:            rgb(0x6E767E),
		theme.ColorNamePlaceHolder:         rgb(0x8C949C),
		theme.ColorNameHover:               glass(0xFFFFFF, 0x12),
		theme.ColorNamePressed:             glass(0xFFFFFF, 0x24),
		theme.ColorNameFocus:               glass(0x5FB0F5, 0x40),
		theme.ColorNameSelection:           glass(0x5FB0F5, 0x2E),
		theme.ColorNameInputBackground:     rgb(0x262C33),
		theme.ColorNameInputBorder:         rgb(0x47505A),
		theme.ColorNameMenuBackground:      rgb(0x252B31),
		theme.ColorNameOverlayBackground:   rgb(0x252B31),
		theme.ColorNameHeaderBackground:    rgb(0x22272D),
		theme.ColorNameScrollBar:           glass(0xFFFFFF, 0x60),
		theme.ColorNameScrollBarBackground: glass(0xFFFFFF, 0x08),
		theme.ColorNameSeparator:           rgb(0x363C43),
		theme.ColorNameShadow:              glass(0x000000, 0x24),
		theme.ColorNameError:               rgb(0xF28B82),
		ColorMuted:                         rgb(0xA3ABB3),
		ColorHairline:                      rgb(0x30363D),
		ColorPanel:                         rgb(0x161A1E),
		ColorDerived:                       rgb(0x8CC4F5),
		ColorProjected:                     rgb(0x6F9CC4),
		ColorDoubtful:                      rgb(0xF2A154),
		ColorRule:                          rgb(0xB8BEC4),
		ColorGridline:                      rgb(0x3A424A),
		ColorRoleTitle:                     rgb(0x374456),
		ColorRoleHeader:                    rgb(0x434444),
		ColorRolePeriod:                    rgb(0x18395F),
		ColorRoleRegion:                    rgb(0x234024),
		ColorRoleItem:                      rgb(0x342100),
		ColorRoleIndicator:                 rgb(0x161A3E),
		ColorRoleUnit:                      rgb(0x46273E),
		ColorRoleNote:                      rgb(0x241D11),
		ColorRoleValue:                     rgb(0x1D2127),
		ColorRoleAbsent:                    rgb(0x2F2F2C),
		ColorRoleDoubt:                     rgb(0x664600),
	}
}
