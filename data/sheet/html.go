package sheet

import (
	"context"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"yunxing/data"
)

// readHTML reads a web page, or one that was saved under the name of a workbook, as
// one sheet: its tables and the lines between them in the order of the page, as
// a spreadsheet program shows them. Nothing of the page is run or fetched.
func readHTML(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	p := &page{budget: budget{name: name}}
	g, err := p.read(ctx, decodeMarkup(b, ""))
	switch {
	case err != nil:
		return nil, err
	case hasText(g):
		return []*data.Grid{g}, nil
	case p.frames:
		return nil, &Error{Elsewhere, name, "it is a web page whose sheets lie in other files; open it in a spreadsheet program and save it as .xlsx", nil}
	}
	return nil, &Error{Empty, name, "no table of it holds a value", nil}
}

// read reads the page in text as one sheet.
func (p *page) read(ctx context.Context, text string) (*data.Grid, error) {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(maxToken)
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if err := p.token(z, kind); err != nil {
			return nil, err
		}
	}
	if err := z.Err(); !errors.Is(err, io.EOF) {
		return nil, tooLarge(p.name, err)
	}
	if err := p.close(); err != nil {
		return nil, err
	}
	return p.assemble(), nil
}

// A page is a web page while it is read.
type page struct {
	budget
	blocks []*block
	open   []*table // tables inside of each other
	prefix string   // of the names of its tables
	tables int      // begun so far
	line   inline   // text outside of cells
	skip   atom.Atom
	frames bool
}

// token reads the next token, whose kind is given.
func (p *page) token(z *html.Tokenizer, kind html.TokenType) error {
	switch kind {
	case html.TextToken:
		if p.skip == 0 {
			return p.text().add(&p.budget, string(z.Text()))
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		t := z.Token()
		if p.skip != 0 {
			return nil
		}
		if skipped(t.DataAtom) || t.Data == "xml" {
			if kind == html.StartTagToken {
				p.skip = t.DataAtom
				if t.Data == "xml" {
					p.skip = atom.Xmp // no page has it; it stands for the tag without an atom
				}
			}
			return nil
		}
		return p.start(t)
	case html.EndTagToken:
		t := z.Token()
		if p.skip != 0 {
			if t.DataAtom == p.skip || t.Data == "xml" && p.skip == atom.Xmp {
				p.skip = 0
			}
			return nil
		}
		return p.end(t.DataAtom)
	}
	return nil
}

// skipped reports whether the content of an element is no text of the page.
func skipped(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Title, atom.Noscript, atom.Template, atom.Select, atom.Textarea, atom.Iframe, atom.Svg, atom.Object, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// start reads a start tag.
func (p *page) start(t html.Token) error {
	switch t.DataAtom {
	case atom.Table:
		return p.startTable()
	case atom.Tr:
		return p.startRow(t)
	case atom.Td, atom.Th:
		return p.startCell(t)
	case atom.Frameset, atom.Frame:
		p.frames = true
	case atom.Br:
		p.text().newline()
	case atom.Sup:
		p.text().shift = 1
	case atom.Sub:
		p.text().shift = -1
	case atom.B, atom.Strong:
		p.text().bold = true
	default:
		if isBlock(t.DataAtom) {
			return p.breakLine()
		}
	}
	return nil
}

// end reads an end tag.
func (p *page) end(a atom.Atom) error {
	switch a {
	case atom.Table:
		return p.endTable()
	case atom.Tr, atom.Thead, atom.Tbody, atom.Tfoot:
		return p.endRow()
	case atom.Td, atom.Th:
		return p.endCell()
	case atom.Sup, atom.Sub:
		p.text().shift = 0
	default:
		if isBlock(a) {
			return p.breakLine()
		}
	}
	return nil
}

// isBlock reports whether an element begins a line of its own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Hr, atom.Body, atom.Head, atom.Html, atom.Center, atom.Form, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main,
		atom.Nav, atom.Aside, atom.Caption, atom.Pre, atom.Blockquote, atom.Address, atom.Figure, atom.Figcaption, atom.Fieldset:
		return true
	}
	return false
}

// text returns what the text at the position belongs to: the open cell of the
// innermost table, or the line outside of cells.
func (p *page) text() *inline {
	if t := p.table(); t != nil && t.inCell {
		return &t.text
	}
	return &p.line
}

// breakLine begins a new line: inside of a cell one of its text, elsewhere a row.
func (p *page) breakLine() error {
	if t := p.table(); t != nil {
		if t.inCell {
			t.text.newline()
		} else {
			p.line.newline()
		}
		return nil
	}
	return p.flush()
}

// flush makes a row of the line outside of cells, unless it is blank.
func (p *page) flush() error {
	s := p.line.take()
	if strings.TrimSpace(s) == "" {
		return nil
	}
	p.blocks = append(p.blocks, &block{rows: [][]data.Cell{{textCell(s)}}, width: 1})
	return p.take(2, 0)
}

// close ends what the page left open.
func (p *page) close() error {
	for len(p.open) > 0 {
		if err := p.endTable(); err != nil {
			return err
		}
	}
	return p.flush()
}

// assemble puts the blocks below each other; each row keeps the table it comes from,
// table0 being the first of the page. A blank row divides two tables that
// follow each other without a line between them.
func (p *page) assemble() *data.Grid {
	g := &data.Grid{File: p.name, HiddenRows: map[int]bool{}, Origins: map[int]data.Origin{}}
	wide := false
	for _, b := range p.blocks {
		if wide && b.isTable() {
			g.AddRow(nil)
		}
		wide = b.isTable()
		top := g.Rows()
		for i, row := range b.rows {
			if b.name != "" {
				g.Origins[g.Rows()] = data.Origin{Sheet: b.name, Row: b.before + i}
			}
			g.AddRow(row)
		}
		for _, r := range b.hidden {
			g.HiddenRows[top+r] = true
		}
		for _, m := range b.merged {
			m.Top, m.Bottom = m.Top+top, min(m.Bottom, len(b.rows)-1)+top
			if m.Top < m.Bottom || m.Left < m.Right {
				g.Merged = append(g.Merged, m)
			}
		}
	}
	return g
}
