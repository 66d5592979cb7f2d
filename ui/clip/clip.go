// Package clip puts pictures on the clipboard of the system, which the toolkit cannot.
//
// On X11, and on Wayland through its X server, the program serves the picture as
// image/png for as long as it runs; on Windows and macOS the system keeps it. Only
// the command of the window imports the package, since on Linux it needs the headers
// of X11. With the tag ci it needs nothing and refuses.
package clip

import "errors"

// ErrUnavailable reports that there is no clipboard that takes pictures.
var ErrUnavailable = errors.New("clip: no clipboard for pictures")
