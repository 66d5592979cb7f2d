package stats_test

import (
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func TestEfficiency(t *testing.T) {
	near(t, "margin of 2023", stats.Margin(pub(76858.3), pub(1334400)).Value, 5.76, 0.005)
	near(t, "a loss", stats.Margin(pub(-5), pub(100)).Value, -5, 1e-9)
	near(t, "sales above output", stats.SalesRatio(pub(1006), pub(1000)).Value, 100.6, 1e-9)
	near(t, "sales against the nation", stats.Difference(pub(98.9), pub(96.8)).Value, 2.1, 1e-9)
	near(t, "cost in a hundred", stats.CostPerHundred(num(84.76, 2), num(100, 2)).Value, 84.76, 1e-9)
	near(t, "revenue on a hundred", stats.RevenuePerHundredAssets(pub(60), pub(100), 9).Value, 80, 1e-9)
	near(t, "days of stock", stats.TurnoverDays(pub(50), pub(900), 12).Value, 20, 1e-9)
	near(t, "days of stock in three quarters", stats.TurnoverDays(pub(50), pub(675), 9).Value, 20, 1e-9)
	near(t, "mean stock", stats.MeanStock(pub(40), pub(60)).Value, 50, 1e-9)
	unknown(t, "efficiency", stats.Margin(pub(1), pub(0)), stats.SalesRatio(data.NotKnown(), pub(1)), stats.CostPerHundred(pub(1), data.NotKnown()), stats.MeanStock(), stats.MeanStock(pub(1), data.NotKnown()),
		stats.RevenuePerHundredAssets(pub(1), pub(1), 0), stats.RevenuePerHundredAssets(pub(1), pub(0), 3), stats.TurnoverDays(pub(1), pub(1), 13), stats.TurnoverDays(pub(1), pub(-1), 3), stats.TurnoverDays(data.NotKnown(), pub(1), 3))
	for _, n := range []data.Number{stats.RevenuePerHundredAssets(pub(60), pub(100), 9), stats.TurnoverDays(pub(50), pub(675), 9)} {
		if holds(t, "efficiency", n); !(n.Lo < n.Value && n.Value < n.Hi) {
			t.Error("rounded levels leave nothing open")
		}
	}
}

func TestDestocking(t *testing.T) {
	if d := stats.DestockingOf(pubs(9, 3, 4), pubs(8, 5, 6)); d.Quarters != 2 || !d.Ongoing {
		t.Errorf("two quarters below are %+v", d)
	}
	if d := stats.DestockingOf(pubs(9, 7, 4), pubs(8, 5, 6)); d.Quarters != 1 || d.Ongoing {
		t.Errorf("one quarter below is %+v", d)
	}
}
