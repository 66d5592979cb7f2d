package stats

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"yunxing/data"
)

// A Checked is a finding of the audit with what it is about: the stated figure.
type Checked struct {
	Finding
	Key    data.Key
	Period data.Period
}

// An Auditor finds the identities of one kind that a project holds, and checks them.
type Auditor struct {
	Rule Rule
	run  func(ctx context.Context, in Input) ([]Checked, error)
}

// Auditors returns the kinds of identity. A new one is a function and a line here.
func Auditors() []Auditor {
	return []Auditor{auditParts(), auditSums(), auditDifferences(), auditRanks()}
}

// Audit checks every identity that a project holds, in the order of the auditors, of
// keys and of time. What cannot be checked because an input is not known is left
// out. The error is that of the reader.
func Audit(ctx context.Context, in Input) ([]Checked, error) {
	var out []Checked
	for _, a := range Auditors() {
		found, err := a.run(ctx, in)
		if err != nil {
			return nil, err
		}
		found = slices.DeleteFunc(found, func(c Checked) bool { return c.Verdict == Unchecked })
		slices.SortStableFunc(found, func(x, y Checked) int {
			return cmp.Or(x.Key.Compare(y.Key), x.Period.Compare(y.Period))
		})
		out = append(out, found...)
	}
	return out, nil
}

// identity returns a run of findings of one kind over time if they hold in two of
// three periods at least. Where they do not, the source knows no such identity: the
// parts are not all of the total, or are of another scope or release. The findings
// then say nothing and are dropped.
func identity(all []Checked) []Checked {
	held := 0
	for _, c := range all {
		if c.Verdict == Consistent || c.Verdict == WithinRounding {
			held++
		}
	}
	if held < fewestHeld || held*3 < len(all)*2 {
		return nil
	}
	return all
}

// fewestHeld is how often an identity must hold to be one.
const fewestHeld = 4

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

// auditParts checks levels against their parts: the three sections of industry, and
// the branches.
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
			if n := items[code].At(p); n.Known() && items[code].Unit == total.Unit {
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

// auditSums checks cumulative levels of flows against the cumulative one of the month
// or quarter before and the single one.
func auditSums() Auditor {
	return Auditor{RuleCurrent, func(ctx context.Context, in Input) ([]Checked, error) {
		cumulative, err := levelsBy(ctx, in, data.Cumulative)
		if err != nil {
			return nil, err
		}
		single, err := levelsBy(ctx, in, data.Current)
		if err != nil {
			return nil, err
		}
		var out []Checked
		for key, items := range cumulative {
			other := key
			other.Basis.Span = data.Current
			for item, total := range items {
				s, ok := single[other][item]
				if !ok || s.Unit != total.Unit || total.Start.Freq() == data.Annual {
					continue
				}
				k := key
				k.Item = item
				var run []Checked
				for i := range total.Points {
					p := total.Start.Add(i)
					if p.Number() == 1 {
						continue
					}
					f := CheckParts(total.At(p), []data.Number{total.At(p.Add(-1)), s.At(p)})
					f.Rule = RuleCurrent
					run = append(run, Checked{f.because(BaseRevised), k, p})
				}
				run = slices.DeleteFunc(run, func(c Checked) bool { return c.Verdict == Unchecked })
				out = append(out, identity(run)...)
			}
		}
		return out, nil
	}}
}

// auditDifferences checks stated changes of rates over the year against the rates.
func auditDifferences() Auditor {
	return Auditor{RuleDifference, func(ctx context.Context, in Input) ([]Checked, error) {
		var out []Checked
		for _, span := range []data.Span{data.Cumulative, data.Current} {
			stated, err := in.Reader.Series(ctx, data.Query{Measure: data.Change, Span: span, Reference: data.YearAgo, Region: in.Region})
			if err != nil {
				return nil, err
			}
			for _, s := range stated {
				rates, err := rateOf(ctx, in, s.Key)
				if err != nil {
					return nil, err
				}
				if s.Key.Coverage != "" || len(rates.Points) == 0 {
					continue // says itself what it compares with
				}
				for i, d := range s.Points {
					p := s.Start.Add(i)
					out = append(out, Checked{CheckDifference(d, rates.At(p), rates.At(p.YearAgo())), s.Key, p})
				}
			}
		}
		return out, nil
	}}
}

// rateOf returns the one rate that a stated change is one of: a growth, a share or an
// index; an empty series where there are several or none.
func rateOf(ctx context.Context, in Input, change data.Key) (data.Series, error) {
	var found []data.Series
	for _, m := range []data.Measure{data.Growth, data.Share, data.Index} {
		all, err := in.Reader.Series(ctx, data.Query{Indicator: change.Indicator, Region: change.Region, Item: change.Item, Measure: m, Span: change.Basis.Span})
		if err != nil {
			return data.Series{}, err
		}
		if s, ok := data.Join(all); ok {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return data.Series{}, nil
	}
	return found[0], nil
}

// auditRanks checks stated ranks of regions against the growths of their group.
func auditRanks() Auditor {
	return Auditor{RuleRank, func(ctx context.Context, in Input) ([]Checked, error) {
		stated, err := in.Reader.Series(ctx, data.Query{Measure: data.Rank, Span: data.Cumulative, Region: in.Region})
		if err != nil {
			return nil, err
		}
		var out []Checked
		for _, s := range stated {
			region, ok := in.Catalog.Region(s.Key.Region)
			if !ok || s.Key.Coverage != "" {
				continue
			}
			growths, err := found(ctx, in.Reader, growthOf(s.Key.Indicator, s.Key.Item))
			if err != nil {
				return nil, err
			}
			group := siblings(in.Catalog, region, 0)
			at := slices.IndexFunc(group, func(r data.Region) bool { return r.Code == region.Code })
			for i, rank := range s.Points {
				p := s.Start.Add(i)
				values := make([]data.Number, len(group))
				for j, r := range group {
					values[j] = valueAt(growths[placeOf{r.Code, s.Key.Item}], p)
				}
				out = append(out, Checked{CheckRank(rank, values, at, Descending), s.Key, p})
			}
		}
		return out, nil
	}}
}
