package chart

import (
	"context"
	"math"

	"yunxing/data"
	"yunxing/ui/brief"
)

// fanYears is how many earlier years stand behind a projection.
const fanYears = 2

// buildFan draws where the year will end (图7): what is known solid, what is
// projected dashed in its bands, beside the years before and the target.
func buildFan(ctx context.Context, d *draft) (*Figure, error) {
	p, err := d.desk.Projection(ctx)
	if err != nil {
		return nil, err
	}
	if !p.Over && !p.Chosen.Growth.Shown() {
		return nil, ErrNothing
	}
	t := track{data.Quarterly, 1, data.Cumulative}
	f := Fan{
		Unit:  d.p.Text("chart.unit.percent"),
		Slots: t.labels(d.p, t.periods(p.Year)),
		Path:  d.fanPath(p, t),
		Bands: d.fanBands(p),
	}
	for y := p.Year - fanYears; y < p.Year; y++ {
		s := Series{Name: d.year(y), Values: d.values(p.Series, t.periods(y))}
		if len(numbers(s)) > 0 && (y == p.Year-1 || !f.dwarfed(s, d.values(p.Series, t.periods(p.Year-1)))) {
			f.History = append(f.History, s)
		}
	}
	caption := "chart.fan.caption-over"
	if !p.Over {
		caption = "chart.fan.caption"
		f.Ahead = d.p.Text("chart.fan.ahead")
		f.End = d.fanEnd(p)
		f.Target = d.fanTarget(p)
		d.note(d.fanMethod(p))
		d.note(d.profile(p.Profile))
	}
	f.Words = Words{
		Headline: d.fanWords(p),
		Subtitle: d.fanSubtitle(p),
		Caption:  d.p.Text(caption, "region", d.region(), "year", d.year(p.Year)),
	}
	d.noteDerived()
	return f.Figure()
}

// mostStretch is how many times as long an earlier year may make the axis.
const mostStretch = 3

// dwarfed reports whether an earlier year would leave little height to the path and to
// the values of the year before it.
func (f Fan) dwarfed(earlier Series, before []Value) bool {
	seen := numbers(f.Path, Series{Values: before})
	for _, b := range f.Bands {
		seen = append(append(seen, b.Lo...), b.Hi...)
	}
	lo, hi := bounds(seen)
	low, high := bounds(append(seen, numbers(earlier)...))
	return high-low > mostStretch*(hi-lo)
}

// fanPath returns the known quarters of the year and then the projected ones.
func (d *draft) fanPath(p brief.Projection, t track) Series {
	periods := t.periods(p.Year)
	s := Series{Name: d.year(p.Year), Values: make([]Value, len(periods))}
	for i, at := range periods {
		s.Values[i] = Missing()
		if at.EndsBy(p.At) {
			s.Values[i] = d.value(p.Series.At(at))
		}
	}
	if p.Over {
		return s
	}
	for _, f := range p.Path {
		s.Values[f.Period.Number()-1] = d.value(f.Growth)
	}
	return s
}

// fanEnd gives the projection with its 80 % band.
func (d *draft) fanEnd(p brief.Projection) string {
	g := p.Chosen.Growth
	if p.Chosen.Band {
		return d.p.Text("chart.fan.label", "g", d.p.Number(g), "range", d.p.Interval(g))
	}
	return d.p.Text("chart.fan.point", "g", d.p.Number(g))
}

// fanBands returns the 95 % band where it is known, the 80 % one and the 50 % one;
// none where there is too little to tell a band.
func (d *draft) fanBands(p brief.Projection) []FanBand {
	if p.Over || !p.Chosen.Band {
		return nil
	}
	band := func(name string, lo, hi func(brief.FanPoint) float64) FanBand {
		b := FanBand{Name: name, Lo: nans(4), Hi: nans(4)}
		for _, f := range p.Path {
			i := f.Period.Number() - 1
			if b.Lo[i], b.Hi[i] = lo(f), hi(f); !finite(b.Lo[i]) || !finite(b.Hi[i]) {
				b.Lo[i], b.Hi[i] = math.NaN(), math.NaN()
			}
		}
		return b
	}
	var out []FanBand
	if !math.IsNaN(p.Chosen.Lo95) {
		out = append(out, band("95%", func(f brief.FanPoint) float64 { return f.Lo95 }, func(f brief.FanPoint) float64 { return f.Hi95 }))
	}
	out = append(out, band("80%", func(f brief.FanPoint) float64 { return f.Growth.Lo }, func(f brief.FanPoint) float64 { return f.Growth.Hi }))
	if !math.IsNaN(p.Chosen.Lo50) {
		out = append(out, band("50%", func(f brief.FanPoint) float64 { return f.Lo50 }, func(f brief.FanPoint) float64 { return f.Hi50 }))
	}
	return out
}

// nans returns n values that are not known.
func nans(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	return out
}

// fanTarget returns the line of what the year is measured against: its target, or
// else a forecast that was published. It is nil where there is neither.
func (d *draft) fanTarget(p brief.Projection) *Reference {
	name := "chart.fan.target"
	for _, r := range p.Required {
		switch r.Aim {
		case brief.StatedForecast:
			name = "chart.fan.stated"
		case brief.GivenTarget, brief.StatedTarget:
		default:
			continue
		}
		ref := d.reference(d.p.Text(name), r.Target)
		return &ref
	}
	return nil
}

// fanMethod names what the projection was made with.
func (d *draft) fanMethod(p brief.Projection) string {
	if p.Held() {
		return d.p.Text("chart.fan.method-held")
	}
	return d.p.Text("chart.fan.method", "method", d.p.Text("method."+p.Chosen.Method))
}

// fanWords gives the projection with its band, or the growth of a year that is
// over.
func (d *draft) fanWords(p brief.Projection) string {
	if p.Over {
		return d.p.Text("chart.grew-in", "region", d.region(), "period", d.year(p.Year), "verb", d.grew(p.Now))
	}
	g := p.Chosen.Growth
	key := "wording.projected"
	switch v := rounded(g); {
	case v < 0:
		key = "wording.projected-fall"
	case v == 0:
		key = "wording.projected-flat"
	}
	if p.Held() {
		return d.p.Text("chart.fan.headline-held", "region", d.region(), "year", d.year(p.Year), "within", d.short(p.At), "g", d.p.Percent(g))
	}
	words := d.p.Text(key, "g", d.p.Percent(size(g)))
	if !p.Chosen.Band {
		return d.p.Text("chart.grew-in", "region", d.region(), "period", d.year(p.Year), "verb", words)
	}
	bound := func(v float64) string { return d.p.Decimal(v, int(g.Digits)) + "%" }
	return d.p.Text("chart.fan.headline", "region", d.region(), "year", d.year(p.Year), "projected", words, "lo", bound(g.Lo), "hi", bound(g.Hi))
}

// fanSubtitle names the measure and the bands that are drawn.
func (d *draft) fanSubtitle(p brief.Projection) string {
	switch {
	case p.Over || !p.Chosen.Band:
		return d.p.Text("chart.fan.subtitle-bare", "region", d.region())
	case math.IsNaN(p.Chosen.Lo95):
		return d.p.Text("chart.fan.subtitle-80", "region", d.region())
	}
	return d.p.Text("chart.fan.subtitle", "region", d.region())
}
