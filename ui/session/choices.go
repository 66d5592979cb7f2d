package session

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
	"yunxing/ui/brief"
)

// Start is what a program shows when it is opened: the nation in the first three
// quarters of 2013, if the project knows that, else its first region and latest
// period.
func (s *Session) Start(ctx context.Context) (brief.Selection, error) {
	sel := brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}
	periods, err := s.Periods(ctx, sel.Region)
	if err != nil || slices.Contains(periods, sel.Period) {
		return sel, err
	}
	regions, err := s.Regions(ctx)
	if err != nil || len(regions) == 0 {
		return sel, err
	}
	sel.Region = regions[0].Code
	if periods, err = s.Periods(ctx, sel.Region); err == nil && len(periods) > 0 {
		sel.Period = periods[0]
	}
	return sel, err
}

// Regions returns the regions that the project has figures of, in the official
// order. A region that the catalogue does not know has its name for code.
func (s *Session) Regions(ctx context.Context) ([]data.Region, error) {
	keys, err := s.project.Keys(ctx)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var out []data.Region
	for _, k := range keys {
		if seen[k.Key.Region] || k.Key.Region == "" {
			continue
		}
		seen[k.Key.Region] = true
		r, ok := s.catalog.Region(k.Key.Region)
		if !ok {
			r = data.Region{Code: k.Key.Region, Zh: k.Key.Region, En: k.Key.Region}
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b data.Region) int { return cmp.Compare(a.Code, b.Code) })
	return out, nil
}

// Periods returns the periods for which the project knows the cumulative growth
// of value added of a region, or, where it knows none, any figure; the latest
// first. The end of a quarter is offered as the quarter.
func (s *Session) Periods(ctx context.Context, region string) ([]data.Period, error) {
	r := s.project.Reader(data.Cut{})
	q := data.Query{Indicator: "iva", Region: region, Measure: data.Growth, Span: data.Cumulative}
	found := map[data.Period]bool{}
	for _, q := range []data.Query{q, {Region: region, Measure: data.Level, Span: data.Cumulative}} {
		all, err := r.Series(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, one := range all {
			for i, n := range one.Points {
				if n.Shown() {
					found[asQuarter(one.Start.Add(i))] = true
				}
			}
		}
		if len(found) > 0 {
			break
		}
	}
	out := make([]data.Period, 0, len(found))
	for p := range found {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b data.Period) int {
		x, _ := a.In(data.Monthly)
		y, _ := b.In(data.Monthly)
		return y.Compare(x)
	})
	return out, nil
}

// asQuarter returns the quarter that p ends, or else p.
func asQuarter(p data.Period) data.Period {
	if q, ok := p.In(data.Quarterly); ok {
		return q
	}
	return p
}
