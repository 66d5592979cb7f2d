// Package ui is the window: it puts the pages of ui/page into a frame with menu,
// navigation, selectors and status bar, and joins them to a session.
//
// The shell owns what the window shows, a page.State; pages are told it and ask the
// session. All work runs beside the window through ui/task. This package decides
// nothing about figures.
package ui
