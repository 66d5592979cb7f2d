package stats

import (
	"context"

	"yunxing/data"
)

// totalGap is how far the growth of a branch lies above that of its total.
func totalGap() Measure {
	return Measure{
		ID: "gap-total", Zh: "增速高于总体的百分点", En: "Growth above the total",
		HelpZh: "行业、规模或经济类型的累计增速与本地区总体累计增速之差。", HelpEn: "Cumulative growth of a branch or size class less that of the total of its region.",
		Rule: "d = g − G", Needs: []Need{{"g", growthOf("iva", "")}}, Unit: "个百分点", Basis: gapBasis(), Source: "按定义 (by definition)",
		find: against(func(at placeOf, _ *data.Catalog) (placeOf, bool) {
			return placeOf{at.region, data.TotalItem}, at.item != data.TotalItem
		}),
	}
}

// parentGap is how far the growth of a region lies above that of the region that it
// is part of: of a league above the province, of a province above the nation.
func parentGap() Measure {
	return Measure{
		ID: "gap-parent", Zh: "增速高于上级地区的百分点", En: "Growth above the parent region",
		HelpZh: "盟市累计增速与全区之差，省区市累计增速与全国之差。", HelpEn: "Cumulative growth of a league less that of its province, of a province less that of the nation.",
		Rule: "d = g − G", Needs: []Need{{"g", growthOf("iva", "")}}, Unit: "个百分点", Basis: gapBasis(), Source: "按定义 (by definition)",
		find: againstParent(),
	}
}

// againstParent works out the difference of every series to that of the parent region.
func againstParent() func(context.Context, Measure, Input) ([]Figure, error) {
	return against(func(at placeOf, c *data.Catalog) (placeOf, bool) {
		r, ok := c.Region(at.region)
		return placeOf{r.Parent, at.item}, ok && r.Parent != ""
	})
}

// gapBasis is the basis of a difference of two growths of one period.
func gapBasis() data.Basis {
	return data.Basis{Span: data.Cumulative, Measure: data.Change}
}

// against works out the difference of every series to the one that it is measured
// against, where there is one.
func against(other func(at placeOf, c *data.Catalog) (placeOf, bool)) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		q := m.query(0, in)
		q.Region = ""
		series, err := found(ctx, in.Reader, q)
		if err != nil {
			return nil, err
		}
		var out []Figure
		for at, s := range series {
			to, ok := other(at, in.Catalog)
			whole, there := series[to]
			if !ok || !there || in.Region != "" && in.Region != at.region {
				continue
			}
			for p := range in.periods(s) {
				if overLoss(s.At(p), whole.At(p)) {
					continue
				}
				if n := Difference(s.At(p), whole.At(p)); n.Shown() {
					out = append(out, m.figure(s.Key, p, n, term("g", s, p), term("G", whole, p)))
				}
			}
		}
		return out, nil
	}
}
