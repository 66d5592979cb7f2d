package clip

import (
	"fmt"

	"golang.design/x/clipboard"
)

// Picture puts a picture, written as PNG, on the clipboard. Errors: ErrUnavailable.
func Picture(png []byte) error {
	if err := clipboard.Init(); err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	if clipboard.Write(clipboard.FmtImage, png) == nil {
		return fmt.Errorf("%w: the pasteboard refused the picture", ErrUnavailable)
	}
	return nil
}
