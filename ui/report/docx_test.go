package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"yunxing/ui/i18n"
)

// write returns the demo document as a Word file.
func write(t testing.TB, l i18n.Lang) []byte {
	t.Helper()
	o := options(t, l)
	var b bytes.Buffer
	if err := All()[0].Write(demo(o.Printer), o, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts returns the files of an archive by name.
func parts(t testing.TB, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		src, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = src
	}
	return out
}

// TestDocxBytes fails if the same document gives other bytes the second time.
func TestDocxBytes(t *testing.T) {
	if !bytes.Equal(write(t, i18n.Chinese), write(t, i18n.Chinese)) {
		t.Error("two runs differ")
	}
}

// TestDocxParts fails if a part is not XML, a link leads nowhere, an id is used
// twice, or a style is named that is not defined: each makes Word repair or refuse
// the file.
func TestDocxParts(t *testing.T) {
	for _, l := range i18n.Languages() {
		files := parts(t, write(t, l))
		for name, src := range files {
			if ext := filepath.Ext(name); ext == ".xml" || ext == ".rels" || ext == ".svg" {
				wellFormed(t, name, src)
			}
		}
		main, styles := string(files["word/document.xml"]), string(files["word/styles.xml"])
		links := map[string]string{}
		for _, m := range regexp.MustCompile(`Id="([^"]+)"[^>]* Target="([^"]+)"`).FindAllStringSubmatch(string(files["word/_rels/document.xml.rels"]), -1) {
			if links[m[1]] != "" {
				t.Errorf("%s: link %s twice", l, m[1])
			}
			links[m[1]] = m[2]
			if files["word/"+m[2]] == nil {
				t.Errorf("%s: link %s leads to %s, which is not there", l, m[1], m[2])
			}
		}
		for _, m := range regexp.MustCompile(`r:(?:embed|id)="([^"]+)"`).FindAllStringSubmatch(main, -1) {
			if links[m[1]] == "" {
				t.Errorf("%s: %s is no link", l, m[1])
			}
		}
		for _, m := range regexp.MustCompile(`w:pStyle w:val="([^"]+)"`).FindAllStringSubmatch(main, -1) {
			if !strings.Contains(styles, `w:styleId="`+m[1]+`"`) {
				t.Errorf("%s: no style %s", l, m[1])
			}
		}
	}
}

// wellFormed fails if src is not XML.
func wellFormed(t *testing.T, name string, src []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(src))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// TestDocxText fails if a sentence, a heading, a figure or a mark does not reach
// the file, or a projected figure is not told from a published one.
func TestDocxText(t *testing.T) {
	main := string(parts(t, write(t, i18n.Chinese))["word/document.xml"])
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(main, "")
	for _, want := range []string{
		"增长12.2%，分别较2010年、2011年和2012年同期回落5.0、7.0和1.8个百分点。",
		"一、主要特征", "（一）工业增速回落势头放缓", "1.各月累计走势", "二、全年走势预测",
		"表1　主要工业品产量增速", "单位：%", "数据来源：国家统计局，2013年10月18日发布", "图1　2013年内蒙古工业增加值累计增速", "表2　",
		"“预”表示预测值；“估”表示估计值；“疑”表示存疑、未参与计算的数值；“变”表示口径有变化、不可直接对比的数值。", "注：“—”表示未公布或未收录。",
		"1. 增速按可比价计算，总量按现价计算。",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	for _, want := range []string{`descr="折线图：12.0、11.6、12.2"`, `<w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">`, `<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">预`, `<w:tblHeader/>`, `<w:gridSpan w:val="2"/>`, "asvg:svgBlip"} {
		if !strings.Contains(main, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestDocxTableWidths fails if the columns of a table do not fill the type area,
// which programs resolve in different ways.
func TestDocxTableWidths(t *testing.T) {
	p := printer(t, i18n.Chinese)
	for _, tab := range []*Table{demoTable(p), demoGroupedTable(p), {Columns: []Column{{Title: "甲"}}}} {
		if got := sum(tab.widths()); got != typeWidth {
			t.Errorf("%s is %d wide, not %d", tab.Title, got, typeWidth)
		}
	}
	wordy := &Table{Columns: []Column{{Title: "Branch", Text: true}, {Title: "Growth"}, {Title: "Level"}}, Rows: []Row{
		{Cells: []Cell{TextCell("Petroleum processing"), PrintedCell(strings.Repeat("turned a loss into a profit ", 5), pub(1)), PrintedCell("40,452.81", pub(1))}},
	}}
	if w := wordy.widths(); sum(w) != typeWidth || w[2] < 9*roomPerCharacter || w[0] < 10*roomPerCharacter {
		t.Errorf("a wordy cell leaves its neighbours %v", w)
	}
	if mm := typeWidth * 25.4 / 1440; mm < 155.8 || mm > 156.2 {
		t.Errorf("the type area is %.1f mm wide", mm)
	}
	if mm := (pageHeight - marginTop - marginBottom) * 25.4 / 1440; mm < 224.8 || mm > 225.2 {
		t.Errorf("the type area is %.1f mm high", mm)
	}
}

// TestDocxOddities fails if unusual content breaks the file.
func TestDocxOddities(t *testing.T) {
	o := options(t, i18n.English)
	d := Document{Title: "a < b & \"c\"\x01", Sections: []Section{{Level: 9, Title: "deep", Blocks: []Block{
		&Table{}, &Figure{}, Paragraph{}, &Table{Columns: []Column{{}, {}}, Rows: []Row{{}, {Cells: make([]Cell, 5)}}},
	}}}}
	var b bytes.Buffer
	if err := writeDocx(d, o, &b); err != nil {
		t.Fatal(err)
	}
	for name, src := range parts(t, b.Bytes()) {
		wellFormed(t, name, src)
	}
	bad := demoFigure()
	bad.Width, bad.Height = 1e6, 1e6
	if err := writeDocx(Document{Sections: []Section{{Blocks: []Block{bad}}}}, o, io.Discard); err == nil {
		t.Error("an impossible picture is no error")
	}
	if err := writeDocx(d, o, failing{}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a full disk gives %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

// TestFormatOf fails if a file name finds the wrong writer.
func TestFormatOf(t *testing.T) {
	if f, err := FormatOf("out/a.DOCX"); err != nil || f.Ext != "docx" {
		t.Errorf("%v, %v", f.Ext, err)
	}
	for _, name := range []string{"a.doc", "docx", ""} {
		if _, err := FormatOf(name); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: %v", name, err)
		}
	}
	var exts []string
	for _, f := range All() {
		if slices.Contains(exts, f.Ext) || f.Write == nil {
			t.Errorf("format %q", f.Ext)
		}
		exts = append(exts, f.Ext)
	}
}

// TestNumbers fails if a figure of the document cannot be reached for its trace.
func TestNumbers(t *testing.T) {
	d := demo(printer(t, i18n.Chinese))
	if got, want := len(d.Numbers()), 7*9+5*4+45*5; got != want {
		t.Errorf("%d figures, want %d", got, want)
	}
	for i, n := range d.Numbers() {
		if n.Shown() && n.Lo > n.Hi {
			t.Errorf("figure %d: %+v", i, n)
		}
	}
}

// TestNumbered fails if headings are counted wrongly.
func TestNumbered(t *testing.T) {
	sections := []Section{{Level: 1}, {Level: 2}, {Level: 2}, {Level: 3}, {Level: 1}, {Level: 2}, {Level: 0, Number: "附"}}
	for l, want := range map[i18n.Lang]string{i18n.Chinese: "一、 （一） （二） 1. 二、 （一） 附", i18n.English: "1 1.1 1.2 1.2.1 2 2.1 附"} {
		d := Numbered(printer(t, l), Document{Sections: sections})
		var got []string
		for _, s := range d.Sections {
			got = append(got, s.Number)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", l, s, want)
		}
	}
	if sections[0].Number != "" {
		t.Error("the document given was changed")
	}
	for n, want := range map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 42: "四十二", 100: "100"} {
		if got := hanNumber(n); got != want {
			t.Errorf("%d is %s", n, got)
		}
	}
}

// TestText fails if the plain text says something else than the document.
func TestText(t *testing.T) {
	p := printer(t, i18n.English)
	text := demo(p).Text(p)
	for _, want := range []string{"1.1  The slowdown has eased", "Table 1. 主要工业品产量增速\nUnit: %", "[Figure 1. 2013年内蒙古工业增加值累计增速]", "−300.0p", "Note: “—” marks a figure not published or not on file."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text[:min(len(text), 3000)])
		}
	}
}

// TestDocxInOffice fails if LibreOffice, another reader of the format, does not
// open the file or loses text. Set OUT to keep the pages.
func TestDocxInOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("short: starts LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here to read the document with")
	}
	dir := os.Getenv("OUT")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, l := range i18n.Languages() {
		name := filepath.Join(dir, "demo-"+string(l)+".docx")
		if err := os.WriteFile(name, write(t, l), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(office, "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, name)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		text, err := os.ReadFile(strings.TrimSuffix(name, ".docx") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"12.2%", "5.0、7.0", "−14.5"} {
			if l == i18n.English && want == "5.0、7.0" {
				want = "5.0, 7.0 and 1.8 percentage points"
			}
			if !bytes.Contains(text, []byte(want)) {
				t.Errorf("%s: no %q after LibreOffice", l, want)
			}
		}
	}
}
