package layout

import (
	"slices"
	"strconv"
	"strings"

	"yunxing/data"
)

// period fills in period and span.
func (r *tableReader) period(d *draft) {
	w, axis := r.when(d)
	freq := firstFreq(d.col.freq, d.row.side.freq)
	if !w.date.IsZero() && w.doubt == PeriodAmbiguous {
		w = dated(w, firstFreq(freq, firstFreq(r.context.freq, r.table.stubFrequency())))
	}
	if d.said.when.said() {
		w, axis = w.over(d.said.when), true
	}
	if w.doubt != "" {
		d.doubt(w.doubt)
	}
	if !w.kept.IsZero() {
		r.keep(d, w.kept, axis)
		return
	}
	if !w.has {
		d.doubt(PeriodUnknown)
		return
	}
	l := w.label
	if l.Year == 0 {
		d.doubt(PeriodUnknown)
		return
	}
	if w.partial && l.Freq == data.Annual {
		d.doubt(PeriodAmbiguous)
	}
	b := &d.obs.Key.Basis
	b.Span = r.span(d, l, axis)
	l.Span = b.Span
	p, err := l.Period(0)
	if err != nil {
		d.doubt(PeriodUnknown)
		return
	}
	switch {
	case d.reading.freq != 0 && p.Freq() == data.Annual:
		d.doubt(PeriodAmbiguous) // 本月 of a year
	case d.reading.freq == data.Monthly && p.Freq() == data.Quarterly:
		if p, _ = p.In(data.Monthly); axis {
			d.doubt(PeriodConflict) // 本月 of a quarter, not of a title that tells one
		}
	case freq == 0 && p.Freq() == data.Monthly:
		freq = d.reading.freq // 当季 of a series whose periods are months
	}
	p = d.inFrequency(p, freq)
	if d.reading.lag != 0 {
		p = p.YearAgo()
	}
	p = d.stepBack(p, b.Span)
	d.obs.Period, d.obs.Key.Freq = p, p.Freq()
	d.lastYear()
}

// stepBack returns the month or quarter before p for figures that say they are its:
// 上月数. Of a cumulative figure it must lie in the same year.
func (d *draft) stepBack(p data.Period, s data.Span) data.Period {
	switch {
	case d.reading.back == 0:
		return p
	case p.Freq() != d.reading.back || p.Merged() || s == data.Cumulative && p.Number() == 1:
		d.doubt(PeriodAmbiguous)
		return p
	}
	return p.Add(-1)
}

// lastYear reads a growth over a year that is named as one over the year before,
// where it is that: 比2012年增长 in 2013.
func (d *draft) lastYear() {
	k, named := &d.obs.Key, strconv.Itoa(d.reading.versus)
	if d.reading.versus != d.obs.Period.Year()-1 || k.Basis.Reference != data.BaseYear || k.Basis.Measure != data.Growth || !strings.Contains(k.Coverage, named) {
		return
	}
	k.Basis.Reference, k.Coverage = data.YearAgo, ""
}

// keep fills in a period that stays what it is. The one a year before is known of
// fiscal years only.
func (r *tableReader) keep(d *draft, p data.Period, axis bool) {
	d.obs.Key.Basis.Span = r.span(d, data.Label{Freq: p.Freq()}, axis)
	if d.reading.lag != 0 {
		p = p.YearAgo()
	}
	if p.IsZero() {
		d.doubt(PeriodUnknown)
		return
	}
	d.obs.Period, d.obs.Key.Freq = p, p.Freq()
}

// firstFreq returns the first frequency that is given.
func firstFreq(a, b data.Frequency) data.Frequency {
	if a != 0 {
		return a
	}
	return b
}

// when puts together what row, column, section and title say about time. Axis
// reports whether row or column says it.
func (r *tableReader) when(d *draft) (w when, axis bool) {
	col, row := d.col.when, d.row.side.when
	w = col
	switch {
	case !col.said():
		w = row
	case !row.said():
	case !row.kept.IsZero() || !col.kept.IsZero():
		if row.kept != col.kept {
			w.doubt = PeriodConflict
		}
	case row.has && col.has:
		var ok bool
		w.label, ok = combine(col.label, row.label)
		if !ok {
			w.doubt = PeriodConflict
		}
	}
	if w.doubt == "" {
		w.doubt = row.doubt
	}
	axis = w.said()
	for _, outer := range []*side{d.row.section, &r.context.side} {
		if outer == nil || !outer.when.said() {
			continue
		}
		switch {
		case !w.said():
			w = outer.when
		case w.partial && w.has && w.label.Freq == data.Annual && w.label.Year == 0 && outer.when.has && outer.when.label.Freq != data.Annual:
			w.label, _ = combine(w.label, outer.when.label)
		case !outer.when.has || !w.kept.IsZero():
		case w.has && w.label.Year == 0:
			w.label.Year = outer.when.label.Year
		case w.has && w.label.Freq == data.Annual && (!w.label.Stated || w.partial) && outer.when.label.Freq != data.Annual:
			if joined, ok := combine(w.label, outer.when.label); ok {
				w.label = joined
			} else if outer.when.label.Freq != data.Annual {
				joined = outer.when.label
				joined.Year = w.label.Year
				w.label = joined
			}
		}
	}
	return w, axis
}

// span returns how much of the year a figure covers: as its label prints it, else
// as the words around it do. Stocks are at a point in time whatever is printed.
func (r *tableReader) span(d *draft, l data.Label, axis bool) data.Span {
	if d.said.reading.hasSpan {
		return d.said.reading.span
	}
	words := d.col.reading.with(d.row.side.reading)
	if d.row.section != nil {
		words = words.with(d.row.section.reading)
	}
	if words.spans {
		d.doubt(PeriodConflict)
	}
	if d.sinceJanuary(l, words) && !r.titleSpan() {
		if r.namesSameMonth() {
			return data.Cumulative
		}
		d.doubt(PeriodAmbiguous)
	}
	m := d.obs.Key.Basis.Measure
	if d.ind.Code != "" && d.ind.Kind == data.Stock && (m == data.Level || m == data.Growth || m == data.Count) {
		return data.Point
	}
	merged := l.Freq == data.Monthly && l.From == 1 && l.To == 2
	switch {
	case words.hasSpan && (!l.Stated || !axis || words.span == l.Span):
		return words.span
	case words.hasSpan && words.span == data.Current && merged:
		return data.Current
	case words.hasSpan && words.span == data.Point:
		return data.Point
	case words.hasSpan && l.Stated && l.Span != data.Point:
		d.doubt(PeriodConflict)
		return l.Span
	case l.Stated && (!axis || !merged || !r.titleSpan()):
		return l.Span
	case r.titleSpan():
		return r.context.reading.span
	}
	return l.Span
}

// sinceJanuary reports whether a figure is an index over 上年同期 of a month for which no
// word says whether it is the month or the year so far: price indices that mean the
// month say 上年同月.
func (d *draft) sinceJanuary(l data.Label, words reading) bool {
	return d.obs.Unit.Symbol == "上年同期=100" && !words.hasSpan && !l.Stated && l.Freq == data.Monthly && l.From == l.To && l.To > 1
}

// namesSameMonth reports whether another row or column of the table is over 上年同月, so
// that 上年同期 is told from it.
func (r *tableReader) namesSameMonth() bool {
	same := func(s *side) bool {
		return slices.ContainsFunc(s.units, func(u data.Unit) bool { return u.Symbol == "上年同月=100" })
	}
	for _, c := range r.table.Cols {
		if same(r.cols[c]) {
			return true
		}
	}
	return slices.ContainsFunc(r.rows, func(row *stubRow) bool { return same(row.side) })
}

// titleSpan reports whether the lines around the table say one span.
func (r *tableReader) titleSpan() bool {
	return r.context.reading.hasSpan && !r.context.reading.spans
}
