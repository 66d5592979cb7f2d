package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"yunxing/ui/i18n"
)

// preferences are what the window remembers between two runs: only what changes how
// it looks, never what changes a figure.
type preferences struct{ store fyne.Preferences }

// Bounds of what is remembered.
const (
	usualWidth, usualHeight = 1280, 800
	leastWidth, leastHeight = 720, 480
	mostRecent              = 8
)

// lang returns the language that was chosen, else that of the system where it is
// one of ours, else Chinese.
func (p preferences) lang(system string) i18n.Lang {
	if l, err := i18n.ParseLang(p.store.String("lang")); err == nil {
		return l
	}
	if l, err := i18n.ParseLang(system); err == nil {
		return l
	}
	return i18n.Chinese
}

func (p preferences) setLang(l i18n.Lang) { p.store.SetString("lang", string(l)) }

// appearance returns the appearance that was chosen, at first that of paper.
func (p preferences) appearance() Appearance {
	switch a := Appearance(p.store.String("appearance")); a {
	case AsSystem, Dark:
		return a
	}
	return Light
}

func (p preferences) setAppearance(a Appearance) { p.store.SetString("appearance", string(a)) }

// size returns the size of the window.
func (p preferences) size() fyne.Size {
	w := p.store.FloatWithFallback("width", usualWidth)
	h := p.store.FloatWithFallback("height", usualHeight)
	return fyne.NewSize(float32(max(w, leastWidth)), float32(max(h, leastHeight)))
}

func (p preferences) setSize(s fyne.Size) {
	p.store.SetFloat("width", float64(s.Width))
	p.store.SetFloat("height", float64(s.Height))
}

// page returns the page last shown, "" at first.
func (p preferences) page() string { return p.store.String("page") }

func (p preferences) setPage(id string) { p.store.SetString("page", id) }

// folder returns the folder that was last written to, "" at first.
func (p preferences) folder() string { return p.store.String("folder") }

func (p preferences) setFolder(dir string) { p.store.SetString("folder", dir) }

// recent returns the projects opened last, the latest first.
func (p preferences) recent() []string { return p.store.StringList("recent") }

// addRecent puts a project first.
func (p preferences) addRecent(path string) {
	list := slices.DeleteFunc(slices.Clone(p.recent()), func(s string) bool { return s == path })
	list = append([]string{path}, list...)
	p.store.SetStringList("recent", list[:min(len(list), mostRecent)])
}
