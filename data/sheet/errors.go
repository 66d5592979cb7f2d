package sheet

import (
	"errors"
	"fmt"

	"yunxing/data"
)

// Codes of errors. Each says why a file gives no grid; its wording is found in the
// translations.
const (
	NoFile      data.Code = "sheet.nofile"      // there is no such file
	NotWorkbook data.Code = "sheet.notworkbook" // not a table in any form that is known
	Folder      data.Code = "sheet.folder"      // a folder, or what is no file with content
	Archive     data.Code = "sheet.archive"     // files packed together
	Numbers     data.Code = "sheet.numbers"     // a workbook of Apple Numbers
	Picture     data.Code = "sheet.picture"     // a picture, whatever its name
	Document    data.Code = "sheet.document"    // a PDF or a word processor's document
	Truncated   data.Code = "sheet.truncated"   // the file is cut off or damaged
	Empty       data.Code = "sheet.empty"       // no sheet holds a value
	OldWorkbook data.Code = "sheet.xls-old"     // BIFF5 and earlier
	Password    data.Code = "sheet.password"    // encrypted with a password of its own
	Binary      data.Code = "sheet.xlsb"        // a binary workbook
	WebArchive  data.Code = "sheet.mhtml"       // a web page in one file that cannot be read
	Elsewhere   data.Code = "sheet.frames"      // a web page whose sheets lie in other files
	Structured  data.Code = "sheet.structured"  // JSON, or XML that is no spreadsheet
	TooLarge    data.Code = "sheet.toolarge"    // beyond the limits of Limits
	Unreadable  data.Code = "sheet.unreadable"  // the system refuses to read it
)

// An Error says why a file gives no grid, and what to do about it.
type Error struct {
	Code   data.Code
	File   string // base name
	Detail string // what to do, in plain English
	Err    error  // the cause, if any
}

// Error returns the file, the reason and what to do.
func (e *Error) Error() string {
	return fmt.Sprintf("sheet: %s: %s", e.File, e.Detail)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Limits bound what one file may take.
const (
	maxFile  = 128 << 20 // bytes of the file
	maxUnzip = 768 << 20 // bytes of its parts
	maxODS   = 256 << 20 // bytes of the parts of an OpenDocument file
	maxText  = 192 << 20 // bytes of the texts of its cells
	maxToken = 32 << 20  // bytes of one text or tag
	maxDepth = 256       // elements inside of each other
	maxCells = 8 << 20   // cells of all its sheets, blank ones between others included
)

// errOutside reports a cell beyond the rows and columns that a sheet can have.
var errOutside = errors.New("sheet: cell outside of the sheet")

// errDepth reports elements that lie deeper than any spreadsheet program writes.
var errDepth = errors.New("sheet: too many elements inside of each other")
