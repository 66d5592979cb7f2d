package chart

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"yunxing/assets"
)

var (
	update  = flag.Bool("update", false, "write the golden files")
	gallery = flag.String("gallery", "", "write every figure in every theme and format to this folder")
)

// testFonts returns the fonts of the product.
func testFonts(t testing.TB) *Fonts {
	t.Helper()
	f, err := LoadFonts(assets.Regular, assets.Bold)
	if err != nil {
		t.Fatalf("the bundled fonts do not load: %v", err)
	}
	return f
}

// vals returns published values with one decimal; NaN is missing.
func vals(v ...float64) []Value {
	out := make([]Value, len(v))
	for i, x := range v {
		out[i] = NewValue(x, 1, Published, int64(100+i))
	}
	return out
}

// made is a figure for tests. Its numbers are invented except where the
// words say otherwise.
type made struct {
	id     string
	w, h   float64
	figure func(lang string) (*Figure, error)
}

func pick(lang, zh, en string) string {
	if lang == "en" {
		return en
	}
	return zh
}

func months(lang string) []string {
	out := []string{pick(lang, "1-2月", "Jan–Feb")}
	en := []string{"Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	for i, m := range en {
		out = append(out, pick(lang, fmt.Sprintf("%d月", i+3), m))
	}
	return out
}

func quarters(lang string) []string {
	if lang == "en" {
		return []string{"Q1", "Jan–Jun", "Jan–Sep", "Full year"}
	}
	return []string{"一季度", "上半年", "前三季度", "全年"}
}

func words(lang, head, sub string) Words {
	return Words{
		Headline: head, Subtitle: sub, Lang: lang,
		Number: pick(lang, "图1", "Figure 1"), Caption: pick(lang, "规模以上工业增加值累计增速变化图", "Cumulative growth of industrial value added"),
		Source: pick(lang, "数据来源:国家统计局。", "Source: National Bureau of Statistics."),
		Note:   pick(lang, "注:增速按可比价计算;1月数据不单独发布。", "Note: growth at comparable prices; January is not published alone."),
	}
}

func madeOverlay(lang string) (*Figure, error) {
	nan := math.NaN()
	return Overlay{
		Words: words(lang, pick(lang, "前三季度工业增速温和回升,仍低于近三年同期", "Growth recovers gently but stays below the last three years"),
			pick(lang, "规模以上工业增加值累计增速,%,2010年—2013年1-9月", "Industrial value added, cumulative growth, per cent, 2010 to September 2013")),
		Unit: "%", Slots: months(lang),
		Years: []Series{
			{"2010", vals(20.7, 19.6, 19.1, 18.5, 17.6, 17.0, 16.6, 16.3, 16.1, 15.8, 15.7)},
			{"2011", vals(14.1, 14.4, 14.2, 14.0, 14.3, 14.3, 14.2, 14.2, 14.1, 14.0, 13.9)},
			{"2012", vals(11.4, 11.6, 11.0, 10.7, 10.5, 10.3, 10.1, 10.0, 10.0, 10.0, 10.0)},
			{"2013", vals(9.9, 9.5, 9.4, 9.4, 9.3, 9.4, 9.5, 9.6, nan, nan, nan)},
		},
	}.Figure()
}

func madeQuarters(lang string) (*Figure, error) {
	nan := math.NaN()
	return Overlay{
		Words: words(lang, pick(lang, "三年同期逐年回落", "Lower every year"), pick(lang, "工业增加值累计增速,%", "Cumulative growth, per cent")),
		Unit:  "%", Slots: quarters(lang),
		Years: []Series{
			{pick(lang, "2011年", "2011"), vals(18.8, 19.3, 19.2, 19.0)},
			{pick(lang, "2012年", "2012"), vals(15.4, 14.2, 14.0, 14.8)},
			{pick(lang, "2013年", "2013"), vals(12.0, 11.6, 12.2, nan)},
		},
		References: []Reference{{Name: pick(lang, "年度目标 13.0", "Target 13.0"), Value: 13}},
	}.Figure()
}

func madeRanked(lang string) (*Figure, error) {
	zh := []string{"重庆", "贵州", "陕西", "西藏", "内蒙古", "云南", "广西", "甘肃", "四川", "新疆", "宁夏", "青海"}
	en := []string{"Chongqing", "Guizhou", "Shaanxi", "Tibet", "Inner Mongolia", "Yunnan", "Guangxi", "Gansu", "Sichuan", "Xinjiang", "Ningxia", "Qinghai"}
	v := []float64{13.6, 13.2, 13.1, 12.8, 12.2, 12.2, 12.1, 11.6, 11.1, -1.2, 10.9, math.NaN()}
	r := Ranked{
		Words: words(lang, pick(lang, "内蒙古增速居西部第5位", "Inner Mongolia ranks fifth in the west"), pick(lang, "规模以上工业增加值累计增速,%,2013年前三季度", "Cumulative growth, per cent, January–September 2013")),
		References: []Reference{
			{Name: pick(lang, "西部平均 12.0", "West 12.0"), Value: 12.0},
			{Name: pick(lang, "全国 9.6", "Nation 9.6"), Value: 9.6},
		},
	}
	for i := range zh {
		r.Rows = append(r.Rows, Row{Name: pick(lang, zh[i], en[i]), Code: fmt.Sprint(50 + i), Value: NewValue(v[i], 1, Published, int64(i)), Strong: i == 4})
	}
	return r.Figure()
}

func madeFan(lang string) (*Figure, error) {
	nan := math.NaN()
	path := vals(12.0, 11.6, 12.2, nan)
	path[3] = NewValue(12.5, 1, Projected, 102).Between(12.0, 13.0)
	return Fan{
		Words: words(lang, pick(lang, "全年增速预计12.5%左右", "The year may end near 12.5 per cent"), pick(lang, "工业增加值累计增速,%;阴影为80%、95%区间", "Cumulative growth, per cent; shaded: 80% and 95% intervals")),
		Unit:  "%", Slots: quarters(lang),
		History: []Series{{"2011", vals(18.8, 19.3, 19.2, 19.0)}, {"2012", vals(15.4, 14.2, 14.0, 14.8)}},
		Path:    Series{"2013", path},
		End:     pick(lang, "预测 12.5 (12.0–13.0)", "Projected 12.5 (12.0–13.0)"),
		Bands: []FanBand{
			{"95%", []float64{nan, nan, nan, 11.6}, []float64{nan, nan, nan, 13.4}},
			{"80%", []float64{nan, nan, nan, 12.0}, []float64{nan, nan, nan, 13.0}},
		},
		Target: &Reference{Name: pick(lang, "目标 13.0", "Target 13.0"), Value: 13},
		Ahead:  pick(lang, "预测", "Projection"),
	}.Figure()
}

func madeBullet(lang string) (*Figure, error) {
	row := func(zh, en string, v, y, q float64) BulletRow {
		return BulletRow{Name: pick(lang, zh, en), Value: NewValue(v, 1, Published), YearBefore: NewValue(y, 1, Published), QuarterBefore: NewValue(q, 1, Published)}
	}
	return Bullet{
		Words: words(lang, pick(lang, "五个行业产能利用率均低于79%的合理下限", "All five branches lie below the normal range"), pick(lang, "产能利用率,%,2012年末", "Capacity utilisation, per cent, end of 2012")),
		Rows: []BulletRow{
			row("钢铁", "Steel", 72.0, 75.1, 72.8), row("水泥", "Cement", 73.7, 74.0, 73.0),
			row("电解铝", "Electrolytic aluminium", 71.9, 74.6, 72.2), row("平板玻璃", "Flat glass", 73.1, 76.0, 73.5),
			row("船舶", "Ships", 75.0, math.NaN(), math.NaN()), row("电石", "Calcium carbide", math.NaN(), math.NaN(), math.NaN()),
			row("石油加工、炼焦和核燃料加工业", "Petroleum, coking and nuclear fuel", 88.3, 84, 86),
		},
		Bands: []Range{
			{pick(lang, "过剩 <75", "excess <75"), 0, 75}, {pick(lang, "偏低", "low"), 75, 79}, {pick(lang, "正常 79–83", "normal 79–83"), 79, 83},
		},
		Threshold: &Reference{Name: pick(lang, "下限 79", "lower bound 79"), Value: 79}, Most: 100,
		Now: pick(lang, "2012年末", "End of 2012"), YearBefore: pick(lang, "上年", "Year before"), QuarterBefore: pick(lang, "上季", "Quarter before"),
	}.Figure()
}

func madeContribution(lang string) (*Figure, error) {
	part := func(zh, en string, v float64, coal bool) Part {
		return Part{Name: pick(lang, zh, en), Pull: NewValue(v, 1, Derived).Between(v-0.05, v+0.05), Coal: coal}
	}
	return Contribution{
		Words:     words(lang, pick(lang, "煤炭仍是增长主力,石油加工扭亏为盈", "Coal still drives growth"), pick(lang, "对工业增长的拉动,百分点", "Pull on growth, percentage points")),
		TotalName: pick(lang, "全部工业", "All industry"), Total: NewValue(12.2, 1, Published),
		Parts: []Part{
			part("煤炭开采和洗选业", "Coal mining", 5.5, true), part("化学原料和化学制品制造业", "Chemicals", 1.3, false),
			part("有色金属冶炼和压延加工业", "Non-ferrous metals", 2.1, false), part("黑色金属冶炼和压延加工业", "Ferrous metals", -0.6, false),
			part("电力、热力生产和供应业", "Power and heat", 1.8, false), part("其他", "Other", 2.1, false),
		},
	}.Figure()
}

func madeStacked(lang string) (*Figure, error) {
	return Stacked{
		Words: words(lang, pick(lang, "非煤产业拉动逐季加大", "Other branches pull more"), pick(lang, "累计拉动,百分点", "Cumulative pull, percentage points")),
		Unit:  pick(lang, "百分点", "points"), Slots: quarters(lang),
		Parts: []Series{
			{pick(lang, "煤炭", "Coal"), vals(5.8, 5.4, 5.5, 5.2)},
			{pick(lang, "化工", "Chemicals"), vals(1.6, 1.4, 1.3, 1.2)},
			{pick(lang, "有色", "Non-ferrous"), vals(1.9, 2.0, 2.1, 2.2)},
			{pick(lang, "钢铁", "Steel"), vals(-0.4, -0.6, -0.6, 0.3)},
			{pick(lang, "其他", "Other"), vals(3.1, 3.4, 3.9, 3.5)},
		},
		Rest: true, Coal: 1, Total: Series{pick(lang, "合计", "Total"), vals(12.0, 11.6, 12.2, 12.4)},
	}.Figure()
}

func madeGrouped(lang string) (*Figure, error) {
	return Grouped{
		Words: words(lang, pick(lang, "制造业与房地产投资增速双双回落", "Both kinds of investment slow"), pick(lang, "固定资产投资增速,%", "Fixed investment growth, per cent")),
		Unit:  "%", Slots: []string{"2009", "2010", "2011", "2012", pick(lang, "2013年1-9月", "Jan–Sep 2013")},
		Columns: []Series{
			{pick(lang, "制造业", "Manufacturing"), vals(26.8, 27.0, 31.8, 22.0, 18.5)}, {pick(lang, "房地产", "Real estate"), vals(16.1, 33.2, 27.9, 16.2, -19.7)},
		},
	}.Figure()
}

func madeCombo(lang string) (*Figure, error) {
	return Grouped{
		Words: words(lang, pick(lang, "当季回升带动累计企稳", "The quarter turns, the year steadies"), pick(lang, "增速,%", "Growth, per cent")),
		Unit:  "%", Slots: []string{"2012Q1", "Q2", "Q3", "Q4", "2013Q1", "Q2", "Q3"},
		Columns: []Series{{pick(lang, "当季", "Quarter"), vals(15.4, 13.1, 13.6, 16.9, 12.0, 11.3, 13.4)}},
		Lines:   []Series{{pick(lang, "累计", "Year to date"), vals(15.4, 14.2, 14.0, 14.8, 12.0, 11.6, 12.2)}},
	}.Figure()
}

func madeMultiples(lang string) (*Figure, error) {
	m := Multiples{
		Words: words(lang, pick(lang, "煤炭、化工走低,其余行业回升", "Coal and chemicals fall, others rise"), pick(lang, "累计增速,%", "Cumulative growth, per cent")),
		Slots: []string{"2012Q1", "Q2", "Q3", "Q4", "2013Q1", "Q2", "Q3"}, Columns: 3,
	}
	for i, name := range []string{pick(lang, "煤炭", "Coal"), pick(lang, "电力", "Power"), pick(lang, "钢铁", "Steel"), pick(lang, "有色", "Non-ferrous"), pick(lang, "化工", "Chemicals"), pick(lang, "建材", "Building materials")} {
		f := float64(i)
		m.Panels = append(m.Panels, Multiple{Title: name, Unit: "%", Series: []Series{{"", vals(15.4-f, 13.1+f/2, 13.6, 16.9-f*2, 12.0, 11.3+f, 13.4+f/3)}}, Reference: &Reference{Value: 12}})
	}
	return m.Figure()
}

func madePanels(lang string) (*Figure, error) {
	return Multiples{
		Words: words(lang, pick(lang, "量增价跌", "More sold for less"), pick(lang, "上:产量增速;下:出厂价格指数", "Output above, prices below")),
		Slots: months(lang), ShareX: true, Free: true, FreeWord: pick(lang, "各用刻度", "own scale"),
		Panels: []Multiple{
			{Title: pick(lang, "产量累计增速", "Output growth"), Unit: "%", Series: []Series{{pick(lang, "产量", "Output"), vals(8, 7.5, 7, 6.6, 6.9, 7.4, 7.9, 8.2, 8.4, 8.8, 9)}}},
			{Title: pick(lang, "工业品出厂价格指数", "Producer prices"), Unit: pick(lang, "上年=100", "year before = 100"), Series: []Series{{"PPI", vals(98.4, 98.1, 97.8, 97.6, 97.5, 97.6, 97.7, 97.9, 98, 98.1, 98.1)}}, Reference: &Reference{Name: "100", Value: 100}},
		},
	}.Figure()
}

func madeDumbbell(lang string) (*Figure, error) {
	d := Dumbbell{
		Words: words(lang, pick(lang, "十省区回落,重庆降幅最小", "Ten of eleven fell"), pick(lang, "累计增速,%", "Cumulative growth, per cent")), FromName: "2012", ToName: "2013",
	}
	zh := []string{"重庆", "贵州", "陕西", "西藏", "内蒙古", "云南", "广西", "甘肃"}
	for i, n := range zh {
		f := float64(i)
		d.Moves = append(d.Moves, Move{Name: pick(lang, n, fmt.Sprintf("Province %d", i+1)), Code: fmt.Sprint(i), From: NewValue(16.5-f*0.4, 1, Published), To: NewValue(13.6-f*0.3+float64(i%2), 1, Published), Strong: i == 4})
	}
	return d.Figure()
}

func madeHeat(lang string) (*Figure, error) {
	h := Heat{
		Words:   words(lang, pick(lang, "盟市增速差距收窄", "Leagues draw closer"), pick(lang, "累计增速,%;底色为与全区之差", "Cumulative growth, per cent; tint: distance from the region")),
		Columns: quarters(lang)[:3], Centres: []float64{12.0, 11.6, 12.2},
	}
	for i, n := range []string{"呼和浩特", "包头", "乌海", "赤峰", "通辽", "鄂尔多斯", "呼伦贝尔", "巴彦淖尔", "乌兰察布", "兴安盟", "锡林郭勒", "阿拉善"} {
		f := float64(i)
		v := vals(12.4-f*0.3+float64(i%3), 11.9-f*0.1, 12.9-f*0.15)
		if i == 9 {
			v[1] = Missing()
		}
		h.Rows = append(h.Rows, HeatRow{Name: pick(lang, n, fmt.Sprintf("League %d", i+1)), Values: v, Strong: i == 0})
	}
	return h.Figure()
}

func madeSlope(lang string) (*Figure, error) {
	s := Slope{
		Words:    words(lang, pick(lang, "十省区回落，重庆降幅最小", "Most fell, Chongqing least"), pick(lang, "累计增速,%", "Cumulative growth, per cent")),
		FromName: "2012", ToName: "2013",
	}
	for i, n := range []string{"重庆", "贵州", "陕西", "西藏", "内蒙古", "云南", "广西", "甘肃"} {
		f := float64(i)
		s.Moves = append(s.Moves, Move{Name: pick(lang, n, fmt.Sprintf("Province %d", i+1)), From: NewValue(16.5-f*0.4, 1, Published), To: NewValue(13.6-f*0.3+float64(i%2)*3.5, 1, Published), Strong: i == 4})
	}
	return s.Figure()
}

func madeBump(lang string) (*Figure, error) {
	b := Bump{
		Words: words(lang, pick(lang, "内蒙古由第8位升至第5位", "Inner Mongolia rises from eighth to fifth"), pick(lang, "累计增速位次", "Places by cumulative growth")),
		Slots: quarters(lang), Strong: 1,
	}
	for i, n := range []string{"重庆", "内蒙古", "陕西", "西藏", "云南"} {
		v := make([]Value, 4)
		for j := range v {
			v[j] = NewValue(float64((i*2+j*(i+1))%5+1), 0, Derived)
		}
		b.Rows = append(b.Rows, Series{pick(lang, n, fmt.Sprintf("Province %d", i+1)), v})
	}
	return b.Figure()
}

func madeWaterfall(lang string) (*Figure, error) {
	part := func(zh, en string, v float64) Part {
		return Part{Name: pick(lang, zh, en), Pull: NewValue(v, 1, Derived), Coal: zh == "煤炭"}
	}
	return Waterfall{
		Words:    words(lang, pick(lang, "利润由降转升,钢铁贡献最大", "Profit turns, steel leads"), pick(lang, "利润增速,%", "Growth of profit, per cent")),
		FromName: pick(lang, "2012年前三季度", "Jan–Sep 2012"), ToName: pick(lang, "2013年前三季度", "Jan–Sep 2013"),
		From: NewValue(-1.8, 1, Published), To: NewValue(13.5, 1, Published),
		Effects: []Part{part("黑色冶炼", "Ferrous metals", 8.4), part("石油加工", "Petroleum", 6.2), part("煤炭", "Coal", -3.1), part("有色冶炼", "Non-ferrous metals", -1.0), part("其他", "Other", 4.8)},
	}.Figure()
}

func madeMap(lang string) (*Figure, error) {
	m := Map{
		Words:  words(lang, pick(lang, "西部快于东部", "The west is faster"), pick(lang, "累计增速,%", "Cumulative growth, per cent")),
		Centre: 9.6,
	}
	for i, n := range []struct{ zh, en, code string }{
		{"黑龙江", "Heilongjiang", "230000"},
		{"内蒙古", "Inner Mongolia", "150000"},
		{"新疆", "Xinjiang", "650000"},
		{"西藏", "Tibet", "540000"},
		{"北京", "Beijing", "110000"},
		{"上海", "Shanghai", "310000"},
		{"四川", "Sichuan", "510000"},
		{"海南", "Hainan", "460000"},
		{"山东", "Shandong", "370000"},
	} {
		at, _ := fieldOf(n.code)
		v := NewValue(6+float64(i)*1.1, 1, Published)
		if i == 5 {
			v = Missing()
		}
		m.Tiles = append(m.Tiles, Tile{Name: pick(lang, n.zh, n.en), Value: v, Col: at[0], Row: at[1], Strong: i == 1})
	}
	return m.Figure()
}

func madeBoxes(lang string) (*Figure, error) {
	row := func(zh, en string, stated, lo, hi float64) BoxRow {
		return BoxRow{Name: pick(lang, zh, en), Stated: NewValue(stated, 2, Published), Range: Range{Lo: lo, Hi: hi}}
	}
	return Boxes{
		Words:   words(lang, pick(lang, "核对4处,3处一致", "Three of four checks agree"), pick(lang, "公布值与推算值之差", "Published less computed")),
		BoxName: pick(lang, "按舍入允许的范围", "what rounding allows"), StatedName: pick(lang, "公布值", "as published"),
		Rows: []BoxRow{row("主营业务收入", "Revenue", 0.01, -0.2, 0.2), row("利润总额", "Profit", -0.11, -0.2, 0.2), row("产成品存货", "Stocks", 0.31, -0.2, 0.2), row("增加值", "Value added", 0, -0.05, 0.05)},
	}.Figure()
}

func madeDual(lang string) (*Figure, error) {
	return Dual{
		Words: words(lang, pick(lang, "量增价跌", "More sold for less"), pick(lang, "产量增速与出厂价格指数", "Output growth and producer prices")),
		Slots: months(lang),
		Left:  Multiple{Unit: "%", Series: []Series{{pick(lang, "产量（左轴）", "Output (left)"), vals(8, 7.5, 7, 6.6, 6.9, 7.4, 7.9, 8.2, 8.4, 8.8, 9)}}},
		Right: Multiple{Unit: pick(lang, "上年=100", "year before = 100"), Series: []Series{{pick(lang, "价格（右轴）", "Prices (right)"), vals(98.4, 98.1, 97.8, 97.6, 97.5, 97.6, 97.7, 97.9, 98, 98.1, 98.1)}}},
	}.Figure()
}

// samples lists the figures of the tests.
func samples() []made {
	return []made{
		{"overlay", 150, 85, madeOverlay},
		{"quarters", 75, 60, madeQuarters},
		{"ranked", 150, 85, madeRanked},
		{"fan", 150, 85, madeFan},
		{"bullet", 150, 85, madeBullet},
		{"contribution", 150, 75, madeContribution},
		{"stacked", 150, 85, madeStacked},
		{"grouped", 150, 80, madeGrouped},
		{"combo", 150, 80, madeCombo},
		{"multiples", 150, 100, madeMultiples},
		{"panels", 150, 100, madePanels},
		{"dumbbell", 150, 75, madeDumbbell},
		{"heat", 150, 95, madeHeat},
		{"dual", 150, 85, madeDual},
		{"slope", 150, 95, madeSlope},
		{"bump", 150, 80, madeBump},
		{"waterfall", 150, 85, madeWaterfall},
		{"map", 150, 108, madeMap},
		{"boxes", 150, 75, madeBoxes},
	}
}

// TestGallery writes every figure for the eye where a folder is given.
func TestGallery(t *testing.T) {
	if *gallery == "" {
		t.Skip("no -gallery folder")
	}
	fonts := testFonts(t)
	for _, st := range Themes(fonts) {
		for _, lang := range []string{"zh", "en"} {
			for _, m := range samples() {
				f, err := m.figure(lang)
				if err != nil {
					t.Fatalf("%s: %v", m.id, err)
				}
				w, h := m.w, m.h
				if st.ID == "presentation" {
					w, h = w*2, h*2
				}
				for _, format := range []Format{PNG, SVG, PDF} {
					name := filepath.Join(*gallery, fmt.Sprintf("%s-%s-%s.%s", st.ID, lang, m.id, format))
					writeFile(t, name, f, st, Output{Format: format, Width: w, Height: h, DPI: 130})
				}
			}
		}
	}
}

// writeFile writes a figure to a file.
func writeFile(t *testing.T, name string, f *Figure, st Style, o Output) {
	t.Helper()
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(f, st, o, out); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
