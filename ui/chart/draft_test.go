package chart

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// zh returns a draft in Chinese about the nation in 2013Q3 that reads from.
func zh(t *testing.T, from data.Reader) *draft {
	t.Helper()
	b := emptyBench(t)
	sel := brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}
	return &draft{desk: brief.New(from, b.catalog, sel), p: b.printers["zh"]}
}

// TestValueOfNumber fails where a figure that must not be drawn is drawn, or is
// left out without a word.
func TestValueOfNumber(t *testing.T) {
	broken := data.PublishedNumber(8.1, 1, 7)
	broken.Break = true
	doubtful := data.PublishedNumber(8.1, 1, 8)
	doubtful.Status = data.Doubtful
	derived := data.From(1.25, 1.2, 1.3, 1, data.PublishedNumber(1, 0, 9))
	cases := []struct {
		name  string
		n     data.Number
		known bool
		text  string
		note  string
	}{
		{"published", data.PublishedNumber(8.1, 1, 5), true, "8.1", ""},
		{"missing", data.NotKnown(), false, "—", ""},
		{"on a break", broken, false, "—", "口径"},
		{"doubtful", doubtful, false, "—", "存疑"},
		{"derived, on a tie", derived, true, "1.3", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := zh(t, facts{})
			v := d.value(c.n)
			if v.Known() != c.known || v.Text() != c.text {
				t.Errorf("value is known %v, %q; want %v, %q", v.Known(), v.Text(), c.known, c.text)
			}
			if note := d.noteText(); c.note == "" != (note == "") || !strings.Contains(note, c.note) {
				t.Errorf("note is %q; want one with %q", note, c.note)
			}
			if len(v.Refs) != len(c.n.Refs) {
				t.Errorf("value rests on %v, number on %v", v.Refs, c.n.Refs)
			}
		})
	}
	if v := zh(t, facts{}).value(derived); v.Lo != 1.2 || v.Hi != 1.3 {
		t.Errorf("bounds of a derived number are %v to %v", v.Lo, v.Hi)
	}
}

// TestCourse fails where the words for a path say a turn that was not, or keep
// one back.
func TestCourse(t *testing.T) {
	cases := []struct {
		name string
		path []float64
		want string
	}{
		{"down and up", []float64{9.9, 9.3, 9.6}, "由一季度的9.9%降至上半年的9.3%，前三季度回升到9.6%"},
		{"up and down", []float64{9.3, 9.9, 9.6}, "由一季度的9.3%升至上半年的9.9%，前三季度回落到9.6%"},
		{"up", []float64{9.3, 9.5, 9.6}, "由一季度的9.3%升至前三季度的9.6%"},
		{"down", []float64{9.9, 9.7, 9.6}, "由一季度的9.9%降至前三季度的9.6%"},
		{"level", []float64{9.6, 9.6, 9.6}, "前三季度为9.6%，与一季度持平"},
		{"one point", []float64{math.NaN(), math.NaN(), -0.4}, "下降0.4%"},
		{"declining less", []float64{-3, -5, -2}, "由一季度的−3.0%降至上半年的−5.0%，前三季度回升到−2.0%"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := data.Series{Start: data.Quarter(2013, 1)}
			s.Key.Basis.Span = data.Cumulative
			for _, v := range c.path {
				s.Points = append(s.Points, data.PublishedNumber(v, 1))
			}
			got := zh(t, facts{}).course(s, track{data.Quarterly, 1, data.Cumulative}.periods(2013)[:3])
			if !strings.Contains(got, c.want) {
				t.Errorf("course is %q; want %q in it", got, c.want)
			}
		})
	}
}

// TestExtreme fails where a year is called the lowest over a gap in what is known.
func TestExtreme(t *testing.T) {
	then := func(year int, v float64) brief.Earlier {
		return brief.Earlier{Year: year, Then: data.PublishedNumber(v, 1)}
	}
	now := data.PublishedNumber(9.6, 1)
	cases := []struct {
		name    string
		earlier []brief.Earlier
		want    string
	}{
		{"lowest of four", []brief.Earlier{then(2012, 10), then(2011, 14.2), then(2010, 16.3)}, "2010年以来同期最低"},
		{"highest of three", []brief.Earlier{then(2012, 9), then(2011, 8)}, "2011年以来同期最高"},
		{"a tie", []brief.Earlier{then(2012, 9.6), then(2011, 14.2)}, ""},
		{"a gap after one", []brief.Earlier{then(2012, 10), then(2010, 16.3)}, ""},
		{"between", []brief.Earlier{then(2012, 9), then(2011, 14.2)}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := zh(t, facts{}).extreme(now, c.earlier); got != c.want {
				t.Errorf("got %q; want %q", got, c.want)
			}
		})
	}
}

// TestKindsOfNothing fails where a kind draws something from an empty project, or
// does not say what it needs.
func TestKindsOfNothing(t *testing.T) {
	b := emptyBench(t)
	sel := brief.Selection{Region: "150000", Period: data.Quarter(2013, 3)}
	seen := map[string]bool{}
	for _, k := range All() {
		if seen[k.ID] {
			t.Errorf("there are two kinds %q", k.ID)
		}
		seen[k.ID] = true
		f, err := k.Build(context.Background(), brief.New(facts{}, b.catalog, sel), b.printers["zh"])
		var absent *brief.Absent
		if f != nil || !errors.As(err, &absent) {
			t.Errorf("%s of an empty project gives %v, %v", k.ID, f, err)
		}
		for _, l := range i18n.Languages() {
			if name := k.Name(b.printers[string(l)]); strings.HasPrefix(name, "chart.") {
				t.Errorf("%s has no name in %s", k.ID, l)
			}
		}
	}
}

// TestKindsKnowNothingLater fails where a figure for a period shows a value of a
// later one.
func TestKindsKnowNothingLater(t *testing.T) {
	b := newBench(t)
	sel := brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}
	var cut facts
	for _, s := range b.facts {
		if s = s.Cut(sel.Period); len(s.Points) > 0 {
			cut = append(cut, s)
		}
	}
	for _, k := range All() {
		whole, err := k.Build(context.Background(), brief.New(b.facts, b.catalog, sel), b.printers["zh"])
		then, errThen := k.Build(context.Background(), brief.New(cut, b.catalog, sel), b.printers["zh"])
		if (err == nil) != (errThen == nil) {
			t.Errorf("%s: %v with what came later, %v without", k.ID, err, errThen)
			continue
		}
		if err == nil && whole.Text() != then.Text() {
			t.Errorf("%s differs by what came later:\n%s\n%s", k.ID, whole.Text(), then.Text())
		}
	}
}

// TestSuggestedHeight fails where thirty names would be pressed into a figure made
// for ten.
func TestSuggestedHeight(t *testing.T) {
	few := Figure{Panels: []Panel{{Y: Axis{Kind: CategoryAxis, Slots: make([]Slot, 8)}}}}
	many := Figure{Panels: []Panel{{Y: Axis{Kind: CategoryAxis, Slots: make([]Slot, 31)}}}}
	if h := few.SuggestedHeight(); h != 85 {
		t.Errorf("eight rows ask for %v mm", h)
	}
	if h := many.SuggestedHeight(); h < 170 || h > 225 {
		t.Errorf("thirty-one rows ask for %v mm", h)
	}
}
