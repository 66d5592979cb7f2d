package layout

// shape measures a table for the layouts.
func (r *tableReader) shape() Shape {
	s := Shape{Columns: len(r.table.Cols)}
	var head []*side
	for _, c := range r.table.Cols {
		head = append(head, r.cols[c])
		for _, row := range r.table.Head {
			if roleOf(r.grid.At(row, c).Text) == valueRole {
				s.ValueHeading = true
			}
		}
	}
	var stub []*side
	for _, row := range r.rows {
		if row.figures {
			stub = append(stub, row.side)
		}
	}
	s.HeadPeriods, s.HeadRegions, s.HeadNames = shares(head)
	s.StubPeriods, s.StubRegions, s.StubNames = shares(stub)
	return s
}

// shares returns which shares of the sides have a period, a region, and a name.
func shares(sides []*side) (periods, regions, names float64) {
	if len(sides) == 0 {
		return 0, 0, 0
	}
	for _, s := range sides {
		if s.when.said() {
			periods++
		}
		if s.region != "" {
			regions++
		}
		if len(s.indicators) > 0 || s.item != "" || len(s.unknown) > 0 {
			names++
		}
	}
	n := float64(len(sides))
	return periods / n, regions / n, names / n
}
