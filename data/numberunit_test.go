package data_test

import (
	"testing"

	"yunxing/data"
)

// TestJoinUnits fails where series in two units are joined as they stand, or one that
// does not convert fills a gap.
func TestJoinUnits(t *testing.T) {
	unit := func(symbol string) data.Unit { u, _ := data.ParseUnit(symbol); return u }
	of := func(f data.Frequency, u data.Unit, v ...float64) data.Series {
		s := data.Series{Key: data.Key{Freq: f, Basis: data.Basis{Span: data.Cumulative}}, Unit: u}
		s.Start, _ = data.NewPeriod(f, 2013, 1)
		for i, x := range v {
			n := data.PublishedNumber(x, 0, data.Ref(i+1))
			s.Points = append(s.Points, n)
		}
		return s
	}
	whole := of(data.Annual, unit("万元"), 1234567)
	parts := of(data.Quarterly, unit("亿元"), 30, 60, 90)
	joined, _ := data.Join([]data.Series{whole, parts})
	n := joined.At(data.Quarter(2013, 4))
	if joined.Unit.Symbol != "亿元" || n.Value != 123.4567 || n.Lo != 123.45665 || n.Hi != 123.45675 || n.Digits != 4 {
		t.Errorf("the year is %+v in %v", n, joined.Unit)
	}
	whole.Unit = unit("万吨")
	if joined, _ = data.Join([]data.Series{whole, parts}); joined.At(data.Quarter(2013, 4)).Shown() {
		t.Error("tons fill yuan")
	}
	merged := of(data.Monthly, unit("万元"), 1)
	merged.JanFeb = map[int]data.Number{2013: data.PublishedNumber(20000, 0, 1)}
	if s, ok := merged.In(unit("亿元")); !ok || s.At(data.JanFeb(2013)).Value != 2 || merged.At(data.JanFeb(2013)).Value != 20000 {
		t.Errorf("January and February are %+v", s.JanFeb)
	}
}
