package layout

// across is the layout of tables with periods along the heading and one series
// in each row, as statistics offices export them.
func across() Layout {
	return Layout{ID: "across", Stub: true, Match: func(s Shape) float64 {
		return s.HeadPeriods * (1 - s.StubPeriods)
	}}
}
