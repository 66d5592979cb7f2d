package data

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// A Dimension is what a unit measures; values convert only within one.
type Dimension string

// Dimensions of the units that the program knows. Per cent and percentage point
// are two dimensions: a share does not convert to a change of a share.
const (
	Money     Dimension = "money"
	Mass      Dimension = "mass"
	Energy    Dimension = "energy"
	Volume    Dimension = "volume"
	Area      Dimension = "area"
	PerCent   Dimension = "percent"
	PerPoint  Dimension = "points"
	IndexBase Dimension = "index"
	Pieces    Dimension = "pieces"
	Time      Dimension = "time"
)

// A Unit is what a value counts: a symbol as printed, its dimension, and the
// factor to the smallest unit of that dimension. The zero Unit is an unknown one.
type Unit struct {
	Symbol    string
	Dimension Dimension
	Factor    float64
}

// ErrUnit reports a conversion between dimensions or from an unknown unit.
var ErrUnit = errors.New("data: units do not convert")

// Known reports whether u is a unit at all.
func (u Unit) Known() bool { return u.Symbol != "" }

// String returns the symbol of u.
func (u Unit) String() string { return u.Symbol }

// Convert returns x, given in u, in the unit v. The result is rounded to 15
// significant digits, so that a power of ten leaves no binary noise.
func (u Unit) Convert(x float64, v Unit) (float64, error) {
	if !u.Known() || !v.Known() || u.Dimension != v.Dimension {
		return math.NaN(), fmt.Errorf("%w: %q to %q", ErrUnit, u.Symbol, v.Symbol)
	}
	if u.Factor == v.Factor {
		return x, nil
	}
	return significant(x * u.Factor / v.Factor), nil
}

// significant returns x rounded to 15 significant decimal digits.
func significant(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		return x
	}
	return r
}

// scales are the Chinese multipliers that stand before a base unit, longest first.
func scales() []struct {
	prefix string
	factor float64
} {
	return []struct {
		prefix string
		factor float64
	}{{"万亿", 1e12}, {"千亿", 1e11}, {"百亿", 1e10}, {"十亿", 1e9}, {"亿", 1e8}, {"千万", 1e7}, {"百万", 1e6}, {"十万", 1e5}, {"万", 1e4}, {"千", 1e3}, {"百", 1e2}, {"十", 10}, {"", 1}}
}

// bases are the units that a multiplier may stand before. They are made once and never
// change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var bases = sync.OnceValue(func() map[string]Unit {
	return map[string]Unit{
		"元":    {"", Money, 1},
		"人民币元": {"", Money, 1},
		"美元":   {"", "money-usd", 1},
		"欧元":   {"", "money-eur", 1},
		"吨":    {"", Mass, 1},
		"公斤":   {"", Mass, 1e-3},
		"千克":   {"", Mass, 1e-3},
		"克":    {"", Mass, 1e-6},
		"吨标准煤": {"", "coal-equivalent", 1},
		"千瓦时":  {"", Energy, 1},
		"瓦时":   {"", Energy, 1e-3},
		"度":    {"", Energy, 1},
		"千瓦":   {"", "power", 1},
		"瓦":    {"", "power", 1e-3},
		"立方米":  {"", Volume, 1},
		"重量箱":  {"", "weight-case", 1},
		"平方米":  {"", Area, 1},
		"公顷":   {"", Area, 1e4},
		"米":    {"", "length", 1},
		"公里":   {"", "length", 1e3},
		"千升":   {"", "liquid", 1},
		"升":    {"", "liquid", 1e-3},
		"人":    {"", "persons", 1},
		"户":    {"", "households", 1},
		"家":    {"", "households", 1},
		"个":    {"", Pieces, 1},
		"台":    {"", "sets", 1},
		"套":    {"", "units-set", 1},
		"辆":    {"", "vehicles", 1},
		"部":    {"", "handsets", 1},
		"块":    {"", "blocks", 1},
		"件":    {"", "items", 1},
		"条":    {"", "strips", 1},
		"箱":    {"", "boxes", 1},
		"支":    {"", "sticks", 1},
		"项":    {"", "entries", 1},
		"名":    {"", "persons", 1},
		"人年":   {"", "person-years", 1},
		"人次":   {"", "person-times", 1},
		"次":    {"", "times", 1},
		"座":    {"", "structures", 1},
		"所":    {"", "institutions", 1},
		"处":    {"", "sites", 1},
		"艘":    {"", "ships", 1},
		"架":    {"", "aircraft", 1},
		"头":    {"", "heads", 1},
		"只":    {"", "animals", 1},
		"亩":    {"", Area, 10000.0 / 15},
		"双":    {"", "pairs", 1},
		"张":    {"", "sheets", 1},
		"笔":    {"", "deals", 1},
		"天":    {"", Time, 1},
		"日":    {"", Time, 1},
		"载重吨":  {"", "deadweight", 1},
		"标准箱":  {"", "teu", 1},
		"锭":    {"", "spindles", 1},
		"位":    {"", "places", 1},
	}
})

// ParseUnit returns the unit that a symbol such as 亿元, 万吨, %, 百分点,
// 上年同月=100, 2015=100, % of GDP or US$ million stands for, and false for a symbol
// that it does not know.
func ParseUnit(symbol string) (Unit, bool) {
	s := strings.NewReplacer(" ", "", "\u3000", "", "％", "%", "＝", "=", "．", ".", "（", "(", "）", ")").Replace(strings.TrimSpace(symbol))
	switch strings.ToLower(s) {
	case "":
		return Unit{}, false
	case "%", "百分比", "percent", "percentage", "percentchange":
		return Unit{"%", PerCent, 1}, true
	case "‰":
		return Unit{"‰", PerCent, 0.1}, true
	case "百分点", "个百分点", "pp", "percentagepoints":
		return Unit{"百分点", PerPoint, 1}, true
	case "点", "指数":
		return Unit{s, IndexBase, 1}, true
	}
	if u, ok := foreignUnit(symbol); ok {
		return u, true
	}
	if i := strings.Index(s, "=100"); i > 0 && i+4 == len(s) {
		return Unit{s, IndexBase, 1}, true
	}
	known := bases()
	for _, sc := range scales() {
		rest, ok := strings.CutPrefix(s, sc.prefix)
		if !ok {
			continue
		}
		if u, ok := known[rest]; ok {
			return Unit{s, u.Dimension, significant(sc.factor * u.Factor)}, true
		}
	}
	return Unit{}, false
}
