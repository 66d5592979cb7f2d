package sheet_test

import (
	"context"
	"testing"

	"yunxing/data/sheet"
)

// fuzzed reads b and reports what must never happen.
func fuzzed(t *testing.T, name string, b []byte) {
	t.Helper()
	g := sheet.NewGuard()
	grids, err := sheet.Read(context.Background(), name, b)
	g.Check(t, err)
	if err == nil && len(grids) == 0 {
		t.Error("no grid and no error")
	}
}

// FuzzXLSX feeds damaged archives to the readers of zip files.
func FuzzXLSX(f *testing.F) {
	f.Add(workbook(f))
	f.Add(parts(f, "content.xml", content))
	f.Fuzz(func(t *testing.T, b []byte) { fuzzed(t, "a.xlsx", b) })
}

// FuzzXLSXSheet feeds damaged XML to the reader of the cells of .xlsx files.
func FuzzXLSXSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`)
	f.Add(`<worksheet><sheetData><row><c t="inlineStr"><is><r><rPr><vertAlign val="subscript"/></rPr><t>1_x000A_</t></r></is></c><c t="d"><v>2013-10-18T00:00:00</v></c><c t="b"><v>1</v></c></row></sheetData></worksheet>`)
	f.Add(`<x:a b='>'><!-- --><![CDATA[&]]>&#x41;&amp;</x:a>`)
	f.Fuzz(func(t *testing.T, xml string) { fuzzed(t, "a.xlsx", byHand(t, xml)) })
}

// FuzzXLSXParts feeds damaged XML to the readers of what the sheets of an .xlsx
// share: the list of sheets, relationships, styles and texts.
func FuzzXLSXParts(f *testing.F) {
	f.Add(`<workbook><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" state="hidden" r:id="r1"/></sheets></workbook>`,
		`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="a.xml"/><Relationship Id="s" Type="x/styles" Target="../xl/s.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="/xl/t.xml"/></Relationships>`,
		`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/></numFmts><fonts><font/><font><b val="0"/></font></fonts><cellXfs><xf numFmtId="31" fontId="1"/><xf numFmtId="164"><alignment indent="2"/></xf></cellXfs></styleSheet>`,
		`<sst count="2"><si><t xml:space="preserve"> 全 国 </t></si><si><r><t>12.3</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r><rPh><t>no</t></rPh></si></sst>`)
	const cells = `<worksheet><sheetData><row><c t="s" s="1"><v>0</v></c><c s="0"><v>41565</v></c><c s="1"><v>41565</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>`
	f.Fuzz(func(t *testing.T, book, rels, styles, texts string) {
		fuzzed(t, "a.xlsx", parts(t, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", rels, "xl/s.xml", styles, "xl/t.xml", texts, "xl/a.xml", cells))
	})
}

// FuzzXLS feeds damaged compound files to the reader of .xls files.
func FuzzXLS(f *testing.F) {
	f.Add(small(f))
	f.Fuzz(func(t *testing.T, b []byte) { fuzzed(t, "a.xls", b) })
}

// FuzzODS feeds damaged XML to the reader of OpenDocument sheets.
func FuzzODS(f *testing.F) {
	const styles = `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:number="n"><number:percentage-style style:name="N1"><number:number number:decimal-places="1"/></number:percentage-style><style:style style:name="c" style:family="table-cell" style:data-style-name="N1"><style:text-properties fo:font-weight="bold" style:text-position="super 58%"/></style:style></office:document-styles>`
	f.Add(content, styles)
	f.Add(`<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" table:style-name="c" office:value-type="date" office:date-value="2013-10-18"><text:p>x<text:s text:c="3"/></text:p></table:table-cell></table:table-row></table:table></office:document-content>`, styles)
	f.Fuzz(func(t *testing.T, content, styles string) {
		fuzzed(t, "a.ods", parts(t, "content.xml", content, "styles.xml", styles))
	})
}

// FuzzMarkup feeds damaged pages and XML in one file to their readers.
func FuzzMarkup(f *testing.F) {
	for _, s := range []string{
		page, spreadsheet, content,
		"<table><tr><td rowspan=0 colspan=9999>",
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>=C8=AB<td>1</table>\n--x--",
		"<html><meta charset=gb2312><table><tr><td rowspan=0 colspan=2 x:num='1.5'>1.5<table><tr><th>2<sup>1</sup></table><caption>t",
		`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row Index="3"><Cell MergeAcross="2"><Data Type="Number">1 & 2</Data></Cell></Row></Table></Worksheet></Workbook>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { fuzzed(t, "a.xls", b) })
}

// FuzzText feeds text of every encoding to the reader of text tables.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"a,\"b\n\"\r1;2\t3", "a;b\n\"1\"\"\";2,5\r", "\xff\xfea\x00,\x00b\x00", "\x00a\x00,\x00b\x00\n", "\xd6\xd0\xb9\xfa,1\n",
		"sep=;\n1;2", "\x810\x810,\x84\x31\xa4\x37\n", "# note\na\tb\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { fuzzed(t, "a.csv", b) })
}
