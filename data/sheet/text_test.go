package sheet_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
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
		{"a newline of either end in quotes", "a,\"x\r\ny\"\r\n1,2\r\n", "a|x\ny/1|2"},
		{"thousands in quotes", "a,b\n\"1,234.5\",2\n", "a|b/1,234.5|2"},
		{"thousands in semicolons", "a;b\n1,234;2,5\n1,235;2,6\n", "a|b/1,234|2,5/1,235|2,6"},
		{"decimal commas in tabs", "a\tb\n1,5\t2,5\n1,6\t2,6\n", "a|b/1,5|2,5/1,6|2,6"},
		{"one column", "指标\n1.5\n2.5\n", "指标/1.5/2.5"},
		{"one column of decimal commas", "Wert\r\n1,5\r\n-12,7\r\n13\r\n", "Wert/1,5/-12,7/13"},
		{"years before a comma", "利润总额\n2013,96\n2014,95\n", "利润总额/2013|96/2014|95"},
		{"numbers alone", "1,2\n3,4\n", "1|2/3|4"},
		{"a preamble of comments", "# Source: the bureau, 2014\n# Unit: %\nname;Q1;Q2\na;1,5;2\nb;1,6;3\n", "# Source: the bureau, 2014/# Unit: %/name|Q1|Q2/a|1,5|2/b|1,6|3"},
		{"zero bytes", "a,\x00b\n1,2\x00\n" + strings.Repeat("3,4\n", 400), "a|b/1|2" + strings.Repeat("/3|4", 400)},
		{"a delimiter in quotes that is named", "\"sep=|\"\r\na,1|b\r\n", "a,1|b"},
		{"a name that begins as one", "sep=x,b\n1,2\n", "sep=x|b/1|2"},
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

// TestReadEastAsian states that the encodings of the neighbours are not taken for
// Chinese ones where the text shows which they are, and Latin-1 for none of them.
func TestReadEastAsian(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		encoding   encoding.Encoding
	}{
		{"Big5", "工業生產指數,製造業,電力及燃氣供應業\n民國一百年,12.3,4\n", traditionalchinese.Big5},
		{"Shift_JIS", "鉱工業生産指数,製造工業,電気・ガス\n平成25年1月,97.3,ﾃﾞｰﾀ\n", japanese.ShiftJIS},
		{"EUC-JP", "鉱工業生産指数のデータ,製造工業\n平成25年1月について,97.3\n", japanese.EUCJP},
		{"EUC-KR", "시도별 광업 제조업 생산지수,전국,서울특별시,부산광역시\n이천십삼년 일월,97.3,1,2\n", korean.EUCKR},
		{"GB18030 with characters of four bytes", "地区,单位:㎡\n㐂镇,1\n𠮷林省延边朝鲜族自治州,2\n", simplifiedchinese.GB18030},
		{"GBK with a euro", "单位:€\n内蒙古,1\n", simplifiedchinese.GB18030},
		{"two characters that are UTF-8 too", "原煤,1\n", simplifiedchinese.GB18030},
		{"letters of UTF-8 that are Chinese too", "șomaj,année,mañana,São,Łódź,forêt,Größe,Čas\n«год»,промышленность,5°C\n", unicode.UTF8},
		{"Greek in UTF-8", "έτος,βιομηχανία\n2013,µ\n", unicode.UTF8},
		{"French", "Année,Évolution,Indice Île-de-France\nété,1,à côté\n", charmap.Windows1252},
		{"Portuguese", "Produção industrial,São Paulo\nconstrução,Paraná\n", charmap.Windows1252},
		{"German", "Größe,ÜBERSICHT ÄÖÜ\nJänner,°C\n", charmap.Windows1252},
		{"a letter at the end", "ano,m\xeas\n2013,mar\xe7\xf3 \xe9", nil},
	} {
		in, want := tt.text, tt.text
		if tt.encoding == nil {
			var err error
			if want, err = charmap.Windows1252.NewDecoder().String(in); err != nil {
				t.Fatal(err)
			}
		} else {
			var err error
			if in, err = tt.encoding.NewEncoder().String(in); err != nil {
				t.Fatalf("%s: %v", tt.name, err)
			}
		}
		want = strings.ReplaceAll(strings.ReplaceAll(strings.TrimRight(want, "\n"), ",", "|"), "\n", "/")
		if got := read(t, in); got != want {
			t.Errorf("%s is read as %q, want %q", tt.name, got, want)
		}
	}
}

// TestCatalogInGB18030 states that a table with one Chinese label of the catalogue,
// whichever it is, is read right: the bytes of some are valid UTF-8.
func TestCatalogInGB18030(t *testing.T) {
	files, err := filepath.Glob("../../assets/catalog/*.csv")
	if err != nil || len(files) == 0 {
		t.Skip("the catalogue is not there")
	}
	labels := 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, label := range regexp.MustCompile(`\p{Han}[\p{Han}、（）]+`).FindAllString(string(b), -1) {
			in, err := simplifiedchinese.GB18030.NewEncoder().String(label + ",3\n")
			if err != nil {
				t.Fatal(err)
			}
			if got := read(t, in); got != label+"|3" {
				t.Errorf("%s is read as %q", label, got)
			}
			labels++
		}
	}
	if labels < 500 {
		t.Errorf("the catalogue has %d labels", labels)
	}
}

// TestCutText states that a text that is cut off within a character is still read as
// what it is, and one with a hole is refused.
func TestCutText(t *testing.T) {
	const chinese = "省份,2016年\n北京,104.6\n内蒙古,全国"
	if got := read(t, chinese[:len(chinese)-1]); got != "省份|2016年/北京|104.6/内蒙古|全\ufffd" {
		t.Errorf("UTF-8 without its last byte is read as %q", got)
	}
	s, err := simplifiedchinese.GB18030.NewEncoder().String(chinese)
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, s[:len(s)-1]); got != "省份|2016年/北京|104.6/内蒙古|全\ufffd" {
		t.Errorf("GB18030 without its last byte is read as %q", got)
	}
	hole := strings.Repeat("北京,104.6\n", 1<<14) + strings.Repeat("\x00", 4096)
	e := new(sheet.Error)
	if _, err := sheet.Read(t.Context(), "a.csv", []byte(hole)); !errors.As(err, &e) || e.Code != sheet.Truncated {
		t.Errorf("a file that ends in zeros gives %v", err)
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
