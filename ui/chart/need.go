package chart

import (
	"yunxing/data"
	"yunxing/ui/brief"
)

// This file says what figures kinds are about, for the words where there are none.

// need returns that a measure of an indicator is wanted of the selected region.
func need(indicator string, m data.Measure, s data.Span) brief.Absent {
	return brief.Absent{Indicator: indicator, Measure: m, Span: s}
}

// valueAdded returns that the growth of value added is wanted within the region.
func valueAdded(w brief.Within) brief.Absent {
	n := need("iva", data.Growth, data.Cumulative)
	n.Within = w
	return n
}

// levels returns that quarters of some level are wanted, three years of them.
func levels() brief.Absent {
	n := need("iva", data.Level, data.Cumulative)
	n.Within, n.Or = brief.Quarters, []string{"revenue_main", "revenue", "output"}
	return n
}

// profits returns that profits by branches are wanted.
func profits() brief.Absent {
	n := need("profit", data.Level, data.Cumulative)
	n.Within = brief.Branches
	return n
}

// lacking returns the error for a figure without a single value to draw.
func (d *draft) lacking(n brief.Absent) error {
	sel := d.desk.Selection()
	n.Region, n.Period = sel.Region, sel.Period
	return &n
}
