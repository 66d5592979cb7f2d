package data_test

import (
	"testing"

	"yunxing/data"
)

func numbers(values ...float64) []data.Number {
	out := make([]data.Number, len(values))
	for i, v := range values {
		out[i] = data.PublishedNumber(v, 1, data.Ref(i+1))
	}
	return out
}

func TestSeriesAt(t *testing.T) {
	cum := data.Series{Start: data.Month(2013, 7), Points: numbers(9.4, 9.5, 9.6)}
	cum.Key.Basis.Span = data.Cumulative
	if got := cum.At(data.Quarter(2013, 3)); got.Value != 9.6 {
		t.Errorf("cumulative third quarter is %v, want that of January to September", got.Value)
	}
	cur := cum
	cur.Key.Basis.Span = data.Current
	if got := cur.At(data.Quarter(2013, 3)); got.Known() {
		t.Errorf("September alone answers for the quarter: %v", got.Value)
	}
	merged := data.Series{Start: data.Month(2013, 1), Points: []data.Number{data.NotKnown(), data.NotKnown()}, JanFeb: map[int]data.Number{2013: data.PublishedNumber(9.9, 1)}}
	if merged.At(data.Month(2013, 2)).Known() || merged.At(data.JanFeb(2013)).Value != 9.9 {
		t.Error("February answers with January and February together")
	}
}

func TestSeriesCut(t *testing.T) {
	s := data.Series{Start: data.Month(2013, 7), Points: numbers(1, 2, 3, 4), JanFeb: map[int]data.Number{2014: data.PublishedNumber(1, 1)}}
	c := s.Cut(data.Quarter(2013, 3))
	if c.End() != data.Month(2013, 9) || len(c.JanFeb) != 0 || len(s.Points) != 4 {
		t.Errorf("cut at the third quarter ends in %v with %d merged", c.End(), len(c.JanFeb))
	}
}

func TestJoin(t *testing.T) {
	m := data.Series{Start: data.Month(2013, 8), Points: numbers(11.9), Key: data.Key{Freq: data.Monthly}}
	q := data.Series{Start: data.Quarter(2013, 1), Points: numbers(12.0, 11.6, 12.2), Key: data.Key{Freq: data.Quarterly}}
	m.Key.Basis.Span, q.Key.Basis.Span = data.Cumulative, data.Cumulative
	s, ok := data.Join([]data.Series{q, m})
	if !ok || s.Start != data.Month(2013, 3) || s.End() != data.Month(2013, 9) {
		t.Fatalf("joined from %v to %v", s.Start, s.End())
	}
	if s.At(data.Month(2013, 8)).Value != 11.9 || s.At(data.Quarter(2013, 2)).Value != 11.6 || s.At(data.Month(2013, 7)).Known() {
		t.Error("the joined series does not answer what its parts answer")
	}
}

// A fiscal year is no finer than a month, though its number is higher: the months
// must not be lost behind it.
func TestJoinLeavesFiscalYears(t *testing.T) {
	begins, err := data.FiscalYear(2012)
	if err != nil {
		t.Fatal(err)
	}
	basis := data.Basis{Span: data.Cumulative}
	months := data.Series{Key: data.Key{Freq: data.Monthly, Basis: basis}, Start: data.Month(2013, 2), Points: []data.Number{data.PublishedNumber(1, 0, 1)}}
	fiscal := data.Series{Key: data.Key{Freq: data.Fiscal, Basis: basis}, Start: begins, Points: []data.Number{data.PublishedNumber(2, 0, 2)}}
	got, ok := data.Join([]data.Series{fiscal, months})
	if !ok || got.Start != data.Month(2013, 2) || len(got.Points) != 1 {
		t.Errorf("months and a fiscal year join to %+v, %v", got, ok)
	}
}
