package session_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// A forecast that was made on three quarters must not stand in a report on two.
func TestForecastNotBeforeItsTime(t *testing.T) {
	text := composed(t, openSample(t), "内蒙古", data.Quarter(2013, 2)).Text(words(t, i18n.Chinese))
	if strings.Contains(text, "12.5") || strings.Contains(text, "12.2") {
		t.Error("the report on the first half of 2013 knows what was said after it")
	}
}

// A seasonal model on less than three years would take the base profile for a
// season: it must be refused, and the report must say so.
func TestNoSeasonWithoutYears(t *testing.T) {
	s := openSample(t)
	for _, sel := range []brief.Selection{
		{Region: "150000", Period: data.Quarter(2013, 3)}, {Region: "150000", Period: data.Quarter(2014, 1)}, {Region: "000000", Period: data.Quarter(2009, 3)},
	} {
		p, err := s.Desk(sel).Projection(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if p.Model.Growth.Shown() || p.Model.Refused != "too-short" {
			t.Errorf("%v: the model gives %v (%q)", sel, p.Model.Growth.Value, p.Model.Refused)
		}
		if !near(p.Chosen.Growth.Value, p.Now.Value) {
			t.Errorf("%v: with equal quarters the year grows as the part that is over, %v; got %v", sel, p.Now.Value, p.Chosen.Growth.Value)
		}
	}
}

// With the share moved, the answer for the last quarter moves too.
func TestLastQuarterMovesWithItsShare(t *testing.T) {
	g, err := openSample(t).Desk(brief.Selection{Region: "000000", Period: data.Quarter(2022, 4)}).Growth(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	q, p := g.Quarters[3], g.Quarters[2].Share.Value
	at := func(p float64) float64 { return required(q.Cumulative.Value, g.Quarters[2].Cumulative.Value, p) }
	if !near(q.Implied.Value, at(p)) || !near(q.Low.Value, at(p-.02)) || !near(q.High.Value, at(p+.02)) {
		t.Errorf("implied %v, %v and %v; want %v, %v and %v", q.Implied.Value, q.Low.Value, q.High.Value, at(p), at(p-.02), at(p+.02))
	}
}

// What the rest of the year must reach starts from the last month that is known:
// after November, December alone must bring what is missing.
func TestRequiredFromTheLastMonth(t *testing.T) {
	src := readSources(t)
	s := openSample(t)
	revenue := func(m int) float64 {
		return src.of("工业企业主营业务收入", "全国", "总计", toMonth(2013, m), "cum_level")
	}
	for _, tt := range []struct {
		sel  brief.Selection
		aim  brief.Aim
		want float64
	}{
		{brief.Selection{Region: "000000", Period: data.Month(2014, 8)}, brief.LastYear, required(9.7, 8.5, revenue(8)/revenue(12))},
		{brief.Selection{Region: "150000", Period: data.Month(2014, 11)}, brief.StatedForecast, required(12.5, 10, 11.0/12)},
	} {
		p, err := s.Desk(tt.sel).Projection(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, r := range p.Required {
			if r.Aim == tt.aim {
				found = true
				if !near(r.Growth.Value, tt.want) {
					t.Errorf("%v: %v required, want %v", tt.sel, r.Growth.Value, tt.want)
				}
			}
		}
		if !found {
			t.Errorf("%v: nothing is required", tt.sel)
		}
	}
}

// The past errors by which a method is chosen are those of the years before, each
// projected on what was known then.
func TestChosenByPastErrors(t *testing.T) {
	src := readSources(t)
	g := src.growths(2009, 2012)
	p, err := openSample(t).Desk(brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}).Projection(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	in2012 := byRatio(2011, 3, g[2012][2], src.revenueShares(2011), g).growth - g[2012][3]
	past := levels(2010, equalShares(), g)
	r := func(y int) float64 { return past[y][2] / past[y][3] }
	in2011 := 100*((1+g[2011][2]/100)*r(2010)/((r(2010)+r(2009)+r(2008))/3)-1) - g[2011][3]
	want := (max(in2012, -in2012) + max(in2011, -in2011)) / 2
	printed := tables(composed(t, openSample(t), "全国", data.Quarter(2013, 3)))["tried"].Rows[1].Cells
	if mae, bias := fmt.Sprintf("%.2f", want), fmt.Sprintf("%.2f", (in2012+in2011)/2); printed[1].Text != mae || printed[2].Text != bias {
		t.Errorf("the table says %s and %s of the completion ratio, want %s and %s", printed[1].Text, printed[2].Text, mae, bias)
	}
	for _, m := range p.Tried {
		if m.Method == p.Ratio.Method && !near(m.MAE, want) {
			t.Errorf("the completion ratio erred by %v, want %v", m.MAE, want)
		}
		if m.MAE < want-1e-9 && p.Chosen.Method == p.Ratio.Method {
			t.Errorf("%s erred less, by %v, and was not chosen", m.Method, m.MAE)
		}
	}
}
