package layout

import (
	"time"

	"yunxing/data"
)

// A when is what the labels of one row or column say about time.
type when struct {
	label data.Label
	has   bool
	date  time.Time
	kept  data.Period // a day, a week or a fiscal year, which stay what they are
	doubt data.Code   // why the label cannot be trusted
	text  string
	datable
	partial bool // the label says only the year of a part of it that others say
}

// add notes the period of a further label of the same row or column.
func (w *when) add(l *label) {
	if l.datable != (datable{}) {
		w.datable, w.text = l.datable, l.text
	}
	w.partial = w.partial || l.partial
	if l.vague && !w.has {
		w.doubt, w.text = PeriodAmbiguous, l.text
	}
	switch {
	case !l.kept.IsZero():
		w.kept, w.text = l.kept, l.text
	case !l.date.IsZero():
		w.date, w.text = l.date, l.text
	case !l.hasPeriod:
	case !w.has:
		w.label, w.has, w.text = l.period, true, l.text
	default:
		joined, ok := combine(w.label, l.period)
		if !ok {
			w.doubt = PeriodConflict
		}
		w.label = joined
	}
}

// said reports whether w says anything.
func (w when) said() bool {
	return w.has || !w.date.IsZero() || !w.kept.IsZero() || w.doubt != "" || w.datable != (datable{})
}

// combine joins a year and a period within the year, in either order; two labels
// that say the same are that. It returns false if they contradict each other.
func combine(a, b data.Label) (data.Label, bool) {
	if a.Freq == data.Annual && b.Freq != data.Annual {
		a, b = b, a
	}
	switch {
	case b.Freq == data.Annual && a.Freq != data.Annual:
		if a.Year != 0 && b.Year != 0 && a.Year != b.Year {
			return a, false
		}
		if a.Year == 0 {
			a.Year = b.Year
		}
		if isPartial(b) && !a.Stated && a.Freq == data.Monthly {
			a.From, a.Stated, a.Span = 1, true, data.Cumulative // 2013年累计, 9月
		}
		return a, true
	case a.Freq == data.Quarterly && b.Freq == data.Monthly:
		return monthIn(b, a)
	case a.Freq == data.Monthly && b.Freq == data.Quarterly:
		return monthIn(a, b)
	case a.Freq == b.Freq && a.From == b.From && a.To == b.To && (a.Year == b.Year || a.Year == 0 || b.Year == 0):
		a.Year = max(a.Year, b.Year)
		if !a.Stated {
			a.Stated, a.Span = b.Stated, b.Span
		}
		return a, true
	}
	return a, false
}

// monthIn returns a single month below the heading of the quarter that it lies in.
func monthIn(month, quarter data.Label) (data.Label, bool) {
	if month.From != month.To || quarter.Stated || (month.To+2)/3 != quarter.To || month.Year != 0 && quarter.Year != 0 && month.Year != quarter.Year {
		return month, false
	}
	month.Year = max(month.Year, quarter.Year)
	return month, true
}

// settle resolves what the labels of an axis say together: days that stand for
// months, October written as 2019.1, years that are printed once, and fiscal years.
func settle(axis []*when) {
	settleShort(axis)
	settleDays(axis)
	settleFiscal(axis)
	settleCoded(axis)
	settleDotted(axis)
	settleYears(axis)
	settlePartial(axis)
	settleFirst(axis)
}

// settleDotted decides by its neighbours whether 2019.1 is January or October; one
// that no neighbour decides stays ambiguous.
func settleDotted(axis []*when) {
	for i, w := range axis {
		if !w.has || !w.label.Ambiguous {
			continue
		}
		october, january := 0, 0
		for _, d := range []int{-1, 1} {
			j := i + d
			if j < 0 || j >= len(axis) || !axis[j].has || axis[j].label.Freq != data.Monthly || axis[j].label.Ambiguous {
				continue
			}
			n := axis[j].label.Year*12 + axis[j].label.To
			if gap := n - (w.label.Year*12 + 10); gap == 1 || gap == -1 {
				october++
			}
			if gap := n - (w.label.Year*12 + 1); gap == 1 || gap == -1 {
				january++
			}
		}
		switch {
		case october > 0 && january == 0:
			w.label.From, w.label.To, w.label.Ambiguous = 10, 10, false
		case january > 0 && october == 0:
			w.label.Ambiguous = false
		default:
			w.doubt = PeriodAmbiguous
		}
	}
}

// settleYears gives a label without a year that of the label before it, where the
// two stand in one run of the year: 2013年1月, 2月, 3月. Where the months start
// again without a new year, the year is not known.
func settleYears(axis []*when) {
	var last data.Label
	direction := 0
	for _, w := range axis {
		if !w.has || w.label.Freq == data.Annual {
			last = data.Label{}
			continue
		}
		if w.label.Year == 0 && last.Year != 0 && last.Freq == w.label.Freq {
			step := w.label.To - last.To
			if step == 0 && w.label.From == last.From || direction != 0 && step*direction < 0 {
				if step != 0 {
					w.doubt = PeriodUnknown
					last = data.Label{}
					continue
				}
			}
			if step > 0 {
				direction = 1
			} else if step < 0 {
				direction = -1
			}
			w.label.Year = last.Year
		} else {
			direction = 0
		}
		last = w.label
	}
}

// settleFirst marks 一季度 and 1月 as cumulative where they begin a run of
// cumulative labels: 一季度, 上半年, 前三季度.
func settleFirst(axis []*when) {
	for _, f := range []data.Frequency{data.Quarterly, data.Monthly} {
		cumulative, single := false, false
		for _, w := range axis {
			if !w.has || w.label.Freq != f {
				continue
			}
			switch {
			case w.label.Stated && w.label.Span == data.Cumulative && w.label.To > 1:
				cumulative = true
			case w.label.To > 1:
				single = true
			}
		}
		if !cumulative || single {
			continue
		}
		for _, w := range axis {
			if w.has && w.label.Freq == f && w.label.To == 1 && !w.label.Stated {
				w.label.Stated, w.label.Span = true, data.Cumulative
			}
		}
	}
}
