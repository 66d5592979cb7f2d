package main

import (
	"fmt"
	"os"
	"time"

	"yunxing/data"
)

// showProgress counts on one line of standard error, from one second on and once
// a second, if that is a terminal. The returned function ends it and clears the
// line.
func (p *program) showProgress(work *data.Progress) (finished func()) {
	if !terminal(p.err) {
		return func() {}
	}
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				fmt.Fprint(p.err, "\r\x1b[K")
				return
			case <-tick.C:
				n, total := work.Load()
				fmt.Fprintf(p.err, "\r%d/%d", n, total)
			}
		}
	}()
	return func() {
		close(stop)
		<-done
	}
}

// terminal reports whether w is a terminal.
func terminal(w any) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
