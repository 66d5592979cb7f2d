package stats_test

import (
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// TestTurnsAreNoGrowths fails where a growth below −100 %, a turn over a loss, is set
// against others as if it were one.
func TestTurnsAreNoGrowths(t *testing.T) {
	c := catalog(t)
	from := shelf{
		quarters("iva", "150000", data.TotalItem, grown, 5, -120, -130), quarters("iva", "150000", "coal", grown, 4, 5, 6),
		annual("iva_target", "150000", data.TotalItem, grown, 8),
	}
	from[2].Start = data.Year(2012)
	for id, want := range map[string]int{"gap-total": 1, "current-growth": 4, "year-scenario": 4, "required": 1} {
		m, _ := stats.Find(id)
		all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c})
		if err != nil || len(all) != want {
			t.Errorf("%s gives %d figures, %v, want %d", id, len(all), err, want)
		}
	}
}

// TestSumsOfTwoPrecisions fails where a sum is told finer than the coarser of its parts.
func TestSumsOfTwoPrecisions(t *testing.T) {
	c := catalog(t)
	yuan, _ := data.ParseUnit("亿元")
	tenThousand, _ := data.ParseUnit("万元")
	from := shelf{quarters("profit", "150000", data.TotalItem, level, 120), quarters("profit", "150000", "coal", level, 500000)}
	from[0].Unit, from[1].Unit = yuan, tenThousand
	m, err := stats.ParseFormula("profit.total + profit.coal", c)
	if err != nil {
		t.Fatal(err)
	}
	all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c})
	if err != nil || len(all) != 1 || all[0].Number.Value != 170 || all[0].Number.Digits != 1 {
		t.Errorf("%+v, %v", all, err)
	}
}
