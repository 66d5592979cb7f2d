package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// noDisplay is what is said where no window can be shown. The toolkit only logs it
// and would wait for ever.
const noDisplay = `没有可用的图形显示或 OpenGL，窗口无法打开；无显示环境请用 yunxing-cli。 / There is no display or no OpenGL, so the window cannot be opened; without a display use yunxing-cli.`

// A watch passes the log of the toolkit on, and fails when it says that there is no
// window to be had.
type watch struct {
	out  io.Writer
	fail func(why string)
}

// Write passes a message on.
func (w *watch) Write(message []byte) (int, error) {
	n, err := w.out.Write(message)
	for _, sign := range signs() {
		if bytes.Contains(message, []byte(sign)) {
			w.fail(noDisplay)
		}
	}
	return n, err
}

// signs returns what the log says where there is no display or no OpenGL.
func signs() []string {
	return []string{"window creation error", "failed to initialise GLFW", "Failed to open display", "DISPLAY environment variable is missing"}
}

// exit says why and ends the program.
func exit(why string) {
	fmt.Fprintln(os.Stderr, "yunxing:", why)
	os.Exit(1)
}
