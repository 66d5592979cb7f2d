package report

import (
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// doubled is the growth from which Chinese reports speak of multiples: 增长1.27倍.
const doubled = 100

// Growth returns a growth rate as a verb with its size: 增长12.2%, 下降0.7%,
// 增长1.27倍, and plainly that it is not known where it is not. Profits, whose
// base may be a loss, need Profit.
func Growth(p i18n.Printer, g data.Number) []Run {
	return Say(p, growthKey(g), growthArgs(p, g)...)
}

// growthKey returns the text for the sign of a growth at its published digits.
func growthKey(g data.Number) string {
	if !g.Known() {
		return "wording.unknown"
	}
	switch v := rounded(g); {
	case v >= doubled:
		return "wording.grew-times"
	case v > 0:
		return "wording.grew"
	case v < 0:
		return "wording.fell"
	}
	return "wording.flat"
}

// growthArgs returns the forms that a growth is printed in.
func growthArgs(p i18n.Printer, g data.Number) []Arg {
	return []Arg{Num("g", p.Percent(magnitude(g)), g), Num("times", p.Decimal(g.Value/100, 2), g)}
}

// A Named is a figure and the name of what it belongs to.
type Named struct {
	Name string
	data.Number
}

// Growths returns the growth rates of several things, those with one verb
// together: 钢材和电解铝分别增长8.8%和3.6%，原煤下降0.7%.
func Growths(p i18n.Printer, things ...Named) []Run {
	var order []string
	groups := map[string][]Named{}
	for _, t := range things {
		key := growthKey(t.Number)
		if !slices.Contains(order, key) {
			order = append(order, key)
		}
		groups[key] = append(groups[key], t)
	}
	var out []Run
	for i, key := range order {
		if i > 0 {
			out = append(out, Run{Text: p.Text("list.clause")})
		}
		out = append(out, growthGroup(p, key, groups[key])...)
	}
	return out
}

// growthGroup returns the growth rates of things that share a verb.
func growthGroup(p i18n.Printer, key string, things []Named) []Run {
	var names []string
	forms := map[string][][]Run{}
	for _, t := range things {
		names = append(names, t.Name)
		for _, a := range growthArgs(p, t.Number) {
			forms[a.name] = append(forms[a.name], a.runs)
		}
	}
	verb := Say(p, key, Phrase("g", Enumerate(p, forms["g"]...)), Phrase("times", Enumerate(p, forms["times"]...)))
	frame := "wording.thing"
	if len(things) > 1 && things[0].Known() && key != "wording.flat" {
		frame = "wording.things"
	}
	return Say(p, frame, Word("names", p.List(names...)), Phrase("verb", verb))
}

// Profit returns what became of a profit: its growth where there was a profit
// before and is one now, and else the words for the turn, since a growth rate over
// a loss means nothing: 扭亏为盈, 由盈转亏, 减亏, 增亏. Growth is the published rate
// at comparable scope.
func Profit(p i18n.Printer, level, growth data.Number) []Run {
	switch stats.ProfitTurn(level, growth) {
	case stats.NoTurn:
		return Growth(p, growth)
	case stats.ToProfit:
		return Say(p, "wording.to-profit")
	case stats.ToLoss:
		return Say(p, "wording.to-loss")
	case stats.SmallerLoss:
		return Say(p, "wording.smaller-loss")
	case stats.LargerLoss:
		return Say(p, "wording.larger-loss")
	}
	if !growth.Known() || !level.Known() && growth.Lo > -100 {
		return Growth(p, growth)
	}
	return Say(p, "wording.turn-unclear")
}

// Pull returns how much a part contributes to the growth of a total, in
// percentage points: 拉动工业增长2.3个百分点.
func Pull(p i18n.Printer, total string, pull data.Number) []Run {
	if !pull.Known() {
		return Say(p, "wording.pull-unknown", Word("total", total))
	}
	switch v := rounded(pull); {
	case v > 0:
		return Say(p, "wording.pull", Word("total", total), Phrase("d", points(p, pull)))
	case v < 0:
		return Say(p, "wording.drag", Word("total", total), Phrase("d", points(p, pull)))
	}
	return Say(p, "wording.no-pull", Word("total", total))
}

// Projection returns a projected growth, said to be one: 预计增长12.5%左右.
func Projection(p i18n.Printer, g data.Number) []Run {
	if !g.Shown() {
		return Say(p, "wording.no-projection")
	}
	size := Token(p.Percent(magnitude(g)), g)
	switch v := rounded(g); {
	case v > 0:
		return Say(p, "wording.projected", Phrase("g", size))
	case v < 0:
		return Say(p, "wording.projected-fall", Phrase("g", size))
	}
	return Say(p, "wording.projected-flat")
}

// Band returns the interval of a projected rate at a level in per cent:
// 80%区间为12.0%～13.0%.
func Band(p i18n.Printer, level int, g data.Number) []Run {
	if !g.Shown() {
		return nil
	}
	bound := func(v float64) string { return p.Decimal(v, int(g.Digits)) + "%" }
	return Say(p, "wording.band", Word("level", p.Count(level)), Num("lo", bound(g.Lo), g), Num("hi", bound(g.Hi), g))
}
