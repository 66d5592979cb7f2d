package stats_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// The mean of quarters gives the published rates of 2023 and not that of 2020
// (formulas §9).
func TestMeanUtilisation(t *testing.T) {
	var v []struct {
		Q         []float64 `json:"q"`
		Published float64   `json:"published"`
		OK        bool      `json:"mean_ok"`
	}
	vectors(t, "utilisation", &v)
	for _, c := range v {
		f := stats.CheckMeanUtilisation(pub(c.Published), pubs(c.Q...))
		if c.OK {
			verdict(t, "2023", f, stats.Consistent, stats.NoReason)
		} else {
			verdict(t, "2020", f, stats.ScopeDifference, stats.WeightsDiffer)
			near(t, "mean", f.Derived.Value, 72.8, 0.001)
		}
		if f.Derived.Status != data.Estimated {
			t.Error("a mean of rates is not marked as an estimate")
		}
	}
	near(t, "mean of three", stats.MeanUtilisation(pubs(74.3, 74.5, 75.6)).Value, 74.80, 0.005)
	near(t, "mean of four", stats.MeanUtilisation(pubs(74.3, 74.5, 75.6, 75.9)).Value, 75.08, 0.006)
	// What 2020 implies for the first quarter: .297.
	w := stats.ImpliedWeight(share(73.1), share(67.3), share((74.4+76.7)/2))
	near(t, "implied weight", w.Value, 0.297, 0.0005)
	unknown(t, "mean", stats.MeanUtilisation(nil), stats.MeanUtilisation([]data.Number{data.NotKnown()}))
}

// March 2013 weighs 0.40, anything from 0.30 to 0.50, and July 0.25 from 0 to 0.50
// (formulas §2, example 2).
func TestImpliedWeight(t *testing.T) {
	within(t, "March", stats.ImpliedWeight(pub(9.5), pub(8.9), pub(9.9)), 0.40, 0.30, 0.50, 0.051)
	within(t, "July", stats.ImpliedWeight(pub(9.4), pub(9.7), pub(9.3)), 0.25, 0, 0.50, 0.051)
	unknown(t, "weight", stats.ImpliedWeight(pub(9), pub(9), pub(9.1)), stats.ImpliedWeight(data.NotKnown(), pub(9), pub(8)))
}

func TestUtilisation(t *testing.T) {
	near(t, "direct", stats.Utilisation(pub(743), pub(1000)).Value, 74.3, 1e-9)
	near(t, "physical", stats.PhysicalUtilisation(pub(20), pub(100), 90, 360).Value, 80, 1e-9)
	near(t, "capacity at mid-period", stats.MidCapacity(pub(100), pub(110)).Value, 105, 1e-9)
	near(t, "cumulative", stats.CumulativeUtilisation(pubs(70, 80), pubs(100, 100)).Value, 75, 1e-9)
	unknown(t, "utilisation", stats.Utilisation(pub(1), pub(0)), stats.PhysicalUtilisation(pub(1), pub(0), 90, 365), stats.PhysicalUtilisation(pub(1), pub(1), 0, 365), stats.PhysicalUtilisation(pub(1), pub(1), 400, 365),
		stats.PhysicalUtilisation(data.NotKnown(), pub(1), 90, 365), stats.CumulativeUtilisation(pubs(1), nil), stats.MidCapacity(pub(1), data.NotKnown()),
		stats.UtilisationByOutput(nil, nil), stats.UtilisationByOutput(pubs(0), pubs(1)), stats.UtilisationByOutput(pubs(1), pubs(1, 2)))
}

// By capacity and, harmonically, by output: the same.
func TestUtilisationWeights(t *testing.T) {
	r := rand.New(rand.NewPCG(29, 30))
	for range 200 {
		n := 1 + r.IntN(8)
		outputs, capacities, rates, printed := make([]data.Number, n), make([]data.Number, n), make([]data.Number, n), make([]data.Number, n)
		for i := range n {
			c := 10 + 90*r.Float64()
			u := 0.4 + 0.6*r.Float64()
			capacities[i], outputs[i], rates[i] = share(c), share(c*u), share(100*u)
			printed[i] = rounded(100*u, 1)
		}
		all := stats.CumulativeUtilisation(outputs, capacities).Value
		near(t, "by capacity", stats.UtilisationByCapacity(rates, capacities).Value, all, 1e-9)
		near(t, "by output", stats.UtilisationByOutput(rates, outputs).Value, all, 1e-9)
		for _, u := range []data.Number{stats.UtilisationByCapacity(printed, capacities), stats.UtilisationByOutput(printed, outputs)} {
			if !(u.Lo <= all+1e-9 && all <= u.Hi+1e-9) {
				t.Fatalf("[%v, %v] does not hold %v", u.Lo, u.Hi, all)
			}
			holds(t, "aggregate", u)
		}
	}
}

// The fourth quarter of 2023: +0.2 on the year and +0.3 on the quarter (formulas §9).
func TestUtilisationChanges(t *testing.T) {
	s := data.Series{Start: data.Quarter(2022, 4), Points: pubs(75.7, 74.3, 74.5, 75.6, 75.9)}
	s.Key.Basis = data.Basis{Span: data.Current, Measure: data.Share}
	y, q := stats.UtilisationChanges(s, data.Quarter(2023, 4))
	near(t, "on the year", y.Value, 0.2, 1e-9)
	near(t, "on the quarter", q.Value, 0.3, 1e-9)
	s.Key.Basis.Span = data.Cumulative
	_, q = stats.UtilisationChanges(s, data.Quarter(2023, 4))
	unknown(t, "change of a cumulative rate on the quarter", q)
	y, _ = stats.UtilisationChanges(s, data.Quarter(2023, 1))
	unknown(t, "change to a missing year", y)
}

func TestDays(t *testing.T) {
	fiscal, _ := data.FiscalYear(2012)
	for p, want := range map[data.Period]int{data.Quarter(2024, 1): 91, data.Quarter(2023, 1): 90, data.JanFeb(2024): 60, data.Month(2023, 2): 28, data.Year(2024): 366, data.Month(2023, 12): 31, fiscal: 0, {}: 0} {
		if got := stats.DaysIn(p); got != want {
			t.Errorf("%v has %d days, want %d", p, got, want)
		}
	}
	a, b := stats.PerDay(pub(9100), data.Quarter(2024, 1)), stats.PerDay(pub(9100), data.Quarter(2023, 1))
	near(t, "a leap year for free", 100*(b.Value/a.Value-1), 1.11, 0.005)
	unknown(t, "per day", stats.PerDay(pub(1), fiscal), stats.PerDay(data.NotKnown(), data.Year(2024)))
}

func TestPeakToPeak(t *testing.T) {
	var v struct {
		Z   []float64 `json:"z"`
		Cap []float64 `json:"cap"`
		CU  []float64 `json:"cu"`
	}
	vectors(t, "peak_to_peak", &v)
	got, err := stats.PeakToPeak(each(v.Z, 0))
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		near(t, "capacity", got[i].Capacity.Value, v.Cap[i], 0.0051)
		near(t, "utilisation", got[i].Rate.Value, v.CU[i], 0.051)
		holds(t, "capacity", got[i].Capacity)
		holds(t, "utilisation", got[i].Rate)
		if got[i].Method != stats.PeakToPeakMethod || got[i].Uncertain != (i > 8) || got[i].Rate.Status != data.Estimated {
			t.Errorf("point %d is %+v", i, got[i])
		}
	}
	flat, err := stats.PeakToPeak(pubs(1, 3, 3, 2, 4, 1))
	if err != nil || flat[1].Rate.Value != 100 || flat[4].Rate.Value != 100 {
		t.Errorf("a level peak gives %+v, %v", flat, err)
	}
	for name, z := range map[string][]data.Number{"rising": pubs(1, 2, 3, 4), "one peak": pubs(1, 3, 2), "a level end": pubs(1, 3, 2, 4, 4), "a gap": {pub(1), data.NotKnown(), pub(1)}, "none": nil} {
		if _, err := stats.PeakToPeak(z); !errors.Is(err, stats.ErrShort) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHPGap(t *testing.T) {
	var v struct{ Z, Trend []float64 }
	vectors(t, "hp1600", &v)
	got, err := stats.HPGap(exacts(v.Z...), 1600)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range v.Trend {
		near(t, "trend", got[i].Capacity.Value, want, 1e-6)
		near(t, "gap", got[i].Rate.Value, 100*v.Z[i]/want, 1e-6)
		if got[i].Method != stats.HodrickPrescottMethod || got[i].Uncertain != (i >= 8) || got[i].Capacity.Status != data.Estimated {
			t.Errorf("point %d is %+v", i, got[i])
		}
	}
	for i, want := range map[int]float64{0: 100.06, 1: 100.20, 2: 101.30, 3: 97.62, 8: 102.77, 11: 100.50} {
		near(t, "gap", got[i].Rate.Value, want, 0.0051)
	}
	scaled := stats.RescaledGap(got)
	top := 0.0
	for _, n := range scaled {
		top = max(top, n.Value)
	}
	near(t, "highest gap rescaled", top, 100, 1e-9)
	// A straight line is its own trend, and rounding moves it by its weights.
	line := make([]data.Number, 20)
	for i := range line {
		line[i] = pub(100 + 3*float64(i))
	}
	got, err = stats.HPGap(line, 1600)
	if err != nil {
		t.Fatal(err)
	}
	for i := range line {
		near(t, "trend of a line", got[i].Capacity.Value, line[i].Value, 1e-6)
		holds(t, "trend of a line", got[i].Capacity)
		if w := got[i].Capacity.Hi - got[i].Capacity.Lo; w < 0.1-1e-9 || w > 0.3 {
			t.Errorf("rounding leaves %v open", w)
		}
	}
	for name, err := range map[string]error{
		"eleven points": second(stats.HPGap(line[:11], 1600)), "no λ": second(stats.HPGap(line, 0)),
		"a gap":     second(stats.HPGap(append([]data.Number{data.NotKnown()}, line...), 1600)),
		"endless λ": second(stats.HPGap(line, math.Inf(1))),
		"a huge λ":  second(stats.HPGap(line, 1e300)),
	} {
		if !errors.Is(err, stats.ErrShort) {
			t.Errorf("%s: %v", name, err)
		}
	}
	unknown(t, "rescaled nothing", stats.RescaledGap([]stats.CapacityPoint{{Rate: data.NotKnown()}})...)
}

// Residuals .02 −.05 .01 −.03 .04 give 98.0 91.4 97.0 93.2 100 (formulas §9).
func TestFrontierRates(t *testing.T) {
	e := append(each([]float64{.02, -.05, .01, -.03, .04}, 2), data.NotKnown())
	got := stats.FrontierRates(e)
	for i, want := range []float64{98.0, 91.4, 97.0, 93.2, 100} {
		near(t, "rate", got[i].Value, want, 0.051)
		holds(t, "rate", got[i])
	}
	unknown(t, "rate of nothing", got[5])
	unknown(t, "rates of nothing", stats.FrontierRates([]data.Number{data.NotKnown()})...)
}

// A path that is made by a production function and known shortfalls gives them back.
func TestProductionFrontier(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	n := 24
	var y, k, l, used []data.Number
	for i := range n {
		kk, ll := 100*(1+0.05*float64(i)+0.3*r.Float64()), 50*(1+0.2*r.Float64())
		u := 0.85 + 0.15*r.Float64()
		used = append(used, share(u))
		k, l = append(k, share(kk)), append(l, share(ll))
		y = append(y, share(2*math.Pow(kk, 0.4)*math.Pow(ll, 0.6)*math.Exp(0.01*float64(i))*u))
	}
	f, err := stats.ProductionFrontier(y, k, l)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "capital's share", f.Alpha, 0.4, 0.25)
	near(t, "progress", f.Lambda, 0.01, 0.02)
	if f.Method != stats.FrontierMethod {
		t.Errorf("the frontier is called %s", f.Method)
	}
	top, sum := 0.0, 0.0
	for i := range n {
		top = max(top, f.Rates[i].Value)
		sum += f.Residuals[i].Value
		holds(t, "rate", f.Rates[i])
		near(t, "rate and shortfall", f.Rates[i].Value/100, used[i].Value, 0.12)
	}
	near(t, "highest rate", top, 100, 1e-9)
	near(t, "sum of residuals", sum, 0, 1e-9)
	// Without shortfalls the coefficients are exact.
	for i := range n {
		y[i] = share(2 * math.Pow(k[i].Value, 0.4) * math.Pow(l[i].Value, 0.6) * math.Exp(0.01*float64(i)))
	}
	if f, err = stats.ProductionFrontier(y, k, l); err != nil {
		t.Fatal(err)
	}
	near(t, "capital's share", f.Alpha, 0.4, 1e-8)
	near(t, "level", f.A, math.Log(2), 1e-8)
	for i := range n {
		k[i], l[i] = share(100), share(100)
	}
	for name, err := range map[string]error{"constant capital": second(stats.ProductionFrontier(y, k, l)), "few": second(stats.ProductionFrontier(y[:5], k[:5], l[:5])), "lists": second(stats.ProductionFrontier(y, k[:5], l))} {
		if !errors.Is(err, stats.ErrShort) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestThresholds(t *testing.T) {
	report := stats.Thresholds()[0]
	if report.Band(data.NotKnown()) != stats.Normal || report.Band(pub(73.9)) != stats.Excess {
		t.Error("bands of the report's threshold")
	}
	near(t, "gap", report.Gap(pub(75.9)).Value, 1.9, 1e-9)
	unknown(t, "gap", report.Gap(data.NotKnown()))
}

// Lines of the user are read by their figures, and nothing else is.
func TestFindThreshold(t *testing.T) {
	for text, want := range map[string]stats.Threshold{
		"report74": {ID: "report74", Low: 74},
		"80":       {ID: "80", Low: 80},
		"79-90":    {ID: "79-90", Low: 79, High: 90},
		"75-79-90": {ID: "75-79-90", Severe: 75, Low: 79, High: 90},
	} {
		if got, ok := stats.FindThreshold(text); !ok || got != want {
			t.Errorf("%q is %+v (%v)", text, got, ok)
		}
	}
	for _, text := range []string{"", "x", "90-79", "-5", "1-2-3-4", "NaN", "72.5", "300"} {
		if got, ok := stats.FindThreshold(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}
