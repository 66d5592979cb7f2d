package chart

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// CSV writes the values behind the figure with a header: one row a value, with
// the empty string for what is not known. Numbers use the plain hyphen as minus
// and are not rounded.
func (f *Figure) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"panel", "mark", "series", "position", "value", "lo", "hi", "base", "label", "status", "refs"})
	for i := range f.Panels {
		p := &f.Panels[i]
		for _, m := range p.Marks {
			for _, row := range csvRows(p, m) {
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
func csvRows(p *Panel, m Mark) [][]string {
	switch m := m.(type) {
	case Rule:
		return [][]string{{m.Name, "", exact(m.Value), "", "", "", "", "", ids(m.Refs)}}
	case Zone:
		return [][]string{{m.Name, "", "", exact(m.Lo), exact(m.Hi), "", "", "", ""}}
	case Cells:
		rows := make([][]string, 0, len(m.Data))
		for _, c := range m.Data {
			series, position := place(&p.Y, float64(c.Row)), place(&p.X, float64(c.Col))
			if c.Name != "" {
				series, position = c.Name, ""
			}
			rows = append(rows, csvRow(series, position, c.Value, "", c.Label))
		}
		return rows
	}
	var rows [][]string
	for _, d := range m.data() {
		base := ""
		if d.Base != 0 {
			base = exact(d.Base)
		}
		rows = append(rows, csvRow(m.name(), place(p.category(), d.At), d.Value, base, d.Label))
	}
	return rows
}

// csvRow returns one row from the series column on.
func csvRow(series, position string, v Value, base, label string) []string {
	lo, hi := "", ""
	if v.HasInterval() {
		lo, hi = exact(v.Lo), exact(v.Hi)
	}
	return []string{series, position, exact(v.V), lo, hi, base, label, string(v.Status), ids(v.Refs)}
}

// exact prints v so that it reads back equal, or nothing where it is not known.
func exact(v float64) string {
	if !finite(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// ids joins references by spaces.
func ids(refs []int64) string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = strconv.FormatInt(r, 10)
	}
	return strings.Join(out, " ")
}
