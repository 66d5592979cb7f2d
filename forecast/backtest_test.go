package forecast

import (
	"context"
	"fmt"
	"math"
	"testing"
)

// steady is a quarterly series of n years that grows by 10 % a year with a fixed
// season.
func steady(n int) []float64 {
	y := make([]float64, 4*n)
	for i := range y {
		y[i] = []float64{20, 25, 25, 30}[i%4] * math.Pow(1.1, float64(i/4))
	}
	return y
}

// TestBacktest fails if the ratio does not project a steady series without error,
// if a method that holds last year's quarters is not off by what the rest of the
// year grows, or if years are tried that were not known.
func TestBacktest(t *testing.T) {
	methods := []YearMethod{CompletionRatio{}, RestOfYear{SeasonalNaive{}}}
	scores, err := YearBacktest{Known: 3}.Run(context.Background(), methods, steady(10), Calendar{4, 2000, 1})
	if err != nil {
		t.Fatal(err)
	}
	r, s := scores[0], scores[1]
	if len(r.Trials) != 5 || r.Trials[0].Year != 2009 || !(r.MAE < 1e-10) || !(r.MASE < 1e-10) {
		t.Errorf("ratio: %+v", r)
	}
	// a year is 100 units, the last quarter 30: held at last year's level it lacks
	// 3 of last year's 100
	if math.Abs(s.MAE-3) > 1e-9 || math.Abs(s.Bias+3) > 1e-9 || math.Abs(s.MAPE-100*3/110.0) > 1e-9 {
		t.Errorf("seasonal naive: %+v", s)
	}
	if c := Choose(scores); c.Index != 0 || c.Reason != ChosenAsFirst || c.Years != 5 {
		t.Errorf("chosen: %+v", c)
	}
	if c := Choose([]YearScore{s, r}); c.Index != 1 || c.Reason != ChosenByError {
		t.Errorf("chosen: %+v", c)
	}
}

// TestBacktestBlind fails if a trial depends on values after its origin.
func TestBacktestBlind(t *testing.T) {
	y := oddities()["level shift"]
	other := append([]float64(nil), y...)
	for i := 38; i < 40; i++ {
		other[i] *= 1.5
	}
	run := func(y []float64) []YearScore {
		s, err := YearBacktest{Known: 2, Years: 1}.Run(context.Background(), []YearMethod{AutoYear{}, RestOfYear{ETS{}}}, y, Calendar{4, 2000, 1})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for i, a := range run(y) {
		b := run(other)[i]
		if a.Trials[0].Projected != b.Trials[0].Projected || a.Trials[0].Actual == b.Trials[0].Actual {
			t.Errorf("%s: %+v and %+v", a.Method, a.Trials[0], b.Trials[0])
		}
	}
}

// TestBacktestOdd fails if an odd series leads to NaN in a score with trials, a
// refusal without code, or different results of two runs.
func TestBacktestOdd(t *testing.T) {
	methods := []YearMethod{CompletionRatio{}, RestOfYear{AirlineModel{}}, RestOfYear{Theta{}}}
	for name, y := range oddities() {
		if name == "long" {
			continue
		}
		run := func() ([]YearScore, error) {
			return YearBacktest{}.Run(context.Background(), methods, y, Calendar{4, 2000, 1})
		}
		scores, err := run()
		if err != nil && Code(err) == "failed" {
			t.Errorf("%s: %v", name, err)
		}
		for _, s := range scores {
			if s.Refused != nil && (Code(s.Refused) == "failed" || len(s.Trials) > 0) {
				t.Errorf("%s %s: %v", name, s.Method, s.Refused)
			}
			if len(s.Trials) > 0 && math.IsNaN(s.MAE+s.Bias+s.MAPE) {
				t.Errorf("%s: %+v", name, s)
			}
		}
		if again, _ := run(); err == nil && printable(scores) != printable(again) {
			t.Errorf("%s: two runs differ", name)
		}
	}
	if _, err := (YearBacktest{}).Run(context.Background(), methods, steady(3), Calendar{4, 2000, 1}); Code(err) != "too-short" {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (YearBacktest{}).Run(ctx, []YearMethod{AutoYear{}}, steady(9), Calendar{4, 2000, 1}); Code(err) != "interrupted" {
		t.Error(err)
	}
}

// printable returns scores in a form in which NaN equals NaN.
func printable(scores []YearScore) string { return fmt.Sprintf("%+v", scores) }

// TestScorePasts fails if years that are handed over as they were known are not
// scored like those that are cut from the series, or a refusal does not end them.
func TestScorePasts(t *testing.T) {
	ctx := context.Background()
	var y []float64
	for k := range 38 {
		y = append(y, []float64{9, 11, 12, 14}[k%4]*(10+float64(k))+math.Sin(float64(k*k)))
	}
	c := Calendar{4, 2010, 1}
	methods := []YearMethod{AutoYear{}, CompletionRatio{}}
	want, err := YearBacktest{Years: 3}.Run(ctx, methods, y, c)
	if err != nil {
		t.Fatal(err)
	}
	var pasts []YearPast
	for year := 2018; year >= 2016; year-- {
		n := (year-2010)*4 + 2
		pasts = append(pasts, YearPast{year, y[:n], c, growth(sum(y[n-2:n+2]), sum(y[n-6:n-2]))})
	}
	pasts = append(pasts, YearPast{2015, nil, c, 1})
	got, err := ScorePasts(ctx, methods, pasts)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range got {
		w := want[i]
		if len(s.Trials) != 3 || !near(s.MAE, w.MAE, 1e-9) || !near(s.Bias, w.Bias, 1e-9) || !near(s.MASE, w.MASE, 1e-9) || !near(s.Relative, w.Relative, 1e-9) || s.In80 != w.In80 {
			t.Errorf("%s: %+v, want %+v", s.Method, s, w)
		}
	}
}
