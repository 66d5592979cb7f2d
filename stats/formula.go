package stats

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"yunxing/data"
)

// FormulaID is the id of the measure that a formula is.
const FormulaID = "formula"

// Errors of a formula. A FormulaError wraps one of them.
var (
	ErrSyntax     = errors.New("stats: the formula cannot be read")
	ErrUnfinished = errors.New("stats: the formula ends too early")
	ErrWord       = errors.New("stats: a word of the formula is not known")
	ErrFunction   = errors.New("stats: there is no such function")
	ErrArguments  = errors.New("stats: the function takes other arguments")
	ErrAmbiguous  = errors.New("stats: the indicator is there in several kinds")
	ErrEmpty      = errors.New("stats: there is no such series")
	ErrUnits      = errors.New("stats: units do not agree")
)

// A FormulaError says what is wrong with a formula, and with which part of it.
// Choices are the words that would do.
type FormulaError struct {
	Err     error
	Part    string
	Choices []string
}

// Error returns e for logs.
func (e *FormulaError) Error() string {
	return fmt.Sprintf("%v: %s (%s)", e.Err, e.Part, strings.Join(e.Choices, ", "))
}

// Unwrap returns what kind of error e is.
func (e *FormulaError) Unwrap() error { return e.Err }

// ParseFormula returns the measure that a formula of the user is:
//
//	profit / revenue * 100
//	iva.cumulative.growth - yearago(iva.cumulative.growth)
//	利润总额.煤炭采选.总量 / 利润总额.总计.总量
//
// An indicator goes by its code or by a name in either language, in quotation marks
// where the name is no word. Points follow it with what it leaves open: a measure, a
// span, a reference, an item, a region. Where neither item nor region is said the
// formula is worked out for all that its indicators share. The signs are + − * / and
// brackets; the functions are those of formulaFunctions.
//
// The bases decide what may be done: growths are not added, levels of two spans or
// prices not divided, units convert or refuse. The interval of a result holds all
// that the rounding of its inputs leaves open; a series that stands twice in a
// formula widens it. Values are taken as their cells hold them, which may be more than
// they print. Errors are a FormulaError, here or when it is worked out.
func ParseFormula(text string, c *data.Catalog) (Measure, error) {
	root, err := parseFormula(text, c)
	if err != nil {
		return Measure{}, err
	}
	leaves := leavesOf(root)
	if len(leaves) == 0 {
		return Measure{}, &FormulaError{Err: ErrSyntax, Part: text}
	}
	m := Measure{ID: FormulaID, Zh: text, En: text, Rule: "f = " + root.write((*leaf).String)}
	for _, l := range leaves {
		m.Needs = append(m.Needs, Need{l.symbol, data.Query{Indicator: l.indicator}})
	}
	m.find = func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		return workOut(ctx, m, in, root, leaves)
	}
	return m, nil
}

// workOut computes a formula for all places that its leaves share.
func workOut(ctx context.Context, m Measure, in Input, root node, leaves []*leaf) ([]Figure, error) {
	series := map[*leaf]map[placeOf]data.Series{}
	for _, l := range leaves {
		var err error
		if series[l], err = l.find(ctx, in.Reader, in.Region); err != nil {
			return nil, err
		}
	}
	var out []Figure
	for _, at := range sharedPlaces(leaves, series) {
		if in.Region != "" && at.region != in.Region {
			continue
		}
		env := environment{series: map[*leaf]data.Series{}}
		for _, l := range leaves {
			env.series[l] = series[l][l.place(at)]
		}
		for p := range in.periods(finest(leaves, env)) {
			env.terms, env.filled = nil, map[*leaf][]string{}
			v, err := root.value(&env, p)
			if err != nil {
				return nil, err
			}
			if !v.number.Shown() {
				continue
			}
			f := m.figure(data.Key{Region: at.region, Item: at.item}, p, v.number, env.terms...)
			f.Span, f.Unit, f.formula = v.basis.Span, v.unit.Symbol, root.write(env.next)
			out = append(out, f)
		}
	}
	return out, nil
}

// sharedPlaces returns the regions and items for which every leaf has a series, in
// order. Where no leaf leaves its region or item open, those of the first count.
func sharedPlaces(leaves []*leaf, series map[*leaf]map[placeOf]data.Series) []placeOf {
	regions, items := map[string]bool{leaves[0].region: true}, map[string]bool{leaves[0].item: true}
	if i := slices.IndexFunc(leaves, func(l *leaf) bool { return l.region == "" }); i >= 0 {
		regions = map[string]bool{}
		for at := range series[leaves[i]] {
			regions[at.region] = true
		}
	}
	if i := slices.IndexFunc(leaves, func(l *leaf) bool { return l.item == "" }); i >= 0 {
		items = map[string]bool{}
		for at := range series[leaves[i]] {
			items[at.item] = true
		}
	}
	var out []placeOf
	for _, region := range slices.Sorted(maps.Keys(regions)) {
		for _, item := range slices.Sorted(maps.Keys(items)) {
			at := placeOf{region, item}
			if !slices.ContainsFunc(leaves, func(l *leaf) bool { _, ok := series[l][l.place(at)]; return !ok }) {
				out = append(out, at)
			}
		}
	}
	return out
}

// finest returns the series of the highest frequency, whose periods a formula is
// worked out for.
func finest(leaves []*leaf, env environment) data.Series {
	return env.series[slices.MaxFunc(leaves, func(a, b *leaf) int {
		return cmp.Compare(env.series[a].Start.Freq(), env.series[b].Start.Freq())
	})]
}
