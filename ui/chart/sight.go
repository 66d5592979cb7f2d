package chart

import "slices"

// A Sight is what a reader has chosen to see of a figure, in no language: the series
// that are switched off by their places among the names of the figure.
type Sight struct {
	off      []int
	from, to float64
}

// Sight returns what is seen of f, to be kept for the same figure in other words.
func (s Seen) Sight(f *Figure) Sight {
	out := Sight{from: s.From, to: s.To}
	for i, n := range f.names() {
		if slices.Contains(s.Off, n) {
			out.off = append(out.off, i)
		}
	}
	return out
}

// Of returns what is seen of f, whose words may be others.
func (s Sight) Of(f *Figure) Seen {
	out := Seen{From: s.from, To: s.to}
	names := f.names()
	for _, i := range s.off {
		if i < len(names) {
			out.Off = append(out.Off, names[i])
		}
	}
	return out
}

// names returns the names of the marks of the figure, each once, in order.
func (f *Figure) names() []string {
	var out []string
	for i := range f.Panels {
		for _, m := range f.Panels[i].Marks {
			if n := m.name(); n != "" && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}
