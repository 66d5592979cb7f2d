package stats_test

import (
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// Profits of the nation with a loss a year before, as China NBS printed their growth:
// by the size of the loss in 2010, by its sign in 2013 and 2016.
func TestBasedGrowth(t *testing.T) {
	none := data.NotKnown()
	for _, tt := range []struct {
		name                string
		level, growth, then data.Number
		tells               bool
		turn                stats.Turn
	}{
		{"nonferrous metals, 2010-02", num(140.69, 2), num(964.19, 2), num(-19.3, 2), false, stats.ToProfit},
		{"petroleum, 2013-02", num(57.22, 2), num(-156.69, 2), num(-97.11, 2), true, stats.ToProfit},
		{"coal, 2016-02", pub(-9.3), pub(-111.1), pub(82.7), true, stats.ToLoss},
		{"water, 2010-02", num(-4.4, 2), num(41.8, 2), num(-8.41, 2), false, stats.SmallerLoss},
		{"mining support, 2013-02", num(-9.2, 2), num(-16.06, 2), num(-6.14, 2), false, stats.LargerLoss},
		{"a loss, and no more known", pub(-9.2), pub(20), none, false, stats.UnclearTurn},
		{"a turn, and no more known", pub(9.2), pub(-180), none, true, stats.ToProfit},
		{"petroleum, 2012, at another scope", num(23.64, 2), num(-7725.81, 2), num(73.34, 2), true, stats.ToProfit},
		{"a profit", pub(110), pub(10), pub(99), true, stats.NoTurn},
		{"nothing", none, none, none, false, stats.UnclearTurn},
	} {
		if got := stats.BasedGrowth(tt.growth, tt.level, tt.then); got.Known() != tt.tells {
			t.Errorf("%s: known is %v, want %v", tt.name, got.Known(), tt.tells)
		}
		if got := stats.ProfitTurnSince(tt.level, tt.growth, tt.then); got != tt.turn {
			t.Errorf("%s is turn %v, want %v", tt.name, got, tt.turn)
		}
	}
}

// TestMeasuresOverALoss fails where a base is made of a growth over a loss that tells
// none.
func TestMeasuresOverALoss(t *testing.T) {
	c := catalog(t)
	q := func(item string, b data.Basis, then, now float64) data.Series {
		return quarters("profit", "000000", item, b, then, 1, 1, 1, now)
	}
	from := shelf{
		q(data.TotalItem, level, 500, 900), q(data.TotalItem, grown, 1, 80),
		q("coal", level, -19.3, 140.7), q("coal", grown, 1, 964.2),
	}
	for _, id := range []string{"comparable-base", "scope-gap", "pull", "contribution", "growth-without", "growth-effect", "structure-effect"} {
		m, _ := stats.Find(id)
		all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c, Wanted: func(p data.Period) bool { return p == data.Quarter(2013, 1) }})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range all {
			if f.Item == "coal" {
				t.Errorf("%s over a loss is %v", id, f.Number.Value)
			}
		}
	}
}
