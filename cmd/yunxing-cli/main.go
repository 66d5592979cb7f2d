// Command yunxing-cli is the program without a window, for scripts. It imports
// workbooks into a project, lists what is stored, draws charts, writes reports
// and projects series; yunxing-cli help tells how.
//
// Results go to standard output, words to standard error. Exit codes: 0 done,
// 1 failed, 2 wrong usage, 3 problems under -strict, 130 interrupted. Equal input
// gives equal bytes, the project file aside.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// version is set by the build from FyneApp.toml.
//
//nolint:gochecknoglobals // the linker can only set a variable
var version = "dev"

func main() {
	p := program{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now, exit: os.Exit}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	code := p.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
