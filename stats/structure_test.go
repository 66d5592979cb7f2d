package stats_test

import (
	"math/rand/v2"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func TestConcentration(t *testing.T) {
	var v struct {
		S    []float64 `json:"s"`
		HHI  float64   `json:"hhi"`
		Neq  float64   `json:"neq"`
		CR4  float64   `json:"cr4"`
		Norm float64   `json:"norm"`
	}
	vectors(t, "hhi", &v)
	shares := make([]data.Number, len(v.S))
	for i, s := range v.S {
		shares[i] = pub(100 * s)
	}
	c := stats.ConcentrationOf(shares)
	near(t, "Herfindahl", c.Herfindahl.Value, v.HHI, 1e-9)
	near(t, "in points", c.Points.Value, 1e4*v.HHI, 1e-6)
	near(t, "equivalent number", c.Equivalent.Value, v.Neq, 0.005)
	near(t, "normalised", c.Normalised.Value, v.Norm, 0.0005)
	near(t, "four largest", stats.ConcentrationRatio(shares, 4).Value, 100*v.CR4, 1e-9)
	for _, n := range []data.Number{c.Herfindahl, c.Points, c.Equivalent, c.Normalised} {
		holds(t, "concentration", n)
		if n.Lo == n.Hi {
			t.Error("rounded shares leave nothing open")
		}
	}
	one := stats.ConcentrationOf(pubs(100))
	near(t, "one part", one.Herfindahl.Value, 1, 1e-9)
	unknown(t, "one part, normalised", one.Normalised)
	none := stats.ConcentrationOf(nil)
	missing := stats.ConcentrationOf([]data.Number{pub(50), data.NotKnown()})
	negative := stats.ConcentrationOf(pubs(110, -10))
	unknown(t, "concentration", none.Herfindahl, missing.Herfindahl, missing.Points, negative.Herfindahl, negative.Equivalent,
		stats.ConcentrationRatio(shares, 7), stats.ConcentrationRatio(shares, 0), stats.ConcentrationRatio([]data.Number{data.NotKnown()}, 1))
	unknown(t, "the equivalent of nothing", stats.ConcentrationOf(pubs(0, 0)).Equivalent)
}

// A shuffled structure is as concentrated, and intervals hold the truth.
func TestConcentrationProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(25, 26))
	for range 200 {
		n := 2 + r.IntN(12)
		s := make([]float64, n)
		total := 0.0
		for i := range s {
			s[i] = r.Float64()
			total += s[i]
		}
		truth, shares, turned := 0.0, make([]data.Number, n), make([]data.Number, n)
		for i := range s {
			s[i] *= 100 / total
			truth += s[i] * s[i] / 1e4
			shares[i] = rounded(s[i], 1)
			turned[n-1-i] = shares[i]
		}
		c := stats.ConcentrationOf(shares)
		if !(c.Herfindahl.Lo <= truth && truth <= c.Herfindahl.Hi) {
			t.Fatalf("[%v, %v] does not hold %v", c.Herfindahl.Lo, c.Herfindahl.Hi, truth)
		}
		near(t, "turned", stats.ConcentrationOf(turned).Herfindahl.Value, c.Herfindahl.Value, 1e-12)
		d := stats.StructuralChange(shares, turned)
		near(t, "change there and back", stats.StructuralChange(turned, shares).Value, d.Value, 1e-12)
		holds(t, "structural change", d)
	}
}

func TestStructuralChange(t *testing.T) {
	d := stats.StructuralChange(pubs(50, 30, 20), pubs(45, 33, 22))
	near(t, "structural change", d.Value, 5, 1e-9)
	near(t, "its lower end", d.Lo, 4.85, 1e-9)
	same := stats.StructuralChange(pubs(50, 50), pubs(50, 50))
	near(t, "no change", same.Value, 0, 0)
	near(t, "no change, upper end", same.Hi, 0.1, 1e-9)
	unknown(t, "structural change", stats.StructuralChange(nil, nil), stats.StructuralChange(pubs(1), pubs(1, 2)), stats.StructuralChange(pubs(1), []data.Number{data.NotKnown()}))
	// Share of coal 28.8 to 24.5, contribution 18 to 8.5 (formulas §6).
	near(t, "share of coal", stats.Difference(pub(24.5), pub(28.8)).Value, -4.3, 1e-9)
	near(t, "contribution of coal", stats.Difference(pub(8.5), pub(18)).Value, -9.5, 1e-9)
}

// Coal with 24.5 % against 3.5 % of the nation (formulas §7).
func TestLocationQuotient(t *testing.T) {
	q := stats.LocationQuotient(pub(24.5), pub(3.5))
	near(t, "quotient", q.Value, 7.0, 1e-9)
	holds(t, "quotient", q)
	near(t, "quotient of levels", stats.LocationQuotientOf(pub(245), pub(1000), pub(35), pub(1000)).Value, 7.0, 1e-9)
	unknown(t, "quotient", stats.LocationQuotient(pub(1), pub(0)), stats.LocationQuotient(data.NotKnown(), pub(1)), stats.LocationQuotientOf(pub(1), pub(1), pub(0), pub(1)))
}

func TestDominance(t *testing.T) {
	// The contribution of 45 % in the report exceeds a share of 38 % in both quarters.
	quarters := []stats.DominanceQuarter{
		{Share: pub(40), Growth: pub(9), Total: pub(12), Contribution: data.NotKnown()},
		{Share: pub(38), Growth: pub(14), Total: pub(12.2), Contribution: pub(45)},
		{Share: pub(38), Growth: pub(14.4), Total: pub(12.2), Contribution: data.NotKnown()},
	}
	d := stats.DominanceOf(quarters, stats.YearBefore, pubs(38, 30, 32), pub(5))
	if d.Quarters != 2 || !d.Alarm {
		t.Errorf("%d quarters, alarm %v", d.Quarters, d.Alarm)
	}
	near(t, "contribution", d.Contribution.Value, 38*14.4/12.2, 1e-9)
	near(t, "all else", d.Without.Value, (12.2-0.38*14.4)/0.62, 1e-9)
	near(t, "quotient", d.Quotient.Value, 7.6, 1e-9)
	near(t, "concentration", d.Concentration.Herfindahl.Value, 0.38*0.38+0.3*0.3+0.32*0.32, 1e-9)
	now := stats.DominanceOf(quarters[:1], stats.ThisYear, nil, data.NotKnown())
	if now.Alarm || now.Quarters != 0 || now.Shares != stats.ThisYear {
		t.Errorf("a branch slower than the total is %+v", now)
	}
	near(t, "all else by this year's share", now.Without.Value, stats.GrowthWithoutNow(pub(12), pub(9), pub(40)).Value, 0)
	unknown(t, "dominance", now.Quotient, now.Concentration.Herfindahl)
	none := stats.DominanceOf(nil, stats.ThisYear, nil, pub(1))
	unknown(t, "dominance without quarters", none.Share, none.Contribution, none.Without, none.Quotient)
	unknown(t, "growth of nothing else", stats.GrowthWithout(pub(1), pub(1), pub(100)), stats.GrowthWithoutNow(pub(1), pub(1), pub(100)), stats.ShareAfter(pub(1), pub(-100), pub(1)))
}
