package sheet_test

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"yunxing/data/sheet"
)

func TestReadText(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     string // cells divided by |, rows by /
	}{
		{"commas", "a,b\n1,2\n", "a|b/1|2"},
		{"carriage returns alone", "a,b\r1,2\r3,4", "a|b/1|2/3|4"},
		{"both ends of line", "a,b\r\n1,2\r\n", "a|b/1|2"},
		{"blank lines count", "a,b\n\n1,2\n", "a|b//1|2"},
		{"ragged rows", "标题\n地区,1月,2月\n北京,1\n", "标题/地区|1月|2月/北京|1"},
		{"quotes", "\"a,b\",\"c\"\"d\"\n\"x\ny\",2\n", "a,b|c\"d/x\ny|2"},
		{"a quote that is not one", "\"a\" b,c\n", "\"a\" b|c"},
		{"a quote that never ends", "a,\"b\n1,2\n", "a|\"b/1|2"},
		{"semicolons and decimal commas", "a;\"56,3\"\nb;\"57,4\"\n", "a|56,3/b|57,4"},
		{"tabs", "a,b\tc\nd,e\tf\n", "a,b|c/d,e|f"},
		{"tabs before commas", "地区\t,2023年\t,2022年\t,\n北京市\t,\t,488.70\t,\n", "地区\t|2023年\t|2022年\t/北京市\t|\t|488.70\t"},
		{"blanks at the end of a line", "a,b,,\n1,,,\n", "a|b/1"},
		{"byte order mark", "\xef\xbb\xbfa,b\n", "a|b"},
	} {
		if got := read(t, tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestReadEncodings(t *testing.T) {
	const chinese = "省份,2016年\n北京,104.6\n"
	for name, e := range map[string]encoding.Encoding{
		"GB18030":            simplifiedchinese.GB18030,
		"UTF-16 with mark":   unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16 big endian":  unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 without one": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	} {
		s, err := e.NewEncoder().String(chinese)
		if err != nil {
			t.Fatal(err)
		}
		if got := read(t, s); got != "省份|2016年/北京|104.6" {
			t.Errorf("%s is read as %q", name, got)
		}
	}
	s, err := charmap.Windows1252.NewEncoder().String("data;índice\n01/2003;\"100,49\"\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, s); got != "data|índice/01/2003|100,49" {
		t.Errorf("Latin-1 is read as %q", got)
	}
}

// read returns the cells of a text table in one line.
func read(t *testing.T, in string) string {
	t.Helper()
	grids, err := sheet.Read(context.Background(), "a.csv", []byte(in))
	if err != nil {
		t.Errorf("%q: %v", in, err)
		return ""
	}
	var rows []string
	for r := range grids[0].Rows() {
		var cells []string
		for c := range grids[0].Cols() {
			cells = append(cells, grids[0].At(r, c).Text)
		}
		rows = append(rows, strings.TrimRight(strings.Join(cells, "|"), "|"))
	}
	return strings.Join(rows, "/")
}

func FuzzText(f *testing.F) {
	f.Add([]byte("a,\"b\n\"\r1;2\t3"))
	f.Add([]byte("\xff\xfea\x00,\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		grids, err := sheet.Read(context.Background(), "a.csv", b)
		if err == nil && len(grids) == 0 {
			t.Error("no grid and no error")
		}
	})
}
