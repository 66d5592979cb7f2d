package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"yunxing/ui/i18n"
)

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
		(*checklist).basis, (*checklist).colours, (*checklist).zero, (*checklist).projected,
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

// title asks for a title that will be seen.
func (c *checklist) title() {
	if (c.f.Headline == "" || c.st.HideHeadline) && (c.f.Caption == "" || c.st.HideCaption) {
		c.warn("title")
	}
}

// around returns the words around the plot.
func (c *checklist) around() string {
	return strings.Join([]string{c.f.Headline, c.f.Subtitle, c.f.Caption, c.f.Note}, "\n")
}

// unit asks for a unit at an axis or in the words.
func (c *checklist) unit() {
	for i := range c.f.Panels {
		if c.f.Panels[i].measure().Unit != "" {
			return
		}
	}
	for _, u := range []string{"%", "％", "百分点", "元", "吨", "千瓦时", "=100", "指数", "位次", "单位", "per cent", "points", "index", "places", "unit", "yuan", "tonnes"} {
		if strings.Contains(strings.ToLower(c.around()), u) {
			return
		}
	}
	c.warn("unit")
}

// period asks for a year in the words.
func (c *checklist) period() {
	digits := 0
	for _, r := range c.around() {
		if !unicode.IsDigit(r) {
			digits = 0
			continue
		}
		if digits++; digits == 4 {
			return
		}
	}
	c.warn("period")
}

// source asks for the source.
func (c *checklist) source() {
	if c.f.Source == "" {
		c.warn("source")
	}
}

// basis asks for the prices that levels in money are at.
func (c *checklist) basis() {
	money := false
	for i := range c.f.Panels {
		u := c.f.Panels[i].measure().Unit
		money = money || strings.Contains(u, "元") || strings.Contains(u, "yuan")
	}
	for _, s := range []string{"可比价", "现价", "不变价", "comparable prices", "current prices", "constant prices"} {
		if strings.Contains(c.around(), s) {
			return
		}
	}
	if money {
		c.warn("basis")
	}
}

// mostColours is how many colours can be told apart in one panel.
const mostColours = 6

// colours counts the colours that name something; greys of context do not.
func (c *checklist) colours() {
	for i := range c.f.Panels {
		seen := map[Role]bool{}
		for _, m := range c.f.Panels[i].Marks {
			switch r := role(m); r {
			case Context, Prior, Rest, Target, Total:
			default:
				seen[r] = true
			}
		}
		if len(seen) > mostColours {
			c.warn("colours", "n", fmt.Sprint(len(seen)), "most", fmt.Sprint(mostColours))
		}
	}
}

// zero asks that bars from zero stand on an axis with zero.
func (c *checklist) zero() {
	for i := range c.f.Panels {
		p := &c.f.Panels[i]
		axis := p.measure()
		for _, m := range p.Marks {
			b, ok := m.(Bars)
			if ok && !floating(b) && (axis.Min > 0 || axis.Max < 0) {
				c.warn("zero")
				return
			}
		}
	}
}

// floating reports whether every bar of a mark starts elsewhere than at zero.
func floating(b Bars) bool {
	return !slices.ContainsFunc(b.Data, func(d Datum) bool { return d.Known() && d.Base == 0 })
}

// projected asks that single points which are no facts are told apart; lines and
// bars do so by themselves.
func (c *checklist) projected() {
	for i := range c.f.Panels {
		for _, m := range c.f.Panels[i].Marks {
			p, ok := m.(Points)
			if ok && p.Shape != opened(p.Shape) && slices.ContainsFunc(p.Data, func(d Datum) bool { return d.Status == Projected }) {
				c.warn("projected", "name", p.Name)
			}
		}
	}
}

// labels asks that what is printed at a value is that value.
func (c *checklist) labels() {
	for i := range c.f.Panels {
		for _, m := range c.f.Panels[i].Marks {
			for j, d := range m.data() {
				if shown(m.data(), showOf(m))[j] && d.Known() && !strings.Contains(strings.TrimPrefix(d.Label, "+"), d.Text()) {
					c.warn("label", "label", d.Label, "value", d.Text())
					return
				}
			}
		}
	}
}

// decimals asks that the values of one mark are printed with the same decimals.
func (c *checklist) decimals() {
	for i := range c.f.Panels {
		p := &c.f.Panels[i]
		for _, m := range p.Marks {
			digits := -1
			for _, d := range m.data() {
				if !d.Known() || d.Label == "" || showOf(m) == ShowNone {
					continue
				}
				if digits >= 0 && d.Digits != digits {
					c.warn("decimals", "name", strings.ReplaceAll(cmp.Or(m.name(), p.Title, c.f.Caption), "\n", " "))
					return
				}
				digits = d.Digits
			}
		}
	}
}

// glyphs asks that the fonts have every character.
func (c *checklist) glyphs() {
	if missing := c.f.MissingGlyphs(c.st.Fonts); len(missing) > 0 {
		c.warn("glyphs", "characters", string(missing))
	}
}

// alt asks for a text alternative.
func (c *checklist) alt() {
	if c.f.AltText() == "" {
		c.warn("alt")
	}
}

// pageWidth is the width of the text of a report in millimetres.
const pageWidth = 156

// width asks that a figure in the type of print fits the page.
func (c *checklist) width() {
	if c.o.Width > pageWidth && c.st.NarrowMM < pageWidth {
		c.warn("width", "width", short(c.o.Width), "most", short(pageWidth))
	}
}

// layout draws the figure where nobody sees it and asks that no text covers another
// or leaves the picture, and that all names found room.
func (c *checklist) layout() {
	texts, dropped := placed(c.f, c.st, c.o.Width*mm, c.o.Height*mm)
	if over := colliding(texts); len(over) > 0 {
		c.warn("overlap", "text", over[0])
	}
	if out := leaving(texts, c.o.Width*mm, c.o.Height*mm); len(out) > 0 {
		c.warn("clipped", "text", out[0])
	}
	if dropped > 0 {
		c.warn("dropped", "n", fmt.Sprint(dropped))
	}
}
