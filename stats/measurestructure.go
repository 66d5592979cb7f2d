package stats

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"

	"yunxing/data"
)

// A panel is what the branches of a region show in one period and in the one that it
// is held against, branch by branch.
type panel struct {
	now, then        []data.Number
	total, totalThen data.Number
}

// shares returns the shares of the branches in the total in per cent.
func (p panel) shares() []data.Number { return sharesOf(p.now, p.total) }

// sharesOf returns the shares of parts in a total in per cent.
func sharesOf(parts []data.Number, total data.Number) []data.Number {
	out := make([]data.Number, len(parts))
	for i, v := range parts {
		out[i] = Ratio(v, total, 2)
	}
	return out
}

// rest returns the most that the branches without a figure may make of the total
// together, in per cent, and false where that is more than one tenth, so that nothing
// can be said of all.
func rest(shares []data.Number) (float64, bool) {
	left := 100.0
	for _, s := range shares {
		left -= s.Lo
	}
	left = max(left, 0)
	return left, known(shares...) && left <= mostRest
}

// mostRest is the most, in per cent of the total, that may be missing.
const mostRest = 10

// concentration returns a figure of the concentration of a total on its branches, the
// branches without a figure being anything from many small ones to a single one.
func (p panel) concentration(of func(Concentration) data.Number) data.Number {
	shares := p.shares()
	left, ok := rest(shares)
	if !ok {
		return data.NotKnown()
	}
	n := of(ConcentrationOf(shares))
	more := of(ConcentrationOf(append(shares, data.Number{Value: left, Lo: left, Hi: left})))
	n.Lo, n.Hi = min(n.Lo, more.Lo), max(n.Hi, more.Hi)
	return n
}

// largest returns the share of the n largest branches in per cent. A branch without a
// figure may be one of them.
func (p panel) largest(n int) data.Number {
	shares := p.shares()
	left, ok := rest(shares)
	c := ConcentrationRatio(shares, n)
	if !ok || !c.Known() {
		return data.NotKnown()
	}
	least := slices.MinFunc(c.Way.Inputs, func(a, b data.Number) int { return cmp.Compare(a.Lo, b.Lo) })
	c.Hi += max(left-least.Lo, 0)
	return c
}

// change returns half the sum of the changes of the shares of all branches.
func (p panel) change() data.Number {
	before, now := sharesOf(p.then, p.totalThen), p.shares()
	leftThen, okThen := rest(before)
	leftNow, ok := rest(now)
	n := StructuralChange(before, now)
	if !ok || !okThen || !n.Known() {
		return data.NotKnown()
	}
	n.Hi += (leftThen + leftNow) / 2
	return n
}

// fewestBranches is the number of branches below which nothing is said of all.
const fewestBranches = 5

// branchesOf returns the branches among the items of a region, in order.
func branchesOf(c *data.Catalog, items map[string]data.Series) []string {
	var out []string
	for _, code := range slices.Sorted(maps.Keys(items)) {
		if it, ok := c.Item(code); ok && it.Kind == data.Branch {
			out = append(out, code)
		}
	}
	return out
}

// overBranches works out a figure of a region from all of its branches.
func overBranches(f func(panel) data.Number) func(context.Context, Measure, Input) ([]Figure, error) {
	return overPanels(nil, f)
}

// overPanels works out a figure of a region from the branches that have a figure now
// and in the period that since returns; a nil since asks for none.
func overPanels(since func(data.Period) data.Period, f func(panel) data.Number) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		series, err := found(ctx, in.Reader, m.query(0, in))
		if err != nil {
			return nil, err
		}
		var out []Figure
		for _, items := range byRegion(series) {
			items = inUnitOfTotal(items)
			branches := branchesOf(in.Catalog, items)
			if len(branches) < fewestBranches {
				continue
			}
			key := items[branches[0]].Key
			key.Item = data.TotalItem
			for p := range in.between(reach(items, branches)) {
				b, terms, ok := panelAt(items, branches, p, since)
				if !ok {
					continue
				}
				if n := f(b); n.Shown() {
					out = append(out, m.figure(key, p, n, terms...))
				}
			}
		}
		return out, nil
	}
}

// inUnitOfTotal returns series in the unit of their total, without those that do not
// convert to it. Where there is no total they stay as they are.
func inUnitOfTotal(items map[string]data.Series) map[string]data.Series {
	total, ok := items[data.TotalItem]
	if !ok {
		return items
	}
	out := make(map[string]data.Series, len(items))
	for item, s := range items {
		if s, ok := beside(s, total); ok {
			out[item] = s
		}
	}
	return out
}

// reach returns from which period on and up to which one, without it, some of the
// branches have values: classifications begin and end.
func reach(items map[string]data.Series, branches []string) (start, end data.Period) {
	start, end = items[branches[0]].Start, items[branches[0]].Start
	for _, b := range branches {
		s := items[b]
		if s.Start.Freq() != start.Freq() {
			continue
		}
		if s.Start.Compare(start) < 0 {
			start = s.Start
		}
		if after := s.Start.Add(len(s.Points)); after.Compare(end) > 0 {
			end = after
		}
	}
	return start, end
}

// panelAt returns the panel of a period with its terms, and false where more than one
// in ten of the branches of the time lack a figure. Branches of the time are those with
// one now or a year ago: classifications change.
func panelAt(items map[string]data.Series, branches []string, p data.Period, since func(data.Period) data.Period) (panel, []Term, bool) {
	whole := items[data.TotalItem]
	out := panel{total: valueAt(whole, p)}
	var now, then []Term
	there := 0
	for _, b := range branches {
		s := items[b]
		if s.At(p).Known() || s.At(p.YearAgo()).Known() {
			there++
		}
		if !s.At(p).Known() || since != nil && !s.At(since(p)).Known() {
			continue
		}
		out.now, now = append(out.now, s.At(p)), append(now, term("xᵢ", s, p))
		if since != nil {
			out.then, then = append(out.then, s.At(since(p))), append(then, term("yᵢ", s, since(p)))
		}
	}
	if since != nil {
		out.totalThen = valueAt(whole, since(p))
	}
	return out, slices.Concat(now, then), len(out.now) >= fewestBranches && len(out.now)*10 >= there*9
}

// breadth is the share of branches that grow.
func breadth() Measure {
	return Measure{
		ID: "breadth", Zh: "增长面", En: "Breadth of growth",
		HelpZh: "累计增速为正的行业占有数据行业的比重；零不算增长，缺十分之一以上行业时不给出。",
		HelpEn: "Part of the branches with figures that grow; zero is no growth, and none is given where more than one in ten is missing.",
		Rule:   "b = 100·#{xᵢ > 0} / n", Needs: []Need{{"xᵢ", growthOf("iva", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "按定义 (by definition)",
		find: overBranches(func(b panel) data.Number { return BreadthShare(b.now).Share }),
	}
}

// breadthRising is the share of branches that grow faster than a quarter before.
func breadthRising() Measure {
	return Measure{
		ID: "breadth-rising", Zh: "回升面", En: "Breadth of recovery",
		HelpZh: "累计增速比上季度累计增速加快的行业占有数据行业的比重；持平不算回升，一季度没有上季度累计，不给出。",
		HelpEn: "Part of the branches whose cumulative growth is above that of the quarter before; no change is no rise. The first quarter has none before it in its year.",
		Rule:   "b = 100·#{xᵢ > yᵢ} / n", Needs: []Need{{"xᵢ", growthOf("iva", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "按定义 (by definition)",
		find: overPanels(quarterBefore, func(b panel) data.Number {
			return BreadthShare(differences(b.now, b.then)).Share
		}),
	}
}

// quarterBefore returns the end of the quarter before that which ends with p, and the
// zero period within a quarter and in the first one of a year.
func quarterBefore(p data.Period) data.Period {
	q, ok := p.In(data.Quarterly)
	if !ok || q.Number() == 1 {
		return data.Period{}
	}
	return q.Add(-1)
}

// herfindahl is the concentration of a total on its branches.
func herfindahl() Measure {
	return Measure{
		ID: "herfindahl", Zh: "行业集中度（赫芬达尔指数×10000）", En: "Herfindahl index × 10 000",
		HelpZh: "各行业占比平方和，取决于行业分类的粗细。", HelpEn: "Sum of the squared shares of the branches; it depends on the depth of the classification.",
		Rule: "H = Σ (100·xᵢ/T)²", Needs: []Need{{"xᵢ", levelOf("revenue", "")}}, Unit: "点", Basis: data.Basis{Span: data.Cumulative, Measure: data.Index}, Source: "Herfindahl 1950; Hirschman 1945",
		find: overBranches(func(b panel) data.Number {
			return b.concentration(func(c Concentration) data.Number { return c.Points })
		}),
	}
}

// herfindahlEquivalent is the number of equal branches that would be as concentrated.
func herfindahlEquivalent() Measure {
	return Measure{
		ID: "herfindahl-equivalent", Zh: "赫芬达尔等价数", En: "Equivalent number of branches",
		HelpZh: "各行业占比平方和的倒数，相当于多少个规模相同的行业；取决于行业分类的粗细。",
		HelpEn: "Reciprocal of the sum of squared shares: so many branches of one size would be as concentrated. It depends on the depth of the classification.",
		Rule:   "N = 1 / Σ (xᵢ/T)²", Needs: []Need{{"xᵢ", levelOf("revenue", "")}}, Unit: "个", Basis: data.Basis{Span: data.Cumulative, Measure: data.Count}, Source: "Adelman 1969, Review of Economics and Statistics 51",
		find: overBranches(func(b panel) data.Number {
			return b.concentration(func(c Concentration) data.Number { return c.Equivalent })
		}),
	}
}

// concentrationRatio is the share of the n largest branches.
func concentrationRatio(n int) Measure {
	digits := strconv.Itoa(n)
	return Measure{
		ID: "concentration-" + digits, Zh: "前" + digits + "大行业比重（CR" + digits + "）", En: "Share of the " + digits + " largest branches (CR" + digits + ")",
		HelpZh: "占比最大的" + digits + "个行业合计占总量的比重，取决于行业分类的粗细。",
		HelpEn: "Part of the " + digits + " largest branches together in the total; it depends on the depth of the classification.",
		Rule:   "c = Σ 100·xᵢ/T, i ≤ " + digits, Needs: []Need{{"xᵢ", levelOf("revenue", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "按定义 (by definition)",
		find: overBranches(func(b panel) data.Number { return b.largest(n) }),
	}
}

// structuralChange is how far the structure of a total moved over the year.
func structuralChange() Measure {
	return Measure{
		ID: "structural-change", Zh: "结构变动度", En: "Structural change over the year",
		HelpZh: "各行业占比与上年同期之差的绝对值之和的一半；零为结构不变，100为完全不同。",
		HelpEn: "Half the sum of the absolute changes of the shares of all branches over the year: 0 for none, 100 for a wholly other structure.",
		Rule:   "c = ½·Σ |100·xᵢ/T₁ − 100·yᵢ/T₀|", Needs: []Need{{"xᵢ", levelOf("revenue", "")}}, Unit: "个百分点", Basis: changeBasis(), Source: "按定义 (by definition)",
		find: overPanels(data.Period.YearAgo, panel.change),
	}
}

// locationQuotient is how much a region is specialised in a branch.
func locationQuotient() Measure {
	return Measure{
		ID: "location-quotient", Zh: "区位商", En: "Location quotient",
		HelpZh: "行业在本地区的占比与在全国的占比之比，大于1为专业化部门。", HelpEn: "Share of a branch in the region over its share in the nation; above 1 the region is specialised in it.",
		Rule: "q = (e/E) / (n/N)", Needs: []Need{{"e", levelOf("revenue", "")}}, Unit: "", Basis: data.Basis{Span: data.Cumulative, Measure: data.Index}, Source: "Florence 1939, Report on the Location of Industry",
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			q := m.query(0, in)
			q.Region = ""
			series, err := found(ctx, in.Reader, q)
			if err != nil {
				return nil, err
			}
			const nation = "000000"
			var out []Figure
			for at, e := range series {
				if at.region == nation || at.item == data.TotalItem || in.Region != "" && at.region != in.Region {
					continue
				}
				all, ok := beside(series[placeOf{at.region, data.TotalItem}], e)
				n := series[placeOf{nation, at.item}]
				whole, agree := beside(series[placeOf{nation, data.TotalItem}], n)
				if !ok || !agree {
					continue
				}
				for p := range in.periods(e) {
					v := LocationQuotientOf(e.At(p), valueAt(all, p), valueAt(n, p), valueAt(whole, p))
					if v.Shown() {
						out = append(out, m.figure(e.Key, p, v, term("e", e, p), term("E", all, p), term("n", n, p), term("N", whole, p)))
					}
				}
			}
			return out, nil
		},
	}
}
