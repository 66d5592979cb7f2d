package session_test

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// checkFinance: row 11.
func checkFinance(t *testing.T, v *inventory) {
	for _, indicator := range []string{"revenue_main", "revenue", "profit"} {
		q := grownBy(indicator)
		for i, measure := range []string{"growth-change", "growth-change-2"} {
			figures := v.compare(t, measure, indicator, q, v.changed(q, i+1))
			if indicator == "revenue_main" {
				expect(t, figures, atMonth(mongolia, 2013, 9), []float64{-0.1, -25.9}[i], 1)
				continue
			}
			never(t, figures, func(at spot) bool { return at.region == mongolia })
		}
	}
	if n := v.figures(t, "growth-change", "profit")[spot{nation, "petroleum-2002", month(2013, 9)}]; n.Measure != "" {
		t.Errorf("a growth of −179.85 %% is told as changed by %v", n.Number.Value)
	}
}

// checkDestocking: row 12.
func checkDestocking(t *testing.T, v *inventory) {
	stock := data.Query{Indicator: "inventories", Measure: data.Growth, Span: data.Point, Reference: data.YearAgo}
	for measure, revenue := range map[string]string{"destocking": "revenue", "destocking-main": "revenue_main"} {
		r := grownBy(revenue)
		figures := v.compare(t, measure, "", stock, func(at spot) float64 {
			if at.item != whole || !at.endsQuarter() || math.IsNaN(v.of(r, at)) {
				return math.NaN()
			}
			n := 0
			for ; n < 20 && v.of(stock, at) < v.of(r, at); n++ {
				at = at.quarterAgo()
			}
			return float64(n)
		})
		never(t, figures, func(at spot) bool { return at.region == mongolia })
	}
	e, err := v.desk(nation, data.Quarter(2013, 3)).Efficiency(t.Context())
	if f := v.figures(t, "destocking-main", "")[atMonth(nation, 2013, 9)]; err != nil || float64(e.Destocked) != f.Number.Value || e.Destocked < 2 {
		t.Errorf("the nation destocks for %d quarters, by the measure %v (%v)", e.Destocked, f.Number.Value, err)
	}
}

// checkClimate: row 13.
func checkClimate(t *testing.T, v *inventory) {
	survey := func(indicator string) data.Query {
		return data.Query{Indicator: indicator, Measure: data.Index}
	}
	q3 := data.Quarter(2013, 3)
	for _, indicator := range []string{"climate", "confidence"} {
		q := survey(indicator)
		v.compare(t, "climate-gap", indicator, q, func(at spot) float64 { return minus(v.of(q, at), 100) })
		bands := v.compare(t, "climate-band", indicator, q, func(at spot) float64 {
			n := 1.0
			for _, line := range []float64{100, 120, 150} {
				if v.of(q, at) >= line {
					n++
				}
			}
			return n
		})
		if indicator == "climate" {
			for item, band := range map[string]float64{"utilities": 3, "manufacturing": 3, "mining": 1, whole: 3} {
				expect(t, bands, spot{nation, item, q3}, band, 0)
			}
		}
	}
	composite := v.compare(t, "climate-composite", "", survey("climate_current"), func(at spot) float64 {
		return 0.4*v.of(survey("climate_current"), at) + 0.6*v.of(survey("climate_expected"), at)
	})
	expect(t, composite, spot{nation, whole, q3}, 121.5, 1)
	c, err := v.desk(mongolia, q3).Climate(t.Context())
	if err != nil || c.Climate.Now.Value != 121.5 || c.Confidence.Now.Value != 119.5 || len(c.Sections) != 3 {
		t.Errorf("the climate is %+v (%v)", c, err)
	}
}

// checkExceptions: row 14.
func checkExceptions(t *testing.T, v *inventory) {
	q := grownBy("iva")
	share := func(holds func(spot) (yes, known bool)) func(spot) float64 {
		return func(at spot) float64 {
			now, there := v.branchesAt(q, at.region, at.at)
			yes, of := 0, 0
			for _, b := range now {
				is, known := holds(b)
				if known {
					of++
				}
				if is {
					yes++
				}
			}
			if at.item != whole || of < 5 || of*10 < there*9 {
				return math.NaN()
			}
			return 100 * float64(yes) / float64(of)
		}
	}
	v.compare(t, "breadth", "", q, share(func(b spot) (bool, bool) { return v.of(q, b) > 0, true }))
	rising := v.compare(t, "breadth-rising", "", q, share(func(b spot) (bool, bool) {
		d := minus(v.of(q, b), v.of(q, b.quarterAgo()))
		return d > 0, b.endsQuarter() && b.at.Number() > 3 && !math.IsNaN(d)
	}))
	never(t, rising, func(at spot) bool { return at.region == mongolia })
	m, err := v.desk(nation, data.Quarter(2013, 3)).Branches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range m.Rows {
		n := len(row.Values) - 1
		way, ok := stats.Step(row.Values[n], row.Values[n-1])
		at := spot{nation, row.Item.Code, month(2013, 9)}
		want := cmp.Compare(v.of(q, at), v.of(q, at.quarterAgo()))
		if !ok || int(way) != want {
			t.Errorf("%s goes %v in 2013Q3, by hand %v", row.Item.Zh, way, want)
		}
	}
}

// checkProjection: row 15.
func checkProjection(t *testing.T, v *inventory) {
	q := grownBy("iva")
	scenarios := v.compare(t, "year-scenario", "", q, func(at spot) float64 {
		k := float64(at.at.Number()) / 12
		g := v.of(q, at)
		if !at.endsQuarter() || k == 1 {
			return math.NaN()
		}
		if k == 0.25 {
			return g
		}
		before := k - 0.25
		current := (k*g - before*v.of(q, at.quarterAgo())) / 0.25
		return k*g + (1-k)*current
	})
	expect(t, scenarios, atMonth(mongolia, 2013, 9), 12.5, 1)
	p, err := v.desk(mongolia, data.Quarter(2013, 3)).Projection(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if p.Profile.Source != stats.EqualMonths || math.Abs(p.Ratio.Growth.Value-12.2) > 1e-6 && p.Ratio.Growth.Shown() {
		t.Errorf("with no level known the ratio gives %+v by %v", p.Ratio, p.Profile.Source)
	}
	stated := data.Query{Indicator: "iva_forecast", Measure: data.Growth, Span: data.Cumulative, Reference: data.YearAgo}
	if v.of(stated, atMonth(mongolia, 2013, 12)) != 12.5 || !math.IsNaN(v.of(q, atMonth(mongolia, 2013, 12))) {
		t.Error("the stated forecast of 12.5 is missing, or taken for an outcome")
	}
	year, err := v.desk(nation, data.Quarter(2013, 3)).Projection(t.Context())
	if actual := v.of(q, atMonth(nation, 2013, 12)); err != nil || math.Abs(year.Chosen.Growth.Value-actual) > 0.05 {
		t.Errorf("2013 of the nation is projected at %v (%v) and became %v", year.Chosen.Growth.Value, err, actual)
	}
}

// checkUtilisation: row 16.
func checkUtilisation(t *testing.T, v *inventory) {
	q := data.Query{Indicator: "utilisation", Measure: data.Share}
	gaps := v.compare(t, "utilisation-gap", "", q, func(at spot) float64 { return minus(v.of(q, at), 74) })
	v.compare(t, "utilisation-change", "", q, v.changed(q, 1))
	never(t, gaps, func(at spot) bool { return at.region == mongolia || at.at.Year() < 2016 })
	c, err := v.desk(nation, data.Quarter(2013, 3)).Capacity(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range c.Rows {
		want := map[string]float64{"steel-industry": 72, "cement": 73.7, "aluminium": 71.9, "flat-glass": 73.1, "shipbuilding": 75}[row.Item.Code]
		below := row.Band == stats.Excess || row.Band == stats.SevereExcess
		if row.Rate.Value != want || below != (want < 74) {
			t.Errorf("%s is used to %v, band %v; want %v", row.Item.Code, row.Rate.Value, row.Band, want)
		}
	}
	_, err = v.desk(mongolia, data.Quarter(2013, 3)).Capacity(t.Context())
	absent(t, "the capacity of the region", err)
}

// checkInvestment: row 17.
func checkInvestment(t *testing.T, v *inventory) {
	q := grownBy("realestate")
	gaps := v.compare(t, "gap-parent", "realestate", q, func(at spot) float64 {
		if at.region == nation {
			return math.NaN()
		}
		return minus(v.of(q, at), v.of(q, at.in(nation)))
	})
	if len(gaps) != 36 {
		t.Errorf("%d months of real estate in the region are held against the nation, want 36", len(gaps))
	}
	never(t, gaps, func(at spot) bool { return at.at.Year() <= 2013 })
	for _, indicator := range []string{"investment", "realestate"} {
		q := grownBy(indicator)
		v.compare(t, "growth-change", indicator, q, v.changed(q, 1))
	}
	never(t, v.figures(t, "growth-change", "investment"), func(at spot) bool { return at.region == mongolia })
	m, err := v.desk(nation, data.Quarter(2013, 3)).Investment(t.Context())
	if err != nil || len(m.Rows) != 5 {
		t.Fatalf("investment of the nation is %d rows (%v)", len(m.Rows), err)
	}
	for _, row := range m.Rows {
		if row.Item.Code == "manufacturing" && row.Values[len(row.Values)-1].Value != 18.5 || row.Item.Code == "real-estate-development" && row.Values[len(row.Values)-1].Value != 19.7 {
			t.Errorf("%s grew by %+v", row.Item.Code, row.Values)
		}
	}
}

// checkScenario: row 18. The statement on 2014 is kept as one, and nothing is made of
// drivers that nobody published.
func checkScenario(t *testing.T, v *inventory) {
	stated := data.Query{Indicator: "iva_forecast", Measure: data.Growth, Span: data.Cumulative, Reference: data.YearAgo}
	at := atMonth(mongolia, 2014, 12)
	if v.of(stated, at) != 12.5 || !math.IsNaN(v.of(grownBy("iva"), at)) {
		t.Error("the stated scenario of 12.5 for 2014 is missing, or taken for an outcome")
	}
	for o, err := range v.s.Observations(t.Context(), "iva_forecast", mongolia, data.Date{}) {
		if err != nil || o.Status != data.Projected {
			t.Errorf("%v is %v (%v)", o.Period, o.Status, err)
		}
	}
	never(t, v.figures(t, "year-scenario", ""), func(at spot) bool {
		return at.region == mongolia && at.item == whole && at.at.Year() == 2014 && at.at.Number() > 3
	})
}

// checkDominance: row 19.
func checkDominance(t *testing.T, v *inventory) {
	for _, indicator := range []string{"profit", "revenue", "revenue_main"} {
		level, growth := levelsOf(indicator), grownBy(indicator)
		figures := v.figures(t, "growth-without", indicator)
		for at, f := range figures {
			a, total := v.of(level, at), v.of(level, at.total())
			rest := total/(1+v.of(growth, at.total())/100) - a/(1+v.of(growth, at)/100)
			if want := 100*(total-a)/rest - 100; math.Abs(f.Number.Value-want) > 1e-6 {
				t.Fatalf("without %s %s grew by %v in %v, by hand %v", at.item, indicator, f.Number.Value, at.at, want)
			}
		}
		if _, ok := figures[spot{nation, "coal", month(2013, 9)}]; ok != (indicator != "revenue") {
			t.Errorf("growth of %s without coal is there: %v", indicator, ok)
		}
		never(t, figures, func(at spot) bool { return at.region != nation })
	}
	for _, indicator := range []string{"revenue", "revenue_main"} {
		q := levelsOf(indicator)
		over := func(f func(shares []float64) float64) func(spot) float64 {
			return func(at spot) float64 {
				now, there := v.branchesAt(q, at.region, at.at)
				if at.item != whole || len(now) < 5 || len(now)*10 < there*9 {
					return math.NaN()
				}
				var shares []float64
				for _, b := range now {
					shares = append(shares, v.of(q, b)/v.of(q, at))
				}
				return f(shares)
			}
		}
		squares := func(shares []float64) (sum float64) {
			for _, s := range shares {
				sum += s * s
			}
			return sum
		}
		v.compare(t, "herfindahl", indicator, q, over(func(s []float64) float64 { return 1e4 * squares(s) }))
		v.compare(t, "herfindahl-equivalent", indicator, q, over(func(s []float64) float64 { return 1 / squares(s) }))
		v.compare(t, "concentration-4", indicator, q, over(func(s []float64) float64 {
			slices.Sort(s)
			n := len(s)
			return 100 * (s[n-1] + s[n-2] + s[n-3] + s[n-4])
		}))
		v.compare(t, "share", indicator, q, func(at spot) float64 {
			if at.item == whole {
				return math.NaN()
			}
			return 100 * v.of(q, at) / v.of(q, at.total())
		})
	}
	never(t, v.figures(t, "location-quotient", ""), func(spot) bool { return true })
}

// checkRequired: row 20.
func checkRequired(t *testing.T, v *inventory) {
	q := grownBy("iva")
	target := grownBy("iva_target")
	figures := v.compare(t, "required", "", q, func(at spot) float64 {
		p := float64(at.at.Number()) / 12
		if p == 1 {
			return math.NaN()
		}
		return (v.of(target, spot{at.region, at.item, month(at.at.Year(), 12)}) - p*v.of(q, at)) / (1 - p)
	})
	for region, published := range map[string]float64{"150600": 18.5, "150400": 15, "152500": 33, "150500": 56, "150300": 111} {
		expect(t, figures, atMonth(region, 2023, 10), published, 1)
	}
	if len(figures) != 12 {
		t.Errorf("%d growths are required, want those of the 12 leagues", len(figures))
	}
	never(t, v.figures(t, "required-percentile", ""), func(spot) bool { return true })
	aim := brief.Selection{Region: mongolia, Period: data.Quarter(2013, 3), Target: data.PublishedNumber(12.5, 1)}
	p, err := v.s.Desk(aim).Projection(t.Context())
	if err != nil || len(p.Required) == 0 || p.Required[0].Aim != brief.GivenTarget || math.Abs(p.Required[0].Growth.Value-13.4) > 1e-6 {
		t.Errorf("12.5 for 2013 requires %+v (%v), want 13.4", p.Required, err)
	}
}
