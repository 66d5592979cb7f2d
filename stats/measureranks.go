package stats

import (
	"context"
	"slices"

	"yunxing/data"
)

// rank is the place of a region among those with the same parent: the provinces of
// the nation, the leagues of Inner Mongolia.
func rank() Measure {
	return rankMeasure("rank", "位次", "Rank", "累计增速在同级地区中的位次，并列者同位次（1224）；缺十分之一以上成员时不排。",
		"Place of the cumulative growth among regions of one parent, ties 1 2 2 4; none where more than one in ten is missing.",
		"r = 1 + #{g > gᵢ}", data.Rank, siblings, ownTerm, func(now, _ []data.Number) ([]data.Number, error) {
			places, err := Ranks(now)
			return placeNumbers(places, now), err
		})
}

// rankUp is by how many places a region rose over the year.
func rankUp() Measure {
	return rankMeasure("rank-change", "位次变化", "Change of rank", "位次较上年同期上升的位数，下降为负。",
		"Places risen over the year; a fall is negative.", "d = r₀ − r₁", data.Change, siblings, yearTerms,
		func(now, then []data.Number) ([]data.Number, error) {
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
					out[i] = data.From(float64(up), float64(b[i].Best-a[i].Worst), float64(b[i].Worst-a[i].Best), 0, now[i], then[i]).By("d = r₀ − r₁", "r₁ r₀ g₁ g₀", float64(a[i].Rank), float64(b[i].Rank))
				}
			}
			return out, nil
		})
}

// westRank is the place of a region among the western provinces.
func westRank() Measure {
	return rankMeasure("rank-west", "西部12省区市位次", "Rank among the 12 western provinces", "累计增速在西部12省区市中的位次，并列者同位次（1224）；缺十分之一以上成员时不排。",
		"Place of the cumulative growth among the 12 western provinces, ties 1 2 2 4; none where more than one in ten is missing.",
		"r = 1 + #{g > gᵢ}", data.Rank, western, ownTerm, func(now, _ []data.Number) ([]data.Number, error) {
			places, err := Ranks(now)
			return placeNumbers(places, now), err
		})
}

// fallRank is the place by the fall of growth over the year, among the western
// provinces.
func fallRank() Measure {
	return rankMeasure("fall-rank", "回落幅度位次（西部12省区市）", "Rank of the slowdown (12 western provinces)", "累计增速较上年同期回落幅度在西部12省区市中的位次，回落最多的居第1位。",
		"Place by the fall of cumulative growth over the year among the 12 western provinces; the largest fall is first.", "r = 1 + #{d < g₁ − g₀}", data.Rank, western, yearTerms,
		func(now, then []data.Number) ([]data.Number, error) {
			places, err := RanksOfChange(now, then, Ascending)
			return placeNumbers(places, now), err
		})
}

// placeNumbers returns places as numbers with the range that rounding leaves.
func placeNumbers(places []Place, of []data.Number) []data.Number {
	out := make([]data.Number, len(places))
	for i, p := range places {
		out[i] = data.NotKnown()
		if p.Rank > 0 {
			out[i] = data.From(float64(p.Rank), float64(p.Best), float64(p.Worst), 0, of[i]).By("r = 1 + k, k = #{g > gᵢ}", "k gᵢ", float64(p.Rank-1))
		}
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
	all := c.Members("west12", year)
	if !slices.ContainsFunc(all, func(m data.Region) bool { return m.Code == r.Code }) {
		return nil
	}
	return all
}

// ownTerm is the growth of the region that is ranked.
func ownTerm(s data.Series, p data.Period) []Term { return []Term{term("gᵢ", s, p)} }

// yearTerms are its growths of this year and the last.
func yearTerms(s data.Series, p data.Period) []Term {
	return []Term{term("g₁", s, p), term("g₀", s, p.YearAgo())}
}

// rankMeasure is a measure of the members of a group against each other.
func rankMeasure(id, zh, en, helpZh, helpEn, rule string, m data.Measure, of universe, terms func(data.Series, data.Period) []Term, value func(now, then []data.Number) ([]data.Number, error)) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn, Rule: rule, Unit: "位", Source: "formulas §11",
		Needs: []Need{{"gᵢ", growthOf("iva", data.TotalItem)}}, Basis: data.Basis{Span: data.Cumulative, Measure: m},
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			q := m.query(0, in)
			q.Region = ""
			series, err := found(ctx, in.Reader, q)
			if err != nil {
				return nil, err
			}
			var out []Figure
			for at, s := range series {
				region, ok := in.Catalog.Region(at.region)
				if !ok || in.Region != "" && in.Region != at.region {
					continue
				}
				for p := range in.periods(s) {
					group := of(in.Catalog, region, p.Year())
					i := slices.IndexFunc(group, func(r data.Region) bool { return r.Code == at.region })
					if i < 0 {
						continue
					}
					var now, then []data.Number
					for _, r := range group {
						other := series[placeOf{r.Code, data.TotalItem}]
						now, then = append(now, valueAt(other, p)), append(then, valueAt(other, p.YearAgo()))
					}
					values, err := value(now, then)
					if err == nil && values[i].Shown() {
						out = append(out, m.figure(s.Key, p, values[i], terms(s, p)...))
					}
				}
			}
			return out, nil
		},
	}
}

// valueAt returns the value of a series, not known of one that there is not.
func valueAt(s data.Series, p data.Period) data.Number {
	if len(s.Points) == 0 {
		return data.NotKnown()
	}
	return s.At(p)
}
