package session

import (
	"context"
	"math"

	"yunxing/data"
	"yunxing/ui/chart"
)

// CheckFigure goes through the checklist for a figure as it will be exported, and
// compares what it shows as published with the cells that it was read from.
func (s *Session) CheckFigure(ctx context.Context, f *chart.Figure, st chart.Style, o chart.Output) ([]chart.Warning, error) {
	cells, err := s.observed(ctx, f)
	if err != nil {
		return nil, err
	}
	found := chart.Check(f, st, o)
	for _, series := range f.Values() {
		found = append(found, checkCells(series, cells)...)
	}
	return found, nil
}

// observed returns the observations that a figure rests on.
func (s *Session) observed(ctx context.Context, f *chart.Figure) (map[data.Ref]data.Observation, error) {
	var refs []data.Ref
	for _, r := range f.Refs() {
		refs = append(refs, data.Ref(r))
	}
	found, err := s.project.Resolve(ctx, refs)
	if err != nil {
		return nil, err
	}
	out := make(map[data.Ref]data.Observation, len(found))
	for _, o := range found {
		out[o.Ref] = o
	}
	return out, nil
}

// checkCells asks that published values are those of their cells, and that a series
// does not mix values of the year to date with those of single periods.
func checkCells(series chart.Series, cells map[data.Ref]data.Observation) []chart.Warning {
	var out []chart.Warning
	spans := map[data.Span]bool{}
	for _, v := range series.Values {
		if v.Status != chart.Published || len(v.Refs) != 1 || !v.Known() {
			continue
		}
		o, ok := cells[data.Ref(v.Refs[0])]
		if !ok {
			continue
		}
		if !alike(v, o.Value) && len(out) == 0 {
			out = append(out, chart.Warning{Code: "cell", Args: []string{"value", v.Text(), "cell", o.Source.String()}})
		}
		if !opens(o.Period) && (o.Key.Basis.Span == data.Cumulative || o.Key.Basis.Span == data.Current) {
			spans[o.Key.Basis.Span] = true
		}
	}
	if len(spans) > 1 {
		out = append(out, chart.Warning{Code: "mixed", Args: []string{"name", series.Name}})
	}
	return out
}

// alike reports whether a value is that of a cell as it is printed, be it in a unit
// that is a power of ten of the other.
func alike(v chart.Value, cell float64) bool {
	const scales = 12
	half := 0.5000001 * math.Pow10(-v.Digits)
	for k := -scales; k <= scales; k++ {
		if math.Abs(v.V-cell*math.Pow10(k)) <= half && (k == 0 || math.Abs(v.V) > half) {
			return true
		}
	}
	return false
}

// opens reports whether a period opens its year, so that the year to date and the
// period alone are the same.
func opens(p data.Period) bool {
	return p.Number() == 1 || p.Freq() == data.Monthly && p.Number() == 2 || p.Freq() == data.Annual
}
