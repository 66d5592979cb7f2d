package main

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// collection is where the published figures lie that the tables were taken from.
const collection = "../../../../shared/data"

// tables returns every committed fact table by its name.
func tables(t *testing.T) map[string]Table {
	t.Helper()
	names, err := fs.Glob(figures, "figures/*.csv")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fact tables: %v", err)
	}
	out := map[string]Table{}
	for _, name := range names {
		name = strings.TrimSuffix(filepath.Base(name), ".csv")
		table, err := readTable(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = table
	}
	return out
}

// key names one figure of the collection.
type key struct{ indicator, region, item, basis, period string }

// published is one line of the collection.
type published struct{ value, unit, basis, trust string }

// load reads the collection, or skips the test where it is absent.
func load(t *testing.T) map[key][]published {
	t.Helper()
	out := map[key][]published{}
	for _, name := range []string{
		"figures.csv", "national_iva_industry.csv", "national_products.csv", "national_enterprise.csv", "national_ppi.csv",
	} {
		file, err := os.Open(filepath.Join(collection, name))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("the collection of published figures ../shared/data is not here: figures not compared")
		}
		if err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(file).ReadAll()
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records[1:] {
			basis, _, _ := strings.Cut(r[6], "(")
			k := key{r[0], r[1], r[2], basis, r[3]}
			out[k] = append(out[k], published{value: r[4], unit: r[5], basis: r[6], trust: r[8]})
		}
	}
	return out
}

// usable reports whether a line may stand in the sample at all.
func (p published) usable() bool {
	return !strings.HasPrefix(p.trust, "compiled-unverified") && !strings.Contains(p.basis, "旧口径")
}

// origins returns the keys under which the collection may hold a committed
// figure: its periods name the span, ours leave it to the basis.
func origins(r Row, period string) []key {
	k := func(basis, period string) key { return key{r.Indicator, r.Region, r.Item, basis, period} }
	year, rest := period[:4], period[4:]
	soFar := strings.HasPrefix(r.Basis, "cum_")
	switch {
	case strings.Contains(period, "/"):
		return []key{k(strings.Replace(r.Basis, "mon_", "cum_", 1), period)}
	case strings.HasPrefix(rest, "Q") && soFar:
		last := map[string]string{"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}[rest]
		return []key{
			k(r.Basis, strings.TrimSuffix(year+"-Q1/"+rest, "/Q1")),
			k(r.Basis, year+"-01/"+year+"-"+last),
		}
	case strings.HasPrefix(rest, "Q"):
		return []key{k(r.Basis, year+"-"+rest)}
	case rest == "" && soFar:
		return []key{k(strings.Replace(r.Basis, "cum_", "annual_", 1), period)}
	case rest == "":
		return []key{k(r.Basis, period)}
	case slices.Contains([]string{"mon_level", "mon_yoy", "idx_yoy", "idx_mom", "end_yoy"}, r.Basis):
		return []key{k(r.Basis, period)}
	case r.Basis == "end_level":
		return []key{k(r.Basis, period), k(r.Basis, year+"-01/"+period)}
	default:
		return []key{k(r.Basis, year+"-01/"+period)}
	}
}

// contradicted holds the figures left out because their source contradicts its
// own neighbouring months.
func contradicted() []key {
	return []key{
		{"主要工业品产量", "全国", "载货汽车", "cum_level", "2017-01/2017-09"},
		{"主要工业品产量", "全国", "汽车", "cum_level", "2017-01/2017-09"},
		{"主要工业品产量", "全国", "汽车", "cum_level", "2016-01/2016-10"},
		{"规模以上工业增加值", "全国", "采矿业", "cum_yoy", "2020-01/2020-05"},
		{"规模以上工业增加值", "全国", "石油和天然气开采业", "cum_yoy", "2020-01/2020-05"},
	}
}

// TestFiguresAreThoseOfTheCollection fails if a committed figure is not the
// published one, is shown with other decimals than zeros added to it, lacks the
// mark of its kind, or if a gap hides a figure that was published.
func TestFiguresAreThoseOfTheCollection(t *testing.T) {
	lines := load(t)
	compared := 0
	for name, table := range tables(t) {
		for _, row := range table.Rows {
			for i, period := range table.Periods {
				var found []published
				for _, k := range origins(row, period) {
					if slices.Contains(contradicted(), k) {
						continue
					}
					found = append(found, lines[k]...)
				}
				found = slices.DeleteFunc(found, func(p published) bool { return !p.usable() })
				compare(t, name, row, period, row.Values[i], found)
				if row.Values[i] != "" {
					compared++
				}
			}
		}
	}
	if compared < 78000 {
		t.Errorf("only %d figures compared; the tables have lost some", compared)
	}
}

// compare checks one committed figure against the lines found for it.
func compare(t *testing.T, table string, row Row, period, text string, found []published) {
	t.Helper()
	if text == "" {
		if len(found) > 0 {
			t.Errorf("%s: %s %s is empty but was published: %v", table, row.Label, period, found)
		}
		return
	}
	figure := strings.TrimRight(text, "①②③④")
	mark := strings.TrimPrefix(text, figure)
	for _, p := range found {
		if p.unit == row.Unit && extends(figure, p.value) && mark == p.mark(row) {
			return
		}
	}
	t.Errorf("%s: %s %s is %s; published: %v", table, row.Label, period, text, found)
}

// extends reports whether figure is value with nothing but decimal zeros added.
func extends(figure, value string) bool {
	rest, ok := strings.CutPrefix(figure, value)
	if !strings.Contains(value, ".") {
		rest = strings.TrimPrefix(rest, ".")
	}
	return ok && strings.Trim(rest, "0") == "" && (rest == "" || strings.Contains(figure, "."))
}

// mark returns the footnote mark that a line calls for.
func (p published) mark(r Row) string {
	switch {
	case strings.HasPrefix(p.trust, "derived"):
		return "①"
	case strings.Contains(p.trust, "BREAK"):
		return "②"
	case r.Basis == "forecast":
		return "③"
	case strings.Contains(r.Item, "约数"):
		return "④"
	}
	return ""
}

// TestEveryKeyHasOneCell fails if a series and period stand twice in the sample,
// with figure or empty: importing would then find two answers to one question.
func TestEveryKeyHasOneCell(t *testing.T) {
	seen := map[key]string{}
	for name, table := range tables(t) {
		for _, row := range table.Rows {
			for _, period := range table.Periods {
				k := key{row.Indicator, row.Region, row.Item, row.Basis, period}
				if other, ok := seen[k]; ok {
					t.Errorf("%v stands in %s and %s", k, other, name)
				}
				seen[k] = name
			}
		}
	}
}

// TestGrowthHasDecimals fails if a growth rate or index was stored from a trimmed
// text, as 12 for 12.0.
func TestGrowthHasDecimals(t *testing.T) {
	for name, table := range tables(t) {
		for _, row := range table.Rows {
			if !strings.HasSuffix(row.Basis, "_yoy") && !strings.HasPrefix(row.Basis, "idx_") {
				continue
			}
			for i, text := range row.Values {
				if text != "" && !strings.Contains(text, ".") {
					t.Errorf("%s: %s %s is %s, without decimals", name, row.Label, table.Periods[i], text)
				}
			}
		}
	}
}
