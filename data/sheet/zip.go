package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
)

// sniffZip returns the container of a zip archive by the parts it holds.
func sniffZip(b []byte) container {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return container{nil, Truncated, "it is cut off or damaged; fetch it again"}
	}
	var total uint64
	parts := map[string]bool{}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		parts[name] = true
		total += f.UncompressedSize64
	}
	switch {
	case total > maxUnzip || len(z.File) > 20000:
		return container{nil, TooLarge, "it unpacks to more than a workbook should; split it"}
	case parts["xl/workbook.bin"]:
		return container{nil, Binary, "it is a binary workbook; open it in a spreadsheet program and save it as .xlsx"}
	case parts["word/document.xml"], parts["ppt/presentation.xml"]:
		return container{nil, Document, "it is a document, not a workbook; copy its table into a spreadsheet"}
	case parts["content.xml"]:
		return container{nil, NotYet, "it is an OpenDocument file; open it in a spreadsheet program and save it as .xlsx"}
	case parts["xl/workbook.xml"] || hasPrefix(parts, "xl/"):
		return container{read: readXLSX}
	}
	return container{nil, NotWorkbook, "it is an archive without a workbook; unpack it first"}
}

// hasPrefix reports whether a name in parts begins with prefix.
func hasPrefix(parts map[string]bool, prefix string) bool {
	for p := range parts {
		if strings.HasPrefix(p, prefix) {
			return true
		}
	}
	return false
}
