//go:build unix

package chart

import (
	"syscall"
	"testing"
	"time"
)

// cpu reports the CPU time of what is run between the call and that of what it
// returns, by operation: on a busy machine the fairer figure.
func cpu(b *testing.B) (done func()) {
	before := used(b)
	return func() {
		b.ReportMetric(float64(used(b)-before)/1e6/float64(b.N), "cpu-ms/op")
	}
}

// used returns the CPU time that the process has taken.
func used(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
