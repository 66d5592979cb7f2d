package chart

import (
	"strings"
	"unicode"
)

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

// alt asks for a text alternative.
func (c *checklist) alt() {
	if c.f.AltText() == "" {
		c.warn("alt")
	}
}

// glyphs asks that the fonts have every character.
func (c *checklist) glyphs() {
	if missing := c.f.MissingGlyphs(c.st.Fonts); len(missing) > 0 {
		c.warn("glyphs", "characters", string(missing))
	}
}
