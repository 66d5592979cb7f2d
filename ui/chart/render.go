package chart

import "strconv"

// mm is a millimetre in points.
const mm = 72 / 25.4

// drawing is one run of the renderer.
type drawing struct {
	*pen
	f     *Figure
	st    Style
	frame Frame
	// px is the number of device pixels in a point.
	px float64
}

// render draws the figure on a canvas of w×h points and returns where things
// lie. px is the number of pixels in a point: it decides how far curves are
// thinned and scales the frame.
func render(f *Figure, st Style, c surface, w, h, px float64, clear bool) Frame {
	if w < st.NarrowMM*mm {
		st = narrowed(st)
	}
	d := &drawing{pen: &pen{ruler: newRuler(st.Fonts), c: c, h: h}, f: f, st: st, px: px}
	if !clear {
		d.box(rect{0, 0, w, h}, st.Paper)
	}
	room := rect{0, 0, w, h}.inset(st.MarginMM * mm)
	words := d.surrounding(room)
	room.y0, room.y1 = d.head(room, words), d.foot(room, words)
	d.panels(room)
	d.frame.Width, d.frame.Height = int(w*px+0.5), int(h*px+0.5)
	return d.frame
}

// narrowed returns the style for narrow pictures: everything in it is smaller.
func narrowed(st Style) Style {
	k := st.NarrowScale
	for _, size := range []*float64{
		&st.Headline, &st.Subtitle, &st.Axis, &st.Label, &st.Source, &st.Caption, &st.MarkerMM, &st.MarginMM, &st.Hairline, &st.Metrics.Zero,
	} {
		*size *= k
	}
	for r := range st.Inks {
		st.Inks[r].Width *= k
		st.Inks[r].Dash = times(st.Inks[r].Dash, k)
	}
	return st
}

// measure returns a function that measures text in one size and weight.
func (d *drawing) measure(size float64, bold bool) func(string) float64 {
	return func(s string) float64 { return d.width(s, size, bold) }
}

// ascent is where the baseline lies below the top of a line, as a part of the
// size: Han characters reach 0.88 em above it.
const ascent = 0.88

// lead returns the height of a line.
func (d *drawing) lead(size float64) float64 { return size * d.st.Leading }

// panels places and draws the panels in rows. Where they are so many that none could
// be read, the first are drawn and the rest are counted.
func (d *drawing) panels(room rect) {
	n := len(d.f.Panels)
	if n == 0 || room.w() < 10 || room.h() < 10 {
		d.frame.Dropped += n
		return
	}
	cols := d.columns(n, room)
	if most := cols * d.legibleRows(room); n > most {
		d.frame.Dropped += n - most
		d.undrawn(n-most, room)
		room.y1 -= d.lead(d.st.Axis)
		n = most
	}
	rows := (n + cols - 1) / cols
	gap := d.st.Axis * 1.4
	cw := (room.w() - gap*float64(cols-1)) / float64(cols)
	ch := (room.h() - d.st.Axis*0.8*float64(rows-1)) / float64(rows)
	d.frame.Hits = make([]Hit, 0, d.f.size())
	plots := make([]*plot, n)
	for i := range plots {
		x := room.x0 + float64(i%cols)*(cw+gap)
		y := room.y0 + float64(i/cols)*(ch+d.st.Axis*0.8)
		plots[i] = &plot{drawing: d, p: &d.f.Panels[i], index: i, cell: rect{x, y, x + cw, y + ch}}
		plots[i].last = i+cols >= n
		plots[i].measureGutters()
	}
	share(plots)
	if d.f.ShareX {
		d.squeeze(plots, cols, room)
	}
	for _, q := range plots {
		q.draw()
	}
}

// legibleRows returns how many rows of panels can be read one below the other.
func (d *drawing) legibleRows(room rect) int {
	const least = 4 // lines that a panel needs
	return max(1, int(room.h()/(least*d.lead(d.st.Axis)+d.st.Axis*0.8)))
}

// undrawn writes how many panels are not drawn, at the bottom of a room.
func (d *drawing) undrawn(n int, room rect) {
	text := "… +" + strconv.Itoa(n)
	d.write(room.x1-d.width(text, d.st.Axis, false), room.y1-d.st.Axis*0.2, text, d.st.Axis, false, d.st.Muted)
}

// columns returns how many panels stand side by side: as many as the figure says, or
// more where the room is so low and wide that more rows could not be read.
func (d *drawing) columns(n int, room rect) int {
	const low, narrow = 9, 16 // sizes of the type that a panel needs
	cols := max(1, min(d.f.Columns, n))
	for cols < n {
		rows := (n + cols - 1) / cols
		if room.h()/float64(rows) >= low*d.st.Axis || room.w()/float64(cols+1) < narrow*d.st.Axis {
			break
		}
		cols++
	}
	return cols
}

// size returns the number of values of the figure.
func (f *Figure) size() int {
	n := 0
	for i := range f.Panels {
		for _, m := range f.Panels[i].Marks {
			n += len(m.data())
		}
	}
	return n
}

// share gives all panels the widest side gutters, so that their plots align.
func share(plots []*plot) {
	var left, right float64
	for _, q := range plots {
		left, right = max(left, q.left), max(right, q.right)
	}
	for _, q := range plots {
		q.left, q.right = left, right
	}
}

// squeeze gives the rows of stacked panels plots of equal height although only
// the last row carries the labels of the shared axis.
func (d *drawing) squeeze(plots []*plot, cols int, room rect) {
	rows := (len(plots) + cols - 1) / cols
	extra := plots[len(plots)-1].bottomGutter()
	gap := d.st.Axis * 0.8
	ch := (room.h() - extra - gap*float64(rows-1)) / float64(rows)
	for i, q := range plots {
		q.cell.y0 = room.y0 + float64(i/cols)*(ch+gap)
		q.cell.y1 = q.cell.y0 + ch
		if q.last {
			q.cell.y1 += extra
		}
	}
}
