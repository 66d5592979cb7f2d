package brief

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// SmallFirms is how small and medium enterprises fared against all.
type SmallFirms struct {
	Growth data.Number
	Gap    data.Number // Growth − that of all, in percentage points
	Share  data.Number // of value added, in per cent
}

// SmallFirms answers how small and medium enterprises fared.
func (d Desk) SmallFirms(ctx context.Context) (SmallFirms, error) {
	q := d.growthQuery("iva", "sme")
	small, _, err := d.find(ctx, q)
	if err != nil {
		return SmallFirms{}, err
	}
	now := small.At(d.sel.Period)
	if !now.Known() {
		return SmallFirms{}, d.absent(q)
	}
	all, _, err := d.find(ctx, d.growthQuery("iva", data.TotalItem))
	if err != nil {
		return SmallFirms{}, err
	}
	out := SmallFirms{Growth: now, Gap: stats.Difference(now, all.At(d.sel.Period)), Share: data.NotKnown()}
	share := data.Query{Indicator: "iva", Region: d.sel.Region, Item: "sme", Measure: data.Share, Span: data.Cumulative}
	s, _, err := d.find(ctx, share)
	out.Share = s.At(d.sel.Period)
	return out, err
}
