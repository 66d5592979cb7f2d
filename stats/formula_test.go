package stats_test

import (
	"errors"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// formulaShelf is what the formulas below are worked out from.
func formulaShelf() shelf {
	const r, whole = "150000", data.TotalItem
	yuan, _ := data.ParseUnit("亿元")
	tenThousand, _ := data.ParseUnit("万元")
	tons, _ := data.ParseUnit("万吨")
	percent, _ := data.ParseUnit("%")
	in := func(s data.Series, u data.Unit) data.Series { s.Unit = u; return s }
	prices := data.Basis{Span: data.Cumulative, Measure: data.Index, Reference: data.YearAgo}
	single := data.Basis{Span: data.Current}
	return shelf{
		in(quarters("iva", r, whole, grown, 12, 13, 14, 14.5, 13, 12.5, 12.2), percent),
		in(quarters("iva", r, "coal", grown, 9, 9, 9, 9, 8, 7, 6), percent),
		in(quarters("iva", "000000", whole, grown, 11, 10, 10, 10, 9.5, 9.3, 9.6), percent),
		in(quarters("profit", r, whole, level, 50, 100, 150, 200), yuan),
		in(quarters("profit", r, "coal", level, 25, 40, 60, 80), yuan),
		in(quarters("revenue", r, whole, level, 8e6, 16e6, 24e6, 32e6), tenThousand),
		in(quarters("revenue", r, whole, grown, 8, 8, 8, 8), percent),
		in(quarters("revenue", r, whole, single, 8e6, 8e6, 8e6, 8e6), tenThousand),
		in(quarters("output", r, "raw-coal", level, 10, 20, 30, 40), tons),
		quarters("unitless", r, whole, level, 1, 2),
		quarters("ppi", r, whole, prices, 96, 96, 96, 96),
		quarters("企业 景气", r, whole, data.Basis{Measure: data.Index}, 121.5),
	}
}

// TestFormulas fails where a formula of the user comes to another figure than worked
// out by hand, in another unit, or does not show how.
func TestFormulas(t *testing.T) {
	c := catalog(t)
	for _, tt := range []struct {
		text, item string
		period     data.Period
		want, unit string
	}{
		{"profit.coal / profit.total * (profit.total / profit.coal) - 0.5 * 2", "coal", data.Quarter(2012, 2), "40.0 / 100.0 · 100.0 / 40.0 − 0.5 · 2 = 0.00", ""},
		{"iva - lag(iva, 4)", "total", data.Quarter(2013, 3), "12.2 − 14.0 = −1.8", "个百分点"},
		{"iva - yearago(iva)", "coal", data.Quarter(2013, 3), "6.0 − 9.0 = −3.0", "个百分点"},
		{"iva.coal - iva.total", "coal", data.Quarter(2013, 3), "6.0 − 12.2 = −6.2", "个百分点"},
		{"iva.内蒙古 - iva.全国", "total", data.Quarter(2013, 3), "12.2 − 9.6 = 2.6", "个百分点"},
		{"规模以上工业增加值.增速 - 12", "total", data.Quarter(2013, 3), "12.2 − 12 = 0.2", "个百分点"},
		{"mean(iva, lag(iva, 4))", "total", data.Quarter(2013, 3), "mean(12.2, 14.0) = 13.1", "%"},
		{"profit.total / revenue.level.cumulative * 100", "total", data.Quarter(2012, 1), "50.0 / 8000000.0 · 100 = 6.3", ""},
		{"profit.coal / profit.total", "coal", data.Quarter(2012, 2), "40.0 / 100.0 = 0.40", ""},
		{"profit.level.total - profit.coal", "total", data.Quarter(2012, 2), "100.0 − 40.0 = 60.0", "亿元"},
		{"profit.coal / output.原煤", "coal", data.Quarter(2012, 1), "25.0 / 10.0 = 2.5", "亿元/万吨"},
		{"deflate(revenue.growth, ppi)", "total", data.Quarter(2012, 1), "deflate(8.0, 96.0) = 12.5", "%"},
		{"\"企业 景气\" - 100", "total", data.Quarter(2012, 1), "121.5 − 100 = 21.5", "点"},
		{"-(profit.coal + profit.total) / 2", "coal", data.Quarter(2012, 1), "-1 · (25.0 + 50.0) / 2 = −37.5", "亿元"},
		{"abs(iva.coal - iva.total)", "coal", data.Quarter(2013, 3), "abs(6.0 − 12.2) = 6.2", "个百分点"},
		{"lag(iva - 2, 1)", "total", data.Quarter(2013, 3), "lag(12.5 − 2, 1) = 10.5", "个百分点"},
		{"profit.total - (profit.coal - 0.5 * profit.coal)", "total", data.Quarter(2012, 1), "50.0 − (25.0 − 0.5 · 25.0) = 37.5", "亿元"},
	} {
		m, err := stats.ParseFormula(tt.text, c)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		all, err := m.Compute(t.Context(), stats.Input{Reader: formulaShelf(), Catalog: c, Region: "150000", Wanted: func(p data.Period) bool { return p == tt.period }})
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		got, unit := "", ""
		for _, f := range all {
			if f.Item == tt.item {
				got, unit = f.Explain().Formula, f.Unit
			}
			if f.Span != data.Cumulative && !strings.Contains(tt.text, "景气") {
				t.Errorf("%s is %v", tt.text, f.Span)
			}
			if n := f.Number; n.Lo > n.Value || n.Hi < n.Value || len(n.Refs) == 0 {
				t.Errorf("%s: %+v", tt.text, n)
			}
		}
		if got != tt.want || unit != tt.unit {
			t.Errorf("%s is %q in %q of %d figures, want %q in %q", tt.text, got, unit, len(all), tt.want, tt.unit)
		}
	}
}

// TestFormulasRefused fails where a formula that means nothing gives a figure, or is
// refused for another reason or at another place.
func TestFormulasRefused(t *testing.T) {
	c := catalog(t)
	for _, tt := range []struct {
		text string
		want error
		part string
	}{
		{"iva +", stats.ErrUnfinished, "iva +"},
		{"(iva", stats.ErrUnfinished, "(iva"},
		{"", stats.ErrUnfinished, ""},
		{"1 + 2", stats.ErrSyntax, "1 + 2"},
		{"iva > 3", stats.ErrSyntax, ">"},
		{"not iva", stats.ErrSyntax, "not"},
		{"[iva]", stats.ErrSyntax, "[iva]"},
		{"iva.nowhere", stats.ErrWord, "nowhere"},
		{"iva[0]", stats.ErrSyntax, "0]"},
		{"sum(iva)", stats.ErrFunction, "sum"},
		{"sqrt(iva)", stats.ErrFunction, "sqrt"},
		{"lag(iva, -1)", stats.ErrArguments, "lag"},
		{"lag(iva, 1.5)", stats.ErrArguments, "lag"},
		{"lag(iva)", stats.ErrArguments, "lag"},
		{"yearago(iva, 1)", stats.ErrArguments, "yearago"},
		{"mean(iva)", stats.ErrArguments, "mean"},
		{"deflate(iva)", stats.ErrArguments, "deflate"},
		{"abs(iva, iva)", stats.ErrArguments, "abs"},
		{"nothing - 1", stats.ErrEmpty, "nothing"},
		{"revenue / 2", stats.ErrAmbiguous, "revenue"},
		{"iva + iva", data.ErrBasis, "iva + iva"},
		{"iva * iva", data.ErrBasis, "iva · iva"},
		{"1 / iva", data.ErrBasis, "1 / iva"},
		{"profit.total + 1", data.ErrBasis, "profit.total + 1"},
		{"profit.total - iva.total", data.ErrBasis, "profit.total − iva.total"},
		{"profit.total / iva.total", data.ErrBasis, "profit.total / iva.total"},
		{"profit.total / revenue.level.current", data.ErrBasis, "profit.total / revenue.level.current"},
		{"unitless.level / profit.total", stats.ErrUnits, "unitless.level / profit.total"},
		{"unitless / unitless", stats.ErrUnits, "unitless / unitless"},
		{"profit.coal / profit.total + revenue.level.current / revenue.level.current", data.ErrBasis, "profit.coal / profit.total + revenue.level.current / revenue.level.current"},
		{"profit.coal + output.原煤", stats.ErrUnits, "profit.coal + output.原煤"},
		{"mean(profit.total, profit.total)", data.ErrBasis, "mean(profit.total, profit.total)"},
		{"deflate(ppi, ppi)", data.ErrBasis, "deflate(ppi, ppi)"},
	} {
		m, err := stats.ParseFormula(tt.text, c)
		if err == nil {
			_, err = m.Compute(t.Context(), stats.Input{Reader: formulaShelf(), Catalog: c})
		}
		var wrong *stats.FormulaError
		if !errors.As(err, &wrong) || !errors.Is(err, tt.want) || wrong.Part != tt.part || !strings.Contains(err.Error(), tt.part) {
			t.Errorf("%q gives %v, want %v at %q", tt.text, err, tt.want, tt.part)
		}
	}
	m, err := stats.ParseFormula("iva - 1", c)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	if _, err := m.Compute(t.Context(), stats.Input{Reader: broken{after: &n}, Catalog: c}); !errors.Is(err, errShelf) {
		t.Errorf("a reader that fails gives %v", err)
	}
}
