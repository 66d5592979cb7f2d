package native

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yunxing/assets"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"

	"github.com/xuri/excelize/v2"
)

// options returns the options of the tests.
func options(t *testing.T) Options {
	t.Helper()
	p, err := i18n.New(i18n.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := chart.LoadFonts(assets.Regular, assets.Bold)
	if err != nil {
		t.Fatal(err)
	}
	st, err := chart.Theme(fonts, "")
	if err != nil {
		t.Fatal(err)
	}
	return Options{Printer: p, Style: st}
}

// vals returns published values; NaN is missing.
func vals(v ...float64) []chart.Value {
	out := make([]chart.Value, len(v))
	for i, x := range v {
		out[i] = chart.NewValue(x, 1, chart.Published)
	}
	return out
}

// figures returns a figure for each way of putting a native chart together.
func figures(t *testing.T) map[string]*chart.Figure {
	t.Helper()
	nan := math.NaN()
	quarters := []string{"一季度", "上半年", "前三季度", "全年"}
	path := vals(12, 11.6, 12.2, nan)
	path[3] = chart.NewValue(12.5, 1, chart.Projected).Between(12, 13)
	build := map[string]interface {
		Figure() (*chart.Figure, error)
	}{
		"overlay": chart.Overlay{Slots: quarters, Years: []chart.Series{{Name: "2012", Values: vals(15.4, 14.2, 14, 14.8)}, {Name: "2013", Values: vals(12, nan, 12.2)}}},
		"fan": chart.Fan{Slots: quarters, Path: chart.Series{Name: "预测", Values: path}, Bands: []chart.FanBand{
			{Name: "95%", Lo: []float64{nan, nan, nan, 11.6}, Hi: []float64{nan, nan, nan, 13.4}},
			{Name: "80%", Lo: []float64{nan, nan, nan, 12}, Hi: []float64{nan, nan, nan, 13}},
		}},
		"ranked":  chart.Ranked{Rows: []chart.Row{{Name: "重庆", Value: chart.NewValue(13.6, 1, chart.Published)}, {Name: "新疆", Value: chart.NewValue(-1.2, 1, chart.Published)}}, References: []chart.Reference{{Name: "全国 9.6", Value: 9.6}}},
		"bullet":  chart.Bullet{Rows: []chart.BulletRow{{Name: "钢铁", Value: chart.NewValue(72, 1, chart.Published), YearBefore: chart.NewValue(75.1, 1, chart.Published)}}, Bands: []chart.Range{{Name: "过剩", Lo: 0, Hi: 75}, {Name: "偏低", Lo: 75, Hi: 79}}, Most: 100},
		"stacked": chart.Stacked{Slots: quarters, Parts: []chart.Series{{Name: "煤炭", Values: vals(5.8, 5.4, 5.5, 5.2)}, {Name: "钢铁", Values: vals(-0.4, -0.6, -0.6, 0.3)}}, Total: chart.Series{Name: "合计", Values: vals(5.4, 4.8, 4.9, 5.5)}},
		"grouped": chart.Grouped{Slots: quarters, Columns: []chart.Series{{Name: "当季", Values: vals(1, 2, 3, 4)}}, Lines: []chart.Series{{Name: "累计", Values: vals(1, 1.5, 2, 2.5)}}},
		"panels":  chart.Multiples{Slots: quarters, Free: true, Panels: []chart.Multiple{{Title: "量", Series: []chart.Series{{Values: vals(1, 2, 3, 4)}}}, {Title: "价", Series: []chart.Series{{Values: vals(98, 99, 97, 96)}}}}},
		"moves":   chart.Dumbbell{FromName: "2012", ToName: "2013", Moves: []chart.Move{{Name: "重庆", From: vals(16)[0], To: vals(13.6)[0]}, {Name: "贵州", From: vals(16)[0], To: vals(13.2)[0]}}},
		"slope":   chart.Slope{FromName: "2012", ToName: "2013", Moves: []chart.Move{{Name: "重庆", From: vals(16)[0], To: vals(13.6)[0]}, {Name: "贵州", From: vals(15)[0], To: vals(13.2)[0]}}},
		"bump":    chart.Bump{Slots: quarters, Strong: -1, Rows: []chart.Series{{Name: "重庆", Values: vals(1, 2, 1, 1)}, {Name: "贵州", Values: vals(2, 1, 2, 2)}}},
		"fall":    chart.Waterfall{FromName: "2012", ToName: "2013", From: vals(-2)[0], To: vals(5)[0], Effects: []chart.Part{{Name: "钢铁", Pull: vals(9)[0]}, {Name: "煤炭", Pull: vals(-2)[0]}}},
		"map":     chart.Map{Centre: nan, Tiles: []chart.Tile{{Name: "包头", Value: vals(12.4)[0]}, {Name: "乌海", Value: vals(nan)[0], Col: 1}}},
		"heat":    chart.Heat{Columns: quarters[:2], Centres: []float64{12, 11.6}, Rows: []chart.HeatRow{{Name: "包头", Values: vals(12.4, 11.9)}, {Name: "乌海", Values: vals(10.1, nan)}}},
	}
	out := map[string]*chart.Figure{}
	for name, b := range build {
		f, err := b.Figure()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		f.Words = chart.Words{Headline: "标题 <" + name + ">", Subtitle: "%", Number: "图1", Caption: name}
		out[name] = f
	}
	return out
}

// TestRoundTrip fails where a number of a figure is not in a cell, a cell that a
// chart reads holds another number than the chart remembers, or a part is not
// well-formed.
func TestRoundTrip(t *testing.T) {
	o := options(t)
	for name, f := range figures(t) {
		t.Run(name, func(t *testing.T) {
			var buf bytes.Buffer
			if err := Write([]*chart.Figure{f}, o, &buf); err != nil {
				t.Fatal(err)
			}
			book, err := excelize.OpenReader(&buf)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = book.Close() }()
			cells := sheetNumbers(t, book)
			for _, p := range f.Panels {
				for _, v := range panelValues(p) {
					if !cells[v] {
						t.Errorf("%v is in no cell", v)
					}
				}
			}
			charts := 0
			book.Pkg.Range(func(key, data any) bool {
				if part, ok := key.(string); ok && strings.HasPrefix(part, "xl/charts/chart") {
					charts++
					checkPart(t, book, data.([]byte))
				}
				return true
			})
			if want := len(f.Panels); name != "heat" && name != "map" && charts != want {
				t.Errorf("%d charts, want %d", charts, want)
			}
		})
	}
}

// sheetNumbers returns the numbers of the first sheet.
func sheetNumbers(t *testing.T, book *excelize.File) map[float64]bool {
	t.Helper()
	rows, err := book.GetRows(book.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	out := map[float64]bool{}
	for _, r := range rows {
		for _, c := range r {
			if v, err := strconv.ParseFloat(c, 64); err == nil {
				out[v] = true
			}
		}
	}
	return out
}

// panelValues returns the known values of a panel.
func panelValues(p chart.Panel) []float64 {
	var out []float64
	add := func(data []chart.Datum) {
		for _, d := range data {
			if d.Known() {
				out = append(out, d.V)
			}
		}
	}
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Line:
			add(m.Data)
		case chart.Bars:
			add(m.Data)
		case chart.Points:
			add(m.Data)
		case chart.Rule:
			out = append(out, m.Value)
		case chart.Cells:
			for _, c := range m.Data {
				if c.Known() {
					out = append(out, c.V)
				}
			}
		}
	}
	return out
}

// A cached is a reference to cells with what the chart remembers of them.
type cached struct {
	F   string `xml:"f"`
	Num struct {
		Points []struct {
			Idx int     `xml:"idx,attr"`
			V   float64 `xml:"v"`
		} `xml:"pt"`
	} `xml:"numCache"`
}

var area = regexp.MustCompile(`^'([^']+)'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$`)

// checkPart compares every number that a chart remembers with its cell.
func checkPart(t *testing.T, book *excelize.File, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	seen := 0
	for {
		token, err := d.Token()
		if token == nil {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "numRef" {
			continue
		}
		var ref cached
		if err := d.DecodeElement(&ref, &start); err != nil {
			t.Fatal(err)
		}
		m := area.FindStringSubmatch(ref.F)
		if m == nil {
			t.Errorf("no reference to cells: %q", ref.F)
			continue
		}
		from, _ := strconv.Atoi(m[3])
		for _, p := range ref.Num.Points {
			seen++
			at := m[2] + strconv.Itoa(from+p.Idx)
			got, err := book.GetCellValue(m[1], at, excelize.Options{RawCellValue: true})
			if v, bad := strconv.ParseFloat(got, 64); err != nil || bad != nil || v != p.V {
				t.Errorf("%s holds %q, the chart remembers %v", at, got, p.V)
			}
		}
	}
	if seen == 0 {
		t.Error("the chart remembers no number")
	}
}

// TestFormulas fails where the number that a formula remembers is not what it gives, or a
// program takes it for text.
func TestFormulas(t *testing.T) {
	o := options(t)
	for name, f := range figures(t) {
		var buf bytes.Buffer
		if err := Write([]*chart.Figure{f}, o, &buf); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(&buf)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, at := range formulas(t, book) {
			found++
			sheet := book.GetSheetName(0)
			kept, _ := book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
			kind, _ := book.GetCellType(sheet, at)
			got, err := book.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			x, _ := strconv.ParseFloat(kept, 64)
			y, bad := strconv.ParseFloat(got, 64)
			if bad != nil || math.Abs(x-y) > 1e-12 || kind != excelize.CellTypeUnset {
				t.Errorf("%s: %s gives %s and remembers %s of type %v", name, at, got, kept, kind)
			}
		}
		if needs := map[string]bool{"fan": true, "moves": true, "fall": true}; found == 0 && needs[name] {
			t.Errorf("%s has no formula", name)
		}
		_ = book.Close()
	}
}

// formulas returns the cells of the first sheet that have a formula.
func formulas(t *testing.T, book *excelize.File) []string {
	t.Helper()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i, r := range rows {
		for j := range r {
			if s, _ := book.GetCellFormula(book.GetSheetName(0), cell(j+1, i+1)); s != "" {
				out = append(out, cell(j+1, i+1))
			}
		}
	}
	return out
}

// TestBoundsAreCells fails where a bound of a band is in no cell, or a place without
// one has a number.
func TestBoundsAreCells(t *testing.T) {
	var buf bytes.Buffer
	if err := Write([]*chart.Figure{figures(t)["fan"]}, options(t), &buf); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&buf)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	rows, err := book.GetRows(book.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"", "实际", "预测值", "95%下限", "95%上限", "80%下限", "80%上限"}
	if got := rows[firstTable-1][:len(want)]; !slices.Equal(got, want) {
		t.Errorf("heads %q, want %q", got, want)
	}
	if got, want := rows[firstTable+3][1:7], []string{"", "12.5", "11.6", "13.4", "12", "13"}; !slices.Equal(got, want) {
		t.Errorf("the last place has %q, want %q", got, want)
	}
	if got, want := rows[firstTable+2][1:7], []string{"12.2", "", "", "", "", ""}; !slices.Equal(got, want) {
		t.Errorf("the place before has %q, want %q", got, want)
	}
}

// TestLabelsAreCells fails where a label of a waterfall or of points does not show what
// the cell it reads shows.
func TestLabelsAreCells(t *testing.T) {
	for _, name := range []string{"moves", "fall"} {
		var buf bytes.Buffer
		if err := Write([]*chart.Figure{figures(t)[name]}, options(t), &buf); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(bytes.NewReader(buf.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, r := range regexp.MustCompile(`<c15:f>[^$]*\$([A-Z]+)\$(\d+):.*?</c15:dlblRangeCache>`).FindAllStringSubmatch(firstChart(t, buf.Bytes()), -1) {
			top, _ := strconv.Atoi(r[2])
			for _, pt := range regexp.MustCompile(`<c:pt idx="(\d+)"><c:v>([^<]*)<`).FindAllStringSubmatch(r[0], -1) {
				i, _ := strconv.Atoi(pt[1])
				shown, err := book.GetCellValue(book.GetSheetName(0), fmt.Sprintf("%s%d", r[1], top+i))
				if want := strings.ReplaceAll(pt[2], "−", "-"); err != nil || shown != want {
					t.Errorf("%s: %s%d shows %q, its label %q", name, r[1], top+i, shown, want)
				}
				found++
			}
		}
		if found == 0 {
			t.Errorf("%s: no label reads a cell", name)
		}
		_ = book.Close()
	}
}

// firstChart returns the first chart part of a workbook.
func firstChart(t *testing.T, book []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/charts/chart1.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSparsePoints fails where points of some rows alone cannot be written, or their
// labels stand at other rows.
func TestSparsePoints(t *testing.T) {
	f := figures(t)["moves"]
	p := &f.Panels[0]
	p.Marks = slices.Clone(p.Marks)
	for i, m := range p.Marks {
		if pts, ok := m.(chart.Points); ok {
			pts.Data = pts.Data[1:]
			p.Marks[i] = pts
		}
	}
	var buf bytes.Buffer
	if err := Write([]*chart.Figure{f}, options(t), &buf); err != nil {
		t.Fatal(err)
	}
	if labels := regexp.MustCompile(`<c:pt idx="(\d+)"><c:v>13\.2<`).FindStringSubmatch(firstChart(t, buf.Bytes())); len(labels) != 2 || labels[1] != "1" {
		t.Errorf("13.2 is the label of row %q, want that of the second", labels)
	}
}
