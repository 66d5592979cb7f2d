package forecast

import (
	"context"
	"math"
	"testing"
	"time"

	"yunxing/data"
)

// TestRegressors fails if the airline model of the logarithms of AirPassengers with
// days of trade is not that of R's arima: Arima(log(AirPassengers), c(0,1,1),
// c(0,1,1), xreg) of forecast 8.20, to 0.01 in the likelihood and 0.5 % in the path.
func TestRegressors(t *testing.T) {
	var y []float64
	for _, fx := range fixtures(t) {
		if fx.ID == "AirPassengers" {
			y = fx.Y
		}
	}
	if y == nil {
		t.Skip("AirPassengers is not among the references")
	}
	start := data.Month(1949, 1)
	logs, columns := make([]float64, len(y)), [][]float64{make([]float64, len(y)), make([]float64, len(y))}
	for i, v := range y {
		logs[i] = math.Log(v)
		columns[0][i], columns[1][i] = weekdays(start.Add(i)), leapYear(start.Add(i))
	}
	w := newARIMAFitter(logs, 12)
	w.regressors = columns
	fit, ok := w.fit(context.Background(), Airline(), w.starts(Airline()))
	fit = w.refine(context.Background(), fit)
	model, ok2 := w.model(fit)
	if !ok || !ok2 || math.Abs(fit.loglik-255.0804379) > 0.01 || math.Abs(fit.aicc+499.6808758) > 0.02 {
		t.Fatalf("likelihood %v, criterion %v", fit.loglik, fit.aicc)
	}
	if g := model.gamma; math.Abs(g[0]+0.00265013) > 1e-5 || math.Abs(g[1]-0.04343779) > 1e-4 {
		t.Errorf("coefficients %v", g)
	}
	regs := calendarGroups()[0]
	placed := regressed{model, regs, start.Add, len(y)}
	want := []float64{6.10238946, 6.02805248, 6.15887984, 6.20777750, 6.21674824, 6.36031363, 6.51145172, 6.48957773, 6.32699139, 6.20168227, 6.05239725, 6.17511748}
	if g := gap(exponentials(placed.Forecast(12).Mean), exponentials(want)); g > 1e-3 {
		t.Errorf("path differs by %.2g", g)
	}
}

// TestFestivalEffect fails if an effect of the Spring Festival that was put into a
// series is not found and carried on, or one is found in a series without it.
func TestFestivalEffect(t *testing.T) {
	start := data.Month(2001, 1)
	truth := func(i int, effect float64) float64 {
		p := start.Add(i)
		season := 0.1 * math.Sin(float64(p.Number()))
		return 100 * math.Exp(0.005*float64(i)+season+effect*festivalShare(p, 0, 7))
	}
	noise := func(i int) float64 { return math.Exp(0.01 * math.Sin(float64(i*i*i))) }
	for _, effect := range []float64{0, -0.2} {
		var y, next []float64
		for i := range 132 {
			if i < 120 {
				y = append(y, truth(i, effect)*noise(i))
			} else {
				next = append(next, truth(i, effect))
			}
		}
		f, err := Project(context.Background(), CalendarARIMA{Start: start}, y, 12, 12)
		if err != nil {
			t.Fatal(err)
		}
		if g := gap(f.Mean, next); g > 0.03 {
			t.Errorf("effect %v: path differs by %.3f", effect, g)
		}
		model, _ := CalendarARIMA{Start: start}.Fit(context.Background(), y, 12)
		found := math.NaN()
		for _, p := range model.Describe() {
			if p.Name == "festival" {
				found = p.Value
			}
		}
		if effect != 0 && math.Abs(found-effect) > 0.05 {
			t.Errorf("effect %v, found %v", effect, found)
		}
	}
}

// TestFestivals fails if the festival does not fall on known days.
func TestFestivals(t *testing.T) {
	for _, day := range []string{"1950-02-17", "1979-01-28", "1985-02-20", "2000-02-05", "2008-02-07", "2015-02-19", "2023-01-22", "2024-02-10", "2026-02-17", "2033-01-31", "2034-02-19"} {
		want, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := springFestival(want.Year()); !ok || !got.Equal(want) {
			t.Errorf("%s: %v", day, got)
		}
	}
	if _, ok := springFestival(1949); ok {
		t.Error("1949 is known")
	}
}
