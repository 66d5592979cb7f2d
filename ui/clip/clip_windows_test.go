package clip

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"runtime"
	"syscall"
	"testing"
	"unsafe"
)

// needClipboard skips where there is none.
func needClipboard(*testing.T) {}

// paste reads the clipboard as other programs do: as PNG, as a bitmap, and in a format
// that Windows makes of the bitmap.
func paste(t *testing.T, want []byte) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	b := loadBoard()
	if err := b.open(); err != nil {
		t.Fatal(err)
	}
	defer b.closing.Call()
	name, err := syscall.UTF16PtrFromString("PNG")
	if err != nil {
		t.Fatal(err)
	}
	format, _, _ := b.register.Call(uintptr(unsafe.Pointer(name)))
	if got := b.get(t, format); !bytes.HasPrefix(got, want) {
		t.Errorf("the clipboard gives %d bytes of PNG; want %d", len(got), len(want))
	}
	size, err := png.DecodeConfig(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	dib := b.get(t, formatBitmap)
	if w, h := binary.LittleEndian.Uint32(dib[4:]), binary.LittleEndian.Uint32(dib[8:]); int(w) != size.Width || int(h) != size.Height {
		t.Errorf("the bitmap is %d × %d", w, h)
	}
	checkBitmap(t, dib, image.Pt(size.Width, size.Height))
	const fifth = 17 // CF_DIBV5
	if v5 := b.get(t, fifth); binary.LittleEndian.Uint32(v5) != 124 {
		t.Errorf("the bitmap of version 5 has a header of %d bytes", binary.LittleEndian.Uint32(v5))
	}
}

// get returns what the clipboard holds in a format; Windows may round its size up.
func (b board) get(t *testing.T, format uintptr) []byte {
	t.Helper()
	user, kernel := syscall.NewLazyDLL("user32.dll"), syscall.NewLazyDLL("kernel32.dll")
	mem, _, err := user.NewProc("GetClipboardData").Call(format)
	if mem == 0 {
		t.Fatalf("format %d: %v", format, err)
	}
	size, _, _ := kernel.NewProc("GlobalSize").Call(mem)
	at, _, err := b.lock.Call(mem)
	if at == 0 {
		t.Fatalf("format %d: %v", format, err)
	}
	defer b.unlock.Call(mem)
	out := make([]byte, size)
	b.move.Call(uintptr(unsafe.Pointer(unsafe.SliceData(out))), at, size)
	return out
}
