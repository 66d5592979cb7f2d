package session_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/session"
)

// millionTable writes a text table of 1 004 400 figures: for three indicators and
// every province 27 branches down and 400 months across.
func millionTable(b *testing.B, path string) {
	b.Helper()
	catalog, err := session.Catalog()
	if err != nil {
		b.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	branches := catalog.Branches(2017)[:27]
	for _, indicator := range strings.Fields("利润总额 营业收入 资产总计") {
		for _, province := range strings.Fields("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆") {
			fmt.Fprintf(w, "%s规模以上工业企业%s(亿元)\n行业", province, indicator)
			for m := range 400 {
				fmt.Fprintf(w, ",%d年%d月", 1990+m/12, 1+m%12)
			}
			for r, branch := range branches {
				fmt.Fprint(w, "\n", branch.Zh)
				for m := range 400 {
					fmt.Fprintf(w, ",%.1f", float64((r*7919+m*104729)%100003)/10)
				}
			}
			fmt.Fprint(w, "\n\n")
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkImport takes a text table of one million figures into a new project, from
// the file to the last byte stored; the bound is 15 s.
func BenchmarkImport(b *testing.B) {
	table := filepath.Join(b.TempDir(), "table.csv")
	millionTable(b, table)
	for b.Loop() {
		s, err := session.Create(b.Context(), filepath.Join(b.TempDir(), "p.yunxing"))
		if err != nil {
			b.Fatal(err)
		}
		done, err := s.Import(b.Context(), []string{table}, session.ImportOptions{}, &data.Progress{})
		if err != nil || done.Observations != 1_004_400 || done.Doubts() > 0 {
			b.Fatalf("%d figures, %d doubts, %v", done.Observations, done.Doubts(), err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
