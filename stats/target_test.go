package stats_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func TestRequiredVectors(t *testing.T) {
	var v []struct {
		Target float64   `json:"target"`
		Now    float64   `json:"G"`
		P      float64   `json:"p"`
		Need   float64   `json:"need"`
		Box    []float64 `json:"box"`
	}
	vectors(t, "required", &v)
	for _, c := range v {
		g := stats.Required(pub(c.Target), pub(c.Now), share(c.P))
		near(t, "required", g.Value, c.Need, 1e-5)
		if c.Box != nil {
			near(t, "lower end", g.Lo, c.Box[0], 1e-9)
			near(t, "upper end", g.Hi, c.Box[1], 1e-9)
		}
	}
	near(t, "for 12.0", stats.Required(pub(12), pub(12.2), share(0.75)).Value, 11.4, 1e-9)
	unknown(t, "required of a year that is not begun", stats.Required(pub(12), pub(12.2), share(0)), stats.Required(data.NotKnown(), pub(12.2), share(0.5)))
}

// The leagues of Inner Mongolia in January–October 2023: what November and December
// must bring, and that all targets are whole numbers (formulas §13, example 3).
func TestLeagues2023(t *testing.T) {
	var v struct {
		Name   []string  `json:"name"`
		Growth []float64 `json:"g"`
		Target []float64 `json:"target"`
	}
	vectors(t, "leagues_2023_10m", &v)
	need := map[string]float64{"鄂尔多斯": 18.5, "赤峰": 15.0, "锡林郭勒": 33.0, "通辽": 56.0, "乌海": 111}
	gaps := []float64{15.1, 7.9, 4.1, 4.8, -2.1, -2.4, -1.6, -7.2, -5.0, -8.3, -9.4, -20.6}
	past := pubs(4, 5, 6, 8, 9)
	p := stats.EqualProfile(2022).At(data.Month(2023, 10))
	for i, name := range v.Name {
		near(t, name+", target", stats.ComparableRate(pub(v.Growth[i]), pub(gaps[i])).Value, v.Target[i], 1e-9)
		g := stats.Required(pub(v.Target[i]), pub(v.Growth[i]), p)
		holds(t, name, g)
		if want, ok := need[name]; ok {
			near(t, name, g.Value, want, 1e-6)
		}
		f := stats.FeasibilityOf(g, pub(v.Growth[i]), past)
		if done := gaps[i] >= 0; done != (f == stats.Reached) || !done && f != stats.Unprecedented {
			t.Errorf("%s needs %.1f and is %v", name, g.Value, f)
		}
	}
}

func TestRequiredFromLevels(t *testing.T) {
	// 135.5 last year, of it 96.5 by September; 12.5 % more makes 152.4375.
	now := 96.5 * 1.122
	g := stats.RequiredFromLevels(share(135.5*1.125), share(now), share(135.5), share(96.5))
	near(t, "from levels and from rates", g.Value, stats.Required(pub(12.5), share(12.2), share(96.5/135.5)).Value, 1e-9)
	near(t, "a month", stats.PerMonth(share(150), share(120), 3).Value, 10, 1e-12)
	box := stats.RequiredFromLevels(pub(150), pub(110), pub(135), pub(97))
	if holds(t, "from levels", box); !(box.Lo < box.Value && box.Hi > box.Value) {
		t.Error("rounded levels leave nothing open")
	}
	unknown(t, "required", stats.RequiredFromLevels(pub(150), pub(110), pub(97), pub(97)), stats.RequiredFromLevels(pub(150), data.NotKnown(), pub(135), pub(97)),
		stats.PerMonth(pub(1), pub(1), 0), stats.PerMonth(data.NotKnown(), pub(1), 2))
}

func TestRequiredAround(t *testing.T) {
	r := stats.RequiredAround(pub(12.5), pub(12.2), share(0.75), 2)
	near(t, "at P", r.At.Value, 13.4, 1e-9)
	near(t, "at P − 2", r.Low.Value, (12.5-0.73*12.2)/0.27, 1e-9)
	near(t, "at P + 2", r.High.Value, (12.5-0.77*12.2)/0.23, 1e-9)
	r = stats.RequiredAround(pub(12.5), pub(12.2), share(0.99), 2)
	unknown(t, "beyond the year", r.High)
}

// What was required of a year is what its rest then brought.
func TestRestGrowths(t *testing.T) {
	rest := stats.RestGrowths(append(pubs(12.5, 14), data.NotKnown()), pubs(12.2, 13), share(0.75))
	near(t, "rest", rest[0].Value, 13.4, 1e-9)
	near(t, "its half width", (rest[0].Hi-rest[0].Lo)/2, (0.05+0.75*0.05)/0.25, 1e-9)
	near(t, "and the year of it", stats.YearFrom(pub(13), rest[1], share(0.75)).Value, 14, 1e-9)
	unknown(t, "a missing year", rest[2])
	unknown(t, "a year that is over", stats.RestGrowths(pubs(1), pubs(1), share(1))...)
	unknown(t, "the year of it", stats.YearFrom(data.NotKnown(), pub(1), share(0.5)))
}

func TestPercentile(t *testing.T) {
	past := append(pubs(5, 6, 7, 8), data.NotKnown())
	for v, want := range map[float64]float64{4: 0, 5: 12.5, 6.5: 50, 8: 87.5, 9: 100} {
		p, err := stats.Percentile(pub(v), past)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "percentile", p.Value, want, 1e-9)
		holds(t, "percentile", p)
	}
	if _, err := stats.Percentile(pub(1), past[2:]); !errors.Is(err, stats.ErrHistory) {
		t.Errorf("two years are a past: %v", err)
	}
	if n, err := stats.Percentile(data.NotKnown(), past); n.Known() || err != nil {
		t.Errorf("what is not known has a percentile: %v, %v", n.Value, err)
	}
	for v, want := range map[float64]stats.Feasibility{3: stats.Reached, 6.5: stats.Usual, 7.9: stats.Usual, 8: stats.Ambitious, 9: stats.Unprecedented} {
		if got := stats.FeasibilityOf(pub(v), pub(4), past); got != want {
			t.Errorf("%v is %v, want %v", v, got, want)
		}
	}
	if got := stats.FeasibilityOf(pub(9), pub(4), nil); got != stats.NotJudged {
		t.Errorf("without a past: %v", got)
	}
	names := map[string]bool{}
	for f := stats.NotJudged; f <= stats.Unprecedented; f++ {
		names[f.String()] = true
	}
	if len(names) != 5 {
		t.Errorf("judgements are called %v", names)
	}
}

// The identity of formulas §12: last year's completion ratio gives exactly the
// growth so far; the report's 12.5 from 12.2 needs another ratio.
func TestRatioIdentity(t *testing.T) {
	var v struct {
		YTD   float64 `json:"G_ytd"`
		Year  float64 `json:"G_year"`
		Ratio float64 `json:"r_last_over_rbar"`
	}
	vectors(t, "ratio_identity", &v)
	near(t, "growth of the year", stats.Chained(share(v.YTD), share(100*(v.Ratio-1))).Value, v.Year, 1e-7)
	near(t, "ratio", 1+stats.Unchained(share(v.Year), share(v.YTD)).Value/100, v.Ratio, 1e-9)
	// 72.00 % becomes 71.81 %.
	near(t, "completion ratio", 72/v.Ratio, 71.81, 0.005)
}

// A true rest of the year lies within what is required, when rates are rounded.
func TestRequiredHoldsTruth(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 24))
	for range 300 {
		p := 0.2 + 0.7*r.Float64()
		so, rest := -20+50*r.Float64(), -20+50*r.Float64()
		year := p*so + (1-p)*rest
		g := stats.RestGrowths([]data.Number{rounded(year, 1)}, []data.Number{rounded(so, 1)}, share(p))[0]
		if !(g.Lo-1e-9 <= rest && rest <= g.Hi+1e-9) || math.IsNaN(g.Value) {
			t.Fatalf("[%v, %v] does not hold %v", g.Lo, g.Hi, rest)
		}
	}
}
