package chart

import (
	"fmt"
)

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
