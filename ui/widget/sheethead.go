package widget

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
)

// A strip is a row of letters or a column of numbers beside a sheet.
type strip struct {
	clip  *container.Clip
	bars  *pool[*canvas.Rectangle]
	texts *pool[*canvas.Text]
}

// newStrip returns an empty strip.
func newStrip() *strip {
	s := &strip{bars: newBars(), texts: newTexts()}
	s.clip = container.NewClip(newLayers(s.bars.box, s.texts.box))
	return s
}

// sheetHeads draws what stands around the cells of a sheet.
type sheetHeads struct {
	v       *SheetView
	ground  *canvas.Rectangle
	corner  *canvas.Rectangle
	ring    *canvas.Rectangle // shows that the keys go here
	letters *strip
	numbers *strip
	gauge   *gauge
	width   float32 // of the numbers
}

// newSheetHeads returns the surroundings of a view.
func newSheetHeads(v *SheetView) *sheetHeads {
	h := &sheetHeads{v: v, ground: &canvas.Rectangle{}, corner: &canvas.Rectangle{}, ring: &canvas.Rectangle{}, letters: newStrip(), numbers: newStrip()}
	h.ring.StrokeWidth = 1
	return h
}

// fit makes the numbers wide enough for the last row.
func (h *sheetHeads) fit() {
	if size := theme.Size(theme.SizeNameCaptionText); h.gauge == nil || h.gauge.size != size {
		h.gauge = newGauge(size)
	}
	h.width = max(40, h.gauge.width(h.number(max(h.v.content.Rows-1, 0), true), true, sheetMost)+2*sheetPad)
}

// number returns the number of a row, in brackets where the workbook hides it.
func (h *sheetHeads) number(row int, hidden bool) string {
	if hidden {
		return "(" + strconv.Itoa(row+1) + ")"
	}
	return strconv.Itoa(row + 1)
}

// paint draws the letters and numbers of a window.
func (h *sheetHeads) paint(w window) {
	in := &h.v.inks
	h.ground.FillColor = in.of(ColorPanel)
	h.corner.FillColor = in.of(theme.ColorNameHeaderBackground)
	h.ring.StrokeColor = in.of(ColorGridline)
	if h.v.focused {
		h.ring.StrokeColor = in.of(theme.ColorNamePrimary)
	}
	chosen, ok := h.v.chosen()
	h.paintLetters(w, chosen, ok && h.v.col >= 0)
	h.paintNumbers(w, chosen, ok && h.v.row >= 0)
}

// paintLetters draws the letters of the columns.
func (h *sheetHeads) paintLetters(w window, chosen data.CellRange, ok bool) {
	h.letters.begin()
	h.bar(h.letters, theme.ColorNameHeaderBackground, 0, 0, w.paper.Width, sheetHead)
	for col := w.left; col < w.right; col++ {
		x, width := h.v.x(col), h.v.edges[col+1]-h.v.edges[col]
		on := ok && col >= chosen.Left && col <= chosen.Right
		if on {
			h.bar(h.letters, theme.ColorNameSelection, x, 0, width, sheetHead)
			h.bar(h.letters, theme.ColorNamePrimary, x-1, sheetHead-2, width+1, 2)
		}
		h.bar(h.letters, ColorGridline, x+width-1, 0, 1, sheetHead)
		h.word(h.letters, data.ColumnName(col), on, false, x, 0, width)
	}
	h.bar(h.letters, theme.ColorNameInputBorder, 0, sheetHead-1, w.paper.Width, 1)
	h.letters.end()
}

// paintNumbers draws the numbers of the rows.
func (h *sheetHeads) paintNumbers(w window, chosen data.CellRange, ok bool) {
	h.numbers.begin()
	h.bar(h.numbers, theme.ColorNameHeaderBackground, 0, 0, h.width, w.paper.Height)
	for row := w.top; row < w.bottom; row++ {
		y, hidden := h.v.y(row), h.v.hidden(row)
		on := ok && row >= chosen.Top && row <= chosen.Bottom
		if on {
			h.bar(h.numbers, theme.ColorNameSelection, 0, y, h.width, sheetRow)
			h.bar(h.numbers, theme.ColorNamePrimary, h.width-2, y-1, 2, sheetRow+1)
		}
		h.bar(h.numbers, ColorGridline, 0, y+sheetRow-1, h.width, 1)
		h.word(h.numbers, h.number(row, hidden), on, hidden, 0, y, h.width)
	}
	h.bar(h.numbers, theme.ColorNameInputBorder, h.width-1, 0, 1, w.paper.Height)
	h.numbers.end()
}

// bar draws a rectangle of a strip.
func (h *sheetHeads) bar(s *strip, color fyne.ThemeColorName, x, y, width, height float32) {
	r := s.bars.next()
	r.FillColor = h.v.inks.of(color)
	put(r, x, y, width, height)
}

// word draws a letter or number in the middle of its place.
func (h *sheetHeads) word(s *strip, text string, on, pale bool, x, y, width float32) {
	t := s.texts.next()
	t.Text, t.TextSize, t.TextStyle = text, h.gauge.size, fyne.TextStyle{Bold: on}
	switch {
	case on:
		t.Color = h.v.inks.of(theme.ColorNameForeground)
	case pale:
		t.Color = h.v.inks.of(theme.ColorNameDisabled)
	default:
		t.Color = h.v.inks.of(ColorMuted)
	}
	t.Move(whole(x+(width-h.gauge.width(text, on, width))/2, y+(sheetRow-1-h.gauge.height)/2))
}

// begin takes the objects of a strip back.
func (s *strip) begin() {
	s.bars.begin()
	s.texts.begin()
}

// end shows the objects of a strip.
func (s *strip) end() {
	s.bars.end()
	s.texts.end()
}
