package session_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// TestCheckFigure fails where a figure of the sample is said to show other values than
// its cells, or to mix spans, or one that does so is passed over.
func TestCheckFigure(t *testing.T) {
	s := openSample(t)
	p := words(t, i18n.Chinese)
	style, err := session.Style("")
	if err != nil {
		t.Fatal(err)
	}
	codes := func(f *chart.Figure) []string {
		found, err := s.CheckFigure(t.Context(), f, style, chart.Output{Width: 150, Height: f.SuggestedHeight()})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, w := range found {
			out = append(out, w.Code)
		}
		return out
	}
	for _, k := range chart.All() {
		f, err := s.Figure(t.Context(), k.ID, nation2013(), p)
		if errors.Is(err, brief.ErrAbsent) || errors.Is(err, stats.ErrCoverage) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(f); slices.Contains(got, "cell") || slices.Contains(got, "mixed") {
			t.Errorf("%s: %v", k.ID, got)
		}
	}
	f, err := s.Figure(t.Context(), "months", nation2013(), p)
	if err != nil {
		t.Fatal(err)
	}
	line := f.Panels[0].Marks[0].(chart.Line)
	line.Data = slices.Clone(line.Data)
	line.Data[len(line.Data)-1].V = math.Pi
	f.Panels[0].Marks[0] = line
	if got := codes(f); !slices.Contains(got, "cell") {
		t.Errorf("a value that is not in its cell is passed over: %v", got)
	}
	var mixed []chart.Datum
	for _, span := range []data.Span{data.Cumulative, data.Current} {
		for o, err := range s.Observations(t.Context(), "", "", data.Date{}) {
			if err != nil {
				t.Fatal(err)
			}
			if o.Key.Basis.Span == span && o.Period.Number() == 3 && o.Status == data.Published {
				mixed = append(mixed, chart.Datum{Value: chart.NewValue(o.Value, int(o.Digits), chart.Published, int64(o.Ref))})
				break
			}
		}
	}
	f.Panels[0].Marks = []chart.Mark{chart.Line{Name: "a", Data: mixed}}
	if got := codes(f); !slices.Contains(got, "mixed") {
		t.Errorf("year to date and single periods in one series are passed over: %v", got)
	}
}
