package chart

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// CSV writes the values behind the figure with a header: one row a value, with
// the empty string for what is not known. Numbers use the plain hyphen as minus
// and are not rounded. Source names what a reference stands for, such as a cell.
func (f *Figure) CSV(w io.Writer, source func(ref int64) string) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"panel", "mark", "series", "position", "value", "lo", "hi", "base", "label", "status", "cells"})
	for i := range f.Panels {
		p := &f.Panels[i]
		for _, m := range p.Marks {
			for _, row := range csvRows(p, m, source) {
				_ = out.Write(append([]string{p.Title, m.kind()}, row...))
			}
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("chart: write csv: %w", err)
	}
	return nil
}

// csvRows returns the rows of one mark from the series column on.
func csvRows(p *Panel, m Mark, source func(int64) string) [][]string {
	switch m := m.(type) {
	case Rule:
		return [][]string{{m.Name, "", exact(m.Value), "", "", "", "", "", sources(m.Refs, source)}}
	case Zone:
		return [][]string{{m.Name, "", "", exact(m.Lo), exact(m.Hi), "", "", "", ""}}
	case Cells:
		rows := make([][]string, 0, len(m.Data))
		for _, c := range m.Data {
			series, position := place(&p.Y, float64(c.Row)), place(&p.X, float64(c.Col))
			if c.Name != "" {
				series, position = c.Name, ""
			}
			rows = append(rows, csvRow(series, position, c.Value, "", c.Label, source))
		}
		return rows
	}
	var rows [][]string
	for _, d := range m.data() {
		base := ""
		if d.Base != 0 {
			base = exact(d.Base)
		}
		rows = append(rows, csvRow(m.name(), place(p.category(), d.At), d.Value, base, d.Label, source))
	}
	return rows
}

// csvRow returns one row from the series column on.
func csvRow(series, position string, v Value, base, label string, source func(int64) string) []string {
	lo, hi := "", ""
	if v.HasInterval() {
		lo, hi = exact(v.Lo), exact(v.Hi)
	}
	return []string{series, position, exact(v.V), lo, hi, base, label, string(v.Status), sources(v.Refs, source)}
}

// exact prints v so that it reads back equal, or nothing where it is not known.
func exact(v float64) string {
	if !finite(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// sources names what references stand for, each once.
func sources(refs []int64, source func(int64) string) string {
	var out []string
	for _, r := range refs {
		if name := source(r); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "; ")
}
