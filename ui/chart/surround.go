package chart

import "cmp"

// The part of a picture that the words around the plot may take: most where the plot
// does not need it, least in any case. What is longer is cut; headline and caption stand
// in full in the text alternative, and the checklist tells of the cut.
const (
	mostAround  = 0.55
	leastAround = 0.25
)

// mostLines is how many lines any of the texts may have.
const mostLines = 4

// A saying is one of the texts around the plot, broken into lines.
type saying struct {
	lines []string
	size  float64
	bold  bool
}

// surround is the texts around the plot.
type surround struct {
	headline, subtitle, source, note, caption saying
}

// surrounding breaks the texts around the plot for a room, and cuts them where they
// would leave too little of it.
func (d *drawing) surrounding(room rect) surround {
	var out surround
	put := func(to *saying, text string, size float64, bold bool, lines func(string, float64, func(string) float64) []string) {
		if text != "" {
			measure := d.measure(size, bold)
			*to = saying{atMost(lines(text, room.w(), measure), mostLines, room.w(), measure), size, bold}
		}
	}
	if !d.st.HideHeadline {
		put(&out.headline, d.f.Headline, d.st.Headline, true, byClause)
	}
	if !d.st.HideCaption {
		put(&out.caption, d.captionText(), d.st.Caption, true, byClause)
	}
	put(&out.subtitle, d.f.Subtitle, d.st.Subtitle, false, byClause)
	put(&out.source, d.f.Source, d.st.Source, false, wrap)
	put(&out.note, d.f.Note, d.st.Source, false, wrap)
	most := clamp(room.h()-d.need(room), leastAround*room.h(), mostAround*room.h())
	d.confine(out.all(), room.w(), most)
	return out
}

// need returns the height that the panels need to be read, about.
func (d *drawing) need(room rect) float64 {
	const plot, key, slots = 4, 1, 2 // lines
	n := len(d.f.Panels)
	cols := d.columns(n, room)
	most := 0.0
	for i := range d.f.Panels {
		p := &d.f.Panels[i]
		lines := float64(plot)
		if p.Title != "" {
			lines++
		}
		if p.Y.Unit != "" {
			lines++
		}
		if p.Key {
			lines += key
		}
		if p.X.Kind == CategoryAxis && !p.X.Hidden && !d.f.ShareX {
			lines += slots
		}
		most = max(most, lines)
	}
	rows := float64((n + cols - 1) / cols)
	if d.f.ShareX {
		return (most*rows + slots) * d.lead(d.st.Axis)
	}
	return most * rows * d.lead(d.st.Axis)
}

// all returns the texts in the order in which they are given up where there is no
// room for one line of each.
func (s *surround) all() []*saying {
	return []*saying{&s.note, &s.source, &s.subtitle, &s.caption, &s.headline}
}

// confine takes lines from the texts until all leave room for the plot: from the first
// that has more than three, then from the first but the headline that has more than
// one, then from the headline, and then whole texts.
func (d *drawing) confine(all []*saying, width, most float64) {
	for d.heightOf(all) > most {
		d.frame.Dropped++
		if s := cmp.Or(longer(all, 3), longer(all[:len(all)-1], 1), longer(all, 1)); s != nil {
			d.shorten(s, width)
		} else if s := longer(all, 0); s != nil {
			s.lines = nil
		} else {
			return
		}
	}
}

// heightOf returns the height of texts.
func (d *drawing) heightOf(all []*saying) float64 {
	height := 0.0
	for _, s := range all {
		height += float64(len(s.lines)) * d.lead(s.size)
	}
	return height
}

// shorten takes the last line from a text.
func (d *drawing) shorten(s *saying, width float64) {
	s.lines = atMost(s.lines, len(s.lines)-1, width, d.measure(s.size, s.bold))
}

// longer returns the first text of more than n lines, or nil.
func longer(all []*saying, n int) *saying {
	for _, s := range all {
		if len(s.lines) > n {
			return s
		}
	}
	return nil
}

// captionText returns number and title of the figure.
func (d *drawing) captionText() string {
	between := ": "
	if d.f.Number == "" || d.f.Caption == "" {
		between = ""
	} else if d.f.Lang != "en" {
		between = "\u3000"
	}
	return d.f.Number + between + d.f.Caption
}

// head writes headline and subtitle and returns where the panels begin.
func (d *drawing) head(room rect, s surround) float64 {
	y := d.lines(room.x0, room.y0, s.headline, d.st.Text)
	if y > room.y0 {
		y += s.headline.size * 0.1
	}
	y = d.lines(room.x0, y, s.subtitle, d.st.Muted)
	if y > room.y0 {
		y += d.st.Axis * 0.55
	}
	return y
}

// lines writes a text from a place on and returns where it ends.
func (d *drawing) lines(x, y float64, s saying, c colour) float64 {
	for _, l := range s.lines {
		d.write(x, y+s.size*ascent, l, s.size, s.bold, c)
		y += d.lead(s.size)
	}
	return y
}

// foot writes note, source and caption at the bottom and returns where the
// panels end.
func (d *drawing) foot(room rect, s surround) float64 {
	y := room.y1
	if n := len(s.caption.lines); n > 0 {
		y -= float64(n) * d.lead(s.caption.size)
		for i, l := range s.caption.lines {
			x := room.x0 + (room.w()-d.width(l, s.caption.size, true))/2
			d.write(x, y+float64(i)*d.lead(s.caption.size)+s.caption.size*ascent, l, s.caption.size, true, d.st.Text)
		}
		y -= s.caption.size * 0.35
	}
	for _, below := range []saying{s.source, s.note} {
		y -= float64(len(below.lines)) * d.lead(below.size)
		d.lines(room.x0, y+below.size*(d.st.Leading-1)/2, below, d.st.Muted)
	}
	if y < room.y1 {
		y -= d.st.Axis * 0.45
	}
	return y
}
