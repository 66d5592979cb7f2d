package chart

import (
	"context"
	"errors"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
)

// releasedFacts returns the fact tables as they were on two days: on the first without
// the latest month, and with another figure for August.
func releasedFacts(t *testing.T, b bench) brief.Past {
	t.Helper()
	day := func(s string) data.Date {
		d, err := data.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	first := day("2013-09-10")
	return brief.Past{
		Days: func(context.Context) ([]data.Date, error) { return []data.Date{first, day("2013-10-18")}, nil },
		On: func(on data.Date) data.Reader {
			if on != first {
				return b.facts
			}
			var out facts
			for _, s := range b.facts {
				s = s.Cut(data.Month(2013, 8))
				points := append([]data.Number(nil), s.Points...)
				if s.Points = points; len(points) == 0 {
					continue
				}
				if last := len(points) - 1; s.Start.Add(last) == data.Month(2013, 8) {
					points[last].Value += 0.2
				}
				out = append(out, s)
			}
			return out
		},
	}
}

// TestRevisions fails where a revision is not shown, or one is where there is none.
func TestRevisions(t *testing.T) {
	b := newBench(t)
	sel := brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}
	for _, id := range []string{"revisions", "triangle"} {
		if _, err := b.build(t, id, "zh", sel); !errors.Is(err, brief.ErrAbsent) {
			t.Errorf("%s without releases: %v", id, err)
		}
		for _, k := range All() {
			if k.ID != id {
				continue
			}
			f, err := k.Build(t.Context(), brief.New(b.facts, b.catalog, sel).With(releasedFacts(t, b)), b.printers["zh"])
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(f.Headline, "1期有修订") || !strings.Contains(f.Headline, "−0.2") {
				t.Errorf("%s: %s", id, f.Headline)
			}
			golden(t, "kind-"+id+"-zh.txt", []byte(f.Text()))
			if *kinds != "" {
				writeFile(t, *kinds+"/"+id+".png", f, Themes(testFonts(t))[0], Output{Width: 150, Height: f.SuggestedHeight(), DPI: 150})
			}
		}
	}
}
