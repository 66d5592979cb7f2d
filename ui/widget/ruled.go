package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Ruled table is one as print has it: a strong line above and below, a fine one
// under the header, as high as its rows.
type Ruled struct {
	widget.BaseWidget
	content Content
	natural []float32
	tapped  func(c Cell)
}

var (
	_ Flowing       = (*Ruled)(nil)
	_ fyne.Tappable = (*Ruled)(nil)
)

// NewRuled returns a printed table of content. Tapped is called with a figure that
// was tapped.
func NewRuled(content Content, tapped func(c Cell)) *Ruled {
	r := &Ruled{content: content, natural: content.widths(), tapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

// columns returns the widths of the columns and the height of the header at a
// width of the table. Where they are too wide together, all give way alike.
func (r *Ruled) columns(width float32) (widths []float32, heads [][]string, head float32) {
	total := float32(0)
	for _, w := range r.natural {
		total += w
	}
	widths = slices.Clone(r.content.spread(r.natural, width))
	if total > width {
		for i, w := range r.natural {
			widths[i] = w * width / total
		}
	}
	heads, lines := r.content.heads(widths)
	return widths, heads, headHeight(lines)
}

// HeightFor returns the height of the table at a width.
func (r *Ruled) HeightFor(width float32) float32 {
	_, _, head := r.columns(width)
	return head + float32(r.content.Rows)*RowHeight + 3
}

// MinSize is a guess for parents that do not ask for HeightFor.
func (r *Ruled) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	return fyne.NewSize(120, float32(r.content.Rows+1)*RowHeight)
}

// Tapped finds the figure that was tapped.
func (r *Ruled) Tapped(e *fyne.PointEvent) {
	widths, _, head := r.columns(r.Size().Width)
	row := int((e.Position.Y - head) / RowHeight)
	if e.Position.Y < head || row >= r.content.Rows || r.tapped == nil {
		return
	}
	x := float32(0)
	for col, w := range widths {
		if e.Position.X >= x && e.Position.X < x+w {
			if c := r.content.At(row, col); c.Number != nil {
				r.tapped(c)
			}
			return
		}
		x += w
	}
}

// CreateRenderer makes the renderer of the table.
func (r *Ruled) CreateRenderer() fyne.WidgetRenderer { return &ruledRenderer{ruled: r} }

// ruledRenderer draws a Ruled table.
type ruledRenderer struct {
	ruled   *Ruled
	objects []fyne.CanvasObject
	width   float32
}

func (r *ruledRenderer) Layout(size fyne.Size) {
	if size.Width == r.width && r.objects != nil {
		return
	}
	r.width = size.Width
	r.build()
}

// build makes the lines and texts of the table.
func (r *ruledRenderer) build() {
	widths, heads, head := r.ruled.columns(r.width)
	r.objects = nil
	rows := r.ruled.content.Rows
	r.rule(0, 1.5, ColorRule)
	r.rule(head, 1, ColorMuted)
	r.rule(head+float32(rows)*RowHeight+1, 1.5, ColorRule)
	x := float32(0)
	for col, w := range widths {
		right := r.ruled.content.Columns[col].Right
		top := (head - float32(len(heads[col]))*HeadLine) / 2
		for i, l := range heads[col] {
			r.text(l, Cell{Strong: true}, right, x, top+float32(i)*HeadLine, w, HeadLine)
		}
		for row := range rows {
			c := r.ruled.content.At(row, col)
			r.text(c.Text, c, right, x, head+float32(row)*RowHeight+1, w, RowHeight)
		}
		x += w
	}
}

// rule draws a line across the table.
func (r *ruledRenderer) rule(y, width float32, color fyne.ThemeColorName) {
	l := canvas.NewRectangle(ink(color))
	l.Move(fyne.NewPos(0, y))
	l.Resize(fyne.NewSize(r.width, width))
	r.objects = append(r.objects, l)
}

// text draws the text of a cell.
func (r *ruledRenderer) text(s string, c Cell, right bool, x, y, w, h float32) {
	if s == "" {
		return
	}
	s = clip(s, w-cellGap/2-float32(c.Indent)*indentWidth, baseSize(), c.style())
	t := newWords(s, baseSize(), c.style(), c.color())
	tw := measure(s, baseSize(), c.style())
	t.Move(fyne.NewPos(place(right, x, w, tw, c.Indent), y))
	t.Resize(fyne.NewSize(tw, h))
	r.objects = append(r.objects, t)
}

func (r *ruledRenderer) MinSize() fyne.Size           { return r.ruled.MinSize() }
func (r *ruledRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *ruledRenderer) Destroy()                     {}

func (r *ruledRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.ruled)
}

// Hair returns a hairline across a page.
func Hair() fyne.CanvasObject {
	l := canvas.NewRectangle(ink(ColorHairline))
	l.SetMinSize(fyne.NewSize(1, theme.Size(theme.SizeNameSeparatorThickness)))
	return l
}

// Ground returns a plain surface in a colour.
func Ground(color fyne.ThemeColorName) fyne.CanvasObject { return canvas.NewRectangle(ink(color)) }
