package session_test

import (
	"math"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
)

// TestCutBase fails if a quarter rests on the shares of a base year whose scope was
// cut at its end: with those of 2017 as they stand the last quarter of 2018 came to
// 5.5, while its months grew by 5.9, 5.4 and 5.7.
func TestCutBase(t *testing.T) {
	s := openSample(t)
	g, err := s.Desk(brief.Selection{Region: "000000", Period: data.Quarter(2018, 4)}).Growth(t.Context())
	if err != nil || len(g.Quarters) == 0 {
		t.Fatal(g.Quarters, err)
	}
	last := g.Quarters[len(g.Quarters)-1].Implied
	if math.Abs(last.Value-5.7) > 0.05 || g.Profile.Before() != 2016 {
		t.Errorf("the last quarter is %v, from levels of %d", last.Value, g.Profile.Before())
	}
}
