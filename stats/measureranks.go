package stats

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
)

// rank is the place of a region among those with the same parent: the provinces of
// the nation, the leagues of Inner Mongolia.
func rank() Measure {
	return rankMeasure("rank", "位次", "Rank", "累计增速在同级地区中的位次，并列者同位次（1224）；缺十分之一以上成员时不排。",
		"Place of the cumulative growth among regions of one parent, ties 1 2 2 4; none where more than one in ten is missing.",
		"r = 1 + #{g > gᵢ}", data.Rank, asked, ownTerms, placeNow)
}

// rankUp is by how many places a region rose over the year.
func rankUp() Measure {
	return rankMeasure("rank-change", "位次变化", "Change of rank", "位次较上年同期上升的位数，下降为负。",
		"Places risen over the year; a fall is negative.", "d = r₀ − r₁", data.Change, asked, yearTerms, placesUp)
}

// rankSpan is how many places of a rank rounding leaves open.
func rankSpan() Measure {
	return rankMeasure("rank-span", "位次的不确定范围", "Places that rounding leaves open",
		"因增速只公布到小数位，真实位次最好与最差之间相差的位数；零为位次确定。",
		"Places between the best and the worst rank that the rounding of growths leaves possible; zero where the rank is sure.",
		"s = r₁ − r₀", data.Count, asked, ownTerms, placesOpen)
}

// levelRank is the place of a region by a level.
func levelRank() Measure {
	m := rankMeasure("rank-level", "总量位次", "Rank of the level", "总量在同级地区中的位次，并列者同位次（1224）；缺十分之一以上成员时不排。",
		"Place of the level among regions of one parent, ties 1 2 2 4; none where more than one in ten is missing.",
		"r = 1 + #{g > gᵢ}", data.Rank, asked, ownTerms, placeNow)
	m.Needs = []Need{{"gᵢ", levelOf("revenue", data.TotalItem)}}
	return m
}

// westRank is the place of a region among the western provinces.
func westRank() Measure {
	return rankMeasure("rank-west", "西部12省区市位次", "Rank among the 12 western provinces", "累计增速在西部12省区市中的位次，并列者同位次（1224）；缺十分之一以上成员时不排。",
		"Place of the cumulative growth among the 12 western provinces, ties 1 2 2 4; none where more than one in ten is missing.",
		"r = 1 + #{g > gᵢ}", data.Rank, inWest, ownTerms, placeNow)
}

// westRankUp is by how many places a region rose among the western provinces.
func westRankUp() Measure {
	return rankMeasure("rank-west-change", "西部12省区市位次变化", "Change of rank among the 12 western provinces", "在西部12省区市中的位次较上年同期上升的位数，下降为负。",
		"Places risen among the 12 western provinces over the year; a fall is negative.", "d = r₀ − r₁", data.Change, inWest, yearTerms, placesUp)
}

// changeRank is the place by the rise of growth over the year.
func changeRank() Measure {
	return rankMeasure("change-rank", "增速变化位次", "Rank of the change of growth", "累计增速较上年同期变化在同级地区中的位次，提高最多的居第1位。",
		"Place by the change of cumulative growth over the year among regions of one parent; the largest rise is first.", "r = 1 + #{d > g₁ − g₀}", data.Rank, asked, yearTerms,
		func(now, then []data.Number) ([]data.Number, error) {
			places, err := RanksOfChange(now, then, Descending)
			return placeNumbers(places, differences(now, then), "d", ">"), err
		})
}

// fallRank is the place by the fall of growth over the year, among the western
// provinces.
func fallRank() Measure {
	return rankMeasure("fall-rank", "回落幅度位次（西部12省区市）", "Rank of the slowdown (12 western provinces)", "累计增速较上年同期回落幅度在西部12省区市中的位次，回落最多的居第1位。",
		"Place by the fall of cumulative growth over the year among the 12 western provinces; the largest fall is first.", "r = 1 + #{d < g₁ − g₀}", data.Rank, inWest, yearTerms,
		func(now, then []data.Number) ([]data.Number, error) {
			places, err := RanksOfChange(now, then, Ascending)
			return placeNumbers(places, differences(now, then), "d", "<"), err
		})
}

// placeNow returns the place of each member in a group.
func placeNow(now, _ []data.Number) ([]data.Number, error) {
	places, err := Ranks(now)
	return placeNumbers(places, now, "g", ">"), err
}

// placesUp returns by how many places each member rose from then to now.
func placesUp(now, then []data.Number) ([]data.Number, error) {
	a, err := Ranks(now)
	if err != nil {
		return nil, err
	}
	b, err := Ranks(then)
	if err != nil {
		return nil, err
	}
	out := make([]data.Number, len(now))
	for i := range out {
		out[i] = data.NotKnown()
		if up, ok := RankChange(a[i], b[i]); ok {
			out[i] = data.From(float64(up), float64(b[i].Best-a[i].Worst), float64(b[i].Worst-a[i].Best), 0, slices.Concat(ownFirst(now, i), ownFirst(then, i))...).
				By("d = r₀ − r₁", "r₁ r₀ g", float64(a[i].Rank), float64(b[i].Rank))
		}
	}
	return out, nil
}

// placesOpen returns how many places of each member rounding leaves open.
func placesOpen(now, _ []data.Number) ([]data.Number, error) {
	places, err := Ranks(now)
	if err != nil {
		return nil, err
	}
	out := make([]data.Number, len(now))
	for i, p := range places {
		out[i] = data.NotKnown()
		if open := float64(p.Worst - p.Best); p.Rank > 0 {
			out[i] = data.From(open, open, open, 0, ownFirst(now, i)...).By("s = r₁ − r₀", "r₁ r₀ gᵢ g", float64(p.Worst), float64(p.Best))
		}
	}
	return out, nil
}

// placeNumbers returns places as numbers with the range that rounding leaves. They rest
// on all of what was ranked; before says which of the others stand before a member, by
// the symbol of both and the sign between them.
func placeNumbers(places []Place, ranked []data.Number, symbol, before string) []data.Number {
	own := symbol + "ᵢ"
	out := make([]data.Number, len(places))
	for i, p := range places {
		out[i] = data.NotKnown()
		if p.Rank > 0 {
			out[i] = data.From(float64(p.Rank), float64(p.Best), float64(p.Worst), 0, ownFirst(ranked, i)...).By("r = 1 + k, k = #{"+symbol+" "+before+" "+own+"}", "k "+own+" "+symbol, float64(p.Rank-1))
		}
	}
	return out
}

// ownFirst returns the i-th of ns and behind it the others that may be computed with,
// the highest first.
func ownFirst(ns []data.Number, i int) []data.Number {
	out := []data.Number{ns[i]}
	for j, n := range ns {
		if j != i && n.Known() {
			out = append(out, n)
		}
	}
	slices.SortStableFunc(out[1:], func(a, b data.Number) int { return cmp.Compare(b.Value, a.Value) })
	return out
}

// differences returns now − then of each member.
func differences(now, then []data.Number) []data.Number {
	out := make([]data.Number, len(now))
	for i := range out {
		out[i] = Difference(now[i], then[i])
	}
	return out
}

// A universe says which regions are ranked together with one in a year.
type universe func(c *data.Catalog, region data.Region, year int) []data.Region

// siblings are the regions with the same parent.
func siblings(c *data.Catalog, r data.Region, _ int) []data.Region {
	if r.Parent == "" {
		return nil
	}
	return c.Regions(r.Parent)
}

// western are the members of the western group, for one of them.
func western(c *data.Catalog, r data.Region, year int) []data.Region {
	return peers("west12")(c, r, year)
}

// peers are the members that a group has in the year, for one of them.
func peers(group string) universe {
	return func(c *data.Catalog, r data.Region, year int) []data.Region {
		return fellows(c.Members(group, year), r)
	}
}

// fellows returns the regions of a group if r is one of them.
func fellows(all []data.Region, r data.Region) []data.Region {
	if !slices.ContainsFunc(all, func(m data.Region) bool { return m.Code == r.Code }) {
		return nil
	}
	return all
}

// asked is the group that is asked for, the regions of one parent where none is.
func asked(in Input) universe {
	if in.Peers == "" {
		return siblings
	}
	return peers(in.Peers)
}

// inWest is the western group, whatever is asked for.
func inWest(Input) universe { return western }

// A member is one of a group with its series.
type member struct {
	region string
	series data.Series
}

// ownTerms are the growth of the region that is ranked and those of the other members,
// the highest first: who stands above and below it can be read off.
func ownTerms(own member, group []member, p data.Period) []Term {
	return append([]Term{term("gᵢ", own.series, p)}, others("g", own, group, p)...)
}

// yearTerms are its growths of this year and the last, and those of the others.
func yearTerms(own member, group []member, p data.Period) []Term {
	out := []Term{term("g₁", own.series, p), term("g₀", own.series, p.YearAgo())}
	return slices.Concat(out, others("x₁", own, group, p), others("x₀", own, group, p.YearAgo()))
}

// others returns what the other members of a group show, the highest first.
func others(symbol string, own member, group []member, p data.Period) []Term {
	var out []Term
	for _, m := range group {
		if m.region != own.region && valueAt(m.series, p).Known() {
			out = append(out, term(symbol, m.series, p))
		}
	}
	slices.SortStableFunc(out, func(a, b Term) int { return cmp.Compare(b.Number.Value, a.Number.Value) })
	return out
}

// rankMeasure is a measure of the members of a group against each other.
func rankMeasure(id, zh, en, helpZh, helpEn, rule string, m data.Measure, of func(Input) universe, terms func(own member, group []member, p data.Period) []Term, value func(now, then []data.Number) ([]data.Number, error)) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn, Rule: rule, Unit: "位", Source: "并列同位次 1224 (standard competition ranking)",
		Needs: []Need{{"gᵢ", growthOf("iva", data.TotalItem)}}, Basis: data.Basis{Span: data.Cumulative, Measure: m},
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			q := m.query(0, in)
			q.Region = ""
			series, err := found(ctx, in.Reader, q)
			if err != nil {
				return nil, err
			}
			of := of(in)
			var out []Figure
			for at, s := range series {
				region, ok := in.Catalog.Region(at.region)
				if !ok || in.Region != "" && in.Region != at.region {
					continue
				}
				own := member{at.region, s}
				for p := range in.periods(s) {
					group := membersOf(of(in.Catalog, region, p.Year()), series, s)
					i := slices.IndexFunc(group, func(m member) bool { return m.region == at.region })
					if i < 0 {
						continue
					}
					values, err := value(valuesAt(group, p), valuesAt(group, p.YearAgo()))
					if err == nil && values[i].Shown() {
						out = append(out, m.figure(s.Key, p, values[i], terms(own, group, p)...))
					}
				}
			}
			return out, nil
		},
	}
}

// membersOf returns regions with their series, in the unit of that of one of them, and an
// empty one where there is none.
func membersOf(regions []data.Region, series map[placeOf]data.Series, own data.Series) []member {
	out := make([]member, len(regions))
	for i, r := range regions {
		out[i].region = r.Code
		if s, ok := beside(series[placeOf{r.Code, data.TotalItem}], own); ok {
			out[i].series = s
		}
	}
	return out
}

// valuesAt returns what each member shows at p.
func valuesAt(group []member, p data.Period) []data.Number {
	out := make([]data.Number, len(group))
	for i, m := range group {
		out[i] = valueAt(m.series, p)
	}
	return out
}

// valueAt returns the value of a series, not known of one that there is not.
func valueAt(s data.Series, p data.Period) data.Number {
	if len(s.Points) == 0 {
		return data.NotKnown()
	}
	return s.At(p)
}
