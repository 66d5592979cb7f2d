package sheet

import (
	"context"

	"yunxing/data"
)

// readXLS reads a workbook of Excel 97 to 2003.
func readXLS(_ context.Context, name string, _ []byte) ([]*data.Grid, error) {
	return nil, &Error{NotYet, name, "it is a workbook of Excel 97 to 2003; open it in a spreadsheet program and save it as .xlsx", nil}
}
