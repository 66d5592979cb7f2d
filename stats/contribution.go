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
	Unknown    []string // parts without level or growth: they are in the residual
	Suppressed bool     // contributions are left out: the total hardly moved
}

// Contribution returns the pulls of parts on the growth of a total, from levels
// and growths at comparable scope (formulas §6),
//
//	B = A/(1+g),   pull_i = 100·(A_i − B_i)/B,   contribution_i = 100·pull_i/G.
//
// The residual is Total − Σ pull; nothing is rescaled. Contributions are left out
// where Σ|Δ_i|/|ΔT| > 5 or |G| is less than three half-units of its last digit.
// The base of the total must be positive, or all is not known.
func Contribution(total Part, parts []Part) Pulls {
	out := Pulls{Total: newPull(total)}
	base := out.Total.Base
	if !base.Known() || base.Lo <= 0 {
		out.Residual = data.NotKnown()
		return out
	}
	out.Total.Pull = total.Growth
	sum, moved := 0.0, 0.0
	inputs := []data.Number{total.Growth}
	box := of(total.Growth)
	for _, p := range parts {
		pull := newPull(p)
		pull.Pull = pullOn(pull, base)
		if !pull.Pull.Known() {
			out.Unknown = append(out.Unknown, p.Item)
		} else {
			sum += pull.Pull.Value
			moved += math.Abs(pull.Pull.Value)
			box = box.minus(of(pull.Pull))
			inputs = append(inputs, pull.Pull)
		}
		out.Parts = append(out.Parts, pull)
	}
	g := total.Growth
	out.Residual = data.From(g.Value-sum, box.lo, box.hi, 2, inputs...)
	out.Suppressed = math.Abs(g.Value) < 3*data.HalfUnit(g.Digits) || moved > 5*math.Abs(g.Value)
	out.share()
	return out
}

// newPull returns a part with its base and turn.
func newPull(p Part) Pull {
	return Pull{Part: p, Base: ComparableBase(p.Level, p.Growth), Pull: data.NotKnown(), Contribution: data.NotKnown(), Turn: ProfitTurn(p.Level, p.Growth)}
}

// pullOn returns 100·(A − B)/T for a part with level A and base B.
func pullOn(p Pull, total data.Number) data.Number {
	if !known(p.Level, p.Base) {
		return data.NotKnown()
	}
	// A − A/(1+g) = A·g/(1+g): taking A once keeps the interval honest and narrow.
	g := interval{p.Growth.Lo / 100, p.Growth.Hi / 100}
	part := of(p.Level).times(hull(g.lo/(1+g.lo), g.hi/(1+g.hi)))
	box, ok := part.over(of(total))
	if !ok {
		return data.NotKnown()
	}
	v := 100 * (p.Level.Value - p.Base.Value) / total.Value
	return data.From(v, 100*box.lo, 100*box.hi, 2, p.Level, p.Growth, total)
}

// share fills in the contributions in per cent.
func (p *Pulls) share() {
	if p.Suppressed {
		return
	}
	for i := range p.Parts {
		if x := &p.Parts[i]; x.Pull.Known() {
			if box, ok := of(x.Pull).over(of(p.Total.Growth)); ok {
				x.Contribution = data.From(100*x.Pull.Value/p.Total.Growth.Value, 100*box.lo, 100*box.hi, 1, x.Pull, p.Total.Growth)
			}
		}
	}
}
