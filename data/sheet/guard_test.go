package sheet

import (
	"errors"
	"runtime/metrics"
	"testing"
	"time"
)

// A Guard watches what reading a bad file takes.
type Guard struct {
	start     time.Time
	allocated uint64
}

// NewGuard returns a guard that counts from now.
func NewGuard() Guard { return Guard{time.Now(), allocated()} }

// Check reports what a bad file must never do: fail with another error than an
// *Error, allocate more than 1 GB, released or not, or take more than 20 seconds.
func (g Guard) Check(t *testing.T, err error) {
	t.Helper()
	if err != nil && !errors.As(err, new(*Error)) {
		t.Errorf("%v is no *sheet.Error", err)
	}
	if n := allocated() - g.allocated; n > 1<<30 {
		t.Errorf("it allocates %d MB", n>>20)
	}
	if d := time.Since(g.start); d > 20*time.Second {
		t.Errorf("it takes %v", d)
	}
}

// Taken returns how much time and memory was taken so far.
func (g Guard) Taken() (time.Duration, uint64) { return time.Since(g.start), allocated() - g.allocated }

// allocated returns the bytes that were allocated so far.
func allocated() uint64 { return measured("/gc/heap/allocs:bytes") }

// Held returns the bytes that the program holds of the system.
func Held() uint64 { return measured("/memory/classes/total:bytes") }

// measured returns what the runtime measures under a name.
func measured(name string) uint64 {
	s := []metrics.Sample{{Name: name}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
