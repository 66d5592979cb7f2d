package forecast

import (
	"context"
	"math"
	"os"
	"strconv"
	"syscall"
	"testing"
)

// cpu returns the seconds of processor time that the program has used.
func cpu(t *testing.T) float64 {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// TestSpeed prints the seconds of processor time that methods take, fit and
// forecast of two years, for the first series of the M3 quarterly collection, as
// many as FORECAST_SPEED says (STL a hundred times each, as it is too quick for
// one), and how the cost of the default grows with the length of a series.
func TestSpeed(t *testing.T) {
	first, _ := strconv.Atoi(os.Getenv("FORECAST_SPEED"))
	if first == 0 {
		t.Skip("set FORECAST_SPEED=60 to measure")
	}
	set := collection(t, "m3_quarterly")
	set = set[:min(first, len(set))]
	for _, m := range []Method{ETS{}, ARIMA{}, Theta{}, Auto{}} {
		began := cpu(t)
		for _, x := range set {
			if _, err := Project(context.Background(), m, x.train, x.season, 8); err != nil {
				t.Error(x.id, err)
			}
		}
		t.Logf("%-10s %9.4f s", m.ID(), cpu(t)-began)
	}
	for _, s := range []struct {
		name string
		STL
	}{{"stl", STL{Season: 7}}, {"stl-robust", STL{Season: 7, Robust: true}}} {
		began := cpu(t)
		for _, x := range set {
			for range 100 {
				if _, err := s.Decompose(x.train, x.season); err != nil {
					t.Error(x.id, err)
				}
			}
		}
		t.Logf("%-10s %9.4f s", s.name, cpu(t)-began)
	}
	for _, n := range []int{1000, 2500, 5000, 10000} {
		y := make([]float64, n)
		for i := range y {
			y[i] = 1000 + float64(i) + 100*math.Sin(float64(i)*math.Pi/2) + 20*math.Sin(float64(i*i))
		}
		began := cpu(t)
		if _, err := Project(context.Background(), Auto{}, y, 4, 8); err != nil {
			t.Error(n, err)
		}
		t.Logf("length %5d %9.4f s", n, cpu(t)-began)
	}
}
