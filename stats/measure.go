package stats

import (
	"context"
	"slices"

	"yunxing/data"
)

// A Measure is a kind of derived figure that anybody can ask for by name.
type Measure struct {
	ID     string
	Group  Group
	Zh, En string
	HelpZh string // what it says, in a sentence
	HelpEn string
	Rule   string // the formula in symbols
	Needs  []Need
	Unit   string // as data.ParseUnit reads it
	Basis  data.Basis
	Source string // whose definition it is: a publisher, or author and year
	own    bool   // its figures are in the unit of the first need, Unit being the usual one
	find   func(ctx context.Context, m Measure, in Input) ([]Figure, error)
}

// A Need is an input of a measure: a symbol of its rule, and the series that it
// stands for. An indicator that is "" is the one that is asked for.
type Need struct {
	Symbol string
	Query  data.Query
}

// An Input is what a measure is worked out from and for.
type Input struct {
	Reader    data.Reader
	Catalog   *data.Catalog
	Indicator string                 // where the measure leaves it open; "" for its usual one
	Region    string                 // "" for all
	Peers     string                 // group that regions are ranked in; "" for the regions of one parent
	Wanted    func(data.Period) bool // nil for all periods
	Releases  Releases               // of figures that were released again; nil for none
	Progress  *data.Progress         // of an audit, in auditors; nil for none
}

// A Figure is one derived figure.
type Figure struct {
	Measure      string
	Region, Item string
	Period       data.Period
	Span         data.Span
	Number       data.Number
	Unit         string // its symbol
	rule         string
	formula      string // with the numbers filled in, where the rule does not tell how
	terms        []Term
}

// A Term is an input of a figure by its symbol.
type Term struct {
	Symbol string
	Key    data.Key // of the series that it is taken from
	Period data.Period
	Number data.Number
}

// All returns the measures, group by group. A new one is a function and a line here.
func All() []Measure {
	return slices.Concat(
		GroupGrowth.of(
			growthChange(1), growthChange(2), growthChange(3), totalGap(), parentGap(),
			twoYearMean(), currentGrowth(), comparableBase(), scopeGap(), realGrowth(), dailyGrowth(),
			riseRun(), monthRun(), growthRun(), outgrowRun(), growthWithout(), growthRest(),
		),
		GroupContribution.of(pull(), contribution(), pullStated(), contributionShare(), baseShare(), growthEffect(), structureEffect()),
		GroupStructure.of(
			itemShare(), itemShareChange(), herfindahl(), herfindahlEquivalent(), concentrationRatio(4), concentrationRatio(8),
			structuralChange(), locationQuotient(),
		),
		GroupRanks.of(rank(), rankUp(), rankSpan(), levelRank(), westRank(), westRankUp(), changeRank(), fallRank()),
		GroupClimate.of(breadth(), breadthRising(), climateGap(), climateBand(), climateComposite()),
		GroupCapacity.of(utilisationChange(), utilisationGap(), peakToPeak(), hpGap(), frontierRate()),
		GroupPrices.of(
			soFarIndexChange(1), soFarIndexChange(2), monthIndexChange(1), monthIndexChange(2), priceRun(),
			carryOver(), newRise(), cumulativeIndex(), fixedIndex(), fixedApproximate(),
		),
		GroupEfficiency.of(
			margin(), salesRatio(), salesRatioGap(), costPerHundred(), revenuePerAssets(),
			inventoryDays(), receivableDays(), inventoryRun(), inventoryRunMain(),
		),
		GroupTarget.of(required(), requiredShared(), requiredPercentile(), yearScenario()),
	)
}

// Find returns the measure with an id.
func Find(id string) (Measure, bool) {
	for _, m := range All() {
		if m.ID == id {
			return m, true
		}
	}
	return Measure{}, false
}

// Compute returns the figures of m, in the order of regions, items and time. What
// cannot be worked out because an input is not known is left out. The error is that
// of the reader.
func (m Measure) Compute(ctx context.Context, in Input) ([]Figure, error) {
	out, err := m.find(ctx, m, m.usual(in))
	if err != nil {
		return nil, err
	}
	sortFigures(out)
	return out, nil
}

// usual returns in with the indicator of m where none is asked for.
func (m Measure) usual(in Input) Input {
	if in.Indicator == "" && len(m.Needs) > 0 {
		in.Indicator = m.Needs[0].Query.Indicator
	}
	return in
}

// query returns the query of the i-th need: its indicator is the one asked for where
// the first need's is.
func (m Measure) query(i int, in Input) data.Query {
	q := m.Needs[i].Query
	if q.Indicator == m.Needs[0].Query.Indicator {
		q.Indicator = in.Indicator
	}
	q.Region = in.Region
	return q
}

// figure returns a figure of a series.
func (m Measure) figure(k data.Key, p data.Period, n data.Number, terms ...Term) Figure {
	return Figure{Measure: m.ID, Region: k.Region, Item: k.Item, Period: p, Span: m.Basis.Span, Number: n, Unit: m.Unit, rule: m.Rule, terms: terms}
}

// term returns the value of a series as a term.
func term(symbol string, s data.Series, p data.Period) Term {
	return Term{symbol, s.Key, p, s.At(p)}
}
