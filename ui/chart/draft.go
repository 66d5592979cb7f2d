package chart

import (
	"math"
	"slices"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// A draft is a figure in the making: the desk that answers, the printer that
// words the answers, and what must be said about the numbers taken so far.
type draft struct {
	desk  brief.Desk
	p     i18n.Printer
	seen  [data.Doubtful + 1]bool // statuses of the numbers shown
	broke bool                    // a number stands on a break of scope
	notes []string                // further remarks, in order
}

// value returns a number as the chart shows it. A number that is not known, that
// is doubtful or that stands on a break of scope is a gap; the last two are
// spoken of in the notes. Bounds are kept where the number is more than published.
func (d *draft) value(n data.Number) Value {
	v := Value{V: n.Value, Digits: int(n.Digits), Status: Status(n.Status.String()), Way: n.Way}
	for _, r := range n.Refs {
		v.Refs = append(v.Refs, int64(r))
	}
	if n.Shown() {
		d.seen[n.Status] = true
		d.broke = d.broke || n.Break
	}
	if !n.Known() {
		v.V = math.NaN()
		return v
	}
	if n.Status > data.Published {
		v.Lo, v.Hi = n.Lo, n.Hi
	}
	return v
}

// values returns the numbers of a series at periods.
func (d *draft) values(s data.Series, periods []data.Period) []Value {
	out := make([]Value, len(periods))
	for i, at := range periods {
		out[i] = d.value(s.At(at))
	}
	return out
}

// all returns numbers as values.
func (d *draft) all(numbers []data.Number) []Value {
	out := make([]Value, len(numbers))
	for i, n := range numbers {
		out[i] = d.value(n)
	}
	return out
}

// note adds a remark below the figure; one that is there already, or empty, is
// not added.
func (d *draft) note(text string) {
	if text != "" && !slices.Contains(d.notes, text) {
		d.notes = append(d.notes, text)
	}
}

// noteText returns the line of remarks: those of the kind, then those that the
// statuses of the numbers call for.
func (d *draft) noteText() string {
	if d.seen[data.Estimated] {
		d.note(d.p.Text("chart.note.estimated"))
	}
	if d.seen[data.Doubtful] {
		d.note(d.p.Text("chart.note.doubtful"))
	}
	if d.broke {
		d.note(d.p.Text("chart.note.break"))
	}
	if len(d.notes) == 0 {
		return ""
	}
	line := d.notes[0]
	for _, n := range d.notes[1:] {
		line += d.p.Text("list.semicolon") + n
	}
	return d.p.Text("chart.note", "note", line)
}

// noteDerived says that some of the figures drawn were derived from published
// ones before they came into the project.
func (d *draft) noteDerived() {
	if d.seen[data.Derived] {
		d.note(d.p.Text("chart.note.derived"))
	}
}

// noteAbsent names what is asked for and not in the project.
func (d *draft) noteAbsent(names []string) {
	if len(names) > 0 {
		d.note(d.p.Text("chart.note.absent", "items", d.p.List(names...)))
	}
}
