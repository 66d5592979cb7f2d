package clip

import (
	"bytes"
	"encoding/hex"
	"os/exec"
	"testing"
)

// needClipboard skips where there is none.
func needClipboard(t *testing.T) {
	t.Helper()
	if exec.Command("osascript", "-e", "the clipboard info").Run() != nil {
		t.Skip("there is no pasteboard")
	}
}

// paste reads the pasteboard as a script does, which writes bytes as «data PNGf…».
func paste(t *testing.T, want []byte) {
	t.Helper()
	out, err := exec.Command("osascript", "-e", "the clipboard as «class PNGf»").Output()
	_, digits, _ := bytes.Cut(out, []byte("PNGf"))
	digits, _, _ = bytes.Cut(digits, []byte("»"))
	got := make([]byte, hex.DecodedLen(len(digits)))
	if _, errHex := hex.Decode(got, digits); err != nil || errHex != nil || !bytes.Equal(got, want) {
		t.Errorf("the pasteboard gives %d bytes, %v, %v; want %d", len(got), err, errHex, len(want))
	}
}
