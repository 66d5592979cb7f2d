package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/data/sheet"
)

// parts returns a zip archive with the given parts, in turn name and content.
func parts(t testing.TB, nameContent ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(nameContent); i += 2 {
		w, err := z.Create(nameContent[i])
		if err == nil {
			_, err = w.Write([]byte(nameContent[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// byHand returns an .xlsx with one sheet, styles 1 (date 31, of East Asia) and 2
// (0.0), and shared texts.
func byHand(t testing.TB, sheetXML string) []byte {
	t.Helper()
	return parts(t,
		"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="/xl/book.xml"/></Relationships>`,
		"xl/book.xml", `<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="A &amp; B" sheetId="1" state="hidden" r:id="rId7"/></x:sheets></x:workbook>`,
		"xl/_rels/book.xml.rels", `<Relationships><Relationship Id="rId7" Type="x/worksheet" Target="worksheets/one.xml"/><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="texts.xml"/></Relationships>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="31" fontId="1"/><xf numFmtId="164"><alignment indent="2"/></xf></cellXfs></styleSheet>`,
		"xl/texts.xml", `<sst><si><t xml:space="preserve"> 全 国 </t></si><si><r><t>12.3</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r><rPh><t>no</t></rPh></si><si><t>a_x000A_b</t></si></sst>`,
		"xl/worksheets/one.xml", sheetXML)
}

// TestXLSXByHand states that what other programs write is read: prefixes, wrong
// sizes, cells and rows without names, dates since 1904, raised figures, sections.
func TestXLSXByHand(t *testing.T) {
	g := one(t, "a.xlsx", byHand(t, `<x:worksheet xmlns:x="m"><x:dimension ref="A1"/><!-- > --><x:sheetData>
<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row>
<x:row r="4" hidden="1"><x:c r="A4" s="1"><x:v>40056</x:v></x:c><x:c s="2"><x:f>1&lt;2</x:f><x:v>12</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[<b>]]></x:t></x:is></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c t="str"><x:v>9.50</x:v></x:c><x:c s="2"/></x:row>
<x:row/></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/><x:mergeCell ref="?:B"/></x:mergeCells></x:worksheet>`))
	if g.Sheet != "A & B" || !g.Hidden || !g.HiddenRows[3] || g.Rows() != 4 || g.Cols() != 6 || len(g.Merged) != 1 {
		t.Errorf("%q hidden %v, rows %v, %d x %d, merged %v", g.Sheet, g.Hidden, g.HiddenRows, g.Rows(), g.Cols(), g.Merged)
	}
	for _, tt := range []struct {
		row, col int
		kind     data.CellKind
		display  string
	}{
		{0, 0, data.TextCell, " 全 国 "},
		{0, 2, data.TextCell, "12.3¹⁾"},
		{3, 0, data.DateCell, "2013-09-01"},
		{3, 1, data.NumberCell, "12.0"},
		{3, 2, data.TextCell, "<b>"},
		{3, 3, data.ErrorCell, "#N/A"},
		{3, 4, data.TextCell, "a\nb"},
		{3, 5, data.TextCell, "9.50"},
	} {
		if c := g.At(tt.row, tt.col); c.Kind != tt.kind || c.Display() != tt.display {
			t.Errorf("%s is %v %q, want %v %q", data.CellName(tt.row, tt.col), c.Kind, c.Display(), tt.kind, tt.display)
		}
	}
	if !g.At(3, 0).Bold || g.At(3, 1).Indent != 2 {
		t.Errorf("bold %v, indent %d", g.At(3, 0).Bold, g.At(3, 1).Indent)
	}
}

// TestXLSXDamage states that a sheet that points beyond its texts or is cut off is
// refused; its numbers may be as wrong.
func TestXLSXDamage(t *testing.T) {
	for _, xml := range []string{
		`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`,
		`<worksheet><sheetData><row r="9999999"><c><v>1</v></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row r="1"><c r="A1`,
		``,
	} {
		e := new(sheet.Error)
		if _, err := sheet.Read(t.Context(), "a.xlsx", byHand(t, xml)); !errors.As(err, &e) || e.Code != sheet.Truncated || e.File != "a.xlsx" {
			t.Errorf("%s gives %v", xml, err)
		}
	}
}

// repeated returns an .xlsx of 100 cells that all show the same text.
func repeated(t *testing.T, text string) []byte {
	t.Helper()
	return parts(t,
		"xl/workbook.xml", `<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="a.xml"/></Relationships>`,
		"xl/sharedStrings.xml", "<sst><si><t>"+text+"</t></si></sst>",
		"xl/a.xml", `<worksheet><sheetData>`+strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 100)+`</sheetData></worksheet>`)
}

// TestLimits states that small files which claim much are refused before they take
// a gigabyte.
func TestLimits(t *testing.T) {
	row := `<row><c r="XFD%d"><v>1</v></c></row>`
	var wide strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&wide, row, i+1)
	}
	long := strings.Repeat("数", 4<<20)
	cells := `<table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>`
	for _, tt := range []struct {
		name string
		b    []byte
		code data.Code
	}{
		{"wide.xlsx", byHand(t, "<worksheet><sheetData>"+wide.String()+"</sheetData></worksheet>"), sheet.TooLarge},
		{"deep.xlsx", byHand(t, strings.Repeat("<a>", 1000)), sheet.Truncated},
		{"tag.xlsx", byHand(t, "<worksheet a='"+strings.Repeat("x", 40<<20)), sheet.TooLarge},
		{"long.xlsx", byHand(t, `<worksheet><sheetData><row><c t="inlineStr"><is><t>`+long+`</t></is></c></row></sheetData></worksheet>`), ""},
		{"repeated.xlsx", repeated(t, long), sheet.TooLarge},
		{"long.csv", []byte("a,b\n" + long + ",1\n"), ""},
		{"empty columns.csv", []byte("a,b\n1,2" + strings.Repeat(",", 1<<20) + "\n"), ""},
		{"wide.csv", []byte(strings.Repeat(",", 1<<20) + "1\n"), sheet.TooLarge},
		{"wider.csv", []byte(strings.Repeat(",", 9<<20) + "1\n"), sheet.TooLarge},
		{"wide.html", []byte("<table>" + strings.Repeat("<tr><td colspan=1000><td colspan=1000>x", 9000)), sheet.TooLarge},
		{"deep.html", []byte(strings.Repeat("<table><tr><td>", 10000)), sheet.TooLarge},
		{"repeat.ods", parts(t, "content.xml", `<office:document-content xmlns:office="o" xmlns:table="t"><table:table><table:table-row table:number-rows-repeated="1000000">`+cells+`</table:table-row></table:table></office:document-content>`), sheet.TooLarge},
		{"deep.xml", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">` + strings.Repeat("<a>", 100000)), sheet.Truncated},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := sheet.Read(t.Context(), tt.name, tt.b)
		runtime.ReadMemStats(&after)
		e := new(sheet.Error)
		if tt.code == "" && err != nil || tt.code != "" && (!errors.As(err, &e) || e.Code != tt.code) {
			t.Errorf("%s gives %v, want %q", tt.name, err, tt.code)
		}
		if n := (after.TotalAlloc - before.TotalAlloc) >> 20; n > 1024 {
			t.Errorf("%s allocates %d MB", tt.name, n)
		}
	}
}

// TestTextForms states that encodings, line ends and delimiters are found.
func TestTextForms(t *testing.T) {
	utf16 := func(s string, big, mark bool) []byte {
		var b []byte
		if mark {
			s = "\ufeff" + s
		}
		for _, r := range s {
			if big {
				b = append(b, byte(r>>8), byte(r))
			} else {
				b = append(b, byte(r), byte(r>>8))
			}
		}
		return b
	}
	table := "地区\t第一季度\r\n北京\t9,1\r\n上海\t8,5\r\n"
	for name, b := range map[string][]byte{
		"UTF-16LE with a mark":    utf16(table, false, true),
		"UTF-16BE with a mark":    utf16(table, true, true),
		"UTF-16LE without a mark": utf16(table, false, false),
		"UTF-16BE without a mark": utf16(table, true, false),
		"CR only":                 []byte(strings.ReplaceAll(table, "\r\n", "\r")),
		"semicolons":              []byte(strings.ReplaceAll(table, "\t", ";")),
		"bars":                    []byte(strings.ReplaceAll(table, "\t", "|")),
		"sep=":                    []byte("sep=^\r\n" + strings.ReplaceAll(table, "\t", "^")),
	} {
		g := one(t, name, b)
		if g.Cols() != 2 || text(g, 0, 1) != "第一季度" || text(g, 2, 0) != "上海" || text(g, 2, 1) != "8,5" {
			t.Errorf("%s: %d columns, %q %q %q", name, g.Cols(), text(g, 0, 1), text(g, 2, 0), text(g, 2, 1))
		}
	}
	for s, want := range map[string]string{
		"2003;1,234,567\n2004;1,345,678\n":           "1,234,567",
		"name,note; more\na,b; c\nd,e; f\n":          "note; more",
		"Datum;Wert;Menge\n1.1.2020;1,5;2,25\n":      "Wert",
		"a,b,c\n\"1;2\",3,4\n\"5;6\",7,8\n":          "b",
		"Per\xedodo;\xcdndice\n01/2003;100,49\n":     "Índice",
		"freq,unit\\geo\t2000 \t2001 \nA,I\tx\t: \n": "2000 ",
	} {
		if g := one(t, "a.csv", []byte(s)); text(g, 0, 1) != want {
			t.Errorf("%q has %q in B1, want %q", s, text(g, 0, 1), want)
		}
	}
}
