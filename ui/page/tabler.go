package page

import "yunxing/ui/report"

// A Tabler is a View with a table that other programs can take.
type Tabler interface {
	// Table returns what is listed now; its Rows are 0 where nothing is.
	Table() Table
}

// A Table is what a page lists, for other programs: as a script reads it, and as a
// person does in a spreadsheet.
type Table struct {
	Name   string
	Rows   int
	Script func() report.Flat
	Sheet  func() report.Flat
}
