//go:build ci

package clip

// Picture refuses.
func Picture([]byte) error { return ErrUnavailable }
