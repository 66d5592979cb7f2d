package layout

import (
	"slices"
	"strings"

	"yunxing/data"
)

// A spanRun holds the spans of the columns of figures since the last column that
// was said to change against them.
type spanRun struct {
	spans []data.Span
	taken bool
}

// take gives s, the heading of a change or of the year before that says no span, the
// one of the columns that it stands behind: 本月止累计, 同比增长. Where these have two,
// as in 本月, 本月止累计, 同比增长, the span of s is not known.
// A change against the period before is one of single periods. Lean says that s is
// such a heading, fixed that it says its own span or period.
func (r *spanRun) take(s *side, lean, fixed bool) {
	if !lean {
		r.note(s)
		return
	}
	r.taken = r.taken || s.reading.lag == 0 && s.reading.back == 0
	if fixed || s.when.doubt != "" || len(r.spans) == 0 {
		return
	}
	span := r.spans[0]
	for _, x := range r.spans[1:] {
		switch {
		case s.reading.ref == data.PreviousPeriod || s.reading.back != 0:
			span = min(span, x)
		case x != span:
			s.reading.spans = true
			return
		}
	}
	s.reading.span, s.reading.hasSpan = span, true
}

// note adds the span of a column of figures, if its heading says one.
func (r *spanRun) note(s *side) {
	if r.taken {
		r.spans, r.taken = nil, false
	}
	switch {
	case s.reading.measured && s.reading.measure != data.Level:
	case s.reading.hasSpan:
		r.spans = append(r.spans, s.reading.span)
	case s.when.has && s.when.label.Freq != data.Annual:
		r.spans = append(r.spans, s.when.label.Span)
	}
}

// A wholeRun counts the columns of figures since the last column of a change, and
// notes whether parts printed as 其中 are among them.
type wholeRun struct {
	columns int
	parts   bool
}

// take notes the heading s of column c. A change behind a whole and its parts may be
// that of any of them.
func (w *wholeRun) take(r *tableReader, c int, s *side, lean bool) {
	if lean {
		if w.parts && w.columns > 1 && s.reading.lag == 0 {
			s.reading.odd = true
		}
		*w = wholeRun{}
		return
	}
	w.columns++
	for _, row := range r.table.Head {
		text := squeeze(halfWidth(r.grid.At(row, c).Text))
		w.parts = w.parts || strings.HasPrefix(text, "其中") || strings.HasPrefix(text, "#")
	}
}

// changes reports whether s says how a figure changes, or that it is of another time
// than the columns beside it.
func (s *side) changes() bool {
	r := s.reading
	return r.measured && r.measure != data.Level || r.changed || r.odd || r.lag != 0 || r.back != 0
}

// sameNames reports whether s and t stand under the same names, as 同比增长 and 1-7月 do
// under 营业收入.
func (s *side) sameNames(t *side) bool {
	return slices.Equal(s.indicators, t.indicators) && s.item == t.item && slices.Equal(s.unknown, t.unknown) && s.region == t.region
}
