package clip

import (
	"fmt"
	"runtime"
	"syscall"
	"time"
	"unsafe"
)

// Numbers of the interface of Windows.
const (
	formatBitmap = 8 // CF_DIB
	moveable     = 2 // GMEM_MOVEABLE
)

// How long the clipboard may be held by another program before copying gives up.
const (
	attempts = 20
	pause    = 50 * time.Millisecond
)

// Picture puts a picture, written as PNG, on the clipboard. Errors: ErrUnavailable.
func Picture(png []byte) error {
	dib, err := bitmap(png)
	if err != nil {
		return err
	}
	if err := put(png, dib); err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return nil
}

// put replaces what is on the clipboard. It is opened and closed on one thread, as
// Windows demands.
func put(png, dib []byte) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	b := loadBoard()
	if err := b.open(); err != nil {
		return err
	}
	defer b.closing.Call()
	if r, _, err := b.empty.Call(); r == 0 {
		return fmt.Errorf("EmptyClipboard: %w", err)
	}
	name, err := syscall.UTF16PtrFromString("PNG")
	if err != nil {
		return err
	}
	format, _, err := b.register.Call(uintptr(unsafe.Pointer(name)))
	if format == 0 {
		return fmt.Errorf("RegisterClipboardFormat: %w", err)
	}
	if err := b.set(format, png); err != nil {
		return err
	}
	return b.set(formatBitmap, dib)
}

// board is the part of Windows that keeps the clipboard.
type board struct {
	opening, closing, empty, register, setting *syscall.LazyProc
	alloc, free, lock, unlock, move            *syscall.LazyProc
}

// loadBoard names the procedures, which are loaded when they are first called.
func loadBoard() board {
	user, kernel := syscall.NewLazyDLL("user32.dll"), syscall.NewLazyDLL("kernel32.dll")
	return board{
		opening: user.NewProc("OpenClipboard"), closing: user.NewProc("CloseClipboard"),
		empty: user.NewProc("EmptyClipboard"), register: user.NewProc("RegisterClipboardFormatW"),
		setting: user.NewProc("SetClipboardData"),
		alloc:   kernel.NewProc("GlobalAlloc"), free: kernel.NewProc("GlobalFree"),
		lock: kernel.NewProc("GlobalLock"), unlock: kernel.NewProc("GlobalUnlock"),
		move: kernel.NewProc("RtlMoveMemory"),
	}
}

// open opens the clipboard; while another program holds it, it is tried again.
func (b board) open() error {
	for i := 1; ; i++ {
		r, _, err := b.opening.Call(0)
		if r != 0 {
			return nil
		}
		if i == attempts {
			return fmt.Errorf("another program holds the clipboard: %w", err)
		}
		time.Sleep(pause)
	}
}

// set hands bytes to Windows in a format.
func (b board) set(format uintptr, bytes []byte) error {
	mem, _, err := b.alloc.Call(moveable, uintptr(len(bytes)))
	if mem == 0 {
		return fmt.Errorf("GlobalAlloc: %w", err)
	}
	at, _, err := b.lock.Call(mem)
	if at == 0 {
		b.free.Call(mem)
		return fmt.Errorf("GlobalLock: %w", err)
	}
	b.move.Call(at, uintptr(unsafe.Pointer(unsafe.SliceData(bytes))), uintptr(len(bytes)))
	b.unlock.Call(mem)
	if r, _, err := b.setting.Call(format, mem); r == 0 {
		b.free.Call(mem)
		return fmt.Errorf("SetClipboardData: %w", err)
	}
	return nil
}
