package native

import (
	"math"
	"slices"

	"yunxing/ui/chart"
)

// fan returns the bands of a panel as stacked areas: a clear one up to the lowest
// bound, then from bound to bound. Bands lie within each other, widest first.
func (b builder) fan(p *chart.Panel, drawn group) group {
	bands := bandsOf(p)
	if len(bands) == 0 {
		return group{}
	}
	bounds := b.bounds(bands)
	start, joints := b.start(bounds[0], drawn)
	g := group{form: areas, stacked: true, series: []series{{span: start, unlisted: true}}}
	for i := 1; i < len(bounds); i++ {
		step := min(i-1, len(bounds)-1-i)
		g.series = append(g.series, series{
			span: b.width(bounds[i-1], bounds[i], joints), legend: b.words.Text("native.band", "band", bands[step].Name),
			ink: b.st.Ink(bands[step].Role), fill: b.opacity(step), unlisted: i > len(bounds)/2,
		})
	}
	return g
}

// bandsOf returns the bands of a panel.
func bandsOf(p *chart.Panel) []chart.Band {
	var out []chart.Band
	for _, m := range p.Marks {
		if band, ok := m.(chart.Band); ok {
			out = append(out, band)
		}
	}
	return out
}

// bounds adds the bounds of bands and returns them from the lowest to the highest.
func (b builder) bounds(bands []chart.Band) []span {
	var out []span
	for k, band := range bands {
		add := func(key string, bound func(chart.Datum) float64) span {
			values := spread(b.n, band.Data, func(d chart.Datum) float64 {
				if !d.HasInterval() {
					return math.NaN()
				}
				return bound(d)
			})
			return b.add(b.words.Text(key, "band", band.Name), values, 1)
		}
		lo := add("native.lower", func(d chart.Datum) float64 { return d.Lo })
		hi := add("native.upper", func(d chart.Datum) float64 { return d.Hi })
		out = slices.Insert(out, k, lo, hi)
	}
	return out
}

// start returns where the areas start: at the lowest bound or, where there is none, at
// the value that is known. It says at which of the latter a band begins or ends.
func (b builder) start(lowest span, drawn group) (span, map[int]bool) {
	values, joints := slices.Clone(lowest.values), map[int]bool{}
	known := slices.IndexFunc(drawn.series, func(s series) bool { return s.line && s.role == chart.Accent })
	if known >= 0 {
		for i, v := range drawn.series[known].values {
			if math.IsNaN(lowest.values[i]) && !math.IsNaN(v) {
				values[i], joints[i] = v, beside(lowest.values, i)
			}
		}
	}
	return b.help(b.words.Text("native.start"), values, lowest.digits, func(i int) string {
		if _, ok := joints[i]; ok {
			return drawn.series[known].cell(i)
		}
		return lowest.cell(i)
	}), joints
}

// beside reports whether a value stands right before or after a place.
func beside(values []float64, i int) bool {
	return i > 0 && !math.IsNaN(values[i-1]) || i+1 < len(values) && !math.IsNaN(values[i+1])
}

// width returns how far it is from one bound to the next. At a joint, where neither is,
// the area has no width: it takes an empty cell for the end of its row.
func (b builder) width(lo, hi span, joints map[int]bool) span {
	values := nans(b.n)
	for i := range values {
		if values[i] = hi.values[i] - lo.values[i]; joints[i] {
			values[i] = 0
		}
	}
	name := b.words.Text("native.width", "from", lo.head, "to", hi.head)
	return b.help(name, values, hi.digits, func(i int) string { return hi.cell(i) + "-" + lo.cell(i) })
}

// opacity returns how strong the tint of a band is, the widest first: tints that
// lie upon each other in a picture stand beside each other here.
func (b builder) opacity(step int) float64 {
	left := 1.0
	for i := range min(step+1, len(b.st.BandAlpha)) {
		left *= 1 - b.st.BandAlpha[i]
	}
	return 1 - left
}
