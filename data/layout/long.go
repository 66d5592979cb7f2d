package layout

// long is the layout of tidy tables: one figure in each row, with its period, region and
// indicator in columns of their own.
func long() Layout {
	return Layout{ID: "long", Stub: true, Match: func(s Shape) float64 {
		if !s.ValueHeading || s.Columns > 2 {
			return 0
		}
		return 0.5 + 0.5*s.StubPeriods
	}}
}
