package stats_test

import (
	"math"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func levels(start data.Period, x ...float64) data.Series {
	s := data.Series{Start: start, Points: pubs(x...)}
	s.Key.Indicator = "revenue"
	s.Key.Basis = data.Basis{Span: data.Cumulative, Measure: data.Level}
	return s
}

func TestProfile(t *testing.T) {
	nan := math.NaN()
	s := levels(data.Month(2012, 1), nan, nan, 22, 30, 38, 47, 55, 63, 72, 81, 90, 100)
	s.JanFeb = map[int]data.Number{2012: pub(14)}
	p, ok := stats.NewProfile(stats.RevenueLevels, s, 2012)
	if !ok || p.Indicator() != "revenue" || p.Source.String() != "revenue" {
		t.Fatalf("profile is %+v, %v", p, ok)
	}
	near(t, "share of the merged months", p.At(data.JanFeb(2013)).Value, 0.14, 1e-9)
	near(t, "share to September", p.At(data.Quarter(2013, 3)).Value, 0.72, 1e-9)
	near(t, "share shifted", p.Shifted(-2).At(data.Quarter(2013, 3)).Value, 0.70, 1e-9)
	near(t, "whole year", p.At(data.Quarter(2013, 4)).Value, 1, 0)
	unknown(t, "January alone", p.At(data.Month(2013, 1)))
	if p.At(data.Month(2013, 6)).Status != data.Estimated {
		t.Error("shares of revenue are no estimate")
	}
	week, err := data.NewPeriod(data.Annual, 2013, 1)
	if err != nil || p.At(week).Value != 1 {
		t.Errorf("share of the year is %v", p.At(week).Value)
	}
	own, _ := stats.NewProfile(stats.OwnLevels, s, 2012)
	if own.Source.String() != "own" || own.At(data.Month(2013, 6)).Status != data.Derived {
		t.Error("own shares are not derived")
	}
	if _, ok := stats.NewProfile(stats.OwnLevels, s, 2011); ok {
		t.Error("a year without levels has a profile")
	}
	fiscal, _ := data.FiscalYear(2012)
	unknown(t, "share of a fiscal year", p.At(fiscal))
	if stats.EqualProfile(2012).Source.String() != "equal" {
		t.Error("equal months are not called so")
	}
}

func TestStatedProfile(t *testing.T) {
	q, ok := stats.NewStatedProfile(2012, []float64{22, 25, 25, 28})
	if !ok || q.Source.String() != "stated" || q.Indicator() != "" {
		t.Fatalf("profile is %+v, %v", q, ok)
	}
	for k, want := range []float64{0.22, 0.47, 0.72, 1} {
		near(t, "share to a quarter", q.At(data.Quarter(2013, k+1)).Value, want, 1e-12)
	}
	unknown(t, "share to a month", q.At(data.Month(2013, 5)))
	m, ok := stats.NewStatedProfile(2012, []float64{2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
	if !ok {
		t.Fatal("eleven months are refused")
	}
	near(t, "share of the merged months", m.At(data.JanFeb(2013)).Value, 2./12, 1e-12)
	near(t, "share to March", m.At(data.Month(2013, 3)).Value, 3./12, 1e-12)
	unknown(t, "share of January", m.At(data.Month(2013, 1)))
	y, ok := stats.NewStatedProfile(2012, []float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
	if !ok || y.At(data.Month(2013, 1)).Value != 1./12 || y.At(data.Month(2013, 1)).Status != data.Estimated {
		t.Error("twelve months are not a profile")
	}
	for _, w := range [][]float64{{1, 2}, {1, 0, 1, 1}, {1, math.NaN(), 1, 1}, {1, math.Inf(1), 1, 1}, nil} {
		if _, ok := stats.NewStatedProfile(2012, w); ok {
			t.Errorf("weights %v are a profile", w)
		}
	}
}

// TestCarried fails if the profile of a year whose scope changes takes the cut for the
// course of the year, or does not say where it comes from.
func TestCarried(t *testing.T) {
	key := data.Key{Indicator: "revenue_main", Region: "000000", Item: data.TotalItem, Freq: data.Monthly, Basis: data.Basis{Measure: data.Level, Span: data.Cumulative}}
	levels := data.Series{Key: key, Start: data.Month(2016, 1), Points: make([]data.Number, 24)}
	growths := data.Series{Key: key, Start: data.Month(2017, 1), Points: make([]data.Number, 12)}
	for i := range levels.Points {
		levels.Points[i] = data.PublishedNumber(float64(100*(i%12+1)), 0)
		if i == 23 {
			levels.Points[i] = data.PublishedNumber(1000, 0) // a fifth is cut off
		}
	}
	for i := range growths.Points {
		growths.Points[i] = data.PublishedNumber(10, 1)
	}
	p, ok := stats.Carried(stats.RevenueLevels, levels, growths, 2017)
	share := p.At(data.Quarter(2017, 3))
	if !ok || math.Abs(share.Value-0.75) > 1e-9 || share.Status != data.Estimated || p.Before() != 2016 || p.Year != 2017 {
		t.Errorf("%v, share %+v, from %d", ok, share, p.Before())
	}
	growths.Points[11] = data.NotKnown()
	if _, ok := stats.Carried(stats.RevenueLevels, levels, growths, 2017); ok {
		t.Error("the year is not known whole")
	}
}
