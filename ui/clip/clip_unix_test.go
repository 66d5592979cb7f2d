//go:build unix && !darwin

package clip

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// needClipboard skips where there is none.
func needClipboard(t *testing.T) {
	t.Helper()
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		t.Skip("there is neither an X server nor a Wayland compositor")
	}
}

// paste reads the clipboard as other programs do: from the X server, or else from the
// Wayland compositor by wl-paste. A compositor takes over what is copied in its X server
// only while a window there has the focus, which a test has not.
func paste(t *testing.T, want []byte) {
	t.Helper()
	if os.Getenv("DISPLAY") != "" {
		pasteX(t, want)
		return
	}
	got, err := exec.Command("wl-paste", "--no-newline", "--type", "image/png").Output()
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("wl-paste reads %d bytes, %v; want %d", len(got), err, len(want))
	}
}

// reader asks the X server for the selection.
type reader struct {
	*testing.T
	conn     *xgb.Conn
	window   xproto.Window
	property xproto.Atom
}

// pasteX asks for the picture, for what there is, and for what there is not.
func pasteX(t *testing.T, want []byte) {
	t.Helper()
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	r := reader{T: t, conn: conn}
	r.property = r.atom("YUNXING_TEST")
	r.window, err = xproto.NewWindowId(conn)
	if err != nil {
		t.Fatal(err)
	}
	screen := xproto.Setup(conn).DefaultScreen(conn)
	xproto.CreateWindow(conn, 0, r.window, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, screen.RootVisual, 0, nil)
	if got := r.ask("image/png"); !bytes.Equal(got.Value, want) {
		t.Errorf("the X server gives %d bytes; want %d", len(got.Value), len(want))
	}
	targets := r.ask("TARGETS")
	for _, name := range []string{"TARGETS", "TIMESTAMP", "image/png"} {
		if !offers(targets.Value, words(uint32(r.atom(name)))) {
			t.Errorf("%s is not offered", name)
		}
	}
	if got := r.ask("TIMESTAMP"); got.ValueLen != 1 {
		t.Errorf("the time is %d numbers", got.ValueLen)
	}
	if got := r.ask("UTF8_STRING"); got != nil {
		t.Errorf("a picture gives %d bytes of text", len(got.Value))
	}
}

// offers reports whether a number is among those of a list.
func offers(list, number []byte) bool {
	for one := range slices.Chunk(list, len(number)) {
		if bytes.Equal(one, number) {
			return true
		}
	}
	return false
}

// atom returns the number of a name.
func (r reader) atom(name string) xproto.Atom {
	a, err := xproto.InternAtom(r.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		r.Fatal(err)
	}
	return a.Atom
}

// ask returns the selection in a format, or nil where it is refused.
func (r reader) ask(target string) *xproto.GetPropertyReply {
	r.Helper()
	xproto.ConvertSelection(r.conn, r.window, r.atom("CLIPBOARD"), r.atom(target), r.property, xproto.TimeCurrentTime)
	for start := time.Now(); time.Since(start) < 10*time.Second; time.Sleep(time.Millisecond) {
		event, err := r.conn.PollForEvent()
		if err != nil {
			r.Fatal(err)
		}
		done, ok := event.(xproto.SelectionNotifyEvent)
		switch {
		case !ok:
		case done.Property == xproto.AtomNone:
			return nil
		default:
			got, err := xproto.GetProperty(r.conn, true, r.window, r.property, xproto.GetPropertyTypeAny, 0, 1<<28).Reply()
			if err != nil {
				r.Fatal(err)
			}
			return got
		}
	}
	r.Fatalf("%s is not answered", target)
	return nil
}
