package chart

// Years shows the same figure of several things in several years: a slot for
// each thing, in it a column for each year, the last in the accent colour with
// its value. With few columns every one carries its value.
type Years struct {
	Words
	Unit string
	// Years are the names of the columns, the earliest first; at most four.
	Years []string
	// Rows are the things, each with one value for each year.
	Rows []Series
}

// mostLabelled is how many columns there may be for each to carry its value.
const mostLabelled = 12

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (y Years) Figure() (*Figure, error) {
	g := Grouped{Words: y.Words, Unit: y.Unit}
	for j, name := range y.Years {
		column := Series{Name: name}
		for _, r := range y.Rows {
			v := Missing()
			if j < len(r.Values) {
				v = r.Values[j]
			}
			column.Values = append(column.Values, v)
		}
		if len(numbers(column)) == 0 {
			continue // takes no place beside the others
		}
		g.Columns = append(g.Columns, column)
	}
	for _, r := range y.Rows {
		g.Slots = append(g.Slots, r.Name)
	}
	f, err := g.Figure()
	if err != nil {
		return nil, err
	}
	roles := []Role{Accent, Prior, Context, Rest}
	marks := f.Panels[0].Marks
	for i := range marks {
		bars := marks[i].(Bars)
		back := len(marks) - 1 - i
		bars.Role = roles[back]
		if back > 0 && len(y.Rows)*len(y.Years) > mostLabelled {
			bars.Show = ShowNone
		}
		marks[i] = bars
	}
	f.ID = "years"
	return f, nil
}
