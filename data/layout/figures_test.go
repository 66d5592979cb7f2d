package layout_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/sheet"
)

// basisOf maps the bases of the generator's fact tables to measure, reference and
// span.
func basisOf(s string) string {
	return map[string]string{
		"cum_level": "level none cumulative", "cum_yoy": "growth year-ago cumulative",
		"mon_level": "level none current", "mon_yoy": "growth year-ago current",
		"end_level": "level none point", "end_yoy": "growth year-ago point",
		"idx_yoy": "index year-ago current", "idx_cum_yoy": "index year-ago cumulative", "idx_mom": "index previous current",
		"qtr_rate": "share none current", "index": "index none current",
		"contribution_pp": "points year-ago cumulative",
	}[s]
}

var month = regexp.MustCompile(`^(\d{4})-(\d\d)$`)

// TestSampleFigures states that every figure of the generator's fact tables comes
// back from the workbooks with its key, value, decimals and status.
func TestSampleFigures(t *testing.T) {
	cat := catalog(t)
	got := sampleFigures(t, cat)
	tables, err := filepath.Glob("../../cmd/internal/sample/figures/*.csv")
	if err != nil || len(tables) == 0 {
		t.Skip("the fact tables of the sample are not there")
	}
	all, wrong := 0, 0
	for _, name := range tables {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		for _, row := range rows[1:] {
			for i := 6; i < len(row); i++ {
				if row[i] == "" {
					continue
				}
				all++
				if strings.ContainsAny(row[3], "+(") && row[3] != row[0] && !strings.Contains(row[0], row[3]) {
					continue // the tables name these by formulas, the sheets in words
				}
				if want := wanted(t, cat, row, rows[0][i], row[i]); !match(got, want) {
					if wrong++; wrong < 30 {
						t.Errorf("%s: %v is not among the figures that were read", filepath.Base(name), want)
					}
				}
			}
		}
	}
	read := 0
	for _, g := range got {
		read += len(g)
	}
	if read != all {
		t.Errorf("%d figures were read from workbooks with %d", read, all)
	}
}

// match reports whether one of the figures with the same key begins as wanted.
func match(got map[string][]string, want [2]string) bool {
	for _, g := range got[want[0]] {
		if strings.HasPrefix(g, want[1]) {
			return true
		}
	}
	return false
}

// wanted returns the key and the value that a cell of a fact table must give.
func wanted(t *testing.T, cat *data.Catalog, row []string, period, text string) [2]string {
	ind, ok := cat.FindIndicator(row[2])
	if !ok {
		name, _, _ := strings.Cut(row[2], "_") // a measure of it
		if ind, ok = cat.FindIndicator(name); !ok {
			t.Fatalf("no indicator %s", row[2])
		}
	}
	reg, ok := cat.FindRegion(row[1])
	if !ok {
		t.Fatalf("no region %s", row[1])
	}
	value := strings.TrimRight(text, "①②③④")
	status := map[string]string{"": "published false", "①": "derived false", "②": "published true", "③": "projected false", "④": "estimated false"}[strings.TrimPrefix(text, value)]
	if m := month.FindStringSubmatch(period); m != nil {
		period = m[1] + "-" + m[2]
	}
	item := row[3]
	if it, ok := cat.FindItemOf(ind, item, data.Total, data.Section, data.Branch, data.Sector, data.Size, data.Ownership, data.Asset, data.Product); ok {
		item = it.Code
	}
	if code := map[string]string{"第一产业": "primary", "第二产业": "secondary", "第三产业": "tertiary"}[row[3]]; code != "" {
		ind.Code, item = code, data.TotalItem // printed as 第二产业增加值
	}
	if y, ok := strings.CutSuffix(period, "Q4"); ok && ind.Code == "gdp" {
		period = y // printed as 全年
	}
	return [2]string{
		fmt.Sprint(ind.Code, " ", reg.Code, " ", item, " ", strings.ReplaceAll(period, "/", "~")),
		fmt.Sprintf("%s %s %s %s", value, row[5], status, basisOf(row[4])),
	}
}

// sampleFigures returns what is read from the sample workbooks.
func sampleFigures(t *testing.T, cat *data.Catalog) map[string][]string {
	files, err := filepath.Glob("../../assets/sample/*.xlsx")
	if err != nil || len(files) == 0 {
		t.Skip("the sample workbooks are not there")
	}
	got := map[string][]string{}
	for _, f := range files {
		grids, err := sheet.Open(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		obs, _, err := layout.Read(context.Background(), grids, cat, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range obs {
			k := fmt.Sprint(o.Key.Indicator, " ", o.Key.Region, " ", o.Key.Item, " ", strings.ReplaceAll(o.Period.String(), "/", "~"))
			v := fmt.Sprintf("%s %s %v %v %v %v %v", data.HalfAway.Format(o.Value, int(o.Digits)), o.Unit.Symbol, o.Status, o.Break, strings.Replace(o.Key.Basis.Measure.String(), "count", "level", 1), o.Key.Basis.Reference, o.Key.Basis.Span)
			got[k] = append(got[k], v)
		}
	}
	return got
}
