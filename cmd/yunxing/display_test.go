package main

import (
	"bytes"
	"testing"
)

// TestWatch fails where a message that means that there is no window is not noticed,
// so that the program would wait for ever, or where another one ends it.
func TestWatch(t *testing.T) {
	for _, c := range []struct {
		name, message string
		fails         bool
	}{
		{"no OpenGL", "Fyne error:  window creation error\n", true},
		{"no display", "PlatformError: X11: Failed to open display\n", true},
		{"a missing translation", "Fyne error:  Translation failure\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			said := ""
			w := &watch{out: &log, fail: func(why string) { said = why }}
			if _, err := w.Write([]byte(c.message)); err != nil {
				t.Fatal(err)
			}
			if (said != "") != c.fails {
				t.Errorf("said %q, want something: %v", said, c.fails)
			}
			if log.String() != c.message {
				t.Errorf("logged %q, want %q", log.String(), c.message)
			}
		})
	}
}

// TestStated fails where a system that states no language counts as one that does,
// so that the window would open in English on it.
func TestStated(t *testing.T) {
	for locale, want := range map[string]bool{"": false, "C": false, "C.UTF-8": false, "POSIX": false, "en_GB.UTF-8": true, "zh_CN.UTF-8": true} {
		if got := stated(locale); got != want {
			t.Errorf("stated(%q) = %v, want %v", locale, got, want)
		}
	}
}
