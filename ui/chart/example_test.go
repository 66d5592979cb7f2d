package chart_test

import (
	"fmt"

	"yunxing/ui/chart"
)

// A figure is text before it is a picture.
func ExampleRanked() {
	f, err := chart.Ranked{
		Words: chart.Words{Headline: "内蒙古增速居第二位", Subtitle: "累计增速,%,2013年前三季度", Lang: "zh"},
		Rows: []chart.Row{
			{Name: "内蒙古", Code: "15", Value: chart.NewValue(12.2, 1, chart.Published, 7), Strong: true},
			{Name: "重庆", Code: "50", Value: chart.NewValue(13.6, 1, chart.Published, 8)},
			{Name: "云南", Code: "53", Value: chart.NewValue(12.2, 1, chart.Published, 9)},
			{Name: "青海", Code: "63", Value: chart.Missing()},
		},
	}.Figure()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(f.Text())
	// Output:
	// figure: ranked
	// lang: zh
	// headline: 内蒙古增速居第二位
	// subtitle: 累计增速,%,2013年前三季度
	// x: 0 to 13.6, zero line
	// y: 1 重庆 | *2 内蒙古 | 2 云南 | 青海
	// bars context
	//   重庆: 13.6 "13.6" #8
	//   内蒙古: 12.2 "12.2" #7 as accent
	//   云南: 12.2 "12.2" #9
	//   青海: - "—" missing
	// alt: 内蒙古增速居第二位 · 累计增速,%,2013年前三季度
}

// Equal values share the rounding that was published.
func ExampleValue_Text() {
	fmt.Println(chart.NewValue(-0.7, 1, chart.Published).Text(), chart.Missing().Text())
	// Output: −0.7 —
}
