package data_test

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"testing"

	"yunxing/data"
)

func TestRoundingVectors(t *testing.T) {
	raw, err := os.ReadFile("../../shared/domain/vectors.json")
	if err != nil {
		t.Skip("the shared test values are not here: ", err)
	}
	var v struct {
		Away [][2]string `json:"round_half_away_1dp"`
		Even [][2]string `json:"round_gbt8170_1dp"`
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	check := func(r data.Rounding, cases [][2]string) {
		for _, c := range cases {
			var x float64
			if err := json.Unmarshal([]byte(c[0]), &x); err != nil {
				t.Fatal(err)
			}
			if got := r.Format(x, 1); got != c[1] {
				t.Errorf("rounding %s gives %s, want %s", c[0], got, c[1])
			}
		}
	}
	check(data.HalfAway, v.Away)
	check(data.HalfEven, v.Even)
}

func TestRoundingFormat(t *testing.T) {
	for _, tt := range []struct {
		v      float64
		digits int
		want   string
	}{
		{12.25, 1, "12.3"},
		{-0.04, 1, "0.0"},
		{0, 2, "0.00"},
		{497.15449999999998, 3, "497.155"},
		{-179.85, 1, "-179.9"},
		{1e300, 0, "1" + zeros(300)},
		{0.005, 2, "0.01"},
		{999.95, 1, "1000.0"},
		{7, 0, "7"},
		{math.NaN(), 1, ""},
	} {
		if got := data.HalfAway.Format(tt.v, tt.digits); got != tt.want {
			t.Errorf("%v to %d decimals: %s, want %s", tt.v, tt.digits, got, tt.want)
		}
	}
}

func zeros(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '0'
	}
	return string(b)
}

func TestNumberFrom(t *testing.T) {
	a := data.PublishedNumber(12.2, 1, 7)
	b := data.PublishedNumber(14.0, 1, 9)
	b.Status = data.Estimated
	n := data.From(-1.8, -1.7, -1.9, 1, a, b, a)
	if n.Lo != -1.9 || n.Status != data.Estimated || len(n.Refs) != 2 {
		t.Errorf("got %+v", n)
	}
	if data.From(math.Inf(1), 0, 0, 1, a).Known() {
		t.Error("an infinite value is known")
	}
	d := a
	d.Status = data.Doubtful
	if d.Known() || !d.Shown() {
		t.Error("a doubtful value is to be shown and not computed with")
	}
}

// References come once and in order, of few inputs as of many, and a value that
// arithmetic leaves a last bit outside its interval is taken into it.
func TestNumberFromReferences(t *testing.T) {
	for _, n := range []int{1, 3, 40} {
		var in []data.Number
		for i := range n {
			in = append(in, data.PublishedNumber(1, 1, data.Ref(n-i), 0, data.Ref(n-i), 7))
		}
		got := data.From(1, 1, 1, 1, in...)
		seen := map[data.Ref]bool{}
		for _, r := range got.Refs {
			if seen[r] || r == 0 {
				t.Errorf("of %d inputs the references are %v", n, got.Refs)
			}
			seen[r] = true
		}
		if want := max(n, 7); n != 1 && n != 3 && len(got.Refs) != want || got.Refs[0] != data.Ref(n) || !seen[7] {
			t.Errorf("of %d inputs the references are %v", n, got.Refs)
		}
		before := in[0].Refs[0]
		got.Refs[0] = 99
		if in[0].Refs[0] != before {
			t.Error("a derived number shares the references of its input")
		}
	}
	if got := data.From(3, 1, 2, 1); got.Hi != 3 || got.Lo != 1 || got.Refs != nil {
		t.Errorf("got %+v", got)
	}
}

func TestScaled(t *testing.T) {
	for _, tt := range []struct {
		v      float64
		digits int
		want   int64
		ok     bool
	}{{12.25, 1, 123, true}, {-0.04, 1, 0, true}, {-12.35, 1, -124, true}, {math.NaN(), 1, 0, false}, {math.Inf(1), 0, 0, false}, {1, -1, 0, false}, {1e200, 0, 0, false}} {
		if n, ok := data.HalfAway.Scaled(tt.v, tt.digits); ok != tt.ok || ok && n != tt.want {
			t.Errorf("%v to %d decimals is %d, %v", tt.v, tt.digits, n, ok)
		}
	}
}

func TestBasisRules(t *testing.T) {
	growth := data.Basis{Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo, Price: data.Price{Kind: data.ComparablePrice}}
	level := data.Basis{Span: data.Cumulative, Price: data.Price{Kind: data.CurrentPrice}}
	current := growth
	current.Span = data.Current
	if d, err := growth.Minus(growth); err != nil || d.Measure != data.Change {
		t.Errorf("growth less growth is %v, %v; want a change in points", d, err)
	}
	if r, err := level.Over(level); err != nil || r.Measure == data.Growth {
		t.Errorf("level over level is %v, %v; it must never be a growth", r, err)
	}
	for name, err := range map[string]error{
		"cumulative against current": second(growth.Minus(current)),
		"growth plus growth":         second(growth.Plus(growth)),
		"level plus growth":          second(level.Plus(growth)),
		"growth over level":          second(growth.Over(level)),
		"level beside growth":        level.Comparable(growth),
	} {
		if !errors.Is(err, data.ErrBasis) {
			t.Errorf("%s: got %v, want a refusal", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestUnitConvert(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		x, want  float64
	}{
		{"万元", "亿元", 123456, 12.3456},
		{"亿元", "万元", 0.1, 1000},
		{"吨", "万吨", 6614.01, 0.661401},
		{"亿千瓦时", "万千瓦时", 1, 1e4},
		{"亿吨", "万吨", 9.79, 97900},
	} {
		u, ok1 := data.ParseUnit(tt.from)
		v, ok2 := data.ParseUnit(tt.to)
		got, err := u.Convert(tt.x, v)
		if !ok1 || !ok2 || err != nil || got != tt.want {
			t.Errorf("%v %s = %v %s, %v; want %v", tt.x, tt.from, got, tt.to, err, tt.want)
		}
	}
	pct, _ := data.ParseUnit("％")
	pp, _ := data.ParseUnit("个百分点")
	if _, err := pct.Convert(1, pp); !errors.Is(err, data.ErrUnit) {
		t.Errorf("per cent converts to percentage points: %v", err)
	}
	if _, ok := data.ParseUnit("怪单位"); ok {
		t.Error("an unknown unit is taken for a known one")
	}
	if u, ok := data.ParseUnit("上年同月＝100"); !ok || u.Dimension != data.IndexBase {
		t.Errorf("index base is %+v", u)
	}
}
