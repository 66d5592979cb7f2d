package data

import (
	"regexp"
	"strings"
	"sync"
)

// indexForms match the ways to print an index with its base: 2015=100, Index:
// 2011-12 = 100, base 100 en 2021, base 2015=100. The first group is the base.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var indexForms = sync.OnceValue(func() []*regexp.Regexp {
	const (
		year = `((?:18|19|20)\d{2}(?:[-/]\d{2}(?:\d{2})?)?)`
		name = `(?:(?:volume |price )?(?:index|indices|indexes|indice|índice|indeks)\b)?[ :,;_]*`
	)
	return []*regexp.Regexp{
		regexp.MustCompile(`^\(?` + name + `(?:base(?: year)?|año base|ano base)?[ :,;_]*` + year + `[ _]*=[ _]*100\)?$`),
		regexp.MustCompile(`^` + name + `base[ :,]*100[ ,]*(?:en|in|em|=)[ ]*` + year + `$`),
		regexp.MustCompile(`^` + name + `100[ ]*=[ ]*` + year + `$`),
	}
})

// indexUnit returns the unit of an index whose base is a year or a fiscal year; its
// symbol is the base alone, such as 2011-12=100.
func indexUnit(s string) (Unit, bool) {
	for _, f := range indexForms() {
		if m := f.FindStringSubmatch(s); m != nil {
			return Unit{m[1] + "=100", IndexBase, 1}, true
		}
	}
	return Unit{}, false
}

// ratioForm matches per cent of something, as in % of GDP.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var ratioForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:in |annual |as )?(?:%|per ?cent|percentage|pct\.?)(?: (?:of|change|per|annual|annualised|p\.a\.|growth|y/y|m/m|q/q|yoy|mom|qoq|compared|over|on)\b.*)?$`)
})

// foreignUnit returns the unit that a symbol in another language than Chinese
// stands for: % of GDP, US$ million, Rs. Crore, thousand tonnes, GWh. The symbol
// is kept as printed, that of per cent and of an index normalised.
func foreignUnit(symbol string) (Unit, bool) {
	printed := strings.Join(strings.Fields(symbol), " ")
	s := strings.ToLower(strings.NewReplacer("％", "%", "＝", "=", "（", "(", "）", ")", "–", "-").Replace(printed))
	switch s {
	case "index", "indices", "indexes", "index number", "index numbers", "indx":
		return Unit{"index", IndexBase, 1}, true
	case "indice", "índice", "indeks":
		return Unit{printed, IndexBase, 1}, true
	case "percentage point", "% points", "p.p.":
		return Unit{"百分点", PerPoint, 1}, true
	}
	if u, ok := indexUnit(s); ok {
		return u, true
	}
	if ratioForm().MatchString(s) && !strings.Contains(s, "point") {
		return Unit{"%", PerCent, 1}, true
	}
	return scaledUnit(printed, s)
}

// scaledUnit reads words that are one base unit with at most three multipliers and
// the words of, in, current and constant. Any other word makes it no unit.
func scaledUnit(printed, folded string) (Unit, bool) {
	factor, scaled := 1.0, 0
	var base Unit
	for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return r == ' ' || r == ',' }) {
		w = strings.TrimSuffix(w, ".")
		if f, ok := scaleWord(w); ok && scaled < 3 {
			factor *= f
			scaled++
			continue
		}
		switch w {
		case "of", "in", "current", "constant", "metric":
			continue
		}
		if len(w) == 4 && strings.Trim(w, "0123456789") == "" && strings.Contains(folded, "constant") {
			continue
		}
		u, ok := baseWord(w)
		if !ok || base.Dimension != "" {
			return Unit{}, false
		}
		base = u
	}
	if base.Dimension == "" {
		return Unit{}, false
	}
	return Unit{printed, base.Dimension, significant(factor * base.Factor)}, true
}

// scaleWord returns the multiplier that a word stands for.
func scaleWord(w string) (float64, bool) {
	switch w {
	case "10":
		return 10, true
	case "100":
		return 100, true
	case "10000", "10,000":
		return 1e4, true
	case "1000", "1,000", "thousand", "thousands", "ths", "'000", "000", "000s", "mil", "mille", "milhares":
		return 1e3, true
	case "lakh", "lakhs", "lac":
		return 1e5, true
	case "million", "millions", "mn", "mio", "mln", "milhões":
		return 1e6, true
	case "crore", "crores":
		return 1e7, true
	case "billion", "billions", "bn", "bln", "mrd":
		return 1e9, true
	case "trillion", "trillions", "trn":
		return 1e12, true
	}
	return 0, false
}

// baseWord returns the unit that a word stands for. A dollar is of no country, so
// it is none.
func baseWord(w string) (Unit, bool) {
	switch w {
	case "us$", "usd", "u.s.$":
		return Unit{"", "money-usd", 1}, true
	case "eur", "euro", "euros", "€":
		return Unit{"", "money-eur", 1}, true
	case "rs", "inr", "rupee", "rupees", "₹":
		return Unit{"", "money-inr", 1}, true
	case "rmb", "cny", "yuan":
		return Unit{"", Money, 1}, true
	case "r$", "brl", "reais":
		return Unit{"", "money-brl", 1}, true
	case "gbp", "£":
		return Unit{"", "money-gbp", 1}, true
	case "chf":
		return Unit{"", "money-chf", 1}, true
	case "jpy", "yen":
		return Unit{"", "money-jpy", 1}, true
	case "krw":
		return Unit{"", "money-krw", 1}, true
	case "tonne", "tonnes":
		return Unit{"", Mass, 1}, true
	case "kt", "ktonnes":
		return Unit{"", Mass, 1e3}, true
	case "mt":
		return Unit{"", Mass, 1e6}, true
	case "kg", "kilogram", "kilograms":
		return Unit{"", Mass, 1e-3}, true
	case "kwh":
		return Unit{"", Energy, 1}, true
	case "mwh":
		return Unit{"", Energy, 1e3}, true
	case "gwh":
		return Unit{"", Energy, 1e6}, true
	case "twh":
		return Unit{"", Energy, 1e9}, true
	case "tce":
		return Unit{"", "coal-equivalent", 1}, true
	case "unit", "units":
		return Unit{"", Pieces, 1}, true
	case "ton", "tons": // of a thousand kilograms or of two thousand pounds
		return Unit{"", "mass-ton", 1}, true
	case "person", "persons", "people", "employees":
		return Unit{"", "persons", 1}, true
	case "barrel", "barrels":
		return Unit{"", "barrels", 1}, true
	}
	return Unit{}, false
}
