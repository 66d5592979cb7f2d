package sheet_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"yunxing/data"
	"yunxing/data/sheet"
)

// standard returns a package encrypted with a password as Excel 2007 does it.
func standard(t *testing.T, plain []byte, password string) []byte {
	t.Helper()
	b, err := excelize.Encrypt(plain, &excelize.Options{Password: password})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// filePassed returns a workbook stream of Excel 97 that begins with a FILEPASS
// record.
func filePassed(pass string) string {
	return "\x09\x08\x10\x00\x00\x06\x05\x00\x54\x38\xcd\x07\xc1\xc0\x01\x00\x06\x07\x00\x00" +
		"\x2f\x00" + string([]byte{byte(len(pass)), byte(len(pass) >> 8)}) + pass + "\x0a\x00\x00\x00"
}

// TestRefused states what is refused, whatever its name says, and with which code.
func TestRefused(t *testing.T) {
	const biff5 = "\x09\x08\x08\x00\x00\x05\x05\x00\x59\x18\xcc\x07\x0a\x00\x00\x00"
	const biff8 = "\x09\x08\x10\x00\x00\x06\x05\x00"
	book := workbook(t)
	for _, tt := range []struct {
		name string
		b    []byte
		code data.Code
	}{
		{"Excel 2.xls", []byte("\x09\x00\x04\x00\x02\x00\x10\x00"), sheet.OldWorkbook},
		{"Excel 3.xls", []byte("\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00"), sheet.OldWorkbook},
		{"Excel 4.xls", []byte("\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00"), sheet.OldWorkbook},
		{"Excel 5.xls", compound(t, "Book", biff5), sheet.OldWorkbook},
		{"Excel 5 in the stream of 97.xls", compound(t, "Workbook", biff5), sheet.OldWorkbook},
		{"Excel 5 alone.xls", []byte(biff5), sheet.OldWorkbook},
		{"XOR.xls", compound(t, "Workbook", filePassed("\x00\x00\x12\x34\x56\x78")), sheet.Password},
		{"RC4.xls", compound(t, "Workbook", filePassed("\x01\x00\x01\x00\x01\x00"+strings.Repeat("x", 48))), sheet.Password},
		{"CryptoAPI.xls", compound(t, "Workbook", filePassed("\x01\x00\x02\x00\x02\x00"+strings.Repeat("x", 194))), sheet.Password},
		{"cut.xls", compound(t, "Workbook", biff8), sheet.Truncated},
		{"standard.xlsx", standard(t, book, "secret"), sheet.Password},
		{"agile.xlsx", agile(t, book, "secret"), sheet.Password},
		{"rights.xlsx", compound(t, "EncryptionInfo", "\x01\x00\x01\x00", "EncryptedPackage", "?"), sheet.Password},
		{"binary, locked.xlsb", agile(t, parts(t, "xl/workbook.bin", "x"), "VelvetSweatshop"), sheet.Binary},
		{"binary.xls", parts(t, "[Content_Types].xml", "", "xl/workbook.bin", "x"), sheet.Binary},
		{"locked.ods", parts(t, "content.xml", "x", "META-INF/manifest.xml", "<manifest:encryption-data/>"), sheet.Password},
		{"locked as a whole.ods", parts(t, "mimetype", "x", "encrypted-package", "x", "META-INF/manifest.xml", "<manifest:encryption-data/>"), sheet.Password},
		{"table.numbers", parts(t, "Index/Document.iwa", "x", "Metadata/Properties.plist", "x"), sheet.Numbers},
		{"old table.numbers", parts(t, "Index.zip", "x", "preview.jpg", "x"), sheet.Numbers},
		{"report.docx", parts(t, "word/document.xml", "<w/>"), sheet.Document},
		{"talk.xlsx", parts(t, "ppt/presentation.xml", "<p/>"), sheet.Document},
		{"report.doc", compound(t, "WordDocument", "x"), sheet.Document},
		{"talk.xls", compound(t, "PowerPoint Document", "x"), sheet.Document},
		{"report.rtf", []byte(`{\rtf1\ansi\trowd 1\cell 2\cell\row}`), sheet.Document},
		{"report.pdf", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), sheet.Document},
		{"report as XML.xls", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>`), sheet.Document},
		{"PNG.xlsx", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), sheet.Picture},
		{"JPEG.xls", []byte("\xff\xd8\xff\xe1\x00\x10Exif\x00"), sheet.Picture},
		{"GIF.csv", []byte("GIF89a\x01\x00\x01\x00"), sheet.Picture},
		{"TIFF.csv", []byte("II*\x00\x08\x00\x00\x00"), sheet.Picture},
		{"HEIC.csv", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), sheet.Picture},
		{"WebP.csv", []byte("RIFF\x24\x00\x00\x00WEBPVP8 "), sheet.Picture},
		{"SVG.csv", []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`), sheet.Picture},
		{"tables.zip", parts(t, "a.xlsx", "x", "b.xlsx", "x"), sheet.Archive},
		{"table.csv.gz", []byte("\x1f\x8b\x08\x00\x00\x00\x00\x00"), sheet.Archive},
		{"tables.7z", []byte("7z\xbc\xaf\x27\x1c\x00\x04"), sheet.Archive},
		{"tables.rar", []byte("Rar!\x1a\x07\x01\x00"), sheet.Archive},
		{"tables.xz", []byte("\xfd7zXZ\x00\x00\x04"), sheet.Archive},
		{"mail.msg", compound(t, "__properties_version1.0", "x"), sheet.NotWorkbook},
		{"program.csv", []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00"), sheet.NotWorkbook},
		{"data.json", []byte(`[{"year": 2013, "value": 9.6}]`), sheet.Structured},
		{"data.xml", []byte(`<?xml version="1.0"?><mes:GenericData xmlns:mes="http://www.sdmx.org/"/>`), sheet.Structured},
		{"picture alone.mht", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n"), sheet.WebArchive},
		{"nothing.xlsx", nil, sheet.Empty},
		{"blanks.xls", []byte("\xef\xbb\xbf \r\n\t\r\n"), sheet.Empty},
	} {
		path := filepath.Join(t.TempDir(), tt.name)
		if err := os.WriteFile(path, tt.b, 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, path, tt.code)
	}
}

// refused states that a file is refused with a code and with advice.
func refused(t *testing.T, path string, code data.Code) {
	t.Helper()
	grids, err := sheet.Open(t.Context(), path)
	e := new(sheet.Error)
	if !errors.As(err, &e) || e.Code != code || e.Detail == "" || e.File != filepath.Base(path) {
		t.Errorf("%s gives %d sheets and %v, want %s", filepath.Base(path), len(grids), err, code)
	}
}

// TestRefusedPaths states what is said of a path where there is no file to read.
func TestRefusedPaths(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	refused(t, at("none.xlsx"), sheet.NoFile)
	refused(t, dir, sheet.Folder)
	if err := os.Symlink(at("none.xlsx"), at("dangling.xlsx")); err == nil {
		refused(t, at("dangling.xlsx"), sheet.NoFile)
	}
	if err := os.WriteFile(at("closed.csv"), []byte("a,b\n"), 0); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() != 0 { // who may read everything
		refused(t, at("closed.csv"), sheet.Unreadable)
	}
	refused(t, at("closed.csv")+"/below", sheet.Unreadable)
}

// TestAcceptedForms states what is read whatever its name says.
func TestAcceptedForms(t *testing.T) {
	book := workbook(t)
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("地区\t2013年1-9月\r\n内蒙古\t12.2\r\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name      string
		b         []byte
		row, col  int
		kind      data.CellKind
		displayed string
	}{
		{"locked by default, 2007.xlsx", standard(t, book, "VelvetSweatshop"), 1, 1, data.NumberCell, "12.0"},
		{"locked by default, 2010.xls", agile(t, book, "VelvetSweatshop"), 2, 1, data.DateCell, "2013-10-18"},
		{"workbook.csv", book, 9, 3, data.TextCell, "…"},
		{"GBK with tabs.xls", []byte(gbk), 1, 0, data.TextCell, "内蒙古"},
		{"UTF-8 with commas.xls", []byte("\xef\xbb\xbf地区,1-9月\r\n内蒙古,12.2\r\n"), 1, 1, data.TextCell, "12.2"},
		{"strict.xlsx", strict(t), 0, 1, data.DateCell, "2013-10-18"},
		{"strict.xlsx", strict(t), 0, 2, data.NumberCell, "12.0"},
		{"strict.xlsx", strict(t), 0, 0, data.TextCell, "全国"},
	} {
		g := one(t, tt.name, tt.b)
		if c := g.At(tt.row, tt.col); c.Kind != tt.kind || c.Display() != tt.displayed {
			t.Errorf("%s: %s is %v %q, want %v %q", tt.name, data.CellName(tt.row, tt.col), c.Kind, c.Display(), tt.kind, tt.displayed)
		}
	}
}

// strict returns a workbook in the strict form of ISO/IEC 29500, which has other
// names for everything and writes dates as such.
func strict(t *testing.T) []byte {
	const ns, rel = `xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"`, "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	rels := func(s ...string) string {
		var b strings.Builder
		for i := 0; i < len(s); i += 2 {
			fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i/2+1, rel, s[i], s[i+1])
		}
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + b.String() + `</Relationships>`
	}
	return parts(t,
		"_rels/.rels", rels("officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml", `<workbook `+ns+` conformance="strict"><workbookPr dateCompatibility="0"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", rels("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml", "sharedStrings", "sharedStrings.xml"),
		"xl/styles.xml", `<styleSheet `+ns+`><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml", `<sst `+ns+`><si><t>全国</t></si></sst>`,
		"xl/worksheets/sheet1.xml", `<worksheet `+ns+`><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="d"><v>2013-10-18</v></c><c r="C1" s="2"><v>12</v></c></row></sheetData></worksheet>`)
}

// TestMHTML states that a web page in one file is read, with a sheet for every page
// of a workbook that was saved so.
func TestMHTML(t *testing.T) {
	archive := "From: <Saved by a browser>\r\nSubject: =?gb2312?B?uaTStQ==?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_x\"\r\n\r\n" +
		"------=_x\r\nContent-Location: file:///C:/b/book.htm\r\nContent-Type: text/html; charset=\"us-ascii\"\r\n\r\n<html><frameset><frame src=3Dsheet001.htm></frameset></html>\r\n" +
		"------=_x\r\nContent-Location: file:///C:/b/book.files/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\n<table><tr><td>=C8=AB=B9=FA</td><td x:num=3D\"9.6\">9.6</td></tr><tr><td>=\r\na<td>1</table>\r\n" +
		"------=_x\r\nContent-Location: file:///C:/b/book.files/sheet002.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\nPHRhYmxlPjx0cj48\r\ndGQ+yKu5+jx0ZD4xMi4yPC90YWJsZT4=\r\n" +
		"------=_x\r\nContent-Location: file:///C:/b/book.files/tabstrip.htm\r\nContent-Type: text/html\r\n\r\n<table><tr><td>Sheet1</table>\r\n" +
		"------=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------=_x--\r\n"
	for _, b := range []string{archive, archive[strings.Index(archive, "MIME"):]} {
		grids, err := sheet.Read(t.Context(), "book.xls", []byte(b))
		if err != nil || len(grids) != 2 {
			t.Fatalf("%d sheets, %v", len(grids), err)
		}
		if g := grids[0]; g.Sheet != "sheet001" || text(g, 0, 0) != "全国" || g.At(0, 1).Value != 9.6 {
			t.Errorf("%q begins with %q and %+v", g.Sheet, text(g, 0, 0), g.At(0, 1))
		}
		if g := grids[1]; g.Sheet != "sheet002" || text(g, 0, 0) != "全国" || text(g, 0, 1) != "12.2" || g.Source(0, 1).Sheet != "sheet002.table0" {
			t.Errorf("%q begins with %q and %q at %v", g.Sheet, text(g, 0, 0), text(g, 0, 1), g.Source(0, 1))
		}
	}
	page := "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<table><tr><td>全国<td>1<tr><td>a<td>2</table>"
	if g := one(t, "page.mht", []byte(page)); text(g, 1, 1) != "2" {
		t.Errorf("the page has %q", text(g, 1, 1))
	}
}
