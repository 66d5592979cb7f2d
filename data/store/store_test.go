package store_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/store"
)

// create returns a new project in a folder of its own.
func create(t testing.TB) *store.Project {
	t.Helper()
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "项目 100%?#.yunxing"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// day returns the date that s prints.
func day(t testing.TB, s string) data.Date {
	t.Helper()
	if s == "" {
		return data.Date{}
	}
	d, err := data.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// unit returns a unit that the program knows.
func unit(symbol string) data.Unit {
	u, ok := data.ParseUnit(symbol)
	if !ok {
		panic("no unit " + symbol)
	}
	return u
}

// profitKey names a cumulative monthly level.
func profitKey() data.Key {
	return data.Key{
		Indicator: "profit", Region: "CN", Item: data.TotalItem, Freq: data.Monthly,
		Basis: data.Basis{Span: data.Cumulative, Price: data.Price{Kind: data.CurrentPrice}},
	}
}

// profit returns an observation of profitKey in 亿元 with one decimal.
func profit(month int, value float64) data.Observation {
	o := data.Observation{
		Key: profitKey(), Printed: "利润总额", Period: data.Month(2013, month), Value: value, Unit: unit("亿元"), Digits: 1,
		Source: data.Source{File: "全国.xlsx", Sheet: "效益", Cell: fmt.Sprintf("C%d", month+3)},
	}
	if math.IsNaN(value) {
		o.Status, o.Raw = data.Missing, "…"
	}
	return o
}

// save stores observations as a batch and returns its number.
func save(t testing.TB, p *store.Project, obs ...data.Observation) int64 {
	t.Helper()
	id, err := p.Save(t.Context(), store.Batch{File: "全国.xlsx"}, slices.Values(obs), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// all returns what f chooses.
func all(t testing.TB, p *store.Project, f store.Filter) []data.Observation {
	t.Helper()
	var out []data.Observation
	for o, err := range p.Observations(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, o)
	}
	return out
}

// series returns the one series of profitKey within a cut.
func series(t testing.TB, p *store.Project, cut data.Cut) data.Series {
	t.Helper()
	found, err := p.Reader(cut).Series(t.Context(), data.Query{Indicator: "profit", Span: data.Cumulative})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 {
		t.Fatalf("%d series, want one", len(found))
	}
	return found[0]
}

// everyField returns observations that between them set every field.
func everyField(t testing.TB) []data.Observation {
	full := data.Observation{
		Key: data.Key{
			Indicator: "iva", Region: "15", Item: "煤炭开采和洗选业", Freq: data.Monthly, Coverage: "修订前",
			Basis: data.Basis{
				Span: data.Point, Measure: data.Growth, Reference: data.BaseYear,
				Price: data.Price{Kind: data.ConstantPrice, Base: 2010},
			},
		},
		Printed: "规模以上工业增加值", Period: data.Month(2013, 9), Value: 17.2, Unit: unit("%"), Digits: 1,
		Status: data.Derived, Break: true, Raw: "17.2①", Vintage: day(t, "2013-10-18"),
		Source: data.Source{File: "内蒙古.xlsx", Sheet: "增长", Cell: "AB12"},
	}
	merged := profit(2, 100)
	merged.Period, merged.Key.Basis.Span = data.JanFeb(2013), data.Current
	annual := profit(1, -0.04)
	annual.Period, annual.Key.Freq = data.Year(2013), data.Annual
	quarter := profit(1, 1e300)
	quarter.Period, quarter.Key.Freq, quarter.Digits = data.Quarter(2013, 3), data.Quarterly, -2
	bare := data.Observation{Key: data.Key{Freq: data.Annual}, Period: data.Year(1), Value: math.NaN(), Status: data.Missing}
	odd := profit(3, 5)
	odd.Unit = data.Unit{Symbol: "标准桶", Dimension: "other:标准桶", Factor: 1}
	odd.Status, odd.Source.Cell = data.Doubtful, "XFD1048576"
	return []data.Observation{full, profit(4, math.NaN()), merged, annual, quarter, bare, odd}
}

func TestRoundTrip(t *testing.T) {
	p := create(t)
	want := everyField(t)
	problems := []data.Problem{
		{Code: "unit.unknown", At: data.Source{File: "a.xlsx", Sheet: "表", Cell: "B"}, Doubt: true, Detail: "标准桶"},
		{Code: "region.unknown", At: data.Source{File: "a.csv"}},
	}
	var prog data.Progress
	in := store.Batch{File: "内蒙古.xlsx, a.csv", Hash: "c0ffee", At: time.Date(2013, 10, 20, 8, 0, 0, 5, time.UTC)}
	id, err := p.Save(t.Context(), in, slices.Values(want), problems, &prog)
	if err != nil {
		t.Fatal(err)
	}
	got := all(t, p, store.Filter{})
	if len(got) != len(want) {
		t.Fatalf("%d observations, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].Ref == 0 {
			t.Errorf("observation %d has no reference", i)
		}
		want[i].Ref = got[i].Ref
		if !equal(got[i], want[i]) {
			t.Errorf("observation %d changed:\n got %+v\nwant %+v", i, got[i], want[i])
		}
	}
	in.ID, in.Observations = id, len(want)
	if b, err := p.Batches(t.Context()); err != nil || !reflect.DeepEqual(b, []store.Batch{in}) {
		t.Errorf("imports %+v, %v; want %+v", b, err, in)
	}
	if q, err := p.Problems(t.Context(), id); err != nil || !slices.Equal(q, problems) {
		t.Errorf("problems %v, %v; want %v", q, err, problems)
	}
	if done, _ := prog.Load(); done != int64(len(want)) {
		t.Errorf("progress counts %d observations, want %d", done, len(want))
	}
}

// equal reports whether two observations agree, NaN being equal to itself.
func equal(a, b data.Observation) bool {
	if math.IsNaN(a.Value) && math.IsNaN(b.Value) {
		a.Value, b.Value = 0, 0
	}
	return a == b
}

func TestBatchVintage(t *testing.T) {
	p := create(t)
	own := profit(2, 2)
	own.Vintage = day(t, "2013-05-01")
	obs := []data.Observation{profit(1, 1), own}
	if _, err := p.Save(t.Context(), store.Batch{Vintage: day(t, "2013-10-18")}, slices.Values(obs), nil, nil); err != nil {
		t.Fatal(err)
	}
	got := all(t, p, store.Filter{})
	if got[0].Vintage.String() != "2013-10-18" || got[1].Vintage.String() != "2013-05-01" {
		t.Errorf("vintages %v and %v; the first is that of the import, the second its own", got[0].Vintage, got[1].Vintage)
	}
}

func TestResolve(t *testing.T) {
	p := create(t)
	save(t, p, profit(1, 1), profit(2, 2), profit(3, 3))
	refs := []data.Ref{3, 1, 3}
	got, err := p.Resolve(t.Context(), refs)
	if err != nil {
		t.Fatal(err)
	}
	for i, ref := range refs {
		if got[i].Ref != ref || got[i].Value != float64(ref) {
			t.Errorf("reference %d resolves to %+v", ref, got[i])
		}
	}
	if got, err := p.Resolve(t.Context(), nil); err != nil || len(got) != 0 {
		t.Errorf("no reference resolves to %v, %v", got, err)
	}
	for _, ref := range []data.Ref{0, 4, -1} {
		if _, err := p.Observation(t.Context(), ref); !errors.Is(err, store.ErrNoObservation) {
			t.Errorf("reference %d: %v, want that there is none", ref, err)
		}
	}
}

func TestFilter(t *testing.T) {
	p := create(t)
	late, other := profit(9, 9), profit(1, 1)
	late.Vintage = day(t, "2013-10-27")
	other.Key.Indicator, other.Key.Region, other.Printed = "revenue", "15", "主营业务收入"
	save(t, p, other, late, profit(8, 8))
	for _, tt := range []struct {
		name string
		f    store.Filter
		want []float64
	}{
		{"everything in the order of import", store.Filter{}, []float64{1, 9, 8}},
		{"code", store.Filter{Indicator: "revenue"}, []float64{1}},
		{"printed name", store.Filter{Indicator: "利润总额"}, []float64{9, 8}},
		{"region", store.Filter{Region: "CN"}, []float64{9, 8}},
		{"neither", store.Filter{Indicator: "revenue", Region: "CN"}, nil},
		{"day before a release", store.Filter{AsOf: day(t, "2013-10-26")}, []float64{1, 8}},
		{"day of a release", store.Filter{AsOf: day(t, "2013-10-27")}, []float64{1, 9, 8}},
	} {
		var got []float64
		for _, o := range all(t, p, tt.f) {
			got = append(got, o.Value)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestUndo(t *testing.T) {
	p := create(t)
	first := save(t, p, profit(8, 1), profit(9, 1))
	other := profit(9, 2)
	other.Key.Region = "15"
	second := save(t, p, profit(9, 2), other)
	if err := p.Undo(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if got := series(t, p, data.Cut{}).At(data.Month(2013, 9)).Value; got != 1 {
		t.Errorf("September is %v after the revision was taken back, want 1", got)
	}
	keys, err := p.Keys(t.Context())
	want := []store.KeyRange{{Key: profitKey(), First: data.Month(2013, 8), Last: data.Month(2013, 9), Observations: 2}}
	if err != nil || !slices.Equal(keys, want) {
		t.Errorf("stored %+v, %v; want %+v", keys, err, want)
	}
	if err := p.Undo(t.Context(), second); !errors.Is(err, store.ErrNoBatch) {
		t.Errorf("the second undo: %v, want that there is no such import", err)
	}
	if _, err := p.Problems(t.Context(), second); !errors.Is(err, store.ErrNoBatch) {
		t.Errorf("problems of what was undone: %v, want that there is no such import", err)
	}
	third := save(t, p, profit(9, 3))
	if third <= second || all(t, p, store.Filter{})[2].Ref <= 4 {
		t.Error("the number of an import or of an observation was given twice")
	}
	for _, id := range []int64{first, third} {
		if err := p.Undo(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if keys, err := p.Keys(t.Context()); err != nil || len(keys) != 0 {
		t.Errorf("%v, %v is left of nothing", keys, err)
	}
}

func TestSaveRefuses(t *testing.T) {
	for name, change := range map[string]func(*data.Observation){
		"no period":        func(o *data.Observation) { o.Period = data.Period{} },
		"other frequency":  func(o *data.Observation) { o.Period = data.Year(2013) },
		"infinite":         func(o *data.Observation) { o.Value = math.Inf(-1) },
		"unknown status":   func(o *data.Observation) { o.Status = data.Doubtful + 1 },
		"cell without row": func(o *data.Observation) { o.Source.Cell = "B" },
		"cell without col": func(o *data.Observation) { o.Source.Cell = "4" },
		"cell of row zero": func(o *data.Observation) { o.Source.Cell = "B0" },
		"range of cells":   func(o *data.Observation) { o.Source.Cell = "B4:B5" },
		"endless cell":     func(o *data.Observation) { o.Source.Cell = "B99999999999999999999" },
	} {
		p := create(t)
		bad := profit(2, 2)
		change(&bad)
		obs := []data.Observation{profit(1, 1), bad}
		if _, err := p.Save(t.Context(), store.Batch{}, slices.Values(obs), nil, nil); !errors.Is(err, store.ErrObservation) {
			t.Errorf("%s: %v, want a refusal", name, err)
		}
		empty(t, p)
	}
}

// empty fails unless there is nothing in p.
func empty(t testing.TB, p *store.Project) {
	t.Helper()
	b, err := p.Batches(t.Context())
	keys, err2 := p.Keys(t.Context())
	if err != nil || err2 != nil || len(b) != 0 || len(keys) != 0 || len(all(t, p, store.Filter{})) != 0 {
		t.Errorf("left behind: %v, %v, %v, %v", b, keys, err, err2)
	}
}

func TestSaveCancelled(t *testing.T) {
	for _, stop := range []int{0, 1, 99, 100, 101, 250} {
		p := create(t)
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		obs := func(yield func(data.Observation) bool) {
			for ; n < 250; n++ {
				if n == stop {
					cancel()
				}
				if !yield(profit(n%12+1, float64(n))) {
					return
				}
			}
			cancel()
		}
		if _, err := p.Save(ctx, store.Batch{}, obs, []data.Problem{{Code: "x"}}, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at %d: %v", stop, err)
		}
		empty(t, p)
		save(t, p, profit(1, 1))
	}
}

func TestSettings(t *testing.T) {
	p := create(t)
	if v, ok, err := p.Setting(t.Context(), "target"); v != "" || ok || err != nil {
		t.Errorf("a setting that was never set is %q, %v, %v", v, ok, err)
	}
	for _, v := range []string{"13", ""} {
		if err := p.SetSetting(t.Context(), "target", v); err != nil {
			t.Fatal(err)
		}
		if got, ok, err := p.Setting(t.Context(), "target"); got != v || !ok || err != nil {
			t.Errorf("setting is %q, %v, %v; want %q", got, ok, err, v)
		}
	}
	if err := p.ClearSetting(t.Context(), "target"); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := p.Setting(t.Context(), "target"); ok || err != nil {
		t.Errorf("a setting that was cleared is there: %v, %v", ok, err)
	}
}
