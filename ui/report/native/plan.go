package native

import (
	"yunxing/ui/chart"
)

// A form is what a group of series is drawn as.
type form int

// The forms.
const (
	columns form = iota // columns, or bars where the panel lies
	areas               // areas on top of each other
	lines               // lines and markers over places
	points              // lines and markers over values
)

// A plan is a native chart before it is written.
type plan struct {
	title    string
	subtitle string
	lying    bool
	places   span
	names    []string
	groups   []group
	x, y     chart.Axis
	digits   int
}

// A group is series of one form on one pair of axes.
type group struct {
	form         form
	stacked      bool
	gap, overlap int
	hidden       bool // on a second pair of axes, which is not drawn
	series       []series
}

// A series is one column of the table as it is drawn.
type series struct {
	span
	x      span   // points only
	titled *span  // the column whose name the series has, if not its own
	legend string // the name of the series, if no column has it
	role   chart.Role
	ink    chart.Ink
	fill   float64 // opacity; 0 is clear
	line   bool    // joined by a line
	dashed bool
	marker bool
	shape  chart.Shape
	// own are the places with a colour of their own, hatched those that are no
	// observed facts.
	own     map[int]chart.Ink
	hatched map[int]bool
	labels  map[int]label
	place   string // where labels stand
	// read are the cells that labels of words show, nil where no cells hold them.
	read *span
	// stroke is the thickness of the short stroke drawn across each value, in points.
	stroke float64
	// back is where the stem of each value begins.
	back     *span
	unlisted bool // not in the legend
}

// A label is the text at a value: the value itself, or words.
type label struct {
	words string
	bold  bool
	place string // in place of that of the series
}

// listed returns how many series the legend names.
func (p *plan) listed() int {
	n := 0
	for _, g := range p.groups {
		for _, s := range g.series {
			if s.listed() {
				n++
			}
		}
	}
	return n
}

// listed reports whether the legend names a series.
func (s *series) listed() bool { return !s.unlisted && s.name != "" }

// inkOf returns the look of a datum where it has one of its own.
func inkOf(st *chart.Style, d chart.Datum) (chart.Ink, bool) {
	if !d.Own {
		return chart.Ink{}, false
	}
	return st.Ink(d.Role), true
}

// dress gives a series the looks and the labels that single values have.
func (s *series) dress(st *chart.Style, m chart.Mark, data []chart.Datum) {
	s.own, s.hatched, s.labels = map[int]chart.Ink{}, map[int]bool{}, map[int]label{}
	shown := chart.Labelled(m)
	for i, d := range data {
		at := int(d.At)
		if ink, ok := inkOf(st, d); ok {
			s.own[at] = ink
		}
		if d.Hatch || d.Status == chart.Projected {
			s.hatched[at] = true
		}
		if !shown[i] {
			continue
		}
		l := label{bold: d.Own && d.Role == chart.Accent}
		if d.Label != d.Text() {
			l.words = d.Label
		}
		s.labels[at] = l
	}
}
