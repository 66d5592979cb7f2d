package session_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// A taskRow is one row of the inventory of what the report of 2013 computes (features
// A1): what the sample holds of its inputs, what of them was never published, and the
// test that every figure is what was published or is worked out by hand, and that
// nothing is told where an input is not known.
type taskRow struct {
	text  string // how the row begins in the inventory
	holds string
	lacks string
	check func(t *testing.T, v *inventory)
}

// tasks returns the 20 rows.
func tasks() []taskRow {
	return []taskRow{
		{"季度累计 12、11.6、12.2", "cumulative growth: Inner Mongolia by quarter for 2013 and single periods of other years, the nation by month since 2009, western provinces and leagues for single periods", "the months of Inner Mongolia, so that nothing is said of its steadying (趋稳)", checkPath},
		{"较2010、2011、2012年同期降低", "growth of four years at the same nine months; of the nation every month", "Inner Mongolia outside the nine months of 2010 to 2013", checkChanges},
		{"居全国第10位", "the two ranks as stated, and the leagues of October and December 2023", "the growth of the 31 provinces: no place in the nation is worked out", checkRanks},
		{"西部12省区中回落幅度居第8位", "the place as stated, and the 12 provinces in April 2014 and 2015 and the first half and seven months of 2015", "the 12 provinces of 2012 and 2013", checkFallRanks},
		{"除呼和浩特较高外", "the 12 leagues and the region in October 2023", "the leagues of 2013", checkLeagues},
		{"煤炭、化工持续下滑", "the branches of the nation by month", "the branches of Inner Mongolia in 2013", checkDivergence},
		{"中小企业 14.1 %", "growth and share of small and medium firms at the nine months of 2013", "the large firms, which are implied; shares of any other period", checkSmallFirms},
		{"原煤…载货汽车", "six products of Inner Mongolia with the year before, 23 of the nation by month", "2011 of the region", checkProducts},
		{"出厂价格指数较2011年下降", "the indices of the nation by month and the difference as stated for the region", "the index of the region: no difference of it is worked out", checkPrices},
		{"煤炭贡献率维持在45 %左右", "the contribution as stated, an approximate one; pulls and contributions of other parts in 2021 and 2023; levels and growths of profit and revenue of the nation by branch", "value added of the branches of the region", checkContributions},
		{"主营业务收入 8.5 %", "revenue of three years; of profit only the differences as stated; the nation by month", "the growth of profit in the region", checkFinance},
		{"产成品资金增速连续2个季度", "finished goods and revenue of the nation", "finished goods of the region", checkDestocking},
		{"行业景气 137.9/128.2/94.0", "the indices of the third quarter of 2013 and two of the second", "other quarters", checkClimate},
		{"除煤炭和化工外其它行业均回升", "the branches of the nation by month", "the branches of the region in 2013", checkExceptions},
		{"结合往年同期完成比例", "the growth of the nine months, and the forecast as stated", "levels of value added and the quarters of past years, so that there is no completion ratio but that of equal quarters", checkProjection},
		{"产能利用率远低于74 %", "five industries of the nation at the end of 2012, its branches by quarter since 2016", "the branches of the region, and any of 2013", checkUtilisation},
		{"制造业/房地产投资增速", "investment of the nation by section and in real estate, in real estate of the region from 2014", "investment of the region in manufacturing, and any of it in 2013", checkInvestment},
		{"2014年 12.5 %左右", "the scenario as stated", "the drivers that it rests on", checkScenario},
		{"\"一煤独大\"", "levels and growths of profit and revenue of the nation by branch", "the branches of the region: neither share nor quotient of its coal", checkDominance},
		{"(implied) 四季度需完成多少", "targets and growth of the 12 leagues in 2023", "a target of the region: none is required of it but for one that the user sets", checkRequired},
	}
}

// TestInventory fails where a row of the inventory is not computed from the embedded
// sample for every region and quarter for which its inputs were published.
func TestInventory(t *testing.T) {
	v := newInventory(t)
	for _, row := range tasks() {
		t.Run(row.text, func(t *testing.T) { row.check(t, v) })
	}
}

// TestInventoryWhole fails where the rows above are not those of the inventory.
func TestInventoryWhole(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/domain/features.md")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no ../shared/domain/features.md: the rows cannot be held against the inventory")
	}
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(raw), "### A1")
	text, _, _ = strings.Cut(text, "### A2")
	var rows []string
	for line := range strings.Lines(text) {
		if cells := strings.Split(line, "|"); len(cells) > 4 && strings.Trim(cells[1], " 0123456789") == "" {
			rows = append(rows, strings.TrimSpace(cells[2]))
		}
	}
	if len(rows) != len(tasks()) {
		t.Fatalf("the inventory has %d rows, %d are tested", len(rows), len(tasks()))
	}
	for i, row := range tasks() {
		if !strings.HasPrefix(rows[i], row.text) || row.holds == "" || row.lacks == "" {
			t.Errorf("row %d is %q, tested as %q", i+1, rows[i], row.text)
		}
	}
}
