package main

import (
	"fmt"
	"slices"
)

// matrix is a table without its title and notes: stubs at the left, headings
// above, figures between.
type matrix struct {
	// stubHeads holds the heading of each stub column.
	stubHeads []string
	// stubs holds the texts of the stub columns, row by row.
	stubs [][]string
	// heads holds for each column its headings from the top down.
	heads [][]string
	// values holds the printed figures, row by row.
	values [][]string
}

// layout reads fact tables and arranges them.
type layout func() (matrix, error)

// across puts the series of a fact table in rows and its periods across, the
// year above the part of the year. With unit a column for the unit follows the
// stub.
func across(table string, s style, stub string, unit bool) layout {
	return func() (matrix, error) {
		t, err := readTable(table)
		if err != nil {
			return matrix{}, err
		}
		m := matrix{stubHeads: []string{stub}}
		if unit {
			m.stubHeads = append(m.stubHeads, "计量单位")
		}
		for _, p := range t.Periods {
			year, part, err := label(p, s)
			if err != nil {
				return matrix{}, err
			}
			m.heads = append(m.heads, []string{year, part})
		}
		for _, r := range t.Rows {
			m.addRow(r, unit, r.Values)
		}
		return m, nil
	}
}

// list puts indicators of different units in rows, the unit beside each, and
// whole periods across.
func list(table string, s style) layout {
	return func() (matrix, error) {
		t, err := readTable(table)
		if err != nil {
			return matrix{}, err
		}
		m := matrix{stubHeads: []string{"指标", "计量单位"}}
		for _, p := range t.Periods {
			head, err := fullLabel(p, s)
			if err != nil {
				return matrix{}, err
			}
			m.heads = append(m.heads, []string{head})
		}
		for _, r := range t.Rows {
			m.addRow(r, true, r.Values)
		}
		return m, nil
	}
}

// beside puts level and growth, which are neighbouring series of the same label
// in the fact table, next to each other under their common period.
func beside(table string, s style, stub string, unit bool, level, growth string) layout {
	return func() (matrix, error) {
		t, err := readTable(table)
		if err != nil {
			return matrix{}, err
		}
		m := matrix{stubHeads: []string{stub}}
		if unit {
			m.stubHeads = append(m.stubHeads, "计量单位")
		}
		for _, p := range t.Periods {
			head, err := fullLabel(p, s)
			if err != nil {
				return matrix{}, err
			}
			m.heads = append(m.heads, []string{head, level}, []string{head, growth})
		}
		if len(t.Rows)%2 != 0 {
			return matrix{}, fmt.Errorf("%w: %s: a level without its growth", ErrFigures, table)
		}
		for i := 0; i < len(t.Rows); i += 2 {
			a, b := t.Rows[i], t.Rows[i+1]
			if a.Label != b.Label {
				return matrix{}, fmt.Errorf("%w: %s: %s beside %s", ErrFigures, table, a.Label, b.Label)
			}
			var values []string
			for j := range t.Periods {
				values = append(values, a.Values[j], b.Values[j])
			}
			m.addRow(a, unit, values)
		}
		return m, nil
	}
}

// down puts the periods in rows and the series across, headed by heads in the
// order of the fact table.
func down(table string, s style, heads ...[]string) layout {
	return func() (matrix, error) {
		t, err := readTable(table)
		if err != nil {
			return matrix{}, err
		}
		if len(heads) != len(t.Rows) {
			return matrix{}, fmt.Errorf("%w: %s: %d headings for %d series", ErrFigures, table, len(heads), len(t.Rows))
		}
		m := matrix{stubHeads: []string{"时间"}, heads: heads}
		for i, p := range t.Periods {
			stub, err := fullLabel(p, s)
			if err != nil {
				return matrix{}, err
			}
			var values []string
			for _, r := range t.Rows {
				values = append(values, r.Values[i])
			}
			m.stubs = append(m.stubs, []string{stub})
			m.values = append(m.values, values)
		}
		return m, nil
	}
}

// column is one column of a sheet that combines several fact tables.
type column struct {
	table, period string
	heads         []string
}

// columns puts chosen periods of several fact tables next to each other. A row is
// a label; where a table has no series of that label the cell stays empty.
func columns(stub string, cols ...column) layout {
	return func() (matrix, error) {
		m := matrix{stubHeads: []string{stub}}
		for _, c := range cols {
			t, err := readTable(c.table)
			if err != nil {
				return matrix{}, err
			}
			m.addColumn(c, t)
		}
		return m, nil
	}
}

// addRow adds one series with its stub.
func (m *matrix) addRow(r Row, unit bool, values []string) {
	stubs := []string{r.Label}
	if unit {
		stubs = append(stubs, r.Unit)
	}
	m.stubs = append(m.stubs, stubs)
	m.values = append(m.values, values)
}

// addColumn adds the figures of one period of a table to the rows of the same
// label. Series whose label is new follow as rows of their own.
func (m *matrix) addColumn(c column, t Table) {
	before := len(m.heads)
	m.heads = append(m.heads, c.heads)
	for i := range m.values {
		m.values[i] = append(m.values[i], "")
	}
	for _, r := range t.Rows {
		i := m.row(r.name())
		if i < 0 {
			i = len(m.stubs)
			m.addRow(r, false, make([]string, before+1))
		}
		m.values[i][before] = t.at(r, c.period)
	}
}

// row returns the row whose label names name, or -1.
func (m *matrix) row(name string) int {
	return slices.IndexFunc(m.stubs, func(stubs []string) bool {
		return Row{Label: stubs[0]}.name() == name
	})
}
