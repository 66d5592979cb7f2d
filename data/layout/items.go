package layout

// items is the layout of tables with branches or products down the stub, figures of
// several kinds side by side, and the period in the title.
func items() Layout {
	return Layout{ID: "items", Stub: false, Match: func(s Shape) float64 {
		return 0.9 * (1 - s.HeadPeriods) * (1 - s.StubPeriods) * (1 - s.StubRegions)
	}}
}
