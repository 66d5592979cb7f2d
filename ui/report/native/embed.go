package native

import (
	"bytes"
	"fmt"

	"yunxing/ui/chart"
)

// An Embedded is a chart for a document, with the workbook that its numbers are
// edited in.
type Embedded struct {
	Chart    []byte
	Workbook []byte
}

// Embed returns a figure as a chart for a document, which refers to its workbook by
// the relationship link. It is false for what is no single chart: several panels,
// or a table of numbers.
func Embed(f *chart.Figure, o Options, link string) (Embedded, bool, error) {
	if len(f.Panels) != 1 {
		return Embedded{}, false, nil
	}
	sheet := sheetName(o.Printer, f, 0)
	d := newDrawn(&o.Style, f, &f.Panels[0], sheet, firstTable, nil, o.Printer)
	if d.plan == nil {
		return Embedded{}, false, nil
	}
	b := newBook(o)
	var buf bytes.Buffer
	err := b.write(&buf, func() error {
		if err := b.sheet(sheet); err != nil {
			return err
		}
		if err := b.cells(d); err != nil {
			return err
		}
		return b.words(f, sheet, firstTable+d.table.rows()+2)
	})
	if err != nil {
		return Embedded{}, false, fmt.Errorf("native: figure %s: %w", f.ID, err)
	}
	width, _ := o.size()
	return Embedded{write(&o.Style, d.plan, width, o.Printer.Lang().Tag(), link), buf.Bytes()}, true, nil
}
