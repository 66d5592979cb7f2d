package report

import (
	"strings"
	"testing"

	"yunxing/assets"
	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// options returns the options to write in a language with the default style.
func options(t testing.TB, l i18n.Lang) Options {
	t.Helper()
	fonts, err := chart.LoadFonts(assets.Regular, assets.Bold)
	if err != nil {
		t.Fatal(err)
	}
	style, err := chart.Theme(fonts, "")
	if err != nil {
		t.Fatal(err)
	}
	return Options{Printer: printer(t, l), Style: style}
}

// demo returns a document with everything that a document may hold.
func demo(p i18n.Printer) Document {
	d := Document{Title: "2013年前三季度工业运行情况分析", Date: date("2013-10-18"), Notes: []string{"增速按可比价计算，总量按现价计算。", "公布数据保留一位小数，推算值附取整区间。"}}
	if p.Lang() == i18n.English {
		d.Title = "Industry in the first three quarters of 2013"
		d.Notes = []string{"Growth is at comparable prices, levels are at current prices.", "Published figures have one decimal."}
	}
	d.Lead = []Paragraph{demoParagraph(p)}
	d.Sections = []Section{
		{ID: "now", Title: "主要特征", Level: 1, Blocks: []Block{demoParagraph(p)}},
		{ID: "growth", Title: "工业增速回落势头放缓", Level: 2, Blocks: []Block{demoParagraph(p), demoTable(p), demoParagraph(p)}},
		{ID: "path", Title: "各月累计走势", Level: 3, Blocks: []Block{demoParagraph(p), demoFigure(), demoParagraph(p)}},
		{ID: "outlook", Title: "全年走势预测", Level: 1, Blocks: []Block{demoParagraph(p), demoGroupedTable(p)}},
	}
	if p.Lang() == i18n.English {
		for i, s := range []string{"Main features", "The slowdown has eased", "Path by month", "The whole year"} {
			d.Sections[i].Title = s
		}
	}
	return Numbered(p, d)
}

func date(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func demoParagraph(p i18n.Printer) Paragraph {
	subject, then := "2013年前三季度，“规模以上”工业增加值同比", []string{"2010年", "2011年", "2012年同期"}
	if p.Lang() == i18n.English {
		subject, then = "value added of industry “above designated size” ", []string{"2010", "2011", "2012"}
	}
	earlier := []Earlier{{then[0], pub(17.2, 1)}, {then[1], pub(19.2, 2)}, {then[2], pub(14, 3)}}
	projected := data.Number{Value: 12.5, Lo: 12, Hi: 13, Digits: 1, Status: data.Projected}
	return NewParagraph(
		NewSentence(p, Join(Words(subject), Growth(p, pub(12.2, 4))), Changes(p, pub(12.2, 4), earlier...)),
		NewSentence(p, Growths(p, Named{"coal 原煤", pub(-0.7)}, Named{"steel 钢材", pub(8.8)})),
		NewSentence(p, Projection(p, projected), Band(p, 80, projected)),
	)
}

func demoTable(p i18n.Printer) *Table {
	t := &Table{
		Title: "主要工业品产量增速", Unit: "%", Source: "国家统计局，2013年10月18日发布",
		Columns: []Column{{Title: "产品", Text: true}, {Title: "2011年1—9月"}, {Title: "2012年1—9月"}, {Title: "2013年1—9月"}, {Title: "较2012年同期增减（百分点）"}},
	}
	for i, name := range []string{"合计", "原煤", "钢材", "电解铝", "农用氮磷钾化学肥料（折纯）"} {
		row := Row{Cells: []Cell{TextCell(name)}, Strong: i == 0, Indent: min(i, 1)}
		for j := range 4 {
			n := pub(float64(i*3-j*5) + 0.5)
			if i == 1 && j == 0 {
				n = data.NotKnown()
			}
			row.Cells = append(row.Cells, NumberCell(p, n))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// demoGroupedTable has headings over columns, every status, and a page's length.
func demoGroupedTable(p i18n.Printer) *Table {
	t := &Table{
		Title: "分行业利润与全年预测", Unit: p.Unit(data.Unit{Symbol: "亿元"}), Notes: []string{"行业按 GB/T 4754—2011。"},
		Columns: []Column{{Title: "行业", Text: true}, {Over: "2013年1—9月", Title: "利润"}, {Over: "2013年1—9月", Title: "增速（%）"}, {Over: "2013年全年", Title: "利润"}, {Over: "2013年全年", Title: "增速（%）"}, {Title: "位次"}},
	}
	statuses := []data.Status{data.Published, data.Derived, data.Projected, data.Estimated, data.Doubtful}
	for i := range 45 {
		row := Row{Cells: []Cell{TextCell("行业" + strings.Repeat("某", i%7) + "制造业")}}
		for j := range 5 {
			n := pub(float64(i*137%1000)*float64(j+1) - 300)
			n.Status = statuses[(i+j)%len(statuses)]
			n.Break = i == 5 && j == 0
			row.Cells = append(row.Cells, NumberCell(p, n))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func demoFigure() *Figure {
	slots := []chart.Slot{{Label: "一季度"}, {Label: "上半年"}, {Label: "前三季度"}}
	var line chart.Line
	line.Name, line.Markers, line.Show = "2013年", true, chart.ShowAll
	for i, v := range []float64{12.0, 11.6, 12.2} {
		line.Data = append(line.Data, chart.Datum{At: float64(i), Value: chart.NewValue(v, 1, "published", int64(i+1)), Label: chart.Number(v, 1)})
	}
	return &Figure{Title: "2013年内蒙古工业增加值累计增速", Chart: &chart.Figure{
		ID: "overlay", Words: chart.Words{Headline: "前三季度增速止落回升", Subtitle: "累计同比增速，%", Source: "数据来源：国家统计局", Note: "注：按可比价计算", Alt: "折线图：12.0、11.6、12.2", Lang: "zh"},
		Panels: []chart.Panel{{X: chart.Axis{Kind: chart.CategoryAxis, Slots: slots}, Y: chart.Scale([]float64{11, 13}, false, "%"), Marks: []chart.Mark{line}}},
	}}
}
