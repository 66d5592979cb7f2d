package sheet

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"strings"

	"yunxing/data"
)

// readMHTML reads a web page that was saved with what belongs to it in one file. A
// workbook that was saved so has a page for every sheet.
func readMHTML(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	pages, err := mhtmlPages(b)
	if err != nil || len(pages) == 0 {
		return nil, &Error{WebArchive, name, "it is a web archive that cannot be read; open it in a spreadsheet program and save it as .xlsx", err}
	}
	used := budget{name: name}
	var grids []*data.Grid
	for _, m := range pages {
		p := &page{budget: used, prefix: m.sheet + "."}
		g, err := p.read(ctx, decodeMarkup(m.content, m.charset))
		if err != nil {
			return nil, err
		}
		used = p.budget
		if hasText(g) {
			g.Sheet = m.sheet
			grids = append(grids, g)
		}
	}
	if len(grids) == 0 {
		return nil, &Error{Empty, name, "no table of it holds a value", nil}
	}
	return grids, nil
}

// An mhtmlPage is a page of a web archive.
type mhtmlPage struct {
	sheet   string
	charset string
	content []byte
}

// mhtmlPages returns the pages of a web archive, without the one that only names the
// sheets.
func mhtmlPages(b []byte) ([]mhtmlPage, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(b, "\ufeff \t\r\n")))
	if err != nil {
		return nil, err
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(kind, "multipart/") {
		p, ok, err := newMHTMLPage(m.Header, m.Body)
		if !ok || err != nil {
			return nil, err
		}
		return []mhtmlPage{p}, nil
	}
	var out []mhtmlPage
	for in := multipart.NewReader(m.Body, params["boundary"]); ; {
		part, err := in.NextRawPart()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		p, ok, err := newMHTMLPage(part.Header, part)
		if err != nil {
			return nil, err
		}
		if ok && p.sheet != "tabstrip" {
			out = append(out, p)
		}
	}
}

// newMHTMLPage returns the page of a part, and false for a part that is none.
func newMHTMLPage(header interface{ Get(string) string }, in io.Reader) (mhtmlPage, bool, error) {
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil || kind != "text/html" && kind != "application/xhtml+xml" {
		return mhtmlPage{}, false, nil //nolint:nilerr // a part without a proper type is no page
	}
	switch strings.ToLower(strings.TrimSpace(header.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		in = quotedprintable.NewReader(in)
	case "base64":
		in = base64.NewDecoder(base64.StdEncoding, in)
	}
	b, err := io.ReadAll(in)
	at := path.Base(strings.ReplaceAll(header.Get("Content-Location"), `\`, "/"))
	return mhtmlPage{strings.TrimSuffix(at, path.Ext(at)), params["charset"], b}, true, err
}
