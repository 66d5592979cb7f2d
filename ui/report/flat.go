package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// A Flat is a table for other programs: a row for each figure, no heads above heads
// and no notes. Its numbers have a point, a hyphen for minus and no commas; what is
// not known is empty.
type Flat struct {
	Columns []FlatColumn
	Rows    [][]string
}

// A FlatColumn is a column of numbers or of words.
type FlatColumn struct {
	Title  string
	Number bool
}

// TextColumns returns columns of words with titles.
func TextColumns(titles ...string) []FlatColumn {
	out := make([]FlatColumn, len(titles))
	for i, t := range titles {
		out[i].Title = t
	}
	return out
}

// titles returns the header of f.
func (f Flat) titles() []string {
	out := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		out[i] = c.Title
	}
	return out
}

// CSV writes f with its header.
func (f Flat) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write(f.titles()) // Error reports what failed
	for _, r := range f.Rows {
		_ = out.Write(r)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("report: write csv: %w", err)
	}
	return nil
}

// TSV returns f with its header as spreadsheets take it from the clipboard.
func (f Flat) TSV() string {
	var b strings.Builder
	clean := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
	write := func(fields []string) {
		for i, s := range fields {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(clean.Replace(s))
		}
		b.WriteByte('\n')
	}
	write(f.titles())
	for _, r := range f.Rows {
		write(r)
	}
	return b.String()
}
