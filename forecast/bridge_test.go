package forecast

import (
	"context"
	"errors"
	"math"
	"testing"
)

// bridged years: quarters of 2010–2013, the last with two known.
func bridgeYears() []float64 {
	return []float64{
		10, 20, 30, 40,
		11, 22, 36, 44, // 10 % in the first half, 14.2857 % in the second
		12.1, 24.2, 40, 50, // 10 %, 12.5 %
		13.31, 26.62, // 10 %
	}
}

// TestGrowthBridge fails if a bridge does not give the total worked out by hand.
func TestGrowthBridge(t *testing.T) {
	for _, c := range []struct {
		bridge GrowthBridge
		growth float64 // of the rest
	}{
		{GrowthBridge{}, 10},
		{GrowthBridge{Assumption: LatestQuarter}, 10},
		{GrowthBridge{Assumption: PastGaps}, 10 + (100*80/70.-100-10+2.5)/2},
		{GrowthBridge{Assumption: GivenGrowth, Growth: 5}, 5},
	} {
		p, err := FullYear(context.Background(), c.bridge, bridgeYears(), Calendar{4, 2010, 1})
		want := 13.31 + 26.62 + 90*(1+c.growth/100)
		if err != nil || !near(p.Total, want, 1e-9) {
			t.Errorf("%s: %v, want %v, %v", c.bridge.ID(), p.Total, want, err)
		}
		if given := c.bridge.Assumption == GivenGrowth; math.IsNaN(p.Lo80) && !given && c.bridge.Assumption != PastGaps || !math.IsNaN(p.Lo80) && given {
			t.Errorf("%s: band %v to %v", c.bridge.ID(), p.Lo80, p.Hi80)
		}
	}
	_, err := FullYear(context.Background(), GrowthBridge{}, []float64{1, 2, 3}, Calendar{4, 2010, 1})
	if !errors.Is(err, ErrTooShort) {
		t.Error(err)
	}
	_, err = FullYear(context.Background(), GrowthBridge{}, []float64{1, 2, -3, -3, 1}, Calendar{4, 2010, 1})
	if !errors.Is(err, ErrNotPositive) {
		t.Error(err)
	}
}

// TestScenario fails if overrides, the required growth of the rest or the
// probability of the target are not what they are by hand.
func TestScenario(t *testing.T) {
	c := Calendar{4, 2010, 1}
	y := bridgeYears()
	r, err := Scenario{Overrides: []float64{45}, Target: 12}.Run(context.Background(), GrowthBridge{}, y, c)
	if err != nil {
		t.Fatal(err)
	}
	target := 126.3 * 1.12
	rest := target - 13.31 - 26.62 - 45
	if !near(r.TargetTotal, target, 1e-9) || !near(r.RequiredRest, rest, 1e-9) || !near(r.RequiredGrowth, 100*(rest/50-1), 1e-9) {
		t.Errorf("target %v, rest %v, growth %v", r.TargetTotal, r.RequiredRest, r.RequiredGrowth)
	}
	if r.With.Known != 3 || r.Base.Known != 2 || !near(r.Gap, r.With.Total-target, 1e-12) {
		t.Errorf("known %d and %d, gap %v", r.Base.Known, r.With.Known, r.Gap)
	}
	if !(r.WithChance > r.BaseChance) {
		t.Errorf("a higher third quarter does not help: %v %v", r.BaseChance, r.WithChance)
	}
	whole, err := Scenario{Overrides: []float64{45, 60}, Target: 12}.Run(context.Background(), GrowthBridge{}, y, c)
	if err != nil || whole.WithChance != 100 || !math.IsNaN(whole.RequiredGrowth) {
		t.Errorf("whole year: %+v %v", whole, err)
	}
	for _, o := range [][]float64{{1, 2, 3}, {math.NaN()}} {
		if _, err := (Scenario{Overrides: o}).Run(context.Background(), GrowthBridge{}, y, c); !errors.Is(err, ErrOverride) {
			t.Errorf("%v: %v", o, err)
		}
	}
	none, err := Scenario{Target: math.NaN()}.Run(context.Background(), GrowthBridge{}, y, c)
	if err != nil || !math.IsNaN(none.BaseChance) || !math.IsNaN(none.Gap) {
		t.Errorf("no target: %+v %v", none, err)
	}
}

// TestChance fails if the probability is not that of the distribution behind the
// band: here Student's t on the logarithm.
func TestChance(t *testing.T) {
	p, err := FullYear(context.Background(), GrowthBridge{}, bridgeYears(), Calendar{4, 2010, 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, level := range []float64{20, 80, 95} {
		lo, hi := p.Interval(level)
		if a, b := p.Chance(lo), p.Chance(hi); !near(a, 50+level/2, 1e-6) || !near(b, 50-level/2, 1e-6) {
			t.Errorf("bounds at %v %%: %v and %v", level, a, b)
		}
	}
	if a, b, c := p.Chance(p.Total), p.Chance(-1), p.Chance(1e9); !near(a, 50, 1e-6) || !near(b, 99.9, 1e-9) || !near(c, 0.1, 1e-9) {
		t.Errorf("middle %v, below %v, above %v", a, b, c)
	}
}
