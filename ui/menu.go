package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yunxing/ui/i18n"
	"yunxing/ui/page"
)

// key returns a shortcut with the usual modifier of the system.
func key(k fyne.KeyName, more ...fyne.KeyModifier) fyne.Shortcut {
	m := fyne.KeyModifierShortcutDefault
	for _, x := range more {
		m |= x
	}
	return &desktop.CustomShortcut{KeyName: k, Modifier: m}
}

// item returns an item of a menu. While a dialog waits for an answer, its shortcut
// does nothing.
func (s *shell) item(text string, shortcut fyne.Shortcut, act func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(text, func() {
		if s.win.Canvas().Overlays().Top() == nil {
			act()
		}
	})
	i.Shortcut = shortcut
	return i
}

// menu returns the menu of the window. Every action of the program is in it.
func (s *shell) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(s.fileMenu(), s.editMenu(), s.viewMenu(), s.pageMenu(), s.helpMenu())
}

// fileMenu returns what is done with files.
func (s *shell) fileMenu() *fyne.Menu {
	quit := s.item(s.text("menu.file.quit"), key(fyne.KeyQ), s.quit)
	quit.IsQuit = true
	recent := fyne.NewMenuItem(s.text("menu.file.recent"), nil)
	recent.ChildMenu = s.recentMenu()
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	return fyne.NewMenu(s.text("menu.file"),
		s.item(s.text("menu.file.open"), key(fyne.KeyO), s.askProject),
		recent,
		s.item(s.text("menu.file.new"), key(fyne.KeyN), s.newProject),
		s.item(s.text("menu.file.save-as"), key(fyne.KeyS, fyne.KeyModifierShift), s.saveAs),
		fyne.NewMenuItemSeparator(),
		s.item(s.text("menu.file.import"), key(fyne.KeyI), s.Import),
		s.item(s.text("menu.file.import-folder"), key(fyne.KeyI, fyne.KeyModifierShift), s.importFolder),
		s.item(s.text("menu.file.keep"), key(fyne.KeyReturn), s.keepReview),
		fyne.NewMenuItemSeparator(),
		s.item(s.text("menu.file.export"), key(fyne.KeyE), s.exportChart),
		s.item(s.text("menu.file.figures"), key(fyne.KeyE, fyne.KeyModifierAlt), s.exportFigures),
		s.item(s.text("menu.file.table"), key(fyne.KeyE, fyne.KeyModifierShift), s.SaveTable),
		s.item(s.text("menu.file.report"), key(fyne.KeyP), func() { s.WriteReport(true) }),
		fyne.NewMenuItemSeparator(),
		quit,
	)
}

// recentMenu returns the projects opened last that are still there.
func (s *shell) recentMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	for _, path := range s.prefs.recent() {
		if _, err := os.Stat(path); err == nil {
			m.Items = append(m.Items, fyne.NewMenuItem(filepath.Base(path)+"　"+filepath.Dir(path), func() { s.openProject(path) }))
		}
	}
	return m
}

// editMenu returns what can be taken back.
func (s *shell) editMenu() *fyne.Menu {
	return fyne.NewMenu(s.text("menu.edit"),
		s.item(s.text("menu.edit.undo-last"), &fyne.ShortcutUndo{}, s.undoSaid),
		s.item(s.text("menu.edit.paste"), &fyne.ShortcutPaste{}, s.paste),
		fyne.NewMenuItemSeparator(),
		s.item(s.text("menu.edit.undo"), key(fyne.KeyZ, fyne.KeyModifierAlt), s.undoLast),
		s.item(s.text("menu.edit.copy-trace"), key(fyne.KeyC, fyne.KeyModifierShift), s.trace.Copy),
		s.item(s.text("menu.edit.copy-table"), key(fyne.KeyC, fyne.KeyModifierAlt), s.CopyTable),
		s.item(s.text("menu.edit.copy-chart"), key(fyne.KeyG, fyne.KeyModifierShift), s.CopyChart),
		s.item(s.text("menu.edit.copy-chart-data"), key(fyne.KeyG, fyne.KeyModifierAlt), s.copyChartData),
	)
}

// viewMenu returns how things look, and the steps in time.
func (s *shell) viewMenu() *fyne.Menu {
	langs := fyne.NewMenuItem(s.text("menu.view.language"), nil)
	langs.ChildMenu = fyne.NewMenu("")
	for _, l := range i18n.Languages() {
		i := fyne.NewMenuItem(s.langName(l), func() { s.setLang(l) })
		i.Checked = l == s.printer.Lang()
		langs.ChildMenu.Items = append(langs.ChildMenu.Items, i)
	}
	looks := fyne.NewMenuItem(s.text("menu.view.appearance"), nil)
	looks.ChildMenu = fyne.NewMenu("")
	for _, a := range []Appearance{AsSystem, Light, Dark} {
		i := fyne.NewMenuItem(s.text("appearance."+string(a)), func() { s.setAppearance(a) })
		i.Checked = a == s.prefs.appearance()
		looks.ChildMenu.Items = append(looks.ChildMenu.Items, i)
	}
	return fyne.NewMenu(s.text("menu.view"),
		langs,
		s.item(s.text("menu.view.other-language"), key(fyne.KeyL), s.otherLang),
		looks,
		s.item(s.text("menu.view.dark"), key(fyne.KeyD), s.otherAppearance),
		fyne.NewMenuItemSeparator(),
		s.item(s.text("menu.view.earlier"), key(fyne.KeyLeft, fyne.KeyModifierAlt), func() { s.stepPeriod(1) }),
		s.item(s.text("menu.view.later"), key(fyne.KeyRight, fyne.KeyModifierAlt), func() { s.stepPeriod(-1) }),
		fyne.NewMenuItemSeparator(),
		s.item(s.text("menu.view.trace"), key(fyne.KeyT), s.toggleTrace),
	)
}

// pageMenu returns the pages.
func (s *shell) pageMenu() *fyne.Menu {
	m := fyne.NewMenu(s.text("menu.page"))
	for i, p := range page.All() {
		m.Items = append(m.Items, s.item(s.text("page."+p.ID), pageKey(i), func() { s.open(p.ID) }))
	}
	m.Items = append(m.Items, fyne.NewMenuItemSeparator(),
		s.item(s.text("menu.page.previous"), key(fyne.KeyPageUp), func() { s.step(-1) }),
		s.item(s.text("menu.page.next"), key(fyne.KeyPageDown), func() { s.step(1) }),
	)
	return m
}

// pageKey returns the shortcut of the i-th page: the digits from 1 to 0, then those
// with Shift.
func pageKey(i int) fyne.Shortcut {
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9, fyne.Key0}
	switch {
	case i < len(digits):
		return key(digits[i])
	case i < 2*len(digits):
		return key(digits[i-len(digits)], fyne.KeyModifierShift)
	}
	return nil
}

// helpMenu returns what explains the program.
func (s *shell) helpMenu() *fyne.Menu {
	return fyne.NewMenu(s.text("menu.help"),
		s.item(s.text("menu.help.keys"), key(fyne.KeySlash), s.showKeys),
		fyne.NewMenuItem(s.text("menu.help.about"), s.showAbout),
	)
}

// otherAppearance changes between light and dark.
func (s *shell) otherAppearance() {
	if s.dark {
		s.setAppearance(Light)
		return
	}
	s.setAppearance(Dark)
}

// toggleTrace shows or hides the trace.
func (s *shell) toggleTrace() {
	if s.side.Visible() {
		s.hideTrace()
		return
	}
	s.Panel()
}

// quit ends all work and closes the window; where a person has said something of files
// that are not stored, after asking.
func (s *shell) quit() {
	if s.review == nil || !s.review.Changed() || s.leaving {
		s.end()
		return
	}
	s.confirm("review.leave.title", "review.leave.ask", "review.quit", func() {
		s.leaving = true
		s.end()
	})
}

// end ends all work and closes the window.
func (s *shell) end() {
	s.options.Log.Info("quit")
	s.remember()
	if s.stop != nil {
		s.stop()
	}
	s.win.Close()
}
