package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// assets is the folder of the committed workbooks.
const assets = "../../../assets/sample"

// parts returns the parts of an archive by name.
func parts(t *testing.T, archive []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range r.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(from)
		from.Close()
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(content)
	}
	return out
}

// TestSameBytes fails if two runs write different files.
func TestSameBytes(t *testing.T) {
	for _, b := range All() {
		first, err := b.bytes()
		if err != nil {
			t.Fatal(err)
		}
		second, err := b.bytes()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			t.Errorf("%s differs from one run to the next", b.Name)
		}
	}
}

// TestCommittedWorkbooks fails if assets/sample was not written by this program
// from these tables. Parts are compared unpacked, since a later Go may compress
// them otherwise.
func TestCommittedWorkbooks(t *testing.T) {
	for _, b := range All() {
		want, err := b.bytes()
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(assets, b.Name))
		if err != nil {
			t.Fatal(err)
		}
		gotParts, wantParts := parts(t, got), parts(t, want)
		for name, content := range wantParts {
			if gotParts[name] != content {
				t.Errorf("%s: part %s is out of date; run the generator", b.Name, name)
			}
		}
		if len(gotParts) != len(wantParts) {
			t.Errorf("%s has %d parts, want %d", b.Name, len(gotParts), len(wantParts))
		}
	}
}

// TestSize fails if the sample grows beyond what a program should carry.
func TestSize(t *testing.T) {
	const limit = 1_500_000
	total := 0
	for _, b := range All() {
		content, err := b.bytes()
		if err != nil {
			t.Fatal(err)
		}
		total += len(content)
	}
	if total > limit {
		t.Errorf("the sample has %d bytes, want at most %d", total, limit)
	}
}

// TestKnownCells fails if a figure does not stand where its title and headings
// say. The figures are those of the collection's own summary of 全国 2013Q3 and
// of the analysis of 2013.
func TestKnownCells(t *testing.T) {
	tests := []struct {
		book, sheet, stub string
		heads             []string
		want              string
	}{
		{"全国.xlsx", "增加值累计增速2012-2017", "总计", []string{"2013年", "1-9月"}, "9.6"},
		{"全国.xlsx", "增加值累计增速2012-2017", "　煤炭开采和洗选业", []string{"2013年", "1-9月"}, "6.3"},
		{"全国.xlsx", "增加值累计增速2012-2017", "　汽车制造业", []string{"2013年", "1-12月"}, "14.9"},
		{"全国.xlsx", "产品产量累计增速", "发电量", []string{"2013年", "1-9月"}, "6.76"},
		{"全国.xlsx", "产品产量累计增速", "水泥", []string{"2012年", "1-9月"}, "6.7"},
		{"全国.xlsx", "主营业务收入2009-2011", "总计", []string{"2011年1-9月", "同比增长(%)"}, "29.58"},
		{"全国.xlsx", "利润总额2012-2017", "总计", []string{"2013年1-9月", "同比增长(%)"}, "13.52"},
		{"全国.xlsx", "利润总额2012-2017", "　石油加工、炼焦和核燃料加工业", []string{"2013年1-9月", "同比增长(%)"}, "-179.85"},
		{"全国.xlsx", "产成品存货2012-2017", "总计", []string{"2013年9月末", "同比增长(%)"}, "6.03"},
		{"全国.xlsx", "固定资产投资2012-2023", "制造业", []string{"2013年", "1-9月"}, "18.5"},
		{"全国.xlsx", "出厂价格指数", "2013年9月", []string{"工业生产者出厂价格指数(上年同月=100)", "总计"}, "98.66"},
		{"全国.xlsx", "景气指数", "企业景气指数", []string{"2013年", "三季度"}, "121.5"},
		{"全国.xlsx", "景气指数", "企业景气指数", []string{"2013年", "二季度"}, "120.6①"},
		{"全国.xlsx", "产能利用率2012年末", "电解铝", []string{"2012年末"}, "71.9"},
		{"全国.xlsx", "产能利用率", "工业", []string{"2026年", "二季度"}, "73.0"},
		{"内蒙古.xlsx", "增加值累计增速", "2013年1-9月", []string{"规模以上工业增加值累计增长"}, "12.2"},
		{"内蒙古.xlsx", "增加值累计增速", "2010年1-9月", []string{"规模以上工业增加值累计增长"}, "17.2①"},
		{"内蒙古.xlsx", "增加值累计增速", "2013年1-12月", []string{"规模以上工业增加值累计增长"}, ""},
		{"内蒙古.xlsx", "主要产品增速", "甲醇", []string{"2013年1-9月", "增速比上年同期增减(百分点)"}, "-60.3"},
		{"内蒙古.xlsx", "盟市增速2023", "乌海市", []string{"2023年1-10月", "累计增长(%)"}, "-12.6"},
		{"内蒙古.xlsx", "增速与拉动2021-2023", "采矿业", []string{"2023年1-10月", "拉动增长(百分点)"}, "1.4"},
		{"西部与各省.xlsx", "西部12省区市增速", "内蒙古", []string{"2015年1-6月", "累计增长(%)"}, "8.1①"},
		{"西部与各省.xlsx", "分省生产总值2013-2017", "内蒙古", []string{"2017年", "全年"}, "16103.17②"},
		{"西部与各省.xlsx", "分省生产总值2013-2017", "辽宁", []string{"2016年", "全年"}, "22037.88②"},
		{"西部与各省.xlsx", "分省生产总值2013-2017", "内蒙古", []string{"2013年", "全年"}, "16832.4"},
	}
	for _, tt := range tests {
		t.Run(tt.sheet+tt.stub+strings.Join(tt.heads, ""), func(t *testing.T) {
			f, err := excelize.OpenFile(filepath.Join(assets, tt.book))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if got := lookUp(t, f, tt.sheet, tt.stub, tt.heads); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// lookUp finds a cell by stub and headings, as a reader of the sheet would.
func lookUp(t *testing.T, f *excelize.File, sheet, stub string, heads []string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	body := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == stub })
	if body < 0 {
		t.Fatalf("%s has no stub %s", sheet, stub)
	}
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for col := 2; col < 400; col++ {
		if slices.Equal(headings(t, f, sheet, merged, col, body), heads) {
			cell, _ := excelize.CoordinatesToCellName(col, body+1)
			text, err := f.GetCellValue(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
	}
	t.Fatalf("%s has no column %v", sheet, heads)
	return ""
}

// headings returns the distinct headings above the body in one column.
func headings(t *testing.T, f *excelize.File, sheet string, merged []excelize.MergeCell, col, body int) []string {
	t.Helper()
	var out []string
	for row := 2; row <= min(body, 4); row++ {
		cell, _ := excelize.CoordinatesToCellName(col, row)
		text, err := f.GetCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range merged {
			if covers(m, col, row) {
				text = m.GetCellValue()
			}
		}
		number := regexp.MustCompile(`^-?[0-9.]+[①-⑳]?$`).MatchString(text)
		if text != "" && !number && !strings.HasPrefix(text, "单位:") && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// covers reports whether a merged range holds a cell.
func covers(m excelize.MergeCell, col, row int) bool {
	c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
	c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
	return err1 == nil && err2 == nil && c1 <= col && col <= c2 && r1 <= row && row <= r2
}
