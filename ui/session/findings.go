package session

import (
	"strings"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// FindingTable returns findings as a script reads them: names in Chinese, codes for
// what is of a few kinds, the cells with a semicolon between, the stated one first.
func FindingTable(c *data.Catalog, findings []Finding) report.Flat {
	out := report.Flat{Columns: report.TextColumns("rule", "verdict", "region", "indicator", "item", "period", "span",
		"stated", "stated_lo", "stated_hi", "derived", "derived_lo", "derived_hi", "gap", "reason", "cells")}
	for _, f := range findings {
		region, item := ScriptNames(c, f.Key.Region, f.Key.Item)
		indicator := f.Key.Indicator
		if i, ok := c.Indicator(indicator); ok {
			indicator = i.Zh
		}
		row := []string{string(f.Rule), VerdictName(f.Verdict), region, indicator, item, f.Period.String(), f.Key.Basis.Span.String()}
		out.Rows = append(out.Rows, append(append(row, numbersOf(f)...), string(f.Reason), cellsOf(f, data.Source.String)))
	}
	return out
}

// FindingSheet returns findings as a person reads them, in the language of p, for a
// spreadsheet.
func FindingSheet(p i18n.Printer, c *data.Catalog, findings []Finding) report.Flat {
	out := report.Flat{Columns: report.TextColumns(p.Text("finding.verdict"), p.Text("finding.rule"), p.Text("figure.region"),
		p.Text("finding.indicator"), p.Text("figure.item"), p.Text("figure.period"))}
	for _, key := range []string{"finding.stated", "figure.lo", "figure.hi", "finding.derived", "figure.lo", "figure.hi", "finding.gap"} {
		out.Columns = append(out.Columns, report.FlatColumn{Title: p.Text(key), Number: true})
	}
	out.Columns = append(out.Columns, report.TextColumns(p.Text("finding.reason"), p.Text("finding.cells"))...)
	for _, f := range findings {
		row := []string{
			VerdictWord(p, f.Verdict), RuleWord(p, f.Rule), p.RegionOf(c, f.Key.Region), p.IndicatorOf(c, f.Key.Indicator),
			p.ItemOf(c, f.Key.Item), p.Period(f.Period, f.Key.Basis.Span),
		}
		out.Rows = append(out.Rows, append(append(row, numbersOf(f)...), ReasonWord(p, f.Reason), cellsOf(f, p.Source)))
	}
	return out
}

// numbersOf returns what is stated, what the inputs make of it, and the difference.
func numbersOf(f Finding) []string {
	a, b := f.Stated, f.Derived
	aLo, aHi := PlainBounds(a)
	bLo, bHi := PlainBounds(b)
	return []string{
		Plain(a.Value, a.Digits), aLo, aHi,
		Plain(b.Value, b.Digits), bLo, bHi,
		Plain(f.Gap.Value, f.Gap.Digits),
	}
}

// cellsOf returns the places of the cells of a finding.
func cellsOf(f Finding, place func(data.Source) string) string {
	var out []string
	for _, o := range f.Cells {
		out = append(out, place(o.Source))
	}
	return strings.Join(out, "; ")
}

// VerdictWord returns the word for a verdict: 一致, consistent.
func VerdictWord(p i18n.Printer, v stats.Verdict) string { return p.Text("verdict." + v.String()) }

// RuleWord returns the words for a rule, its code where there are none.
func RuleWord(p i18n.Printer, r stats.Rule) string { return wordOr(p, "rule.", string(r)) }

// RuleDetail returns what a rule says, "" where there are no words for it.
func RuleDetail(p i18n.Printer, r stats.Rule) string {
	if key := "rule-detail." + string(r); p.Has(key) {
		return p.Text(key)
	}
	return ""
}

// ReasonWord returns what is known of why two figures differ, "" where nothing is.
func ReasonWord(p i18n.Printer, r stats.Reason) string { return wordOr(p, "reason.", string(r)) }

// wordOr returns the words for a code, the code where there are none.
func wordOr(p i18n.Printer, prefix, code string) string {
	if key := prefix + code; p.Has(key) {
		return p.Text(key)
	}
	return code
}
