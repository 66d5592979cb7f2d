package i18n

import (
	"strconv"
	"strings"

	"yunxing/data"
)

// Status returns the word for how far a value can be relied on: 公布, published.
func (p Printer) Status(s data.Status) string { return p.Text("status." + s.String()) }

// Span returns the word for how much of the year a value covers: 累计, cumulative.
func (p Printer) Span(s data.Span) string { return p.Text("span." + s.String()) }

// Measure returns the word for a kind of number: 增速, growth.
func (p Printer) Measure(m data.Measure) string { return p.Text("measure." + m.String()) }

// Reference returns the word for what a value compares with: 同比, year on year.
func (p Printer) Reference(r data.Reference) string { return p.Text("reference." + r.String()) }

// Price returns the words for the prices of a value, such as 可比价 or 2010年不变价,
// and "" where they are not stated.
func (p Printer) Price(v data.Price) string {
	switch v.Kind {
	case data.CurrentPrice:
		return p.Text("price.current")
	case data.ComparablePrice:
		return p.Text("price.comparable")
	case data.ConstantPrice:
		if v.Base == 0 {
			return p.Text("price.constant-any")
		}
		return p.Text("price.constant", "year", strconv.Itoa(int(v.Base)))
	}
	return ""
}

// Basis returns how a value is to be read: 累计同比增速（可比价）, cumulative
// year-on-year growth (comparable prices).
func (p Printer) Basis(b data.Basis) string {
	words := p.Text("basis.label", "span", p.Span(b.Span), "reference", p.Reference(b.Reference), "measure", p.Measure(b.Measure))
	words = strings.Join(strings.Fields(words), " ")
	if price := p.Price(b.Price); price != "" {
		return p.Text("basis.priced", "basis", words, "price", price)
	}
	return words
}

// Threshold returns the name under which a judgement of capacity is quoted, kind being
// where: "threshold" in a text, "chart.threshold" in a chart. The lines of the user go
// by their figures.
func (p Printer) Threshold(kind, id string) string {
	if key := kind + "." + id; p.Has(key) {
		return p.Text(key)
	}
	return p.Text(kind+".own", "lines", id)
}
