package stats

import (
	"context"

	"yunxing/data"
)

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
