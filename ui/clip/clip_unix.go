//go:build unix && !darwin

package clip

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// patience is how long wl-copy may take; without a window that has the focus some
// compositors never answer it.
const patience = 5 * time.Second

// Picture puts a picture, written as PNG, on the clipboard. Errors: ErrUnavailable.
func Picture(png []byte) error {
	err := serve(png)
	if err == nil {
		return nil
	}
	if os.Getenv("WAYLAND_DISPLAY") == "" {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	if errWayland := handOver(png); errWayland != nil {
		return fmt.Errorf("%w: %w; %w", ErrUnavailable, err, errWayland)
	}
	return nil
}

// handOver gives the picture to wl-copy, which serves it to the compositor until
// something else is copied.
func handOver(png []byte) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, "wl-copy", "--type", "image/png")
	c.Stdin = bytes.NewReader(png)
	if err := c.Run(); err != nil {
		return fmt.Errorf("wl-copy of the package wl-clipboard: %w", err)
	}
	return nil
}
