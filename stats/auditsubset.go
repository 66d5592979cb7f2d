package stats

import (
	"context"
	"strconv"

	"yunxing/data"
)

// auditSubsets checks levels and counts that cannot be negative against those of what
// they are a part of: branches together of their section, another item of the item
// above it, a region of the one it lies in, and an indicator of a wider one.
func auditSubsets() Auditor {
	return Auditor{RuleSubset, func(ctx context.Context, in Input) ([]Checked, error) {
		var out []Checked
		for _, m := range []data.Measure{data.Level, data.Count} {
			series, err := spots(ctx, in, m, data.NoReference)
			if err != nil {
				return nil, err
			}
			for set, parts := range subsets(in.Catalog, series) {
				out = append(out, over(series[set.whole], func(p data.Period, n data.Number) Finding {
					return CheckSubset(n, numbers(parts, p))
				})...)
			}
		}
		return out, nil
	}}
}

// A subset is a set of parts of a whole that do not overlap, by its name.
type subset struct {
	whole spot
	name  string
}

// subsets returns the parts that series hold of wholes that they hold, too.
func subsets(c *data.Catalog, series map[spot]data.Series) map[subset][]data.Series {
	out := map[subset][]data.Series{}
	for _, at := range sorted(series) {
		if mayBeNegative(c, at.indicator) {
			continue
		}
		s := series[at]
		for _, set := range wholesOf(c, at) {
			if part, ok := s.In(series[set.whole].Unit); ok && len(series[set.whole].Points) > 0 {
				out[set] = append(out[set], part)
			}
		}
	}
	return out
}

// wholesOf returns what a series is a part of, and in which set of parts. Branches
// are one set for each edition of the classification.
func wholesOf(c *data.Catalog, at spot) []subset {
	var out []subset
	switch it, ok := c.Item(at.item); {
	case !ok || it.Parent == "":
	case it.Kind == data.Branch:
		for _, edition := range []int{2002, 2011, 2017} {
			if code := it.GB(edition); code != "" {
				out = append(out, subset{at.of(it.Parent), strconv.Itoa(edition)})
			}
		}
	default:
		out = append(out, subset{at.of(it.Parent), it.Code})
	}
	if r, ok := c.Region(at.region); ok && r.Parent != "" {
		to := at
		to.region = r.Parent
		out = append(out, subset{to, r.Code})
	}
	if wide := widerThan(at.indicator); wide != "" {
		to := at
		to.indicator = wide
		out = append(out, subset{to, at.indicator})
	}
	return out
}

// widerThan returns the indicator that another is a part of, "" where there is none.
func widerThan(indicator string) string {
	switch indicator {
	case "iva", "iva_below", "manufacturing_va":
		return "iva_all"
	case "iva_all":
		return "secondary"
	case "primary", "secondary", "tertiary":
		return grossProduct
	case "investment_industry", "realestate":
		return "investment"
	case "inventories", "receivables":
		return "assets"
	case "loss_enterprises", "stopped_enterprises":
		return "enterprises"
	case "electricity_industry":
		return "electricity_use"
	case "revenue_main":
		return "revenue"
	}
	return ""
}
