package stats_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// A figure is a function of numbers to a number, with inputs that it is defined for.
type figure struct {
	name   string
	f      func(x []data.Number) data.Number
	inputs []float64
	digits int8
	given  int // the last so many inputs are weights: taken as they are
}

func figures() []figure {
	type N = data.Number
	return []figure{
		{"difference", func(x []N) N { return stats.ExactDifference(x[0], x[1]) }, []float64{12.2, 14.0}, 1, 0},
		{"ratio", func(x []N) N { return stats.Ratio(x[0], x[1], 1) }, []float64{-30, 40}, 1, 0},
		{"comparable base", func(x []N) N { return stats.ComparableBase(x[0], x[1]) }, []float64{76858.3, -2.3}, 1, 0},
		{"level growth", func(x []N) N { return stats.LevelGrowth(x[0], x[1]) }, []float64{104.8, 97}, 1, 0},
		{"comparable rate", func(x []N) N { return stats.ComparableRate(x[0], x[1]) }, []float64{5.8, -0.2}, 1, 0},
		{"multiple", func(x []N) N { return stats.Multiple(x[0]) }, []float64{127}, 1, 0},
		{"chained", func(x []N) N { return stats.Chained(x...) }, []float64{12, -3, 4}, 1, 0},
		{"mean growth", func(x []N) N { return stats.MeanGrowth(x...) }, []float64{12, -3}, 1, 0},
		{"unchained", func(x []N) N { return stats.Unchained(x[0], x[1]) }, []float64{41.2, 44.7}, 1, 0},
		{"implied current", func(x []N) N { return stats.ImpliedCurrent(x[0], x[1], x[2], x[3]) }, []float64{11.6, 12, 0.5, 0.25}, 1, 2},
		{"current from levels", func(x []N) N { return stats.CurrentFromLevels(x[0], x[1], x[2], x[3]) }, []float64{33884.6, -16.8, 15167.4, -21.4}, 1, 0},
		{"cumulative growth", func(x []N) N { return last(stats.CumulativeGrowth(x[:3], x[3:])) }, []float64{10, 8, 6, 20, 25, 26}, 1, 3},
		{"cumulative from levels", func(x []N) N { return last(stats.CumulativeFromLevels(x[:2], x[2:])) }, []float64{22, 27, 20, 25}, 1, 0},
		{"implied weight", func(x []N) N { return stats.ImpliedWeight(x[0], x[1], x[2]) }, []float64{9.5, 8.9, 9.9}, 1, 0},
		{"share after", func(x []N) N { return stats.ShareAfter(x[0], x[1], x[2]) }, []float64{67.1, 14.1, 12.2}, 1, 0},
		{"base share", func(x []N) N { return stats.BaseShare(x[0], x[1], x[2]) }, []float64{68.2, 14.1, 12.2}, 1, 0},
		{"growth without", func(x []N) N { return stats.GrowthWithout(x[0], x[1], x[2]) }, []float64{12.2, 14.1, 67.1}, 1, 0},
		{"growth without, now", func(x []N) N { return stats.GrowthWithoutNow(x[0], x[1], x[2]) }, []float64{12.2, 14.1, 68.2}, 1, 0},
		{"pull of share", func(x []N) N { return stats.PullOfShare(x[0], x[1]) }, []float64{67.1, -14.1}, 1, 0},
		{"contribution of pull", func(x []N) N { return stats.ContributionOfPull(x[0], x[1]) }, []float64{9.5, -12.2}, 1, 0},
		{"contribution of share", func(x []N) N { return stats.ContributionOfShare(x[0], x[1], x[2]) }, []float64{67.1, 14.1, 12.2}, 1, 0},
		{"base share of contribution", func(x []N) N { return stats.BaseShareOf(x[0], x[1], x[2]) }, []float64{45.7, 8.1, 7.3}, 1, 0},
		{"pull", func(x []N) N {
			return only(stats.Contribution(stats.Part{Level: x[0], Growth: x[1]}, []stats.Part{{Level: x[2], Growth: x[3]}}))
		}, []float64{773, 15.6, 534, 17.2}, 1, 0},
		{"pull from levels", func(x []N) N {
			return only(stats.ContributionFromLevels(stats.Pair{Base: x[0], Now: x[1]}, []stats.Pair{{Base: x[2], Now: x[3]}}))
		}, []float64{100, 112, -5, 4}, 1, 0},
		{"growth effect", func(x []N) N { return split(x).Parts[0].Growth }, []float64{30, 28, 16, 11, 12, 10}, 1, 0},
		{"structure effect", func(x []N) N { return split(x).Parts[0].Structure }, []float64{30, 28, 16, 11, 12, 10}, 1, 0},
		{"relative effect", func(x []N) N { return split(x).Parts[0].Relative }, []float64{30, 28, 16, 11, 12, 10}, 1, 0},
		{"deflated", func(x []N) N { return stats.Deflated(x[0], x[1]) }, []float64{3, 97.9}, 1, 0},
		{"inflated", func(x []N) N { return stats.Inflated(x[0], x[1]) }, []float64{7.4, 92.1}, 1, 0},
		{"deflator", func(x []N) N { return stats.Deflator(x[0], x[1]) }, []float64{3, 5.2}, 1, 0},
		{"required", func(x []N) N { return stats.RequiredFromLevels(x[3], x[0], x[1], x[2]) }, []float64{108.3, 135.5, 96.5, 152}, 1, 1},
		{"per month", func(x []N) N { return stats.PerMonth(x[1], x[0], 3) }, []float64{108.3, 152}, 1, 1},
		{"rest", func(x []N) N { return stats.RestGrowths(x[:1], x[1:2], x[2])[0] }, []float64{12.5, 12.2, 0.75}, 1, 1},
		{"year from", func(x []N) N { return stats.YearFrom(x[0], x[1], x[2]) }, []float64{12.2, 13.4, 0.75}, 1, 1},
		{"location quotient", func(x []N) N { return stats.LocationQuotient(x[0], x[1]) }, []float64{24.5, 3.5}, 1, 0},
		{"location quotient of levels", func(x []N) N { return stats.LocationQuotientOf(x[0], x[1], x[2], x[3]) }, []float64{24.5, 90, 3.5, 110}, 1, 0},
		{"Herfindahl", func(x []N) N { return stats.ConcentrationOf(x).Herfindahl }, []float64{40, 0.0, 60}, 1, 0},
		{"Herfindahl, normalised", func(x []N) N { return stats.ConcentrationOf(x).Normalised }, []float64{40, 15, 45}, 1, 0},
		{"equivalent number", func(x []N) N { return stats.ConcentrationOf(x).Equivalent }, []float64{40, 15, 45}, 1, 0},
		{"concentration ratio", func(x []N) N { return stats.ConcentrationRatio(x, 3) }, []float64{40, 15, 45}, 1, 0},
		{"structural change", func(x []N) N { return stats.StructuralChange(x[:3], x[3:]) }, []float64{50, 30, 20, 45, 30, 25}, 1, 0},
		{"diffusion", func(x []N) N { return stats.DiffusionIndex(x[0], x[1]) }, []float64{35, 50}, 1, 0},
		{"balance", func(x []N) N { return stats.Balance(x[0], x[1]) }, []float64{35, 15}, 1, 0},
		{"prosperity", func(x []N) N { return stats.Prosperity(x[0], x[1]) }, []float64{120, 125}, 1, 0},
		{"weighted mean", func(x []N) N { return stats.WeightedMean(x[:2], x[2:]) }, []float64{74, 80, 100, 50}, 1, 2},
		{"physical utilisation", func(x []N) N { return stats.PhysicalUtilisation(x[0], x[1], 90, 365) }, []float64{20, 100}, 1, 0},
		{"capacity at mid-period", func(x []N) N { return stats.MidCapacity(x[0], x[1]) }, []float64{20, 100}, 1, 0},
		{"utilisation by output", func(x []N) N { return stats.UtilisationByOutput(x[:2], x[2:]) }, []float64{74, 80, 100, 50}, 1, 2},
		{"cumulative utilisation", func(x []N) N { return stats.CumulativeUtilisation(x[:2], x[2:]) }, []float64{74, 80, 100, 110}, 1, 0},
		{"mean utilisation", func(x []N) N { return stats.MeanUtilisation(x) }, []float64{74.3, 74.5, 75.6}, 1, 0},
		{"per day", func(x []N) N { return stats.PerDay(x[0], data.Quarter(2024, 1)) }, []float64{91}, 1, 0},
		{"revenue on assets", func(x []N) N { return stats.RevenuePerHundredAssets(x[0], x[1], 9) }, []float64{60, 100}, 1, 0},
		{"turnover days", func(x []N) N { return stats.TurnoverDays(x[0], x[1], 9) }, []float64{50, 675}, 1, 0},
		{"mean stock", func(x []N) N { return stats.MeanStock(x...) }, []float64{50, 60}, 1, 0},
		{"frontier", func(x []N) N { return stats.FrontierRates(x)[0] }, []float64{0.2}, 1, 0},
		{"trend", func(x []N) N {
			p, err := stats.HPGap(x, 1600)
			if err != nil {
				return data.NotKnown()
			}
			return p[11].Rate
		}, []float64{100, 102, 105, 103, 108, 110, 109, 113, 118, 116, 117, 121}, 1, 0},
		{"peak to peak", func(x []N) N {
			p, err := stats.PeakToPeak(x)
			if err != nil {
				return data.NotKnown()
			}
			return p[4].Rate
		}, []float64{100, 105, 103, 108, 107}, 1, 0},
	}
}

// rests reports whether the figure rests on its i-th input.
func (c figure) rests(i int) bool {
	switch c.name {
	case "growth effect", "structure effect":
		return i < 4 // not on the totals
	case "pull from levels":
		return i != 1 // the level of the total now does not move a pull
	case "peak to peak":
		return i%2 == 1 || i == 4 // two peaks and the point itself
	}
	return true
}

func last(x []data.Number) data.Number { return x[len(x)-1] }

// only returns the pull of the only part.
func only(p stats.Pulls) data.Number {
	if len(p.Parts) == 0 {
		return data.NotKnown()
	}
	return p.Parts[0].Pull
}

// split returns the split of x: shares, growths and totals before and now.
func split(x []data.Number) stats.GrowthSplit {
	s := stats.SplitGrowth([]stats.SharedRate{{Share: x[0], Growth: x[2]}}, []stats.SharedRate{{Share: x[1], Growth: x[3]}}, x[4], x[5])
	if len(s.Parts) == 0 {
		none := data.NotKnown()
		s.Parts = []stats.GrowthEffect{{Growth: none, Structure: none, Relative: none}}
	}
	return s
}

// Every figure holds its value in its interval, holds what any truth behind its
// rounded inputs gives, is not known where an input is missing, doubtful or on a
// break, and names all observations that it rests on.
func TestEveryFigure(t *testing.T) {
	r := rand.New(rand.NewPCG(35, 36))
	for _, c := range figures() {
		t.Run(c.name, func(t *testing.T) {
			in := make([]data.Number, len(c.inputs))
			for i, v := range c.inputs {
				in[i] = data.PublishedNumber(v, c.digits, data.Ref(i+1))
				if i >= len(c.inputs)-c.given {
					in[i].Value, in[i].Lo, in[i].Hi = v, v, v
				}
			}
			got := c.f(in)
			if !got.Known() || got.Status == data.Published {
				t.Fatalf("%v, %v", got.Value, got.Status)
			}
			holds(t, "value", got)
			for range 200 {
				truth := make([]data.Number, len(in))
				for i, n := range in {
					v := n.Lo + (n.Hi-n.Lo)*r.Float64()
					if n.Lo != n.Hi && r.IntN(4) == 0 {
						v = []float64{n.Lo, n.Hi}[r.IntN(2)]
					}
					truth[i] = share(v)
				}
				w := c.f(truth)
				if w.Known() && !(got.Lo-1e-9 <= w.Value && w.Value <= got.Hi+1e-9) {
					t.Fatalf("[%v, %v] does not hold %v", got.Lo, got.Hi, w.Value)
				}
			}
			for i := range in {
				for what, bad := range map[string]data.Number{
					"missing": data.NotKnown(), "doubtful": {Value: in[i].Value, Lo: in[i].Lo, Hi: in[i].Hi, Status: data.Doubtful}, "on a break": {Value: in[i].Value, Lo: in[i].Lo, Hi: in[i].Hi, Break: true},
				} {
					x := append([]data.Number{}, in...)
					x[i] = bad
					if n := c.f(x); n.Known() && (c.rests(i) || c.name == "pull from levels" || c.name == "peak to peak") {
						t.Errorf("with input %d %s it is %v", i, what, n.Value)
					}
				}
			}
			for i := range in {
				if c.rests(i) && !slices.Contains(got.Refs, data.Ref(i+1)) {
					t.Errorf("references %v do not name input %d", got.Refs, i)
				}
			}
			for i := range in {
				in[i].Status = data.Projected
			}
			if n := c.f(in); n.Status != data.Projected {
				t.Errorf("of projections it is %v", n.Status)
			}
		})
	}
}
