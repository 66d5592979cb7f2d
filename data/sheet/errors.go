package sheet

import (
	"fmt"

	"yunxing/data"
)

// Codes of errors. Each says why a file gives no grid; its wording is found in the
// translations.
const (
	NoFile      data.Code = "sheet.nofile"      // there is no such file
	NotWorkbook data.Code = "sheet.notworkbook" // not a table in any form that is known
	Picture     data.Code = "sheet.picture"     // a picture, whatever its name
	Document    data.Code = "sheet.document"    // a PDF or a word processor's document
	Truncated   data.Code = "sheet.truncated"   // the file is cut off or damaged
	Empty       data.Code = "sheet.empty"       // no sheet holds a value
	OldWorkbook data.Code = "sheet.xls-old"     // BIFF5 and earlier
	Password    data.Code = "sheet.password"    // encrypted with a password of its own
	Binary      data.Code = "sheet.xlsb"        // a binary workbook
	NotYet      data.Code = "sheet.not-yet"     // a known container without a reader
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
	maxFile  = 256 << 20 // bytes of the file
	maxUnzip = 768 << 20 // bytes of its parts
	maxCells = 8 << 20   // cells of all its sheets, blank ones between others included
)
