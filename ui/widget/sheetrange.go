package widget

import (
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
)

// paintMerged draws a merged range as one cell. Its text stays in the part of it
// that is in sight.
func (p *sheetCells) paintMerged(m data.CellRange) {
	v := p.v
	c := v.content.At(m.Top, m.Left)
	left, right := v.x(m.Left), v.x(m.Right+1)
	top, bottom := v.y(m.Top), v.y(m.Bottom+1)
	color := c.Ground
	if color == "" {
		color = theme.ColorNameBackground
	}
	seenLeft, seenRight := max(left, -2), min(right, p.win.size.Width+2)
	seenTop, seenBottom := max(top, -2), min(bottom, p.win.size.Height+2)
	p.bar(p.covers, color, seenLeft, seenTop, seenRight-seenLeft-1, seenBottom-seenTop-1)
	p.mark(c, right, top)
	indent := sheetPad + float32(c.Indent)*sheetIndent
	text, width := v.gauge.fit(oneLine(c.Text), c.Bold, right-left-indent-sheetPad)
	if blankText(text) {
		return
	}
	x := left + indent
	switch {
	case m.Right > m.Left:
		x = (left + right - width) / 2
	case c.Right:
		x = right - sheetPad - width
	}
	y := (top + bottom - 1 - v.gauge.height) / 2
	x = clamp(x, max(left, 0)+sheetPad, min(right, p.win.size.Width)-sheetPad-width, left+sheetPad, right-sheetPad-width)
	y = clamp(y, max(top, 0)+2, min(bottom, p.win.size.Height)-2-v.gauge.height, top+2, bottom-2-v.gauge.height)
	p.word(c, text, x, y)
}

// clamp returns x between two bounds within two outer ones.
func clamp(x, low, high, least, most float32) float32 {
	return max(least, min(most, max(low, min(high, x))))
}

// paintChosen draws the frame of what is selected.
func (p *sheetCells) paintChosen() {
	m, ok := p.v.chosen()
	p.frame.Hidden, p.tint.Hidden = !ok, !ok || p.v.row >= 0 && p.v.col >= 0
	if !ok {
		return
	}
	v := p.v
	left, right := v.x(m.Left), v.x(m.Right+1)
	top, bottom := v.y(m.Top), v.y(m.Bottom+1)
	if m.Left > 0 {
		left--
	}
	if m.Top > 0 {
		top--
	}
	left, right = max(left, -4), min(right, p.win.size.Width+4)
	top, bottom = max(top, -4), min(bottom, p.win.size.Height+4)
	p.frame.Hidden = right <= left || bottom <= top
	p.tint.Hidden = p.tint.Hidden || p.frame.Hidden
	p.frame.StrokeColor, p.tint.FillColor = v.inks.of(theme.ColorNamePrimary), v.inks.of(theme.ColorNameSelection)
	put(p.frame, left, top, right-left, bottom-top)
	put(p.tint, left, top, right-left, bottom-top)
}
