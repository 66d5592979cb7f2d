package stats

import (
	"context"
	"maps"
	"slices"

	"yunxing/data"
)

// levelsBy returns the levels of a span by indicator, region, coverage and unit, and
// of each by item.
func levelsBy(ctx context.Context, in Input, span data.Span) (map[data.Key]map[string]data.Series, error) {
	all, err := in.Reader.Series(ctx, data.Query{Measure: data.Level, Span: span, Region: in.Region})
	if err != nil {
		return nil, err
	}
	out := map[data.Key]map[string]data.Series{}
	for _, s := range all {
		k := s.Key
		k.Item = data.TotalItem
		if out[k] == nil {
			out[k] = map[string]data.Series{}
		}
		out[k][s.Key.Item] = s
	}
	return out, nil
}

// auditParts checks levels against their parts: the three sections of industry, the
// branches, and the three industries of gross product.
func auditParts() Auditor {
	return Auditor{RuleParts, func(ctx context.Context, in Input) ([]Checked, error) {
		var out []Checked
		for _, span := range []data.Span{data.Cumulative, data.Current, data.Point} {
			groups, err := levelsBy(ctx, in, span)
			if err != nil {
				return nil, err
			}
			for key, items := range groups {
				total, ok := items[data.TotalItem]
				if !ok {
					continue
				}
				for _, kind := range []data.ItemKind{data.Section, data.Branch} {
					out = append(out, partsOver(in.Catalog, key, total, items, kind)...)
				}
			}
			out = append(out, industriesOver(groups)...)
		}
		return out, nil
	}}
}

// partsOver checks a total against its parts of a kind over time. The parts of a
// period are those with a figure in it; each set of parts is an identity of its own.
func partsOver(c *data.Catalog, key data.Key, total data.Series, items map[string]data.Series, kind data.ItemKind) []Checked {
	bySet := map[string][]Checked{}
	var codes []string
	for _, code := range slices.Sorted(maps.Keys(items)) {
		if it, ok := c.Item(code); ok && it.Kind == kind {
			codes = append(codes, code)
		}
	}
	if len(codes) < 2 {
		return nil
	}
	for i := range total.Points {
		p := total.Start.Add(i)
		set, parts := "", []data.Number(nil)
		for _, code := range codes {
			s := items[code]
			if n := s.At(p).In(s.Unit, total.Unit); n.Known() {
				set += code + " "
				parts = append(parts, n)
			}
		}
		if len(parts) > 1 {
			bySet[set] = append(bySet[set], Checked{CheckParts(total.At(p), parts), key, p})
		}
	}
	var out []Checked
	for _, set := range slices.Sorted(maps.Keys(bySet)) {
		out = append(out, identity(bySet[set])...)
	}
	return out
}

// industriesOver checks gross product against the three industries over time.
func industriesOver(groups map[data.Key]map[string]data.Series) []Checked {
	var out []Checked
	for key, items := range groups {
		total, ok := items[data.TotalItem]
		if key.Indicator != grossProduct || !ok {
			continue
		}
		by := map[string]data.Series{}
		for _, code := range industries() {
			k := key
			k.Indicator = code
			if s, ok := beside(groups[k][data.TotalItem], total); ok {
				by[code] = s
			}
		}
		if parts := picked(by, industries()); parts != nil {
			out = append(out, identity(over(total, func(p data.Period, n data.Number) Finding { return CheckParts(n, numbers(parts, p)) }))...)
		}
	}
	return out
}
