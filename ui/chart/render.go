package chart

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
	room.y0 = d.head(room)
	room.y1 = d.foot(room)
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

// head writes headline and subtitle and returns where the panels begin.
func (d *drawing) head(room rect) float64 {
	y := room.y0
	if !d.st.HideHeadline && d.f.Headline != "" {
		s := d.st.Headline
		for _, l := range byClause(d.f.Headline, room.w(), d.measure(s, true)) {
			d.write(room.x0, y+s*ascent, l, s, true, d.st.Text)
			y += d.lead(s)
		}
		y += s * 0.1
	}
	if d.f.Subtitle != "" {
		s := d.st.Subtitle
		for _, l := range byClause(d.f.Subtitle, room.w(), d.measure(s, false)) {
			d.write(room.x0, y+s*ascent, l, s, false, d.st.Muted)
			y += d.lead(s)
		}
	}
	if y > room.y0 {
		y += d.st.Axis * 0.55
	}
	return y
}

// foot writes note, source and caption at the bottom and returns where the
// panels end.
func (d *drawing) foot(room rect) float64 {
	y := room.y1
	if !d.st.HideCaption && d.f.Number+d.f.Caption != "" {
		y = d.caption(room, y)
	}
	s := d.st.Source
	below := []string{d.f.Source, d.f.Note}
	for _, text := range below {
		if text == "" {
			continue
		}
		lines := wrap(text, room.w(), d.measure(s, false))
		for i := len(lines) - 1; i >= 0; i-- {
			d.write(room.x0, y-d.lead(s)+s*ascent+s*(d.st.Leading-1)/2, lines[i], s, false, d.st.Muted)
			y -= d.lead(s)
		}
	}
	if y < room.y1 {
		y -= d.st.Axis * 0.45
	}
	return y
}

// caption writes number and title of the figure in the middle at the bottom.
func (d *drawing) caption(room rect, y float64) float64 {
	s := d.st.Caption
	between := ": "
	if d.f.Number == "" || d.f.Caption == "" {
		between = ""
	} else if d.f.Lang != "en" {
		between = "\u3000"
	}
	text := d.f.Number + between + d.f.Caption
	lines := byClause(text, room.w(), d.measure(s, true))
	top := y - float64(len(lines))*d.lead(s)
	for i, l := range lines {
		x := room.x0 + (room.w()-d.width(l, s, true))/2
		d.write(x, top+float64(i)*d.lead(s)+s*ascent, l, s, true, d.st.Text)
	}
	return top - s*0.35
}

// panels places and draws the panels in rows.
func (d *drawing) panels(room rect) {
	n := len(d.f.Panels)
	if n == 0 || room.w() < 10 || room.h() < 10 {
		d.frame.Dropped += n
		return
	}
	cols := d.columns(n, room)
	rows := (n + cols - 1) / cols
	gap := d.st.Axis * 1.4
	cw := (room.w() - gap*float64(cols-1)) / float64(cols)
	ch := (room.h() - d.st.Axis*0.8*float64(rows-1)) / float64(rows)
	d.frame.Hits = make([]Hit, 0, d.f.size())
	plots := make([]*plot, n)
	for i := range d.f.Panels {
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
