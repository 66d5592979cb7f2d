package main

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"

	"yunxing/ui/session"
)

// writeBadFile writes input that must be refused: badfile KIND FILE. Kinds are
// picture, truncated (the first half of a workbook), empty (a workbook with an
// empty sheet), foreign (a database of another program) and newer (a project of a
// later version).
func writeBadFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: badfile kind file")
	}
	path := ts.MkAbs(args[1])
	switch args[0] {
	case "picture":
		var b bytes.Buffer
		ts.Check(png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))))
		ts.Check(os.WriteFile(path, b.Bytes(), 0o644))
	case "truncated":
		books, err := filepath.Glob(filepath.Join(ts.Getenv("SAMPLE"), "*.xlsx"))
		ts.Check(err)
		b, err := os.ReadFile(books[0])
		ts.Check(err)
		ts.Check(os.WriteFile(path, b[:len(b)/2], 0o644))
	case "empty":
		ts.Check(os.WriteFile(path, emptyWorkbook(ts), 0o644))
	case "foreign":
		change(ts, path, "PRAGMA application_id = 252006675; CREATE TABLE song (title TEXT)")
	case "newer":
		s, err := session.Create(context.Background(), path)
		ts.Check(err)
		ts.Check(s.Close())
		change(ts, path, "PRAGMA user_version = 9999")
	default:
		ts.Fatalf("no kind %q", args[0])
	}
}

// change carries out statements on a database, which it makes where there is none.
func change(ts *testscript.TestScript, path, statements string) {
	db, err := sql.Open("sqlite3", path)
	ts.Check(err)
	_, err = db.Exec(statements)
	ts.Check(err)
	ts.Check(db.Close())
}

// emptyWorkbook returns a workbook with one sheet that has no cell.
func emptyWorkbook(ts *testscript.TestScript) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`},
	} {
		w, err := z.Create(part[0])
		ts.Check(err)
		_, err = w.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + part[1]))
		ts.Check(err)
	}
	ts.Check(z.Close())
	return b.Bytes()
}
