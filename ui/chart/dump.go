package chart

import (
	"fmt"
	"strconv"
	"strings"
)

// Text returns the whole figure as text, one thing a line, for tests and for
// readers without eyes for pictures. Equal figures give equal text.
func (f *Figure) Text() string {
	var b strings.Builder
	line := func(key, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, strings.ReplaceAll(text, "\n", "⏎"))
		}
	}
	line("figure", f.ID)
	line("lang", f.Lang)
	line("headline", f.Headline)
	line("subtitle", f.Subtitle)
	for i := range f.Panels {
		dumpPanel(&b, &f.Panels[i], len(f.Panels) > 1, i)
	}
	line("source", f.Source)
	line("note", f.Note)
	line("caption", strings.TrimSpace(f.Number+" "+f.Caption))
	line("alt", f.AltText())
	return b.String()
}

// dumpPanel writes a panel.
func dumpPanel(b *strings.Builder, p *Panel, numbered bool, i int) {
	if numbered || p.Title != "" {
		fmt.Fprintf(b, "panel %d: %s\n", i+1, p.Title)
	}
	if p.Flag != "" {
		fmt.Fprintf(b, "flag: %s\n", p.Flag)
	}
	dumpAxis(b, "x", p.X)
	dumpAxis(b, "y", p.Y)
	if p.Right != nil {
		dumpAxis(b, "right", *p.Right)
	}
	for _, m := range p.Marks {
		dumpMark(b, p, m)
	}
}

// dumpAxis writes an axis on one line.
func dumpAxis(b *strings.Builder, name string, a Axis) {
	if a.Kind == CategoryAxis {
		labels := make([]string, len(a.Slots))
		for i, s := range a.Slots {
			labels[i] = s.Label
			if s.Rank != "" {
				labels[i] = s.Rank + " " + s.Label
			}
			if s.Strong {
				labels[i] = "*" + labels[i]
			}
		}
		fmt.Fprintf(b, "%s: %s\n", name, strings.ReplaceAll(strings.Join(labels, " | "), "\n", "⏎"))
		return
	}
	labels := make([]string, len(a.Ticks))
	for i, t := range a.Ticks {
		labels[i] = t.Label
	}
	fmt.Fprintf(b, "%s: %s to %s", name, num(a.Min), num(a.Max))
	if a.Unit != "" {
		fmt.Fprintf(b, " [%s]", a.Unit)
	}
	if len(labels) > 0 {
		fmt.Fprintf(b, ", ticks %s", strings.Join(labels, " "))
	}
	if a.Zero {
		b.WriteString(", zero line")
	}
	b.WriteByte('\n')
}

// dumpMark writes a mark and its values.
func dumpMark(b *strings.Builder, p *Panel, m Mark) {
	fmt.Fprintf(b, "%s", m.kind())
	if n := m.name(); n != "" {
		fmt.Fprintf(b, " %q", n)
	}
	if l, ok := m.(Line); ok && l.End != "" {
		fmt.Fprintf(b, " ending %q", l.End)
	}
	switch m := m.(type) {
	case Zone:
		fmt.Fprintf(b, " %s to %s\n", num(m.Lo), num(m.Hi))
		return
	case Rule:
		fmt.Fprintf(b, " %s at %s%s\n", m.Role, num(m.Value), refs(m.Refs))
		return
	case Note:
		fmt.Fprintf(b, " at %s, %s\n", num(m.At), num(m.Value))
		return
	case Cells:
		b.WriteByte('\n')
		for _, c := range m.Data {
			fmt.Fprintf(b, "  %s: %s\n", cellName(p, c), valueText(c.Value, c.Label))
		}
		return
	default:
		fmt.Fprintf(b, " %s\n", role(m))
	}
	for _, d := range m.data() {
		fmt.Fprintf(b, "  %s: %s", place(p.category(), d.At), valueText(d.Value, d.Label))
		if d.Base != 0 {
			fmt.Fprintf(b, " from %s", num(d.Base))
		}
		if d.Own {
			fmt.Fprintf(b, " as %s", d.Role)
		}
		b.WriteByte('\n')
	}
}

// cellName names a field: by itself, or by its row and column.
func cellName(p *Panel, c Cell) string {
	if c.Name != "" {
		return fmt.Sprintf("%s (%d, %d)", c.Name, c.Col, c.Row)
	}
	return place(&p.Y, float64(c.Row)) + " / " + place(&p.X, float64(c.Col))
}

// valueText prints value, interval, label, status and references.
func valueText(v Value, label string) string {
	s := num(v.V)
	if v.HasInterval() {
		s += fmt.Sprintf(" (%s to %s)", num(v.Lo), num(v.Hi))
	}
	if label != "" {
		s += fmt.Sprintf(" %q", label)
	}
	if v.Status != "" && v.Status != Published {
		s += " " + string(v.Status)
	}
	return s + refs(v.Refs)
}

// refs prints references as #1,2.
func refs(ids []int64) string {
	if len(ids) == 0 {
		return ""
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = strconv.FormatInt(id, 10)
	}
	return " #" + strings.Join(out, ",")
}

// place names a position on an axis: the slot's label or the number.
func place(a *Axis, at float64) string {
	if a != nil && at == float64(int(at)) && int(at) >= 0 && int(at) < len(a.Slots) {
		s := a.Slots[int(at)]
		if s.Full != "" {
			return strings.ReplaceAll(s.Full, "\n", "⏎")
		}
		return strings.ReplaceAll(s.Label, "\n", "⏎")
	}
	return num(at)
}

// num prints a number shortly and without loss beyond ten digits; "-" stands
// for not known.
func num(v float64) string {
	if !finite(v) {
		return "-"
	}
	return strconv.FormatFloat(v, 'g', 10, 64)
}
