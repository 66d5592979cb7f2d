package stats_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// A drawn is a project whose true values are known: as they are, and as printed.
type drawn struct{ truth, printed shelf }

// add adds a series that answers a query, with a true value for each period, printed
// in units of its own.
func (d *drawn) add(r *rand.Rand, q data.Query, region, item string, f data.Frequency, digits int8, values []float64) {
	b := data.Basis{Span: q.Span, Measure: q.Measure, Reference: q.Reference}
	s := data.Series{Key: data.Key{Indicator: q.Indicator, Region: region, Item: item, Freq: f, Basis: b}}
	s.Start, _ = data.NewPeriod(f, 2008, 1)
	p := s
	if q.Measure == data.Level {
		s.Unit, _ = data.ParseUnit("亿元")
		p.Unit = s.Unit
		if r.IntN(3) == 0 {
			p.Unit, _ = data.ParseUnit("万元")
		}
	}
	for i, v := range values {
		in, places := v, digits
		if p.Unit != s.Unit {
			in, places = v*1e4, 0
		}
		s.Points = append(s.Points, data.Number{Value: v, Lo: v, Hi: v, Digits: 9})
		p.Points = append(p.Points, data.PublishedNumber(data.HalfAway.Round(in, int(places)), places, data.Ref(len(d.printed)*1000+i+1)))
	}
	d.truth, d.printed = append(d.truth, s), append(d.printed, p)
}

// draw returns a project that answers the needs of a measure.
func draw(r *rand.Rand, c *data.Catalog, m stats.Measure, f data.Frequency) drawn {
	var out drawn
	regions := append(c.Regions("000000"), data.Region{Code: "000000"})
	if !strings.Contains(m.ID, "rank") && m.ID != "gap-parent" {
		regions = []data.Region{{Code: "000000"}, {Code: "150000"}}
	}
	items := []string{data.TotalItem}
	for _, b := range c.Branches(2017)[:9] {
		items = append(items, b.Code)
	}
	if strings.Contains(m.ID, "rank") || m.ID == "gap-parent" {
		items = items[:1]
	}
	made := map[data.Query]bool{}
	for _, n := range m.Needs {
		if q := n.Query; !made[q] {
			made[q] = true
			for _, region := range regions {
				out.branches(r, q, region.Code, items, f)
			}
		}
	}
	return out
}

// branches adds a series of a region for each of items, the first being the total.
func (d *drawn) branches(r *rand.Rand, q data.Query, region string, items []string, f data.Frequency) {
	years := map[data.Frequency]int{data.Monthly: 2, data.Quarterly: 5, data.Annual: 10}[f]
	total := make([]float64, years*int(f))
	for i := len(items) - 1; i >= 0; i-- {
		if q.Item == data.TotalItem && i > 0 {
			continue
		}
		values := make([]float64, len(total))
		size := 5 + 60*r.Float64()
		for t := range values {
			switch k := float64(t%int(f) + 1); {
			case q.Indicator == "iva_target": // meant as it is written
				values[t] = float64(r.IntN(15))
			case q.Measure == data.Level && i == 0:
				values[t] = total[t] * (1 + 0.001*r.Float64())
				if total[t] == 0 {
					values[t] = 300 * k
				}
			case q.Measure == data.Level && q.Span == data.Cumulative:
				values[t] = size*k*float64(12/int(f)) + 2*r.Float64()
				size *= 1 + 0.1*(r.Float64()-0.4)/float64(f)
				total[t] += values[t]
			case q.Measure == data.Level:
				values[t] = size * (1 + 0.2*r.Float64())
				total[t] += values[t]
			case q.Measure == data.Index && q.Reference == data.PreviousPeriod:
				values[t] = 99 + 2*r.Float64()
			case q.Measure == data.Index:
				values[t] = 90 + 20*r.Float64()
			case q.Measure == data.Share:
				values[t] = 10 + 60*r.Float64()
			default:
				values[t] = 25*r.Float64() - 10
			}
		}
		d.add(r, q, region, items[i], f, 1, values)
	}
}

// atDigits are the measures that count what stands at published digits: the counts of
// the true values may be others, as may the peaks of the true path.
func atDigits() []string {
	return []string{
		"rise-run", "rise-run-months", "growth-run", "outgrow-run", "price-run", "destocking", "destocking-main", "rank-span",
		"utilisation-peaks",
	}
}

// TestIntervalsHoldTheTruth fails where what comes of true values lies outside of the
// interval of what comes of them as they are printed.
func TestIntervalsHoldTheTruth(t *testing.T) {
	c := catalog(t)
	r := rand.New(rand.NewPCG(20, 13))
	money, _ := data.ParseUnit("亿元")
	skip := map[string]bool{}
	for _, id := range atDigits() {
		skip[id] = true
	}
	for _, m := range stats.All() {
		met, bad := 0, 0
		for _, f := range []data.Frequency{data.Quarterly, data.Monthly, data.Annual} {
			d := draw(r, c, m, f)
			of := func(s shelf) map[spotOf]data.Number {
				all, err := m.Compute(t.Context(), stats.Input{Reader: s, Catalog: c})
				if err != nil {
					t.Fatal(err)
				}
				out := map[spotOf]data.Number{}
				for _, x := range all {
					n := x.Number
					if u, ok := data.ParseUnit(x.Unit); ok && u.Dimension == data.Money && m.ID == "comparable-base" {
						n = n.In(u, money)
					}
					out[spotOf{x.Region, x.Item, x.Period}] = n
				}
				return out
			}
			truth := of(d.truth)
			for at, n := range of(d.printed) {
				w, ok := truth[at]
				if !ok {
					continue
				}
				met++
				slack := 1e-9 * max(1, w.Value, -w.Value)
				if !skip[m.ID] && (w.Value < n.Lo-slack || w.Value > n.Hi+slack) {
					if bad++; bad < 4 {
						t.Errorf("%s of %v: %v is not in [%v, %v] around %v", m.ID, at, w.Value, n.Lo, n.Hi, n.Value)
					}
				}
			}
		}
		if met < 40 {
			t.Errorf("%s gives %d figures of true values and printed ones", m.ID, met)
		}
	}
}

// A spotOf is where a figure stands.
type spotOf struct {
	region, item string
	period       data.Period
}
