package chart

import (
	"context"
	"errors"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// factorYears is how many earlier years the factors are followed over.
const factorYears = 3

// A factor is one panel of what moves with industry.
type factor struct {
	title string
	data.Series
	line *Reference
}

// buildFactors draws value added beside what moves with it: revenue, profit,
// stocks and prices, each panel on its own scale and marked so (图6).
func buildFactors(ctx context.Context, d *draft) (*Figure, error) {
	factors, err := d.factors(ctx)
	if err != nil {
		return nil, err
	}
	year := d.at().Year()
	var years []int
	for y := year - factorYears; y <= year; y++ {
		years = append(years, y)
	}
	var growths []data.Series
	for _, f := range factors {
		if f.Key.Basis.Span != data.Current {
			growths = append(growths, f.Series)
		}
	}
	c := newCalendar(trackOf(years, growths...), factorYears, d.at())
	m := Multiples{
		Words: Words{
			Headline: d.factorWords(factors),
			Subtitle: d.p.Text("chart.factors.subtitle", "region", d.region(), "years", d.years(years[0], year)),
			Caption:  d.p.Text("chart.factors.caption", "region", d.region(), "years", d.years(years[0], year)),
		},
		Slots: c.names(d.p), Short: c.years(d.p), Columns: 3, ShareX: true, Free: true, FreeWord: d.p.Text("chart.own-scale"),
	}
	for _, f := range factors {
		s := Series{Values: c.of(d, f.Series)}
		if len(numbers(s)) > 0 {
			m.Panels = append(m.Panels, Multiple{Title: f.title, Series: []Series{s}, Reference: f.line})
		}
	}
	if len(m.Panels) < 2 {
		return nil, ErrNothing // value added alone moves with nothing
	}
	d.noteDerived()
	return m.Figure()
}

// factors returns what is known of value added and what moves with it. Its error
// is that for value added where nothing is known at all.
func (d *draft) factors(ctx context.Context) ([]factor, error) {
	var out []factor
	g, missing := d.desk.Growth(ctx)
	if missing == nil {
		out = append(out, factor{title: d.p.Text("chart.value-added"), Series: g.Series})
	}
	e, err := d.desk.Efficiency(ctx)
	if err != nil && !errors.Is(err, brief.ErrAbsent) {
		return nil, err
	}
	for _, r := range e.Rows {
		out = append(out, factor{title: d.p.IndicatorShort(r.Indicator), Series: r.Series})
	}
	p, err := d.desk.Prices(ctx)
	if err != nil && !errors.Is(err, brief.ErrAbsent) {
		return nil, err
	}
	if err == nil {
		out = append(out, factor{title: d.p.Text("chart.prices"), Series: p.Series, line: &Reference{Value: par}})
	}
	if missing != nil && (len(out) == 0 || !errors.Is(missing, brief.ErrAbsent)) {
		return nil, missing
	}
	return out, nil
}

// factorWords says how each factor has moved.
func (d *draft) factorWords(factors []factor) string {
	var clauses []string
	for _, f := range factors {
		at := d.at()
		if month, ok := at.In(data.Monthly); ok && f.Key.Basis.Span == data.Current {
			at = month
		}
		now := f.At(at)
		switch {
		case !now.Known():
		case f.Key.Basis.Measure == data.Index:
			clauses = append(clauses, d.p.Text("chart.factors.prices", "period", d.p.PeriodWithin(at, data.Current), "change", d.priceChange(stats.IndexGrowth(now))))
		default:
			clauses = append(clauses, d.p.Text("chart.factors.growth", "item", d.inside(f.title), "change", d.change(now)))
		}
	}
	return d.p.Text("chart.headline", "region", d.region(), "period", d.period(), "text", d.join(clauses...))
}

// priceChange says what prices have done, in English by the sign as change does.
func (d *draft) priceChange(n data.Number) string {
	if d.p.Lang() == i18n.English {
		return d.change(n)
	}
	return d.priced(n)
}
