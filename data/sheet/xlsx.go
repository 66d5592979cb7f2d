package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"yunxing/data"
)

// readXLSX reads a workbook of Excel 2007 and later: stored values, never those
// that a format shows, which lose digits. Drawings, links and the size that a sheet
// says it has are not looked at; they are often wrong.
func readXLSX(ctx context.Context, name string, a *archive) ([]*data.Grid, error) {
	r := &xlsxReader{ctx: ctx, archive: a, budget: budget{name: name}}
	grids, err := r.book()
	switch e := new(Error); {
	case err == nil:
		return grids, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.As(err, &e):
		return nil, &Error{e.Code, name, e.Detail, e.Err}
	}
	return nil, damaged(name, err)
}

// An xlsxReader reads the sheets of one workbook.
type xlsxReader struct {
	ctx      context.Context
	archive  *archive
	budget   budget
	date1904 bool
	styles   []xlsxStyle
	strings  []string
}

// An xlsxSheet is an entry of the list of sheets.
type xlsxSheet struct {
	name, id string
	hidden   bool
}

// A relation is what a part says of another.
type relation struct{ kind, target string }

// book reads the workbook.
func (r *xlsxReader) book() ([]*data.Grid, error) {
	main := "xl/workbook.xml"
	top, err := r.relations("")
	if err != nil {
		return nil, err
	}
	for _, rel := range top {
		if strings.HasSuffix(rel.kind, "/officeDocument") && r.archive.has(rel.target) {
			main = rel.target
		}
	}
	sheets, err := r.sheetList(main)
	if err != nil {
		return nil, err
	}
	rels, err := r.relations(main)
	if err != nil {
		return nil, err
	}
	if err := r.shared(main, rels); err != nil {
		return nil, err
	}
	var grids []*data.Grid
	for _, s := range sheets {
		rel := rels[s.id]
		if kind := path.Base(rel.kind); kind != "worksheet" && rel.kind != "" {
			continue // a chart, a dialogue or a macro sheet
		}
		g := &data.Grid{File: r.budget.name, Sheet: s.name, Hidden: s.hidden, HiddenRows: map[int]bool{}}
		if err := r.sheet(g, rel.target); err != nil {
			return nil, err
		}
		grids = append(grids, g)
	}
	return grids, nil
}

// shared reads what the sheets share: styles and texts. Styles that are damaged are
// an error too, since dates would come out as numbers without them.
func (r *xlsxReader) shared(main string, rels map[string]relation) error {
	dir := path.Dir(main)
	styles, texts := path.Join(dir, "styles.xml"), path.Join(dir, "sharedStrings.xml")
	for _, rel := range rels {
		switch path.Base(rel.kind) {
		case "styles":
			styles = rel.target
		case "sharedStrings":
			texts = rel.target
		}
	}
	if err := r.scan(styles, r.readStyles); err != nil && !errors.Is(err, errNoPart) {
		return err
	}
	if err := r.scan(texts, r.readStrings); err != nil && !errors.Is(err, errNoPart) {
		return err
	}
	return nil
}

// scan opens a part and reads it with read, to its end, where its checksum stands.
func (r *xlsxReader) scan(name string, read func(*xmlScanner) error) error {
	in, err := r.archive.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := read(newXMLScanner(utf8Reader(in))); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, in)
	return err
}

// each calls start for every start tag of s, to the end.
func each(s *xmlScanner, start func(name string) error) error {
	for {
		err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil && s.kind == scanStart {
			err = start(string(s.name))
		}
		if err != nil {
			return err
		}
	}
}

// sheetList reads the list of sheets.
func (r *xlsxReader) sheetList(main string) ([]xlsxSheet, error) {
	var out []xlsxSheet
	err := r.scan(main, func(s *xmlScanner) error {
		return each(s, func(name string) error {
			switch name {
			case "workbookPr":
				r.date1904 = isTrue(s.attr("date1904"))
			case "sheet":
				state := s.attr("state")
				out = append(out, xlsxSheet{s.attr("name"), s.attr("id"), state == "hidden" || state == "veryHidden"})
				return r.budget.take(4, 0)
			}
			return nil
		})
	})
	return out, err
}

// relations reads what a part, "" for the archive, says of others, by its names for
// them. Targets outside of the archive are left out.
func (r *xlsxReader) relations(main string) (map[string]relation, error) {
	dir, base := path.Split(main)
	out := map[string]relation{}
	err := r.scan(dir+"_rels/"+base+".rels", func(s *xmlScanner) error {
		return each(s, func(name string) error {
			target := strings.ReplaceAll(s.attr("Target"), `\`, "/")
			if name != "Relationship" || target == "" || s.attr("TargetMode") == "External" {
				return nil
			}
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			out[s.attr("Id")] = relation{s.attr("Type"), strings.TrimPrefix(target, "/")}
			return r.budget.take(4, 0)
		})
	})
	if errors.Is(err, errNoPart) {
		return out, nil
	}
	return out, err
}

// isTrue reports whether an attribute says yes.
func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }

// utf8Reader returns in as UTF-8, by its byte order mark.
func utf8Reader(in io.Reader) io.Reader {
	head := make([]byte, 3)
	n, _ := io.ReadFull(in, head)
	rest := io.MultiReader(bytes.NewReader(head[:n]), in)
	switch {
	case n == 3 && string(head) == "\xef\xbb\xbf":
		return in
	case n >= 2 && (string(head[:2]) == "\xff\xfe" || string(head[:2]) == "\xfe\xff"):
		return utf16Order(head).NewDecoder().Reader(rest)
	}
	return rest
}
