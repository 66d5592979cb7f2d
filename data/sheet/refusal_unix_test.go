//go:build unix

package sheet_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"yunxing/data/sheet"
)

// TestRefusedPipe states that a pipe is refused and not waited for.
func TestRefusedPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.csv")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	refused(t, path, sheet.Folder)
}
