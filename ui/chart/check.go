package chart

import "yunxing/ui/i18n"

// A Warning is a reason to look at a figure again before it is exported.
type Warning struct {
	// Code is stable over languages: title, unit, period, source, …
	Code string
	// Args are names and values of the placeholders of its words.
	Args []string
}

// Text returns what is wrong, and what to do about it.
func (w Warning) Text(p i18n.Printer) (what, remedy string) {
	return p.Text("chart.check."+w.Code, w.Args...), p.Text("chart.remedy." + w.Code)
}

// Check goes through the checklist for a figure as it will be exported and returns
// what is amiss, in the order of the list. None of it forbids the export.
func Check(f *Figure, st Style, o Output) []Warning {
	c := &checklist{f: f, st: st, o: o.filled()}
	for _, rule := range []func(*checklist){
		(*checklist).title, (*checklist).unit, (*checklist).period, (*checklist).source,
		(*checklist).basis, (*checklist).colours, (*checklist).zero, (*checklist).axes, (*checklist).projected,
		(*checklist).labels, (*checklist).decimals, (*checklist).glyphs, (*checklist).alt,
		(*checklist).width, (*checklist).layout,
	} {
		rule(c)
	}
	return c.found
}

// checklist is one run through the list.
type checklist struct {
	f     *Figure
	st    Style
	o     Output
	found []Warning
}

// warn adds a warning.
func (c *checklist) warn(code string, args ...string) {
	c.found = append(c.found, Warning{code, args})
}
