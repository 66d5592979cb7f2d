package store_test

import (
	"math"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/data/store"
)

func TestVersions(t *testing.T) {
	nan := math.NaN()
	// A figure is one version of September 2013; batch counts from 1.
	type figure struct {
		batch   int
		value   float64
		vintage string
		doubt   bool
	}
	for _, tt := range []struct {
		name    string
		figures []figure
		asOf    string
		want    float64
		status  data.Status
	}{
		{"one", []figure{{1, 1, "", false}}, "", 1, data.Published},
		{"the later batch wins", []figure{{1, 1, "", false}, {2, 2, "", false}}, "", 2, data.Published},
		{"the later release wins over the later batch", []figure{{1, 1, "2013-11-01", false}, {2, 2, "2013-10-01", false}}, "", 1, data.Published},
		{"a known release wins over an unknown one", []figure{{1, 1, "2013-10-01", false}, {2, 2, "", false}}, "", 1, data.Published},
		{"a later release is not known before", []figure{{1, 1, "2013-10-18", false}, {2, 2, "2014-10-18", false}}, "2013-12-31", 1, data.Published},
		{"a release is known on its day", []figure{{1, 1, "2013-10-18", false}, {2, 2, "2014-10-18", false}}, "2014-10-18", 2, data.Published},
		{"an unknown release is known in the month after", []figure{{1, 1, "", false}}, "2013-10-01", 1, data.Published},
		{"a figure can be taken back", []figure{{1, 1, "", false}, {2, nan, "", false}}, "", nan, data.Missing},
		{"a marker in the same batch takes nothing back", []figure{{1, 1, "", false}, {1, nan, "", false}}, "", 1, data.Published},
		{"a marker in a later release of the same batch does", []figure{{1, 1, "", false}, {1, nan, "2014-01-01", false}}, "", nan, data.Missing},
		{"a value fills the marker before it", []figure{{1, nan, "", false}, {2, 1, "", false}}, "", 1, data.Published},
		{"of two in one batch the last", []figure{{1, 1, "", false}, {1, 2, "", false}}, "", 2, data.Published},
		{"doubtful alone is shown as such", []figure{{1, 1, "", true}}, "", 1, data.Doubtful},
		{"doubtful does not replace", []figure{{1, 1, "", false}, {2, 2, "", true}}, "", 1, data.Published},
		{"doubtful is replaced by what is older", []figure{{1, 2, "2013-11-01", true}, {2, 1, "2013-10-18", false}}, "", 1, data.Published},
		{"of two doubtful the later", []figure{{1, 1, "", true}, {2, 2, "", true}}, "", 2, data.Doubtful},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := create(t)
			byBatch := map[int][]data.Observation{}
			for _, f := range tt.figures {
				o := profit(9, f.value)
				o.Vintage = day(t, f.vintage)
				if f.doubt {
					o.Status = data.Doubtful
				}
				byBatch[f.batch] = append(byBatch[f.batch], o)
			}
			for i := range len(byBatch) {
				save(t, p, byBatch[i+1]...)
			}
			n := series(t, p, data.Cut{AsOf: day(t, tt.asOf)}).At(data.Month(2013, 9))
			if n.Value != tt.want && !(math.IsNaN(n.Value) && math.IsNaN(tt.want)) || n.Status != tt.status {
				t.Errorf("September is %v (%v), want %v (%v)", n.Value, n.Status, tt.want, tt.status)
			}
			if len(n.Refs) != 1 {
				t.Errorf("references %v, want that of the version chosen", n.Refs)
			}
		})
	}
}

func TestCut(t *testing.T) {
	p := create(t)
	target := profit(12, 13)
	target.Vintage = day(t, "2013-01-20")
	save(t, p, profit(8, 8), profit(9, 9), profit(10, 10), target)
	for _, tt := range []struct {
		name string
		cut  data.Cut
		last int // month; 0 for no series
	}{
		{"no cut", data.Cut{}, 12},
		{"third quarter", data.Cut{Until: data.Quarter(2013, 3)}, 9},
		{"August", data.Cut{Until: data.Month(2013, 8)}, 8},
		{"July", data.Cut{Until: data.Month(2013, 7)}, 0},
		{"of what has no release, nothing of this month", data.Cut{AsOf: day(t, "2013-09-30"), Until: data.Month(2013, 11)}, 8},
		{"before the year was over", data.Cut{AsOf: day(t, "2013-02-01")}, 12},
	} {
		found, err := p.Reader(tt.cut).Series(t.Context(), data.Query{Span: data.Cumulative})
		if err != nil {
			t.Fatal(err)
		}
		if tt.last == 0 {
			if len(found) != 0 {
				t.Errorf("%s: a series up to %v, want none", tt.name, found[0].End())
			}
			continue
		}
		if len(found) != 1 || found[0].End() != data.Month(2013, tt.last) {
			t.Errorf("%s: %+v, want a series up to month %d", tt.name, found, tt.last)
		}
	}
}

func TestSeriesGaps(t *testing.T) {
	p := create(t)
	broken := profit(6, 6)
	broken.Break = true
	save(t, p, profit(7, math.NaN()), broken, profit(3, 3))
	s := series(t, p, data.Cut{})
	if s.Start != data.Month(2013, 3) || s.End() != data.Month(2013, 7) || s.Unit.Symbol != "亿元" || s.Key != profitKey() {
		t.Fatalf("%v %s from %v to %v", s.Key, s.Unit, s.Start, s.End())
	}
	var got []float64
	for _, n := range s.Points {
		if n.Status == data.Missing != math.IsNaN(n.Value) {
			t.Errorf("%+v is neither missing nor known", n)
		}
		got = append(got, n.Value)
	}
	if got[0] != 3 || got[3] != 6 || !math.IsNaN(got[1]) || !math.IsNaN(got[2]) || !math.IsNaN(got[4]) {
		t.Errorf("values %v, want 3 NaN NaN 6 NaN", got)
	}
	if !s.Points[3].Break || s.Points[3].Known() || s.Points[0].Lo != 2.95 || s.Points[0].Hi != 3.05 {
		t.Errorf("break or interval lost: %+v", s.Points)
	}
	if !slices.Equal(s.Points[0].Refs, []data.Ref{3}) || !slices.Equal(s.Points[4].Refs, []data.Ref{1}) || s.Points[1].Refs != nil {
		t.Error("a point does not refer to its observation")
	}
}

func TestSeriesJanFeb(t *testing.T) {
	p := create(t)
	merged := func(year int, v float64) data.Observation {
		o := profit(1, v)
		o.Period = data.JanFeb(year)
		return o
	}
	save(t, p, merged(2014, 14), profit(12, 12), merged(2013, 13))
	s := series(t, p, data.Cut{})
	if s.Start != data.Month(2013, 1) || s.End() != data.Month(2014, 2) {
		t.Fatalf("from %v to %v, want January 2013 to February 2014", s.Start, s.End())
	}
	if s.At(data.JanFeb(2013)).Value != 13 || s.At(data.JanFeb(2014)).Value != 14 || s.At(data.Month(2014, 2)).Shown() {
		t.Errorf("merged values %v, February %v", s.JanFeb, s.At(data.Month(2014, 2)))
	}
	cut := series(t, p, data.Cut{Until: data.Month(2014, 1)})
	if cut.End() != data.Month(2013, 12) || len(cut.JanFeb) != 1 {
		t.Errorf("until January 2014 the series ends in %v with %v", cut.End(), cut.JanFeb)
	}
	keys, err := p.Keys(t.Context())
	if err != nil || keys[0].First != data.Month(2013, 2) || keys[0].Last != data.Month(2014, 2) {
		t.Errorf("range %+v, %v", keys, err)
	}
}

func TestSeriesUnits(t *testing.T) {
	in := func(month int, v float64, digits int8, symbol string) data.Observation {
		o := profit(month, v)
		o.Digits, o.Unit = digits, data.Unit{}
		if symbol != "" {
			o.Unit = unit(symbol)
		}
		return o
	}
	p := create(t)
	doubtful := in(12, 1, 0, "万吨")
	doubtful.Status = data.Doubtful
	save(t, p, in(1, 123456, 0, "万元"), in(2, 20, 1, "亿元"), in(3, 3, 0, "万吨"), in(4, 4, 0, ""), in(5, 0.5, 0, "万亿元"),
		in(6, 60, 1, "亿元"), in(7, math.NaN(), 0, "万元"), doubtful)
	s := series(t, p, data.Cut{})
	if s.Unit.Symbol != "亿元" {
		t.Fatalf("the series is in %s, want 亿元 as its last sure value", s.Unit)
	}
	jan, may := s.Points[0], s.Points[4]
	if jan.Value != 12.3456 || jan.Digits != 4 || jan.Lo != 12.34555 || jan.Hi != 12.34565 {
		t.Errorf("123456万元 is %+v", jan)
	}
	if may.Value != 5000 || may.Lo != 0 || may.Hi != 10000 || may.Digits != 0 {
		t.Errorf("0.5万亿元 is %+v", may)
	}
	for _, month := range []int{3, 4, 12} {
		n := s.At(data.Month(2013, month))
		if n.Known() || n.Shown() || n.Status != data.Doubtful || len(n.Refs) != 1 {
			t.Errorf("month %d in another unit is %+v, want doubtful and without a value", month, n)
		}
	}
	if n := s.At(data.Month(2013, 7)); n.Status != data.Missing {
		t.Errorf("a missing value in another unit is %v", n.Status)
	}
}

func TestSeriesWithoutUnit(t *testing.T) {
	p := create(t)
	o := profit(1, 7)
	o.Unit = data.Unit{}
	save(t, p, o)
	if s := series(t, p, data.Cut{}); s.Unit.Known() || !s.Points[0].Known() {
		t.Errorf("a series that states no unit is %v in %q", s.Points, s.Unit)
	}
}

func TestQuery(t *testing.T) {
	p := create(t)
	var obs []data.Observation
	for _, key := range []data.Key{
		{Indicator: "iva", Region: "CN", Item: "total", Basis: data.Basis{Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo}},
		{Indicator: "iva", Region: "15", Item: "total", Basis: data.Basis{Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo}},
		{Indicator: "iva", Region: "15", Item: "煤炭", Basis: data.Basis{Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo}},
		{Indicator: "iva", Region: "15", Item: "total", Basis: data.Basis{Measure: data.Growth, Reference: data.YearAgo}},
		{Indicator: "iva", Region: "15", Item: "total", Basis: data.Basis{Measure: data.Growth, Reference: data.PreviousPeriod}},
		{Indicator: "coal", Region: "15", Item: "total"},
		{Indicator: "coal", Region: "15", Item: "total", Coverage: "修订前"},
	} {
		key.Freq = data.Monthly
		o := profit(1, 1)
		o.Key = key
		obs = append(obs, o)
		o.Key.Freq, o.Period = data.Quarterly, data.Quarter(2013, 1)
		obs = append(obs, o)
	}
	save(t, p, obs...)
	for _, q := range []data.Query{
		{},
		{Measure: data.Growth},
		{Measure: data.Growth, Reference: data.YearAgo},
		{Measure: data.Growth, Span: data.Cumulative},
		{Measure: data.Growth, Span: data.Cumulative, Region: "15"},
		{Measure: data.Growth, Span: data.Cumulative, Region: "15", Item: "total", Freq: data.Quarterly},
		{Indicator: "coal"},
		{Indicator: "coal", Measure: data.Growth},
	} {
		var want []data.Key
		for _, o := range obs {
			if q.Matches(o.Key) {
				want = append(want, o.Key)
			}
		}
		slices.SortFunc(want, data.Key.Compare)
		found, err := p.Reader(data.Cut{}).Series(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		var got []data.Key
		for _, s := range found {
			got = append(got, s.Key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%+v: %v, want %v", q, got, want)
		}
	}
}

func TestKeys(t *testing.T) {
	p := create(t)
	other := profit(5, 1)
	other.Key.Region = "15"
	save(t, p, profit(9, math.NaN()), profit(3, 1), profit(7, 1), other)
	save(t, p, profit(1, 1), profit(7, 2))
	gone := other
	gone.Key.Region, gone.Value, gone.Status = "99", math.NaN(), data.Missing
	save(t, p, gone)
	got, err := p.Keys(t.Context())
	want := []store.KeyRange{
		{other.Key, data.Month(2013, 5), data.Month(2013, 5), 1},
		{gone.Key, data.Period{}, data.Period{}, 1},
		{profitKey(), data.Month(2013, 1), data.Month(2013, 7), 5},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("stored %+v, %v; want %+v", got, err, want)
	}
}

// TestKeptPeriods states that days, weeks and fiscal years come back as they went
// in, in the list of keys as in the series.
func TestKeptPeriods(t *testing.T) {
	p := create(t)
	var obs []data.Observation
	for _, kept := range []func() (data.Period, error){
		func() (data.Period, error) { return data.Day(2012, 6, 15) },
		func() (data.Period, error) { return data.Week(2021, 20) },
		func() (data.Period, error) { return data.FiscalYear(2005) },
	} {
		period, err := kept()
		if err != nil {
			t.Fatal(err)
		}
		k := profitKey()
		k.Freq = period.Freq()
		obs = append(obs, data.Observation{Key: k, Period: period, Value: 92, Unit: unit("亿元")})
	}
	if _, err := p.Save(t.Context(), store.Batch{File: "days.csv"}, slices.Values(obs), nil, nil); err != nil {
		t.Fatal(err)
	}
	keys, err := p.Keys(t.Context())
	if err != nil || len(keys) != len(obs) {
		t.Fatalf("%d series of %d, %v", len(keys), len(obs), err)
	}
	for _, k := range keys {
		found := slices.ContainsFunc(obs, func(o data.Observation) bool { return o.Period == k.First && o.Period == k.Last && o.Key == k.Key })
		if !found {
			t.Errorf("%v comes back from %v to %v", k.Key, k.First, k.Last)
		}
	}
	series, err := p.Reader(data.Cut{}).Series(t.Context(), data.Query{Indicator: "profit", Span: data.Cumulative})
	if err != nil || len(series) != len(obs) {
		t.Fatalf("%d series, %v", len(series), err)
	}
	for _, s := range series {
		if n := s.At(s.End()); n.Value != 92 || s.Start.Freq() != s.Key.Freq {
			t.Errorf("%v holds %+v", s.Key, n)
		}
	}
}
