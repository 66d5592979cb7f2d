package stats

import (
	"math"

	"yunxing/data"
)

// A Part is one part of a total, as it is published: its level and its growth at
// comparable scope.
type Part struct {
	Item   string
	Level  data.Number
	Growth data.Number
}

// A Pull is what a part did to the growth of the total.
type Pull struct {
	Part
	Base         data.Number // comparable level of the year before
	Pull         data.Number // percentage points
	Contribution data.Number // per cent of the growth of the total; not known where it would mislead
	Turn         Turn
}

// Pulls is the whole account: the pulls of the parts, the rest that they leave,
// and the total. Σ Pulls + Residual = Total exactly.
type Pulls struct {
	Total      Pull
	Parts      []Pull
	Residual   data.Number
	Unknown    []string   // parts without level or growth: they are in the residual
	Suppressed bool       // contributions are left out: the total hardly moved
	Prices     PriceBasis // MixedPrices: by current-price weights, approximate
}

// Contribution returns the pulls of parts on the growth of a total, from levels
// and growths at comparable scope (formulas §6),
//
//	B = A/(1+g),   pull_i = 100·(A_i − B_i)/B,   contribution_i = 100·pull_i/G.
//
// The residual is Total − Σ pull; nothing is rescaled. Contributions are left out
// where Σ|Δ_i|/|ΔT| > 5 or |G| is less than three half-units of its last digit.
// The base of the total must be positive, or all is not known. Levels and growths
// must be at one set of prices; see ContributionAt for those that are not.
func Contribution(total Part, parts []Part) Pulls {
	out := Pulls{Total: newPull(total)}
	base := out.Total.Base
	if !base.Known() || base.Lo <= 0 {
		out.Residual = data.NotKnown()
		return out
	}
	out.Total.Pull = total.Growth
	out.Parts = make([]Pull, len(parts))
	for i, p := range parts {
		out.Parts[i] = newPull(p)
		out.Parts[i].Pull = pullOn(out.Parts[i], base)
	}
	out.settle()
	return out
}

// settle fills in the residual, the parts that are not known, and the
// contributions, given the pulls.
func (p *Pulls) settle() {
	g := p.Total.Pull
	sum, moved, box := 0.0, 0.0, of(g)
	inputs := make([]data.Number, 1, 1+2*len(p.Parts))
	inputs[0] = g
	for i := range p.Parts {
		x := &p.Parts[i]
		if !x.Pull.Known() {
			p.Unknown = append(p.Unknown, x.Item)
			continue
		}
		sum += x.Pull.Value
		moved += math.Abs(x.Pull.Value)
		box = box.minus(of(x.Pull))
		inputs = append(inputs, x.Pull)
	}
	p.Residual = data.From(g.Value-sum, box.lo, box.hi, 2, inputs...).By("r = G − Σ p", "G p")
	p.Suppressed = misleads(g, moved)
	p.share()
}

// misleads reports whether contributions in per cent would mislead (formulas §6):
// the parts moved more than five times as much as the total, Σ|Δ_i|/|ΔT| > 5, or
// the total moved less than three half-units of its last digit, |G| < 3h.
func misleads(total data.Number, moved float64) bool {
	return math.Abs(total.Value) < 3*data.HalfUnit(total.Digits) || moved > 5*math.Abs(total.Value)
}

// newPull returns a part with its base and turn.
func newPull(p Part) Pull {
	base := ComparableBase(p.Level, p.Growth)
	return Pull{Part: p, Base: base, Pull: data.NotKnown(), Contribution: data.NotKnown(), Turn: turn(p.Level, base)}
}

// pullOn returns 100·(A − B)/T for a part with level A and base B.
func pullOn(p Pull, total data.Number) data.Number {
	if !p.Base.Known() {
		return data.NotKnown()
	}
	v, box := pullBox(&p.Level, &p.Growth, total.Value, of(total))
	return data.From(v, box.lo, box.hi, 2, p.Level, p.Growth, total).By("p = 100·(A − A/(1+g/100))/T", "A g T")
}

// pullBox returns 100·(A − A/(1+g))/T and its interval, for a total of positive
// base T and a growth that cannot be −100 %.
func pullBox(level, growth *data.Number, base float64, total interval) (float64, interval) {
	// A − A/(1+g) = A·g/(1+g): taking A once keeps the interval honest and narrow.
	lo, hi := growth.Lo/100, growth.Hi/100
	box := interval{level.Lo, level.Hi}.times(hull2(lo/(1+lo), hi/(1+hi))).times(interval{100 / total.hi, 100 / total.lo})
	return 100 * (level.Value - level.Value/(1+growth.Value/100)) / base, box
}

// share fills in the contributions in per cent.
func (p *Pulls) share() {
	if p.Suppressed {
		return
	}
	for i := range p.Parts {
		if x := &p.Parts[i]; x.Pull.Known() {
			x.Contribution = ContributionOfPull(x.Pull, p.Total.Pull)
		}
	}
}

// ContributionOfPull returns the contribution of a part in per cent of the growth
// of the total, contribution = 100·pull/G, from its pull in percentage points
// (formulas §6). Not known where G may be zero.
func ContributionOfPull(pull, total data.Number) data.Number {
	if !known(pull, total) {
		return data.NotKnown()
	}
	box, ok := of(pull).over(of(total))
	if !ok {
		return data.NotKnown()
	}
	return data.From(100*pull.Value/total.Value, 100*box.lo, 100*box.hi, 1, pull, total).By("c = 100·p/G", "p G")
}
