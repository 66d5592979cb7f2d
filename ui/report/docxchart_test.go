package report

import (
	"bytes"
	"strings"
	"testing"

	"yunxing/ui/i18n"
)

// TestDocxNativeChart fails where a chart that Word can edit has no part, no kind,
// no relation or no workbook, is not well-formed, or is a picture besides.
func TestDocxNativeChart(t *testing.T) {
	o := options(t, i18n.Chinese)
	o.NativeCharts = true
	var one, two bytes.Buffer
	for _, b := range []*bytes.Buffer{&one, &two} {
		if err := All()[0].Write(demo(o.Printer), o, b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two runs differ")
	}
	files := parts(t, one.Bytes())
	for name, want := range map[string]string{
		"[Content_Types].xml":               "/word/charts/chart1.xml",
		"word/_rels/document.xml.rels":      `Id="rIdChart1"`,
		"word/document.xml":                 `r:id="rIdChart1"`,
		"word/charts/chart1.xml":            `<c:externalData r:id="rId1">`,
		"word/charts/_rels/chart1.xml.rels": "../embeddings/chart1.xlsx",
	} {
		if !strings.Contains(string(files[name]), want) {
			t.Errorf("%s lacks %s", name, want)
		}
		wellFormed(t, name, files[name])
	}
	book := parts(t, files["word/embeddings/chart1.xlsx"])
	if len(book["xl/worksheets/sheet1.xml"]) == 0 {
		t.Error("the workbook has no sheet")
	}
	for name := range files {
		if strings.HasPrefix(name, "word/media/") {
			t.Errorf("%s is a picture besides", name)
		}
	}
}
