// Package clip puts pictures on the clipboard of the system, which the toolkit cannot.
// Text goes through the toolkit.
//
// What a program that pastes gets:
//
//   - Windows keeps the picture as PNG, which Office prefers, and as a bitmap without
//     transparency (CF_DIB), of which Windows makes the other bitmap formats. Both say
//     how many millimetres the picture measures.
//   - macOS keeps the picture as PNG.
//   - On X11 the program serves the picture as image/png for as long as it runs. On
//     Wayland the window of the program stands in the compositor's X server
//     (Xwayland), which hands the picture on to Wayland programs. Where there is a
//     Wayland compositor but no X server, the command wl-copy of the package
//     wl-clipboard takes the picture.
//
// # Decisions
//
// X11 is spoken by xgb rather than by libX11: a library that is opened by name at run
// time was found only where the headers of X11 are installed. Windows is spoken to
// directly, since a bitmap alone has no size in millimetres in the form that
// golang.design/x/clipboard gives it, and that package waits for ever while another
// program holds the clipboard. macOS is left to that package.
//
// # What has been tried
//
// The tests of the package copy in one process and read in another. They have passed
// on X11 (Xvfb, with and without a password), with wl-copy alone (sway and weston, read
// by wl-paste), and on Windows as Wine 8 has it. The chart and the table that the window
// copies were read by wl-paste through Xwayland in sway, and under Wine, where the
// bitmap has the pixels of the PNG. Weston hands on text alone from its X server, no
// pictures. Nothing has been run on Windows itself, nor on macOS, whose part is compiled
// only on a Mac. Pasting into Word, Excel and WPS has not been tried.
package clip

import "errors"

// ErrUnavailable reports that there is no clipboard that takes pictures.
var ErrUnavailable = errors.New("clip: no clipboard for pictures")
