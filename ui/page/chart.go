package page

import (
	"context"
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// A chartReader tells what the values of a chart say. The cells that they stand in are
// asked for beside the window, and kept.
type chartReader struct {
	env    Env
	view   *widget.ChartView
	latest task.Latest
	cells  map[int64]string
}

// chartView returns a view of a chart that answers the pointer and the keys. Turn
// shows another in its place; where it is nil, the chart stands on a page that
// scrolls, and the wheel is left to the page.
func (e Env) chartView(ratio float32, turn func(by int), drawn func()) *widget.ChartView {
	r := &chartReader{env: e, cells: map[int64]string{}}
	r.view = widget.NewChartView(widget.ChartOptions{
		Runner: e.Runner, Style: e.Style, Ratio: ratio, Words: r.words, Drawn: drawn, Pixels: e.Pixels,
		Wheel: turn != nil, Turn: turn, Copy: e.Host.CopyChart, Part: e.part, Noted: e.noted, All: e.text("chart.seen.all"),
		Tapped: func(r chart.Reading) {
			e.Host.Trace(whatIs(r), number(r.Datum.Value))
		},
	})
	return r.view
}

// words returns the lines of a reading: what the value is, the value, how sure it is,
// what kind of figure, and the cell it stands in.
func (r *chartReader) words(is chart.Reading) []string {
	e, n := r.env, number(is.Datum.Value)
	value := e.Printer.Number(n)
	if n.Shown() {
		value = measured(value, is.Unit)
	}
	lines := []string{whatIs(is), value}
	if n.Shown() && n.Lo < n.Hi {
		lines = append(lines, e.text("trace.interval", "interval", e.Printer.Interval(n)))
	}
	lines = append(lines, e.Printer.Status(n.Status))
	if cell := r.cell(n.Refs); cell != "" {
		lines = append(lines, cell)
	}
	return lines
}

// measured returns a value with its unit, but for one that says what 100 is, and
// without what stands in brackets.
func measured(value, unit string) string {
	unit, _, _ = strings.Cut(unit, "（")
	unit, _, _ = strings.Cut(unit, " (")
	switch {
	case unit == "%":
		return value + unit
	case unit == "" || strings.Contains(unit, "="):
		return value
	}
	return value + " " + unit
}

// whatIs returns what a value is: its panel, its series, its slot.
func whatIs(r chart.Reading) string {
	parts := slices.DeleteFunc([]string{oneLine(r.Panel), oneLine(r.Series), oneLine(r.Place)}, func(s string) bool { return s == "" })
	return strings.Join(slices.Compact(parts), "  ")
}

// oneLine returns a label without its line feeds.
func oneLine(s string) string { return strings.Join(strings.FieldsFunc(s, isFeed), " ") }

// isFeed reports whether a character of a label stands for a line feed.
func isFeed(r rune) bool { return r == '\n' || r == '⏎' }

// cell returns where the first of the cells of a figure stands, and how many there
// are; it asks for what is not known yet.
func (r *chartReader) cell(refs []data.Ref) string {
	if len(refs) == 0 {
		return ""
	}
	first, known := r.cells[int64(refs[0])]
	if !known {
		r.ask(refs[0])
		return ""
	}
	if len(refs) > 1 && first != "" {
		return r.env.text("chart.read.cells", "cell", first, "n", r.env.Printer.Count(len(refs)))
	}
	return first
}

// ask looks up the cell of an observation and shows the reading again.
func (r *chartReader) ask(ref data.Ref) {
	task.RunLatest(r.env.Runner, &r.latest, unseen{}, func(ctx context.Context, _ *data.Progress) (string, error) {
		found, err := r.env.Session.Trace(ctx, data.Number{Refs: []data.Ref{ref}})
		if err != nil || len(found) == 0 {
			return "", err
		}
		return r.env.Printer.Source(found[0].Source), nil
	}, func(cell string, err error) {
		if !cancelled(err) {
			r.cells[int64(ref)] = cell // "" for one that is gone: the trace says so
			r.view.Reread()
		}
	})
}

// unseen is a task too short to be shown.
type unseen struct{}

// Show does nothing.
func (unseen) Show(int64, int64) {}

// Close does nothing.
func (unseen) Close() {}

// noted adds what is not seen of a figure to its note.
func (e Env) noted(note, part string) string {
	if note == "" {
		return e.text("chart.note", "note", part)
	}
	return note + e.text("list.space") + e.text("chart.seen.note", "part", part)
}

// part says which part of a figure is seen, and what is switched off.
func (e Env) part(f *chart.Figure, s chart.Seen) string {
	var said []string
	if from, to := s.Part(f); from != "" && to != "" {
		said = append(said, e.text("chart.seen.part", "from", oneLine(from), "to", oneLine(to)))
	} else if s.Zoomed() {
		said = append(said, e.text("chart.seen.zoomed"))
	}
	if len(s.Off) > 0 {
		names := slices.Clone(s.Off)
		for i, n := range names {
			names[i] = oneLine(n)
		}
		said = append(said, e.text("chart.seen.off", "names", strings.Join(names, e.text("list.comma"))))
	}
	return strings.Join(said, e.text("list.semicolon"))
}
