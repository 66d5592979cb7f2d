package data

import (
	"cmp"
	"math"
)

// A Key names a series: it is comparable, so it can index a map. It has no
// vintage; that belongs to the single observation.
type Key struct {
	Indicator string // code of the catalogue, or the printed name where it has none
	Region    string // likewise
	Item      string // branch, product, size or ownership class; TotalItem for the whole
	Freq      Frequency
	Basis     Basis
	Coverage  string // scope where a source states one, such as 修订前
}

// TotalItem is the Key.Item of the whole that has no part of its own.
const TotalItem = "total"

// Compare orders keys by indicator, region, item, basis and frequency.
func (k Key) Compare(l Key) int {
	return cmp.Or(
		cmp.Compare(k.Indicator, l.Indicator), cmp.Compare(k.Region, l.Region), cmp.Compare(k.Item, l.Item),
		cmp.Compare(k.Basis.Measure, l.Basis.Measure), cmp.Compare(k.Basis.Span, l.Basis.Span),
		cmp.Compare(k.Basis.Reference, l.Basis.Reference), cmp.Compare(k.Basis.Price.Kind, l.Basis.Price.Kind),
		cmp.Compare(k.Basis.Price.Base, l.Basis.Price.Base), cmp.Compare(k.Coverage, l.Coverage),
		cmp.Compare(l.Freq, k.Freq),
	)
}

// A Series is a run of numbers at consecutive periods. Functions that take a
// Series do not change it.
type Series struct {
	Key    Key
	Unit   Unit
	Start  Period
	Points []Number
	// JanFeb holds the values of merged Januaries and Februaries by year; the two
	// months themselves are then missing in Points.
	JanFeb map[int]Number
}

// At returns the number of s at p, and NotKnown outside its range. A cumulative
// or point value at the end of a quarter or year is also that of its last month,
// so such a series answers periods of another frequency too. February alone is
// not answered from a merged January–February.
func (s Series) At(p Period) Number {
	if p.Merged() {
		if n, ok := s.JanFeb[p.Year()]; ok && s.Start.Freq() == Monthly {
			return n
		}
		return NotKnown()
	}
	if p.Freq() != s.Start.Freq() {
		q, ok := p.In(s.Start.Freq())
		if !ok || s.Key.Basis.Span == Current {
			return NotKnown()
		}
		p = q
	}
	if p.IsZero() {
		return NotKnown()
	}
	i := p.Sub(s.Start)
	if i < 0 || i >= len(s.Points) {
		return NotKnown()
	}
	return s.Points[i]
}

// End returns the last period of s; the zero Period if s is empty.
func (s Series) End() Period {
	if len(s.Points) == 0 {
		return Period{}
	}
	return s.Start.Add(len(s.Points) - 1)
}

// Last returns the last period at which s is known, and false if it never is.
func (s Series) Last() (Period, bool) {
	for i := len(s.Points) - 1; i >= 0; i-- {
		if s.Points[i].Known() {
			return s.Start.Add(i), true
		}
	}
	return Period{}, false
}

// Values returns the values of s to compute with; NaN is missing.
func (s Series) Values() []float64 {
	out := make([]float64, len(s.Points))
	for i, n := range s.Points {
		out[i] = math.NaN()
		if n.Known() {
			out[i] = n.Value
		}
	}
	return out
}

// Cut returns s without anything later than p.
func (s Series) Cut(p Period) Series {
	n := len(s.Points)
	for n > 0 && !s.Start.Add(n-1).EndsBy(p) {
		n--
	}
	s.Points = s.Points[:n]
	kept := map[int]Number{}
	for y, v := range s.JanFeb {
		if JanFeb(y).EndsBy(p) {
			kept[y] = v
		}
	}
	s.JanFeb = kept
	return s
}

// Digits returns the most decimals among the published numbers of s.
func (s Series) Digits() int8 {
	var d int8
	for _, n := range s.Points {
		if n.Shown() {
			d = max(d, n.Digits)
		}
	}
	return d
}
