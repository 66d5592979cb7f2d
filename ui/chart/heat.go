package chart

import "math"

// HeatRow is a row of a heat table.
type HeatRow struct {
	Name   string
	Values []Value
	Strong bool
}

// Heat shows many rows over several columns: every number printed, with a tint
// that tells how far it lies above or below the centre of its column (such as
// the regional average), never from zero. Missing fields carry an em dash.
type Heat struct {
	Words
	Columns []string
	Rows    []HeatRow
	// Centres holds the centre of each column; NaN or none leaves the column
	// without tint.
	Centres []float64
}

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (h Heat) Figure() (*Figure, error) {
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf(h.Columns)}, Y: Axis{Kind: CategoryAxis}}
	var cells Cells
	known := false
	for i, row := range h.Rows {
		if err := fits(len(h.Columns), Series{Name: row.Name, Values: row.Values}); err != nil {
			return nil, err
		}
		p.Y.Slots = append(p.Y.Slots, Slot{Label: row.Name, Strong: row.Strong})
		for j := range h.Columns {
			v := Missing()
			if j < len(row.Values) {
				v = row.Values[j]
			}
			known = known || v.Known()
			cells.Data = append(cells.Data, Cell{Col: j, Row: i, Value: v, Label: v.Text(), Tint: h.tint(j, v)})
		}
	}
	if !known {
		return nil, ErrNothing
	}
	p.Marks = []Mark{cells}
	return &Figure{ID: "heat", Words: h.Words, Panels: []Panel{p}}, nil
}

// tint returns the distance of a value from the centre of its column, as a part
// of the greatest distance in that column.
func (h Heat) tint(col int, v Value) float64 {
	if col >= len(h.Centres) || !finite(h.Centres[col]) || !v.Known() {
		return 0
	}
	most := 0.0
	for _, row := range h.Rows {
		if col < len(row.Values) && row.Values[col].Known() {
			most = max(most, math.Abs(row.Values[col].V-h.Centres[col]))
		}
	}
	if most == 0 {
		return 0
	}
	return (v.V - h.Centres[col]) / most
}
