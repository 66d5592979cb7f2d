package brief

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// Prices is the course of the ex-factory price index of industry, the year before
// = 100.
type Prices struct {
	Series  data.Series // monthly, same month of the year before = 100
	At      data.Period // the last month of the selection
	Now     data.Number
	Growth  data.Number // Now − 100
	Earlier []Earlier   // the same month of earlier years
	Below   int         // months in a row below 100, this one included
	Longer  bool        // the month before these is not known; they may be more
}

// Prices answers what output sold for.
func (d Desk) Prices(ctx context.Context) (Prices, error) {
	q := data.Query{Indicator: "ppi", Region: d.sel.Region, Item: data.TotalItem, Measure: data.Index, Span: data.Current, Reference: data.YearAgo, Freq: data.Monthly}
	s, ok, err := d.find(ctx, q)
	if err != nil {
		return Prices{}, err
	}
	at, has := d.sel.Period.In(data.Monthly)
	p := Prices{Series: s, At: at, Now: s.At(at)}
	if !ok || !has || !p.Now.Known() {
		return Prices{}, d.absent(q)
	}
	p.Growth = stats.IndexGrowth(p.Now)
	for n := 1; n <= 2; n++ {
		then := s.At(at.Add(-12 * n))
		if then.Shown() {
			p.Earlier = append(p.Earlier, Earlier{Year: at.Year() - n, Then: then, Change: stats.Difference(p.Now, then)})
		}
	}
	m := at
	for s.At(m).Known() && s.At(m).Value < 100 {
		m = m.Add(-1)
		p.Below++
	}
	p.Longer = p.Below > 0 && !s.At(m).Known()
	return p, nil
}
