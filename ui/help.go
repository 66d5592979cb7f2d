package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/ui/widget"
)

// heading returns the heading of a help page.
func heading(text string) fyne.CanvasObject {
	return widget.NewFlow([]widget.Token{{Text: text, Strong: true}}, theme.Size(theme.SizeNameHeadingText)-4, nil)
}

// paragraph returns words of a help page.
func paragraph(text string) fyne.CanvasObject {
	return widget.NewFlow([]widget.Token{{Text: text}}, 0, nil)
}

// showHelp shows a help page in place of the page.
func (s *shell) showHelp(objects ...fyne.CanvasObject) {
	for _, e := range s.entries {
		e.Choose(false)
	}
	s.put(widget.NewSheet(12, 24, 24, 640, objects...).Object())
}

// showAbout says what the program is.
func (s *shell) showAbout() {
	s.showHelp(
		heading(s.text("about.title", "version", s.options.Version)),
		paragraph(s.text("about.what")),
		paragraph(s.text("about.rules")),
		paragraph(s.text("about.sample")),
		paragraph(s.text("about.licence")),
	)
}

// showKeys lists the actions of the menu with their shortcuts.
func (s *shell) showKeys() {
	var rows [][2]string
	for _, m := range s.win.MainMenu().Items {
		for _, i := range m.Items {
			if k := keyText(i.Shortcut); k != "" {
				rows = append(rows, [2]string{m.Label + " › " + i.Label, k})
			}
		}
	}
	table := widget.NewRuled(widget.Content{
		Columns: []widget.Column{{Title: s.text("keys.action")}, {Title: s.text("keys.key")}},
		Rows:    len(rows),
		At:      func(row, col int) widget.Cell { return widget.Cell{Text: rows[row][col]} },
	}, nil)
	s.showHelp(heading(s.text("menu.help.keys")), paragraph(s.text("keys.more")), paragraph(s.text("keys.chart")), table)
}

// keyText returns the keys of a shortcut as they are printed on a keyboard.
func keyText(sc fyne.Shortcut) string {
	c, ok := sc.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if c.Mod()&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, string(c.Key())), "+")
}
