package stats

import (
	"maps"
	"slices"

	"yunxing/data"
)

// A whole is what parts make that are all of it by the classification.
type whole struct {
	at    spot // of the whole, where there is a series or not
	parts []data.Series
}

// allOf returns the sets of items that are all of a total, whatever the source.
func allOf() [][]string {
	return [][]string{{"mining", "manufacturing", "utilities"}, {"producer-goods", "consumer-goods"}, {"light-industry", "heavy-industry"}}
}

// grossProduct is the indicator that the industries are the parts of.
const grossProduct = "gdp"

// industries are the indicators that gross product is the sum of.
func industries() []string { return []string{"primary", "secondary", "tertiary"} }

// wholes returns the wholes that series, of one measure, hold parts of. The sections
// are all of what covers industry alone, as investment does not.
func wholes(c *data.Catalog, series map[spot]data.Series) []whole {
	groups := map[spot]map[string]data.Series{}
	for at, s := range series {
		k := at.of(data.TotalItem)
		if groups[k] == nil {
			groups[k] = map[string]data.Series{}
		}
		groups[k][at.item] = s
	}
	var out []whole
	for at, items := range groups {
		i, known := c.Indicator(at.indicator)
		for _, set := range allOf() {
			if known && !i.Industrial {
				break
			}
			if parts := picked(items, set); parts != nil {
				out = append(out, whole{at, parts})
			}
		}
		if at.indicator == industries()[0] && at.item == data.TotalItem {
			out = append(out, industryParts(series, at)...)
		}
	}
	return out
}

// industryParts returns gross product with the three industries, the first of which
// is at a spot, and nothing where one is missing.
func industryParts(series map[spot]data.Series, at spot) []whole {
	by := map[string]data.Series{}
	for _, code := range industries() {
		at.indicator = code
		if s, ok := series[at]; ok {
			by[code] = s
		}
	}
	at.indicator = grossProduct
	if parts := picked(by, industries()); parts != nil {
		return []whole{{at, parts}}
	}
	return nil
}

// picked returns the series with the given names, nil where one is missing.
func picked(by map[string]data.Series, names []string) []data.Series {
	var out []data.Series
	for _, name := range names {
		s, ok := by[name]
		if !ok {
			return nil
		}
		out = append(out, s)
	}
	return out
}

// numbers returns what series hold at a period.
func numbers(series []data.Series, p data.Period) []data.Number {
	out := make([]data.Number, len(series))
	for i, s := range series {
		out[i] = s.At(p)
	}
	return out
}

// sorted returns the spots of series in their order.
func sorted(series map[spot]data.Series) []spot {
	return slices.SortedFunc(maps.Keys(series), func(a, b spot) int { return series[a].Key.Compare(series[b].Key) })
}
