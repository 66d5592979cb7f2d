package stats_test

import (
	"math"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func TestRevisions(t *testing.T) {
	first := append(each([]float64{0.66, 0.88, 0.50}, 2), data.NotKnown())
	later := each([]float64{0.71, 0.88, 0.47, 0.9}, 2)
	r := stats.RevisionsOf(first, later)
	if r.N != 3 {
		t.Errorf("%d revisions", r.N)
	}
	near(t, "bias", r.Mean.Value, 0.02/3, 1e-12)
	near(t, "size", r.MeanSize.Value, 0.08/3, 1e-12)
	near(t, "root", r.Root.Value, math.Sqrt((0.0025+0.0009)/3), 1e-12)
	near(t, "upward", r.Upward.Value, 100./3, 1e-9)
	for _, n := range []data.Number{r.Mean, r.MeanSize, r.Root, r.Upward} {
		holds(t, "revisions", n)
	}
	none := stats.RevisionsOf(first[3:], later)
	unknown(t, "revisions of nothing", none.Mean, none.MeanSize, none.Root, none.Upward)
}
