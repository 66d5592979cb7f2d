package stats_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// Formulas §16, with what binary floats make of it.
func TestRoundingPolicy(t *testing.T) {
	for name, r := range map[string]data.Rounding{"round_half_away_1dp": data.HalfAway, "round_gbt8170_1dp": data.HalfEven} {
		var v [][2]string
		vectors(t, name, &v)
		for _, c := range v {
			x, err := strconv.ParseFloat(c[0], 64)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Format(x, 1); got != c[1] {
				t.Errorf("%s: %s is %s, want %s", name, c[0], got, c[1])
			}
			want, _ := strconv.ParseFloat(c[1], 64)
			if n, ok := r.Scaled(x, 1); !ok || float64(n) != math.Round(want*10) {
				t.Errorf("%s: %s is %d units", name, c[0], n)
			}
			if got := r.Round(x, 1); got != want || math.Signbit(got) != (want < 0) {
				t.Errorf("%s: %s is %v", name, c[0], got)
			}
		}
	}
	// One pass only: 8.53459 is 8.53 and not 8.54; binary noise is taken off first.
	for _, r := range []data.Rounding{data.HalfAway, data.HalfEven} {
		if got := r.Format(8.53459, 2); got != "8.53" {
			t.Errorf("8.53459 is %s", got)
		}
		if got := r.Format(497.15449999999998, 4); got != "497.1545" {
			t.Errorf("497.15449999999998 is %s", got)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), 1e300} {
		if _, ok := data.HalfAway.Scaled(v, 1); ok {
			t.Errorf("%v is scaled", v)
		}
	}
	if _, ok := data.HalfAway.Scaled(1, -1); ok {
		t.Error("a value is scaled to decimals below none")
	}
}

// Both rules agree but on ties, are odd in the sign, idempotent, and never print -0.
func TestRoundingProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(33, 34))
	for range 2000 {
		n := r.Int64N(2_000_000) - 1_000_000 // thousandths
		x, err := strconv.ParseFloat(strconv.FormatInt(n, 10)+"e-3", 64)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range []data.Rounding{data.HalfAway, data.HalfEven} {
			s := p.Format(x, 1)
			if strings.HasPrefix(s, "-") && strings.Trim(s, "-0.") == "" {
				t.Fatalf("%v is %s", x, s)
			}
			if minus := p.Format(-x, 1); strings.TrimPrefix(minus, "-") != strings.TrimPrefix(s, "-") {
				t.Fatalf("%v is %s and its negative %s", x, s, minus)
			}
			if once := p.Round(x, 1); p.Round(once, 1) != once || math.Abs(once-x) > 0.05+1e-9 {
				t.Fatalf("%v is %v", x, once)
			}
		}
		units := n % 100
		if tie := units == 50 || units == -50; !tie && data.HalfAway.Format(x, 1) != data.HalfEven.Format(x, 1) {
			t.Fatalf("%v is %s and %s", x, data.HalfAway.Format(x, 1), data.HalfEven.Format(x, 1))
		}
	}
}

// The mode of a difference: published digits for a report, exact for analysis
// (formulas §5).
func TestDifferencePolicies(t *testing.T) {
	now, then := share(12.25), share(14.04)
	now.Digits, then.Digits = 1, 1
	near(t, "from published digits, half away", stats.DifferenceBy(data.HalfAway, now, then).Value, 12.3-14.0, 1e-12)
	near(t, "from published digits, half to even", stats.DifferenceBy(data.HalfEven, now, then).Value, 12.2-14.0, 1e-12)
	near(t, "exact", stats.ExactDifference(now, then).Value, -1.79, 1e-12)
	unknown(t, "difference", stats.ExactDifference(now, data.NotKnown()), stats.DifferenceBy(data.HalfEven, data.NotKnown(), then))
	near(t, "index", stats.IndexGrowth(pub(97.9)).Value, -2.1, 1e-12)
	unknown(t, "growth of a missing index", stats.IndexGrowth(data.NotKnown()))
	// As a relative change 12.2 after 14.0 is −12.9 %: never a difference.
	near(t, "relative", stats.LevelGrowth(pub(12.2), pub(14)).Value, -12.9, 0.05)
}
