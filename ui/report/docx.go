package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"yunxing/ui/report/native"
)

// writeDocx writes d as a Word document (Office Open XML, ISO/IEC 29500).
func writeDocx(d Document, o Options, w io.Writer) error {
	b := newBody(o)
	b.document(ruler{b.look, o.Printer}.filled(d))
	if b.err != nil {
		return fmt.Errorf("report: %w", b.err)
	}
	files := []packed{
		{"[Content_Types].xml", []byte(b.kinds())},
		{"_rels/.rels", []byte(packageLinks)},
		{"docProps/core.xml", []byte(coreProperties(d, o.Printer.Lang()))},
		{"docProps/app.xml", []byte(appProperties)},
		{"word/document.xml", []byte(b.part())},
		{"word/_rels/document.xml.rels", []byte(b.links())},
		{"word/styles.xml", []byte(b.look.styles())},
		{"word/settings.xml", []byte(settings(b.look))},
		{"word/fontTable.xml", []byte(b.look.fontTable())},
		{"word/footer1.xml", []byte(footerPart())},
	}
	return writeZip(append(append(files, b.media...), b.chartParts()...), w)
}

// A packed is one file of the archive.
type packed struct {
	name string
	data []byte
}

// writeZip writes files into an archive that bears no clock.
func writeZip(files []packed, w io.Writer) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		head := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		out, err := z.CreateHeader(head)
		if err == nil {
			_, err = out.Write(f.data)
		}
		if err != nil {
			return fmt.Errorf("report: %s: %w", f.name, errors.Join(err, z.Close()))
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// A body collects the text of a Word document with the pictures it shows.
type body struct {
	Options
	look   look
	b      bytes.Buffer
	media  []packed
	charts []native.Embedded
	err    error // the first that drawing a chart returned
}

// newBody returns an empty body in the look of the language.
func newBody(o Options) *body {
	return &body{Options: o, look: lookOf(o.Printer.Lang())}
}

// document writes all of d.
func (b *body) document(d Document) {
	b.paragraph("Title", false, b.words(d.Title))
	for _, p := range d.Lead {
		b.text(p)
	}
	for _, s := range d.Sections {
		b.paragraph(fmt.Sprintf("Heading%d", min(max(s.Level, 1), 3)), false, b.words(heading(b.Printer, s)))
		for _, bl := range s.Blocks {
			switch bl := bl.(type) {
			case Paragraph:
				b.text(bl)
			case *Table:
				b.table(bl)
			case *Figure:
				b.figure(bl)
			}
		}
	}
	if len(d.Notes) == 0 {
		return
	}
	b.paragraph("NotesHeading", true, b.words(b.Printer.Text("report.notes")))
	for i, n := range d.Notes {
		b.paragraph("Note", false, b.words(fmt.Sprintf("%d. %s", i+1, n)))
	}
}

// text writes a paragraph of sentences.
func (b *body) text(p Paragraph) {
	var runs string
	for _, r := range p.runs(b.Printer.Text("list.space")) {
		if r.Number != nil {
			runs += b.digits(r.Text, "")
		} else {
			runs += b.words(r.Text)
		}
	}
	b.paragraph("", false, runs)
}

// paragraph writes a paragraph in a style; keep holds it on the page of the next.
func (b *body) paragraph(style string, keep bool, runs string) {
	b.b.WriteString("<w:p>")
	if style != "" || keep {
		b.b.WriteString("<w:pPr>")
		if style != "" {
			fmt.Fprintf(&b.b, `<w:pStyle w:val="%s"/>`, style)
		}
		if keep {
			b.b.WriteString("<w:keepNext/>")
		}
		b.b.WriteString("</w:pPr>")
	}
	b.b.WriteString(runs + "</w:p>")
}

// words returns a run of words. In Chinese it asks for the East Asian face, for
// the quotation marks and dashes that both scripts have.
func (b *body) words(s string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf(`<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, properties(b.look.hint), escape(s))
}

// digits returns a run of a printed figure, with more properties if any.
func (b *body) digits(s, more string) string {
	return fmt.Sprintf(`<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, properties(more), escape(s))
}

// properties returns the properties of a run, nothing where there are none.
func properties(p string) string {
	if p == "" {
		return ""
	}
	return "<w:rPr>" + p + "</w:rPr>"
}
