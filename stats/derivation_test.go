package stats_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/expr-lang/expr"

	"yunxing/data"
	"yunxing/stats"
)

// What the rule of a number says, worked out apart from the code, is the number.
func TestRulesSayWhatIsComputed(t *testing.T) {
	n := func(v float64) data.Number { return data.PublishedNumber(v, 1) }
	exact := func(v float64) data.Number { return data.Number{Value: v, Lo: v, Hi: v, Digits: 4} }
	all := map[string]data.Number{
		"difference":     stats.Difference(n(12.2), n(14)),
		"exact":          stats.ExactDifference(n(12.2), n(14)),
		"index growth":   stats.IndexGrowth(n(92.1)),
		"ratio":          stats.Ratio(n(31.4), n(120.7), 2),
		"base":           stats.ComparableBase(n(500.3), n(8.4)),
		"implied":        stats.ImpliedCurrent(n(12.2), n(12.5), exact(0.75), exact(0.5)),
		"required":       stats.Required(n(12.5), n(12.2), exact(0.74)),
		"year":           stats.YearFrom(n(12.2), n(10), exact(0.74)),
		"from levels":    stats.CurrentFromLevels(n(900.1), n(9.1), n(600.2), n(8.8)),
		"completion":     stats.CompletionBefore(exact(0.7176), n(13.9), n(14.2)),
		"completions":    stats.MeanCompletion([]data.Number{exact(0.7176), exact(0.7157)}),
		"by completion":  stats.YearByCompletion(n(9.6), exact(0.7176), exact(0.7169)),
		"two years":      stats.MeanOfTotal(n(13.5), 2),
		"earlier years":  stats.Unchained(n(41.2), n(44.7)),
		"deflated":       stats.Deflated(n(6.4), n(98.2)),
		"inflated":       stats.Inflated(n(7.4), n(92.1)),
		"deflator":       stats.Deflator(n(6.4), n(7.4)),
		"share after":    stats.ShareAfter(n(31.2), n(9.9), n(12.2)),
		"base share":     stats.BaseShare(n(31.2), n(9.9), n(12.2)),
		"without":        stats.GrowthWithout(n(12.2), n(9.9), n(31.2)),
		"without now":    stats.GrowthWithoutNow(n(12.2), n(14.1), n(68.2)),
		"pull":           stats.PullOfShare(n(31.2), n(9.9)),
		"contribution":   stats.ContributionOfShare(n(31.2), n(9.9), n(12.2)),
		"of pull":        stats.ContributionOfPull(n(3.1), n(12.2)),
		"base of":        stats.BaseShareOf(n(45), n(9.9), n(12.2)),
		"growth":         stats.LevelGrowth(n(120.3), n(111.1)),
		"comparable":     stats.ComparableRate(n(5.8), n(-0.2)),
		"multiple":       stats.Multiple(n(127)),
		"diffusion":      stats.DiffusionIndex(n(31.2), n(40)),
		"balance":        stats.Balance(n(60), n(22)),
		"prosperity":     stats.Prosperity(n(120), n(131)),
		"quotient":       stats.LocationQuotient(n(31.2), n(4.4)),
		"quotient of":    stats.LocationQuotientOf(n(31.2), n(100), n(44), n(1000)),
		"from target":    stats.RequiredFromLevels(n(1300), n(900), n(1150), n(820)),
		"a month":        stats.PerMonth(n(1300), n(900), 3),
		"nameplate":      stats.PhysicalUtilisation(n(300), n(520), 273, 365),
		"middle":         stats.MidCapacity(n(500), n(540)),
		"a day":          stats.PerDay(n(300), data.Quarter(2016, 1)),
		"turnover":       stats.TurnoverDays(n(31), n(400), 9),
		"assets":         stats.RevenuePerHundredAssets(n(400), n(700), 9),
		"mean stock":     stats.MeanStock(n(31), n(35), n(36)),
		"mean use":       stats.MeanUtilisation([]data.Number{n(67.3), n(74.4), n(76.7)}),
		"threshold":      stats.Thresholds()[0].Gap(n(71.3)),
		"breadth":        stats.BreadthShare([]data.Number{n(1), n(-1), n(2), n(0)}).Share,
		"weighted":       stats.WeightedMean([]data.Number{n(1), n(-1)}, []data.Number{n(2), n(3)}),
		"implied weight": stats.ImpliedWeight(n(9.5), n(8.9), n(9.9)),
	}
	for name, got := range all {
		if !got.Known() || got.Way == nil || got.Way.Rule == "" {
			t.Errorf("%s: %v tells no rule", name, got)
			continue
		}
		want := workedOut(t, name, got)
		if math.Abs(got.Value-want) > 1e-9*math.Max(1, math.Abs(want)) {
			t.Errorf("%s: %s is %v, want %v", name, stats.FormulaOf(got), got.Value, want)
		}
	}
}

// What the rule of a measure says, worked out apart from the code with the terms of a
// figure, is the figure. Rules that count, add up members or name a method are left out.
func TestMeasureRulesSayWhatIsComputed(t *testing.T) {
	c := catalog(t)
	r := rand.New(rand.NewPCG(4, 4))
	told := 0
	for _, m := range stats.All() {
		if strings.ContainsAny(m.Rule, "#ΣΠ√") || strings.Contains(m.ID, "rank") || strings.HasPrefix(m.ID, "utilisation-") && m.Source != "国家统计局 (China NBS), 工业产能利用率调查" || m.ID == "output-gap" {
			continue
		}
		told++
		all, err := m.Compute(t.Context(), stats.Input{Reader: draw(r, c, m, data.Quarterly).truth, Catalog: c})
		if err != nil || len(all) == 0 {
			t.Fatalf("%s: %d figures, %v", m.ID, len(all), err)
		}
		for i := 0; i < len(all); i += max(len(all)/20, 1) {
			got := all[i].Told()
			want := workedOut(t, m.ID, got)
			if math.Abs(got.Value-want) > 1e-9*math.Max(1, math.Abs(want)) {
				t.Errorf("%s: %s is %v, want %v", m.ID, all[i].Explain().Formula, got.Value, want)
			}
		}
	}
	if told < 35 {
		t.Errorf("only %d rules are worked out", told)
	}
}

// A rank of the fall counts those that fell more, and says so.
func TestRankRuleSaysItsOrder(t *testing.T) {
	c := catalog(t)
	var from shelf
	for i, r := range c.Members("west12", 2013) {
		from = append(from, quarters("iva", r.Code, data.TotalItem, grown, 20, 20, 20, 20, 20-float64(i)))
	}
	for id, want := range map[string]string{"fall-rank": "{d < dᵢ}", "change-rank": "{d > dᵢ}", "rank-west": "{g > gᵢ}"} {
		m, _ := stats.Find(id)
		all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c})
		for _, f := range all {
			if !strings.Contains(f.Number.Way.Rule, want) {
				t.Errorf("%s says %s", id, f.Number.Way.Rule)
			}
		}
		if err != nil || len(all) == 0 && id != "change-rank" {
			t.Errorf("%s: %d figures, %v", id, len(all), err)
		}
	}
}

// workedOut returns what the right side of the rule of n comes to.
func workedOut(t *testing.T, name string, n data.Number) float64 {
	t.Helper()
	_, right, _ := strings.Cut(n.Way.Rule, " = ")
	right, _, _ = strings.Cut(right, ", ")
	values := map[string]string{}
	for _, term := range n.Way.Terms() {
		values[term.Symbol] = strconv.FormatFloat(term.Number.Value, 'g', -1, 64)
	}
	text := strings.Builder{}
	for right != "" {
		end := strings.IndexFunc(right, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !('₀' <= r && r <= '₉')
		})
		if end < 0 {
			end = len(right)
		}
		if v, ok := values[right[:end]]; ok && end > 0 {
			text.WriteString("(" + v + ")")
		} else {
			end = max(end, len(string([]rune(right)[:1])))
			text.WriteString(right[:end])
		}
		right = right[end:]
	}
	program := strings.NewReplacer("·", "*", "−", "-").Replace(text.String())
	out, err := expr.Eval(program, nil)
	if err != nil {
		t.Fatalf("%s: %q: %v", name, program, err)
	}
	switch v := out.(type) {
	case float64:
		return v
	case int:
		return float64(v)
	}
	t.Fatalf("%s: %q is %v", name, program, out)
	return 0
}

// A rule is told with its numbers.
func TestFormulaOf(t *testing.T) {
	n := func(v float64) data.Number { return data.PublishedNumber(v, 1) }
	for want, got := range map[string]data.Number{
		"12.2 − 14.0 = −1.8":                 stats.Difference(n(12.2), n(14)),
		"(−0.7) − 11.2 = −11.9":              stats.Difference(n(-0.7), n(11.2)),
		"100·((1+13.5/100)^(1/2) − 1) = 6.5": stats.MeanOfTotal(n(13.5), 2),
		"100·3/4 = 75.0":                     stats.BreadthShare([]data.Number{n(1), n(-1), n(2), n(3)}).Share,
		"4.0 + 3.1 − 2.2 = 4.9":              stats.ConcentrationRatio([]data.Number{n(3.1), n(-2.2), n(4)}, 3),
		"":                                   n(12.2),
	} {
		if text := stats.FormulaOf(got); text != want {
			t.Errorf("%q, want %q", text, want)
		}
	}
}
