package report

import (
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// A Motion is what a rate has done, by the signs of two rates at their published
// digits. It decides the verb.
type Motion uint8

// Motions.
const (
	UnknownMotion Motion = iota // one of the rates is not known
	Faster                      // 加快: growth, and more of it
	Slower                      // 回落: still no decline, but less growth
	Same                        // 持平
	Narrower                    // 降幅收窄
	Wider                       // 降幅扩大
	ToGrowth                    // 由负转正
	ToDecline                   // 由正转负
	ToFlat                      // 由降转平
	FromFlat                    // 由平转降
)

// MotionOf returns what a rate has done from then to now.
func MotionOf(now, then data.Number) Motion {
	if !now.Known() || !then.Known() {
		return UnknownMotion
	}
	a, b := rounded(now), rounded(then)
	switch {
	case a == b:
		return Same
	case b < 0 && a > 0:
		return ToGrowth
	case b < 0 && a == 0:
		return ToFlat
	case b < 0 && a > b:
		return Narrower
	case b < 0:
		return Wider
	case b == 0 && a < 0:
		return FromFlat
	case a < 0:
		return ToDecline
	case a > b:
		return Faster
	}
	return Slower
}

// measured reports whether the words for m say by how much.
func (m Motion) measured() bool {
	return m == Faster || m == Slower || m == Narrower || m == Wider
}

// key returns the text for m.
func (m Motion) key() string {
	switch m {
	case Faster:
		return "wording.faster"
	case Slower:
		return "wording.slower"
	case Same:
		return "wording.same"
	case Narrower:
		return "wording.narrower"
	case Wider:
		return "wording.wider"
	case ToGrowth:
		return "wording.to-growth"
	case ToDecline:
		return "wording.to-decline"
	case ToFlat:
		return "wording.to-flat"
	case FromFlat:
		return "wording.from-flat"
	}
	return "wording.change-unknown"
}

// Change returns what a growth has done from then to now, in percentage points of
// the published figures (formulas §5): 回落1.8个百分点, 降幅收窄2.1个百分点, 由负转正.
func Change(p i18n.Printer, now, then data.Number) []Run {
	d := stats.Difference(now, then)
	return Say(p, MotionOf(now, then).key(), Phrase("d", points(p, d)))
}

// An Earlier is a figure to compare with, and the words for when it was.
type Earlier struct {
	When string // 2012年同期
	data.Number
}

// Changes compares a growth with several earlier ones. Those with one verb share
// it: 分别较2010年、2011年和2012年同期回落5.0、7.0和1.8个百分点.
func Changes(p i18n.Printer, now data.Number, earlier ...Earlier) []Run {
	var order []Motion
	groups := map[Motion][]Earlier{}
	for _, e := range earlier {
		m := MotionOf(now, e.Number)
		if !slices.Contains(order, m) {
			order = append(order, m)
		}
		groups[m] = append(groups[m], e)
	}
	var out []Run
	for i, m := range order {
		if i > 0 {
			out = append(out, Run{Text: p.Text("list.clause")})
		}
		out = append(out, changeGroup(p, now, m, groups[m])...)
	}
	return out
}

// changeGroup compares a growth with earlier ones to which it has moved alike.
func changeGroup(p i18n.Printer, now data.Number, m Motion, earlier []Earlier) []Run {
	var when []string
	var amounts [][]Run
	for _, e := range earlier {
		d := stats.Difference(now, e.Number)
		when = append(when, e.When)
		amounts = append(amounts, Token(p.Size(d), d))
	}
	d := Say(p, "number.points", Phrase("n", Enumerate(p, amounts...)))
	verb, names := Say(p, m.key(), Phrase("d", d)), sameTimes(p, when)
	switch {
	case m == UnknownMotion:
		return Say(p, "wording.against-missing", Word("names", names))
	case m == Same:
		return Say(p, "wording.against-same", Word("names", names), Phrase("change", verb))
	case m.measured() && len(earlier) > 1:
		return Say(p, "wording.against-several", Word("names", names), Phrase("change", verb))
	case !m.measured():
		return Say(p, "wording.against-turn", Word("names", names), Phrase("change", verb))
	}
	return Say(p, "wording.against-each", Word("names", names), Phrase("change", verb))
}

// sameTimes joins the times of earlier figures. Those of the same period of
// several years share the words for it: 2012年、2011年和2010年同期.
func sameTimes(p i18n.Printer, when []string) string {
	const year = "\x00"
	head, tail, _ := strings.Cut(p.Text("say.same-period", "year", year), year)
	var years []string
	for _, s := range when {
		s, ok := strings.CutPrefix(s, head)
		s, ends := strings.CutSuffix(s, tail)
		if !ok || !ends {
			return p.List(when...)
		}
		years = append(years, s)
	}
	return head + p.List(years...) + tail
}

// Shift returns what a share, a rate of use or an index has done, by a difference
// d in a unit: 提高1.2个百分点.
func Shift(p i18n.Printer, d data.Number, u data.Unit) []Run {
	if !d.Known() {
		return Say(p, "wording.change-unknown")
	}
	amount := Token(p.Amount(magnitude(d), u), d)
	switch v := rounded(d); {
	case v > 0:
		return Say(p, "wording.shift-up", Phrase("d", amount))
	case v < 0:
		return Say(p, "wording.shift-down", Phrase("d", amount))
	}
	return Say(p, "wording.shift-same")
}

// Against returns how far a rate lies above or below that of a peer, by their
// difference d in percentage points: 高于全国平均3.3个百分点.
func Against(p i18n.Printer, peer string, d data.Number) []Run {
	if !d.Known() {
		return Say(p, "wording.against-unknown", Word("peer", peer))
	}
	switch v := rounded(d); {
	case v > 0:
		return Say(p, "wording.above", Word("peer", peer), Phrase("d", points(p, d)))
	case v < 0:
		return Say(p, "wording.below", Word("peer", peer), Phrase("d", points(p, d)))
	}
	return Say(p, "wording.level-with", Word("peer", peer))
}

// points returns the size of d in percentage points.
func points(p i18n.Printer, d data.Number) []Run {
	return Say(p, "number.points", Num("n", p.Size(d), d))
}

// rounded returns n at its published digits.
func rounded(n data.Number) float64 { return data.HalfAway.Round(n.Value, int(n.Digits)) }

// magnitude returns n without its sign.
func magnitude(n data.Number) data.Number {
	if n.Value < 0 {
		if n.Way != nil {
			n.Way = &data.Derivation{Rule: "m = |d|", Symbols: "d", Inputs: []data.Number{n}}
		}
		n.Value, n.Lo, n.Hi = -n.Value, -n.Hi, -n.Lo
	}
	return n
}
