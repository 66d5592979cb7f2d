package layout

// regions is the layout of yearbook tables: regions down the stub, indicators along
// the heading, and the period in the title.
func regions() Layout {
	return Layout{ID: "regions", Stub: false, Match: func(s Shape) float64 {
		return s.StubRegions * (1 - s.HeadPeriods) * (1 - s.StubPeriods)
	}}
}
