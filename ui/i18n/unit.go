package i18n

import (
	"strings"

	"yunxing/data"
)

// Unit returns the name of a unit for a heading: 亿元, 100 million yuan. A unit
// that the language has no name for keeps its printed symbol.
func (p Printer) Unit(u data.Unit) string {
	if p.lang == Chinese || !u.Known() {
		return u.Symbol
	}
	if name, ok := fixedUnits()[u.Symbol]; ok {
		return name
	}
	s, base, ok := splitUnit(u.Symbol)
	if !ok {
		return u.Symbol
	}
	return strings.TrimSpace(s.heading + " " + base)
}

// Amount returns n with its unit as it stands in a sentence: 76858.3亿元,
// 7,685.83 billion yuan; 12.2%; 1.8 percentage points. Where English counts in
// other steps than Chinese the decimal point moves, which changes no digit.
func (p Printer) Amount(n data.Number, u data.Unit) string {
	switch {
	case !n.Shown():
		return None
	case u.Dimension == data.PerPoint:
		return p.Points(n)
	case u.Symbol == "%":
		return p.Percent(n)
	case !u.Known() || u.Dimension == data.IndexBase:
		return p.Number(n)
	case p.lang == Chinese:
		return p.Number(n) + u.Symbol
	}
	s, base, ok := splitUnit(u.Symbol)
	if !ok {
		return p.Number(n) + " " + p.Unit(u)
	}
	shift := 1.0
	for range s.shift {
		shift *= 10
	}
	digits := int(n.Digits) + s.shift
	return strings.Join(strings.Fields(p.Decimal(n.Value/shift, digits)+" "+s.word+" "+base), " ")
}

// A unitScale is a Chinese multiplier in English: as a heading prints it, and as
// a sentence does after moving the decimal point by shift places to the left.
type unitScale struct {
	prefix, heading, word string
	shift                 int
}

// unitScales returns the multipliers, longest prefix first.
func unitScales() []unitScale {
	return []unitScale{
		{"万亿", "trillion", "trillion", 0},
		{"千亿", "100 billion", "trillion", 1},
		{"百亿", "10 billion", "trillion", 2},
		{"十亿", "billion", "billion", 0},
		{"亿", "100 million", "billion", 1},
		{"千万", "10 million", "billion", 2},
		{"百万", "million", "million", 0},
		{"十万", "100,000", "million", 1},
		{"万", "10,000", "million", 2},
		{"千", "thousand", "thousand", 0},
		{"百", "hundred", "thousand", 1},
	}
}

// splitUnit splits a Chinese symbol into its multiplier and the English name of
// its base, and returns false for a symbol without one.
func splitUnit(symbol string) (unitScale, string, bool) {
	bases := baseUnits()
	if base, ok := bases[symbol]; ok { // before 千, since 千克 and 千瓦 are bases
		return unitScale{}, base, true
	}
	for _, s := range unitScales() {
		if rest, ok := strings.CutPrefix(symbol, s.prefix); ok {
			if base, ok := bases[rest]; ok {
				return s, base, true
			}
		}
	}
	return unitScale{}, "", false
}

// baseUnits returns the English names of the units that a multiplier may precede.
func baseUnits() map[string]string {
	return map[string]string{
		"元": "yuan", "人民币元": "yuan", "美元": "US dollars", "欧元": "euros",
		"吨": "tonnes", "公斤": "kg", "千克": "kg", "克": "g", "吨标准煤": "tonnes of standard coal equivalent",
		"千瓦时": "kWh", "瓦时": "Wh", "度": "kWh", "千瓦": "kW", "瓦": "W",
		"立方米": "cubic metres", "重量箱": "weight cases", "平方米": "square metres", "公顷": "hectares",
		"米": "metres", "公里": "km", "千升": "kilolitres", "升": "litres",
		"人": "persons", "户": "enterprises", "家": "enterprises", "个": "units",
		"台": "sets", "套": "sets", "辆": "vehicles", "部": "handsets", "块": "pieces", "件": "pieces", "条": "strips",
		"箱": "boxes", "支": "sticks", "天": "days", "日": "days",
		"载重吨": "deadweight tonnes", "标准箱": "TEU", "锭": "spindles",
	}
}

// fixedUnits returns the English names of units that take no multiplier.
func fixedUnits() map[string]string {
	return map[string]string{
		"百分点": "percentage points", "点": "points", "指数": "index", "位": "place",
		"上年同月=100": "same month of previous year = 100",
		"上年同期=100": "same period of previous year = 100",
		"上月=100":   "previous month = 100",
		"上年=100":   "previous year = 100",
		"上季度=100":  "previous quarter = 100",
	}
}
