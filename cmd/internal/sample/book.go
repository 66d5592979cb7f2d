package main

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Book is one workbook of the sample.
type Book struct {
	Name   string
	Sheets []Sheet
}

// All returns the workbooks of the sample.
func All() []Book {
	return []Book{neimenggu(), national(), provinces()}
}

// created is the time written into every workbook: none is known, and a clock
// would make two runs differ.
const created = "2000-01-01T00:00:00Z"

// bytes returns the workbook as the content of an .xlsx file, the same at every
// call.
func (b Book) bytes() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetDocProps(&excelize.DocProperties{
		Creator: "yunxing", LastModifiedBy: "yunxing", Created: created, Modified: created, Language: "zh-CN",
	}); err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	w := writer{file: f, styles: map[look]int{}}
	for i, s := range b.Sheets {
		if err := w.open(i, s.Name); err != nil {
			return nil, fmt.Errorf("sample: %s: %w", s.Name, err)
		}
		g, err := s.lay()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		if err := w.write(s.Name, g); err != nil {
			return nil, fmt.Errorf("sample: %s: %w", s.Name, err)
		}
	}
	var raw bytes.Buffer
	if err := f.Write(&raw); err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return repack(raw.Bytes())
}
