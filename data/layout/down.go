package layout

// down is the layout of tables with periods down the stub and one series in each
// column, as vendors deliver them.
func down() Layout {
	return Layout{ID: "down", Stub: false, Match: func(s Shape) float64 {
		return s.StubPeriods * (1 - s.HeadPeriods)
	}}
}
