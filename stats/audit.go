package stats

import (
	"math"

	"yunxing/data"
)

// A Verdict says how a published figure agrees with one worked out from others.
type Verdict uint8

// Verdicts, of the audit (features C8), by the predicate of formulas §16:
// intervals meet, not values.
const (
	Unchecked       Verdict = iota // 无法核对: an input is not known
	Consistent                     // 一致: equal at published digits
	WithinRounding                 // 舍入内: not equal, but the rounding intervals meet
	ScopeDifference                // 口径差: the two are of different scope or prices, neither is wrong
	Inconsistent                   // 不一致: rounding cannot explain it
	Revised                        // 修订: a later release says otherwise, which is news and no error
)

// String returns the name of v in lower case.
func (v Verdict) String() string {
	switch v {
	case Consistent:
		return "consistent"
	case WithinRounding:
		return "within-rounding"
	case ScopeDifference:
		return "scope-difference"
	case Inconsistent:
		return "inconsistent"
	case Revised:
		return "revised"
	}
	return "unchecked"
}

// A Rule names a check; its wording is found in the translations.
type Rule string

// Rules.
const (
	RuleParts             Rule = "parts"              // parts against their total
	RuleShare             Rule = "share"              // a share against the levels, shares of all parts against 100 %
	RuleBetween           Rule = "between"            // a mean outside of the range of what it is one of
	RulePath              Rule = "path"               // a cumulative rate against the one before and the single one
	RuleRise              Rule = "rise"               // a cumulative level that falls
	RulePullContribution  Rule = "pull-contribution"  // a pull against the contribution to the same growth
	RuleCumulativeIndex   Rule = "cumulative-index"   // an index of the year so far against the ratio of means
	RuleSubset            Rule = "subset"             // some parts (其中) against their total
	RuleCurrent           Rule = "current"            // cumulative against current growth
	RuleShareRate         Rule = "share-rate"         // contribution ÷ share against growth ÷ growth of the total
	RuleShareLink         Rule = "share-link"         // share this year against last year's and the growths
	RuleRank              Rule = "rank"               // a rank against the values
	RuleContribution      Rule = "contribution"       // contributions against 100 %
	RulePulls             Rule = "pulls"              // pulls against the growth of the total
	RuleLevelGrowth       Rule = "level-growth"       // growth against the level published a year before
	RuleRevision          Rule = "revision"           // a figure against its last release
	RuleMeanRate          Rule = "mean-rate"          // a rate of the year so far against the mean of its quarters
	RuleIndexChain        Rule = "index-chain"        // twelve monthly price changes against the year-on-year index
	RuleDifference        Rule = "difference"         // a stated change in points against the two rates
	RuleContributionBound Rule = "contribution-bound" // a part slower than the total contributes no more than its base share
)

// A Reason says what is known of why two figures differ; its wording is found in
// the translations.
type Reason string

// Reasons.
const (
	NoReason       Reason = ""
	InputsMissing  Reason = "inputs-missing"
	BaseRevised    Reason = "base-revised"    // 与公布当季增速不一致,基数可能已修订
	ScopeAdjusted  Reason = "scope-adjusted"  // 口径调整: more than rounding and 1 %
	PricesDiffer   Reason = "prices-differ"   // shares at current prices beside growth in volume
	FigureRevised  Reason = "figure-revised"  // a later release says otherwise
	ScopeBroken    Reason = "scope-broken"    // a break of scope lies between the two
	TooFewMembers  Reason = "too-few-members" // less than nine in ten of the group are known
	WeightsDiffer  Reason = "weights-differ"  // the periods do not weigh the same
	SubsetTooLarge Reason = "subset-too-large"
)

// A Finding is the outcome of one check: what is stated, what the inputs make of
// it, and by how much the two differ.
type Finding struct {
	Rule    Rule
	Verdict Verdict
	Stated  data.Number
	Derived data.Number
	Gap     data.Number // stated − derived
	Reason  Reason
	Inputs  []data.Number
}

// agree compares a stated figure with a derived one by the predicate of formulas
// §16: equal at the digits of the stated, else intervals that meet, else not.
func agree(rule Rule, stated, derived data.Number, inputs ...data.Number) Finding {
	f := Finding{Rule: rule, Stated: stated, Derived: derived, Gap: data.NotKnown(), Inputs: append([]data.Number{stated}, inputs...)}
	if !known(stated, derived) {
		f.Reason = InputsMissing
		return f
	}
	box := of(stated).minus(of(derived))
	f.Gap = data.From(stated.Value-derived.Value, box.lo, box.hi, stated.Digits, stated, derived).By("d = a − b", "a b")
	switch at := int(stated.Digits); {
	case data.HalfAway.Round(derived.Value, at) == data.HalfAway.Round(stated.Value, at):
		f.Verdict = Consistent
	case stated.Overlaps(derived):
		f.Verdict = WithinRounding
	default:
		f.Verdict = Inconsistent
	}
	return f
}

// because returns f with a reason if its figures disagree.
func (f Finding) because(r Reason) Finding {
	if f.Verdict == Inconsistent {
		f.Reason = r
	}
	return f
}

// asScope returns f with disagreement read as one of scope or prices.
func (f Finding) asScope(r Reason) Finding {
	if f.Verdict == Inconsistent {
		f.Verdict, f.Reason = ScopeDifference, r
	}
	return f
}

// revised returns f with disagreement read as news.
func (f Finding) revised() Finding {
	if f.Verdict == Inconsistent {
		f.Verdict, f.Reason = Revised, FigureRevised
	}
	return f
}

// Worst returns the findings that a person should look at: those that are not
// consistent, not within rounding and not unchecked.
func Worst(findings []Finding) []Finding {
	var out []Finding
	for _, f := range findings {
		if f.Verdict == ScopeDifference || f.Verdict == Inconsistent || f.Verdict == Revised {
			out = append(out, f)
		}
	}
	return out
}

// sum returns Σ ns with its interval, to the most decimals among them; not known
// where one is not or there are none.
func sum(ns []data.Number) data.Number {
	if len(ns) == 0 || !known(ns...) {
		return data.NotKnown()
	}
	total, box, digits := 0.0, exactly(0), int8(math.MinInt8)
	for _, n := range ns {
		total += n.Value
		box = box.plus(of(n))
		digits = max(digits, n.Digits)
	}
	return data.From(total, box.lo, box.hi, digits, ns...).By("s = Σ a", "a")
}
