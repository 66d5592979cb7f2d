package stats_test

import (
	"context"
	"errors"
	"iter"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// made is a project of true arithmetic: what it states is worked out from levels and
// prices and then rounded.
type made struct {
	series []data.Series
	again  []stats.Release
	ref    data.Ref
}

// add adds a series that begins in the first quarter of 2019.
func (m *made) add(k data.Key, digits int8, values ...float64) {
	k.Freq = data.Quarterly
	if k.Region == "" {
		k.Region = "150000"
	}
	if k.Item == "" {
		k.Item = data.TotalItem
	}
	s := data.Series{Key: k, Start: data.Quarter(2019, 1)}
	for _, v := range values {
		m.ref++
		s.Points = append(s.Points, data.PublishedNumber(data.HalfAway.Round(v, int(digits)), digits, m.ref))
	}
	m.series = append(m.series, s)
}

// basis returns a cumulative basis over the year, and one that is not.
func basis(measure data.Measure, ref data.Reference) data.Basis {
	return data.Basis{Measure: measure, Span: data.Cumulative, Reference: ref}
}

// span returns b of another span.
func span(b data.Basis, s data.Span) data.Basis {
	b.Span = s
	return b
}

// madeQuarters is how many quarters a made project has.
const madeQuarters = 24

// newMade returns a made project in which every kind of identity holds.
func newMade() *made {
	m := &made{}
	m.parts()
	m.prices()
	m.utilisation()
	m.ranks()
	m.product()
	m.western()
	return m
}

// parts adds value added of the sections, at the prices of the year before, with all
// that is stated of them.
func (m *made) parts() {
	sections := []string{"mining", "manufacturing", "utilities"}
	bases := [4][3]float64{{300, 500, 200}, {300, 500, 200}, {300, 500, 200}, {300, 500, 200}} // by quarter of the year
	growth := make([][]float64, 3)
	pulls, contributions, before, now, level := make([][]float64, 3), make([][]float64, 3), make([][]float64, 3), make([][]float64, 3), make([][]float64, 3)
	var totals, levels []float64
	for q := range madeQuarters {
		base, k := bases[q%4], float64(q%4+1)
		moved, whole, total := 0.0, 0.0, 0.0
		for i, b := range base {
			g := 4 + 3*float64(i) + 0.7*float64((q*(i+2))%5)
			growth[i] = append(growth[i], g)
			whole += b
			moved += b * g / 100
			total += b * (1 + g/100)
		}
		totals, levels = append(totals, 100*moved/whole), append(levels, total*k)
		for i, b := range base {
			before[i] = append(before[i], 100*b/whole)
			now[i] = append(now[i], 100*b*(1+growth[i][q]/100)/total)
			pulls[i] = append(pulls[i], b*growth[i][q]/whole)
			contributions[i] = append(contributions[i], b*growth[i][q]/moved)
			level[i] = append(level[i], k*b*(1+growth[i][q]/100))
			bases[q%4][i] *= 1 + growth[i][q]/100
		}
	}
	share := basis(data.Share, data.NoReference)
	share.Price.Kind = data.ComparablePrice
	key := func(item string, b data.Basis) data.Key { return data.Key{Indicator: "iva", Item: item, Basis: b} }
	m.add(key("", basis(data.Growth, data.YearAgo)), 1, totals...)
	m.add(key("", basis(data.Level, data.NoReference)), 1, levels...)
	for i, s := range sections {
		m.add(key(s, basis(data.Growth, data.YearAgo)), 1, growth[i]...)
		m.add(key(s, basis(data.Points, data.YearAgo)), 1, pulls[i]...)
		m.add(key(s, basis(data.Share, data.YearAgo)), 1, contributions[i]...)
		m.add(key(s, share), 1, now[i]...)
		m.add(key(s, basis(data.Level, data.NoReference)), 1, level[i]...)
	}
	last := m.series[0]
	for i, n := range last.Points {
		m.ref++
		m.again = append(m.again, stats.Release{Key: last.Key, Period: last.Start.Add(i), Now: n, Last: data.PublishedNumber(n.Value, 1, m.ref)})
	}
}

// prices adds a fixed-base index with those that follow from it.
func (m *made) prices() {
	fixed, previous, yearAgo, cumulative := make([]float64, madeQuarters), make([]float64, madeQuarters), make([]float64, madeQuarters), make([]float64, madeQuarters)
	at := func(q int) float64 {
		p := 100.0
		for i := range q + 5 {
			p *= 1 + float64((i*7)%5-2)/150
		}
		return p
	}
	mean := func(last, n int) (sum float64) {
		for i := range n {
			sum += at(last - i)
		}
		return sum
	}
	for q := range madeQuarters {
		fixed[q], previous[q], yearAgo[q] = at(q), 100*at(q)/at(q-1), 100*at(q)/at(q-4)
		cumulative[q] = 100 * mean(q, q%4+1) / mean(q-4, q%4+1)
	}
	key := func(b data.Basis) data.Key { return data.Key{Indicator: "ppi", Basis: b} }
	m.add(key(span(basis(data.Index, data.BaseYear), data.Current)), 2, fixed...)
	m.add(key(span(basis(data.Index, data.PreviousPeriod), data.Current)), 2, previous...)
	m.add(key(span(basis(data.Index, data.YearAgo), data.Current)), 2, yearAgo...)
	m.add(key(basis(data.Index, data.YearAgo)), 2, cumulative...)
}

// utilisation adds rates of quarters with those of the year so far, at even capacity.
func (m *made) utilisation() {
	single, total := make([]float64, madeQuarters), make([]float64, madeQuarters)
	sum := 0.0
	for q := range madeQuarters {
		if q%4 == 0 {
			sum = 0
		}
		single[q] = 74 + float64((q*3)%7)/2
		sum += single[q]
		total[q] = sum / float64(q%4+1)
	}
	b := basis(data.Share, data.NoReference)
	m.add(data.Key{Indicator: "utilisation", Basis: span(b, data.Current)}, 1, single...)
	m.add(data.Key{Indicator: "utilisation", Basis: b}, 1, total...)
}

// ranks adds growths and levels of leagues with the ranks of one by each.
func (m *made) ranks() {
	leagues := []string{"150100", "150200", "150300", "150400", "150500", "150600", "150700", "150800", "150900", "152200", "152500", "152900"}
	places := map[string][]float64{}
	for i, code := range leagues {
		var growth, level []float64
		for q := range madeQuarters {
			growth = append(growth, float64((i*5+q)%12)+1)
			level = append(level, float64((i*7+q)%12)*100+100)
		}
		m.add(data.Key{Indicator: "investment", Region: code, Basis: basis(data.Growth, data.YearAgo)}, 1, growth...)
		m.add(data.Key{Indicator: "assets", Region: code, Basis: span(basis(data.Level, data.NoReference), data.Point)}, 1, level...)
		if i == 0 {
			for q := range madeQuarters {
				places["investment"] = append(places["investment"], 13-growth[q])
				places["assets"] = append(places["assets"], 13-level[q]/100)
			}
		}
	}
	m.add(data.Key{Indicator: "investment", Region: leagues[0], Basis: basis(data.Rank, data.NoReference)}, 0, places["investment"]...)
	m.add(data.Key{Indicator: "assets", Region: leagues[0], Basis: span(basis(data.Rank, data.NoReference), data.Point)}, 0, places["assets"]...)
}

// product adds gross product of three industries, so far and of single quarters, with
// growths and the changes of one.
func (m *made) product() {
	industries := []string{"gdp", "primary", "secondary", "tertiary"}
	single, sofar, base := make([][]float64, 4), make([][]float64, 4), make([][]float64, 4)
	for q := range madeQuarters {
		whole, before := 0.0, 0.0
		for i := 1; i < 4; i++ {
			b := float64(1000*i + 40*q)
			a := b * (1.03 + 0.01*float64((q+i)%5))
			single[i], base[i] = append(single[i], a), append(base[i], b)
			whole, before = whole+a, before+b
		}
		single[0], base[0] = append(single[0], whole), append(base[0], before)
	}
	since := func(v []float64, q int) (sum float64) {
		for i := q - q%4; i <= q; i++ {
			sum += v[i]
		}
		return sum
	}
	for i, code := range industries {
		var growth, total []float64
		for q := range madeQuarters {
			sofar[i] = append(sofar[i], since(single[i], q))
			growth = append(growth, 100*single[i][q]/base[i][q]-100)
			total = append(total, 100*since(single[i], q)/since(base[i], q)-100)
		}
		level := basis(data.Level, data.NoReference)
		m.add(data.Key{Indicator: code, Basis: level}, 1, sofar[i]...)
		m.add(data.Key{Indicator: code, Basis: span(level, data.Current)}, 1, single[i]...)
		m.add(data.Key{Indicator: code, Basis: basis(data.Growth, data.YearAgo)}, 1, total...)
		m.add(data.Key{Indicator: code, Basis: span(basis(data.Growth, data.YearAgo), data.Current)}, 1, growth...)
		m.add(data.Key{Indicator: code, Basis: basis(data.Change, data.YearAgo)}, 1, changes(total)...)
	}
}

// changes returns the changes over the year of rates with one decimal, the first year
// without.
func changes(rates []float64) []float64 {
	out := make([]float64, len(rates))
	for i := range out {
		out[i] = math.NaN()
		if i >= 4 {
			out[i] = data.HalfAway.Round(rates[i], 1) - data.HalfAway.Round(rates[i-4], 1)
		}
	}
	return out
}

// western adds growths of the western provinces, with the rank of one by its growth
// and by its fall.
func (m *made) western() {
	own := changes(values(m.series[0]))
	falls, ranks := make([]float64, madeQuarters), make([]float64, madeQuarters)
	for q := range madeQuarters {
		falls[q], ranks[q] = 1, 1
	}
	for i, code := range []string{"450000", "500000", "510000", "520000", "530000", "540000", "610000", "620000", "630000", "640000", "650000"} {
		var growth []float64
		for q := range madeQuarters {
			growth = append(growth, 5+float64(i)/2+0.01+float64((q*(i+1))%7))
		}
		m.add(data.Key{Indicator: "iva", Region: code, Basis: basis(data.Growth, data.YearAgo)}, 1, growth...)
		for q, d := range changes(growth) {
			if d < own[q]-1e-9 {
				falls[q]++
			}
			if data.HalfAway.Round(growth[q], 1) > m.series[0].Points[q].Value+1e-9 {
				ranks[q]++
			}
		}
	}
	rank := data.Key{Indicator: "iva_fall_rank_west", Basis: basis(data.Rank, data.NoReference)}
	m.add(rank, 0, falls...)
	rank.Indicator, rank.Coverage = "iva", "west12"
	m.add(rank, 0, ranks...)
}

// values returns the values of a series.
func values(s data.Series) []float64 {
	var out []float64
	for _, n := range s.Points {
		out = append(out, n.Value)
	}
	return out
}

// with returns the project with figures that are falsified.
func (m *made) with(wrong map[data.Ref]float64) stats.Input {
	change := func(n data.Number) data.Number {
		if len(n.Refs) == 0 {
			return n
		}
		if v, ok := wrong[n.Refs[0]]; ok {
			return data.PublishedNumber(v, n.Digits, n.Refs...)
		}
		return n
	}
	out := &made{}
	for _, s := range m.series {
		points := make([]data.Number, len(s.Points))
		for i, n := range s.Points {
			points[i] = change(n)
		}
		s.Points = points
		out.series = append(out.series, s)
	}
	for _, r := range m.again {
		r.Now, r.Last = change(r.Now), change(r.Last)
		out.again = append(out.again, r)
	}
	return stats.Input{Reader: shelf(out.series), Releases: out}
}

// Releases returns the figures that were released twice.
func (m *made) Releases(context.Context) iter.Seq2[stats.Release, error] {
	return func(yield func(stats.Release, error) bool) {
		for _, r := range m.again {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// TestAuditMade fails where a kind of identity is not checked, or raises an alarm on
// true arithmetic, or one of 20 errors, for 20 seeds, is not found.
func TestAuditMade(t *testing.T) {
	cat, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	m := newMade()
	in := m.with(nil)
	in.Catalog = cat
	sound, err := stats.Audit(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[stats.Rule]bool{}
	var plantable []stats.Checked
	for _, c := range sound {
		seen[c.Rule] = true
		if c.Verdict == stats.Inconsistent {
			t.Errorf("%s of %v in %v: %v beside %v", c.Rule, c.Key, c.Period, c.Stated.Value, c.Derived.Value)
		}
		scope := c.Rule == stats.RuleLevelGrowth || c.Rule == stats.RuleContributionBound || c.Rule == stats.RuleCurrent && c.Key.Basis.Measure == data.Growth
		if !scope {
			plantable = append(plantable, c)
		}
	}
	for _, r := range []stats.Rule{
		stats.RuleParts, stats.RuleContribution, stats.RulePulls, stats.RulePullContribution, stats.RuleShareRate, stats.RuleContributionBound,
		stats.RuleShare, stats.RuleShareLink, stats.RuleBetween, stats.RulePath, stats.RuleIndexChain, stats.RuleCumulativeIndex,
		stats.RuleMeanRate, stats.RuleLevelGrowth, stats.RuleRank, stats.RuleRevision, stats.RuleRise, stats.RuleSubset,
		stats.RuleCurrent, stats.RuleDifference,
	} {
		if !seen[r] {
			t.Errorf("%s is not checked", r)
		}
	}
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 2023))
		wrong, at := map[data.Ref]float64{}, map[string]bool{}
		for len(wrong) < 20 { // one of a region and period, since two may agree
			c := plantable[random.IntN(len(plantable))]
			if here := c.Key.Region + c.Period.String(); !at[here] {
				at[here] = spoil(random, c, wrong)
			}
		}
		in := m.with(wrong)
		in.Catalog = cat
		found, err := stats.Audit(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		blamed := map[data.Ref]bool{}
		for _, f := range found {
			for _, n := range f.Inputs {
				if f.Verdict == stats.Inconsistent && len(n.Refs) == 1 {
					blamed[n.Refs[0]] = true
				}
			}
		}
		for ref, v := range wrong {
			if !blamed[ref] {
				t.Errorf("seed %d: %v at reference %d is not found", seed, v, ref)
			}
		}
	}
}

// spoil falsifies the stated figure of a check: its unit, its sign, a digit, or a rank
// that is stale; beyond rounding, and where weights or bases may differ beyond what
// they explain. It reports whether it did.
func spoil(random *rand.Rand, c stats.Checked, wrong map[data.Ref]float64) bool {
	n := c.Inputs[0]
	if len(n.Refs) != 1 {
		return false
	}
	v := []float64{n.Value * 10, n.Value / 10, -n.Value, n.Value + float64(random.IntN(90)-45), float64(1 + random.IntN(12))}[random.IntN(5)]
	room := 2*(n.Hi-n.Lo) + 1
	if c.Rule == stats.RulePath || c.Rule == stats.RuleMeanRate {
		room = 20
	}
	low, high := v+room < c.Derived.Lo, v-room > c.Derived.Hi
	switch c.Rule {
	case stats.RuleRise:
		low, high = v < c.Derived.Lo*0.8, false
	case stats.RuleSubset:
		high = false
	}
	if low || high {
		wrong[n.Refs[0]] = data.HalfAway.Round(v, int(n.Digits))
	}
	return low || high
}

// failing is a reader that fails at the n-th question.
type failing struct {
	shelf
	n *int
}

// errBroken is what it fails with.
var errBroken = errors.New("broken")

// Series returns the series that match q until it fails.
func (f failing) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	if *f.n--; *f.n < 0 {
		return nil, errBroken
	}
	return f.shelf.Series(ctx, q)
}

// Releases fails.
func (f failing) Releases(context.Context) iter.Seq2[stats.Release, error] {
	return func(yield func(stats.Release, error) bool) { yield(stats.Release{}, errBroken) }
}

// TestAuditFails fails where an error of the reader is not handed on.
func TestAuditFails(t *testing.T) {
	cat, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	m := newMade()
	for n := range 40 {
		f := failing{shelf(m.series), &n}
		if _, err := stats.Audit(t.Context(), stats.Input{Reader: f, Catalog: cat, Releases: f}); !errors.Is(err, errBroken) {
			t.Errorf("the failure is %v", err)
		}
	}
}
