package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

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
				if shown(m.data(), showOf(m))[j] && d.Known() && !strings.Contains(strings.ReplaceAll(d.Label, ",", ""), d.Text()) {
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

// axes asks that two axes of a panel have different units.
func (c *checklist) axes() {
	for i := range c.f.Panels {
		if p := &c.f.Panels[i]; p.Right != nil && p.Right.Unit == p.Y.Unit {
			c.warn("axes", "unit", p.Y.Unit)
		}
	}
}
