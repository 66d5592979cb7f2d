package layout

// matrix is the layout of tables with years along one side and parts of the year
// along the other.
func matrix() Layout {
	return Layout{ID: "matrix", Stub: false, Match: func(s Shape) float64 {
		return s.StubPeriods * s.HeadPeriods
	}}
}
