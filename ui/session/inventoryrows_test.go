package session_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// checkPath: row 1. The words for the course of a year are those that its points allow
// (formulas §17), for every region and quarter with growth.
func checkPath(t *testing.T, v *inventory) {
	q := grownBy("iva")
	told := 0
	for _, at := range v.names[q] {
		if at.item != whole || !at.endsQuarter() {
			continue
		}
		g, err := v.desk(at.region, data.Quarter(at.at.Year(), at.at.Number()/3)).Growth(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var path []float64
		for m := month(at.at.Year(), 1); m.Compare(at.at) <= 0; m = m.Add(1) {
			if x := v.of(q, spot{at.region, whole, m}); !math.IsNaN(x) {
				path = append(path, x)
			}
		}
		if want := courseOf(path); !slices.Equal(g.Phases, want) {
			t.Errorf("the path %v of %s is told as %v, want %v", path, at.region, g.Phases, want)
		}
		told++
	}
	g, err := v.desk(mongolia, data.Quarter(2013, 3)).Growth(t.Context())
	if err != nil || !slices.Equal(g.Phases, []stats.Phase{stats.HighStart, stats.Decline, stats.Recovery}) || told < 60 {
		t.Errorf("12.0, 11.6, 12.2 is told as %v (%v), of %d paths", g.Phases, err, told)
	}
}

// courseOf returns the words for a path by the table of formulas §17.
func courseOf(x []float64) []stats.Phase {
	if len(x) < 3 {
		return nil
	}
	const slack = 1e-9
	first, last, low, high := x[0], x[len(x)-1], slices.Min(x), slices.Max(x)
	tail := x[len(x)-3:]
	var out []stats.Phase
	if first > low && high-first <= 0.5+slack {
		out = append(out, stats.HighStart)
	}
	if first-low >= 0.3-slack {
		out = append(out, stats.Decline)
	}
	if slices.Max(tail)-slices.Min(tail) <= 0.3+slack {
		out = append(out, stats.Steady)
	}
	if last-low >= 0.2-slack && last >= x[len(x)-2] {
		out = append(out, stats.Recovery)
	}
	return out
}

// checkChanges: row 2.
func checkChanges(t *testing.T, v *inventory) {
	for i, published := range []float64{-1.8, -7, -5} {
		measure := []string{"growth-change", "growth-change-2", "growth-change-3"}[i]
		figures := v.compare(t, measure, "", grownBy("iva"), v.changed(grownBy("iva"), i+1))
		expect(t, figures, atMonth(mongolia, 2013, 9), published, 1)
	}
}

// changed works out the change of a query over years by hand; a growth below −100 % is
// none.
func (v *inventory) changed(q data.Query, years int) func(spot) float64 {
	return func(at spot) float64 {
		now, then := v.of(q, at), v.of(q, at.ago(years))
		if q.Measure == data.Growth && (now < -100 || then < -100) {
			return math.NaN()
		}
		return minus(now, then)
	}
}

// checkRanks: row 3.
func checkRanks(t *testing.T, v *inventory) {
	q := grownBy("iva")
	leagues, provinces := v.parts(mongolia), v.parts(nation)
	ranked := v.compare(t, "rank", "", q, func(at spot) float64 {
		if at.item != whole {
			return math.NaN()
		}
		value := func(r string) float64 { return v.of(q, at.in(r)) }
		if slices.Contains(leagues, at.region) {
			return place(at.region, leagues, value)
		}
		return place(at.region, provinces, value)
	})
	never(t, ranked, func(at spot) bool { return slices.Contains(provinces, at.region) })
	never(t, v.figures(t, "rank-change", ""), func(spot) bool { return true })
	r, err := v.desk(mongolia, data.Quarter(2013, 3)).PublishedRank(t.Context())
	if err != nil || r.Now.Value != 10 || r.Before.Value != 15 || r.Change.Value != 5 {
		t.Errorf("the stated ranks are %+v (%v), want the 10th after the 15th", r, err)
	}
}

// checkFallRanks: row 4.
func checkFallRanks(t *testing.T, v *inventory) {
	q := grownBy("iva")
	fallen := v.compare(t, "fall-rank", "", q, func(at spot) float64 {
		if at.item != whole {
			return math.NaN()
		}
		return place(at.region, v.members("west12", at.at.Year()), func(r string) float64 { return -v.changed(q, 1)(at.in(r)) })
	})
	if _, ok := fallen[atMonth(mongolia, 2015, 4)]; !ok || len(fallen) != 12 {
		t.Errorf("%d places by the fall of growth, want those of the 12 in April 2015", len(fallen))
	}
	west := v.compare(t, "rank-west", "", q, func(at spot) float64 {
		if at.item != whole {
			return math.NaN()
		}
		return place(at.region, v.members("west12", at.at.Year()), func(r string) float64 { return v.of(q, at.in(r)) })
	})
	if len(west) != 4*12 {
		t.Errorf("%d places in the west, want those of four periods", len(west))
	}
	never(t, fallen, func(at spot) bool { return at.at.Year() == 2013 })
	stated := data.Query{Indicator: "iva_fall_rank_west", Measure: data.Rank, Span: data.Cumulative}
	if v.of(stated, atMonth(mongolia, 2013, 9)) != 8 {
		t.Error("the stated eighth place is not in the sample")
	}
}

// checkLeagues: row 5.
func checkLeagues(t *testing.T, v *inventory) {
	q := grownBy("iva")
	gaps := v.compare(t, "gap-parent", "", q, func(at spot) float64 {
		r, _ := v.s.Catalog().Region(at.region)
		if r.Parent == "" {
			return math.NaN()
		}
		return minus(v.of(q, at), v.of(q, at.in(r.Parent)))
	})
	expect(t, gaps, atMonth("150100", 2023, 10), 15.7, 1)
	ranking, err := v.desk(mongolia, month(2023, 10)).Leagues(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var values []data.Number
	for _, r := range ranking.Rows {
		values = append(values, r.Now)
	}
	around := stats.AroundOf(values, ranking.Nation, 5) // of 7.4: not the 23.1 and 22.9, nor below 2.4
	if len(around.Near) != 7 || len(around.High) != 2 || len(around.Low) != 3 || around.Majority != stats.Most {
		t.Errorf("about %v the leagues are %+v", ranking.Nation.Value, around)
	}
	_, err = v.desk(mongolia, data.Quarter(2013, 3)).Leagues(t.Context())
	absent(t, "the leagues of 2013", err)
}

// checkDivergence: row 6. A branch falls on while the total recovers.
func checkDivergence(t *testing.T, v *inventory) {
	q := grownBy("iva")
	runs := v.figures(t, "rise-run", "")
	checked := 0
	for _, at := range v.names[q] {
		if !at.endsQuarter() {
			continue
		}
		step := func(p spot) float64 { return minus(v.of(q, p), v.of(q, p.quarterAgo())) }
		want := 0.0
		for p := at; step(at)*step(p) > 0 && math.Abs(want) < 19; p = p.quarterAgo() {
			want += math.Copysign(1, step(p))
		}
		f, ok := runs[at]
		if ok == math.IsNaN(step(at)) || ok && f.Number.Value != want {
			t.Errorf("the run of %s %s in %v is %v (%v), by hand %v", at.region, at.item, at.at, f.Number.Value, ok, want)
		}
		checked++
	}
	coal, total := runs[spot{nation, "coal", month(2013, 9)}], runs[spot{nation, whole, month(2013, 9)}]
	if coal.Number.Value > -2 || total.Number.Value != 1 || checked < 2000 {
		t.Errorf("coal ran %v and the total %v quarters in 2013Q3, want a long fall and a recovery; %d are checked", coal.Number.Value, total.Number.Value, checked)
	}
	never(t, runs, func(at spot) bool { return at.region == mongolia && at.item == "coal" && at.at.Year() == 2013 })
}

// checkSmallFirms: row 7, with what the report might have said of large firms.
func checkSmallFirms(t *testing.T, v *inventory) {
	q, at := grownBy("iva"), spot{mongolia, "sme", month(2013, 9)}
	gaps := v.compare(t, "gap-total", "", q, func(at spot) float64 {
		if at.item == whole {
			return math.NaN()
		}
		return minus(v.of(q, at), v.of(q, at.total()))
	})
	expect(t, gaps, at, 1.9, 1)
	share := data.Query{Indicator: "iva", Measure: data.Share, Span: data.Cumulative}
	s, g, h := v.of(share, at), v.of(q, at.total()), v.of(q, at)
	base := s * (1 + g/100) / (1 + h/100)
	for measure, want := range map[string]float64{
		"base-share": base, "contribution-share": base * h / g,
		"growth-rest": 100*(1-s/100)/(1/(1+g/100)-s/100/(1+h/100)) - 100,
	} {
		figures := v.compare(t, measure, "", share, func(other spot) float64 {
			if other != at {
				return math.NaN()
			}
			return want
		})
		expect(t, figures, at, math.Round(10*want)/10, 1)
	}
	small, err := v.desk(mongolia, data.Quarter(2013, 3)).SmallFirms(t.Context())
	if err != nil || small.Growth.Value != 14.1 || small.Gap.Value != 1.9 || small.Share.Value != 68.2 {
		t.Errorf("small firms are %+v (%v)", small, err)
	}
}

// checkProducts: row 8, and that its sentence sets all of them against the year before.
func checkProducts(t *testing.T, v *inventory) {
	q := grownBy("output")
	figures := v.compare(t, "growth-change", "output", q, v.changed(q, 1))
	for item, published := range map[string]float64{"raw-coal": -11.9, "steel": -6.9, "aluminium": -1.8, "fertiliser": -49.6, "methanol": -60.3, "trucks": -1} {
		expect(t, figures, spot{mongolia, item, month(2013, 9)}, published, 1)
	}
	p := words(t, i18n.Chinese)
	section, err := v.s.Section(t.Context(), "products", brief.Selection{Region: mongolia, Period: data.Quarter(2013, 3)}, p)
	if err != nil {
		t.Fatal(err)
	}
	text := report.Document{Sections: []report.Section{section}}.Text(p)
	for _, word := range []string{"分别", "11.9", "6.9", "1.8", "49.6", "60.3"} {
		if !strings.Contains(text, word) {
			t.Errorf("no %s in the sentences on products: %s", word, text)
		}
	}
}

// checkPrices: row 9.
func checkPrices(t *testing.T, v *inventory) {
	for years, measure := range []string{"index-change-1", "index-change-2"} {
		q := data.Query{Indicator: "ppi", Measure: data.Index, Span: data.Cumulative, Reference: data.YearAgo}
		figures := v.compare(t, measure, "", q, v.changed(q, years+1))
		never(t, figures, func(at spot) bool { return at.region == mongolia })
	}
	q := data.Query{Indicator: "ppi", Measure: data.Index, Reference: data.YearAgo}
	figures := v.compare(t, "index-month-change-2", "", q, v.changed(q, 2))
	expect(t, figures, atMonth(nation, 2013, 9), -7.86, 2)
	v.checkMeans(t)
	runs := v.compare(t, "price-run", "", q, func(at spot) float64 {
		side := func(at spot) float64 { return minus(v.of(q, at), 100) }
		n := 0.0
		for p := at; side(at)*side(p) > 0; p.at = p.at.Add(-1) {
			n += math.Copysign(1, side(p))
		}
		return n
	})
	if p, err := v.desk(nation, data.Quarter(2013, 3)).Prices(t.Context()); err != nil || float64(-p.Below) != runs[atMonth(nation, 2013, 9)].Number.Value {
		t.Errorf("prices fell for %d months, by the measure %v (%v)", p.Below, runs[atMonth(nation, 2013, 9)].Number.Value, err)
	}
	_, err := v.desk(mongolia, data.Quarter(2013, 3)).Prices(t.Context())
	absent(t, "the prices of the region", err)
}

// checkMeans holds the cumulative index that the monthly changes make against each one
// that was published: their ratio of means fits better than the mean of the changes over
// the year does (formulas §4).
func (v *inventory) checkMeans(t *testing.T) {
	published := data.Query{Indicator: "ppi", Measure: data.Index, Span: data.Cumulative, Reference: data.YearAgo}
	monthly := data.Query{Indicator: "ppi", Measure: data.Index, Reference: data.YearAgo}
	n, ratio, mean := 0, 0.0, 0.0
	for at, f := range v.figures(t, "cumulative-index", "") {
		p := v.of(published, at)
		if math.IsNaN(p) {
			continue
		}
		n++
		sum := 0.0
		for m := range at.at.Number() {
			sum += v.of(monthly, spot{at.region, at.item, month(at.at.Year(), m+1)})
		}
		ratio, mean = max(ratio, math.Abs(f.Number.Value-p)), max(mean, math.Abs(sum/float64(at.at.Number())-p))
		if f.Number.Lo > p+0.06 || f.Number.Hi < p-0.06 {
			t.Errorf("the index of %s for the year to %v is in %v to %v, published as %v", at.item, at.at, f.Number.Lo, f.Number.Hi, p)
		}
	}
	if n < 390 || ratio > 0.0745 || mean < 0.225 || mean > 0.235 {
		t.Errorf("of %d indices the ratio of means is off by %.3f at most and the mean of the changes by %.3f, want .074 and .23", n, ratio, mean)
	}
}

// checkContributions: row 10.
func checkContributions(t *testing.T, v *inventory) {
	stated := data.Query{Indicator: "iva", Measure: data.Share, Span: data.Cumulative, Reference: data.YearAgo}
	pulls := v.compare(t, "pull-stated", "", stated, func(at spot) float64 { return v.of(stated, at) * v.of(grownBy("iva"), at.total()) / 100 })
	expect(t, pulls, spot{mongolia, "coal-industry", month(2013, 9)}, 5.5, 1)
	for item, published := range map[string]float64{"manufacturing": 5.1, "raw-material-manufacturing": 4.1} {
		expect(t, pulls, spot{mongolia, item, month(2021, 10)}, published, 1)
	}
	if n := pulls[spot{mongolia, "coal-industry", month(2013, 9)}].Number; n.Status != data.Estimated {
		t.Errorf("45 %% is about, and its pull is %v", n.Status)
	}
	for _, indicator := range []string{"profit", "revenue", "revenue_main"} {
		level, growth := levelsOf(indicator), grownBy(indicator)
		base := func(at spot) float64 { return v.of(level, at) / (1 + v.of(growth, at)/100) }
		account := func(at spot) (pull, growth float64) {
			if at.item == whole || v.of(level, at.total()) <= 0 || base(at.total()) <= 0 {
				return math.NaN(), math.NaN()
			}
			return 100 * (v.of(level, at) - base(at)) / base(at.total()), 100 * (v.of(level, at.total())/base(at.total()) - 1)
		}
		figures := v.figures(t, "pull", indicator)
		for at, f := range figures {
			if pull, _ := account(at); math.Abs(f.Number.Value-pull) > 1e-6 {
				t.Fatalf("%s pulls %v in %v, by hand %v", at.item, f.Number.Value, at.at, pull)
			}
		}
		for at, f := range v.figures(t, "contribution", indicator) {
			if pull, total := account(at); math.Abs(f.Number.Value-100*pull/total) > 1e-6*math.Abs(f.Number.Value) {
				t.Fatalf("%s contributes %v in %v, by hand %v", at.item, f.Number.Value, at.at, 100*pull/total)
			}
		}
		never(t, figures, func(at spot) bool { return at.region != nation })
		if len(figures) < 2000 {
			t.Errorf("%d pulls on %s", len(figures), indicator)
		}
	}
	if _, err := v.desk(mongolia, data.Quarter(2013, 3)).Contribution(t.Context(), "iva"); !errors.Is(err, brief.ErrAbsent) {
		t.Errorf("contributions in the region give %v", err)
	}
}
