package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"yunxing/data"
	"yunxing/data/sheet"
)

// one reads a file that holds one sheet.
func one(t *testing.T, name string, b []byte) *data.Grid {
	t.Helper()
	grids, err := sheet.Read(t.Context(), name, b)
	if err != nil {
		t.Fatal(err)
	}
	if len(grids) != 1 {
		t.Fatalf("%s has %d sheets, want one", name, len(grids))
	}
	return grids[0]
}

// text returns the text of a cell.
func text(g *data.Grid, row, col int) string { return g.At(row, col).Text }

const page = `<!-- saved by a bureau -->


<html><head><title>no cell</title><script>var x = "<td>1</td>"</script></head><body>
<table><tr><td>2013年内蒙古工业增加值累计增速</td></tr></table>
<table><tr><td>单位:%</td></tr></table>
<table border=1><tr><th rowspan=2>地区</th><th colspan=2>2013年</th></tr><tr><th>1-6月</th><th>1-9月</th></tr>
<tr><td>内蒙古</td><td>11.6</td><td>12.2</td></tr><tr><td>全&nbsp;国<td>9.3<td>9.6</table>
<p>注:规模以上工业</p></body></html>`

// A page saved as .xls must come out with its unit, its spans and its note.
func TestHTML(t *testing.T) {
	g := one(t, "page.xls", []byte(page))
	row := 0
	for row < g.Rows() && text(g, row, 0) != "地区" {
		row++
	}
	if row < 2 || text(g, 0, 0) != "2013年内蒙古工业增加值累计增速" || text(g, 1, 0) != "单位:%" {
		t.Fatalf("the page begins with %q, %q", text(g, 0, 0), text(g, 1, 0))
	}
	if text(g, row+1, 1) != "1-6月" || text(g, row+2, 2) != "12.2" || text(g, row+3, 1) != "9.3" {
		t.Errorf("below the merged head stand %q and %q", text(g, row+1, 1), text(g, row+2, 2))
	}
	if last := text(g, g.Rows()-1, 0); last != "注:规模以上工业" {
		t.Errorf("the note is %q", last)
	}
}

const spreadsheet = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="IIP"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Index</Data></Cell><Cell><Data ss:Type="String">US</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">1979-01</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">56.3</Data></Cell></Row>
</Table></Worksheet></Workbook>`

// Places that a spreadsheet of 2003 leaves out must stay empty, not close up.
func TestSpreadsheetML(t *testing.T) {
	g := one(t, "oecd.xls", []byte(spreadsheet))
	if g.Sheet != "IIP" || text(g, 0, 2) != "US" || text(g, 3, 0) != "1979-01" {
		t.Errorf("sheet %q has %q and %q", g.Sheet, text(g, 0, 2), text(g, 3, 0))
	}
	if c := g.At(3, 2); c.Kind != data.NumberCell || c.Value != 56.3 {
		t.Errorf("the figure is %+v", c)
	}
}

const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Tabelle1">
<table:table-row><table:table-cell office:value-type="string"><text:p>Period</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>US</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2013-09-01"><text:p>01.09.13</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="9.6"><text:p>9.6</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>`

// Repeated cells must be unfolded, and the million blank ones at the end must not.
func TestODS(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, body := range map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	g := one(t, "mei.ods", b.Bytes())
	if g.Rows() != 4 || text(g, 0, 2) != "US" {
		t.Errorf("the sheet has %d rows and repeats %q", g.Rows(), text(g, 0, 2))
	}
	if c := g.At(3, 0); c.Kind != data.DateCell {
		t.Errorf("the date is %+v", c)
	}
	if c := g.At(3, 1); c.Value != 9.6 {
		t.Errorf("the figure is %+v", c)
	}
}

// What is no table must be refused with the reason, not read as text.
func TestMarkupRefusals(t *testing.T) {
	for want, body := range map[data.Code]string{
		sheet.WebArchive: "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<table>",
		sheet.Elsewhere:  `<html><frameset><frame src="sheet001.htm"></frameset></html>`,
		sheet.Structured: `{"a": [1, 2, 3]}`,
	} {
		_, err := sheet.Read(t.Context(), "x.xls", []byte(body))
		var refused *sheet.Error
		if !errors.As(err, &refused) || refused.Code != want {
			t.Errorf("%.30q is answered with %v, want %s", body, err, want)
		}
	}
}

// A figure of a page must be found in the table that it stands in, counted within
// the page.
func TestHTMLOrigins(t *testing.T) {
	g := one(t, "page.xls", []byte(page))
	for row := range g.Rows() {
		if text(g, row, 0) == "内蒙古" {
			if at := g.Source(row, 1); at.Sheet != "table2" || at.Cell != "B3" {
				t.Errorf("the figure is said to stand in %v", at)
			}
			return
		}
	}
	t.Error("the row is not found")
}
