package page

import (
	"slices"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/session"
)

// Kept is what pages hold while the window is made anew, in another language or
// appearance: what was asked for, written out or not.
type Kept struct {
	compute computeOrder
	audit   auditOrder
	aims    map[aimed]aims
	sights  sights
	picked  map[string]string // the tab that was opened, by what the tabs are of
}

// sights are what readers have chosen to see of the charts of a state.
type sights struct {
	state State
	of    map[string]chart.Sight // by the place of the chart
}

// aimed is the year of a region that growths are aimed at or assumed for.
type aimed struct {
	region string
	year   int
}

// aims are these growths; the zero Number for none.
type aims struct {
	target data.Number // of the year
	rest   data.Number // assumed for what is left of it
}

// NewKept returns what is asked for at first.
func NewKept() *Kept {
	return &Kept{
		compute: computeOrder{measure: session.Measures()[0].ID, ever: true},
		audit:   auditOrder{wide: true},
		aims:    map[aimed]aims{},
		picked:  map[string]string{},
	}
}

// sight returns what was chosen to be seen of the chart at a place, all of it where
// nothing was chosen in the state.
func (k *Kept) sight(s State, place string) chart.Sight {
	if !k.sights.state.same(s) {
		return chart.Sight{}
	}
	return k.sights.of[place]
}

// see keeps what is seen of the chart at a place in a state, and forgets other states.
func (k *Kept) see(s State, place string, of chart.Sight) {
	if k.sights.of == nil || !k.sights.state.same(s) {
		k.sights = sights{state: s, of: map[string]chart.Sight{}}
	}
	k.sights.of[place] = of
}

// open returns which of the tabs of a place is the one that was opened, the first where
// it is not among them.
func (k *Kept) open(place string, tabs []string) int {
	return max(0, slices.Index(tabs, k.picked[place]))
}

// Aimed returns a selection with the growths that were given for its year.
func (k *Kept) Aimed(sel brief.Selection) brief.Selection {
	a := k.aims[yearOf(sel)]
	sel.Target, sel.Rest = a.target, a.rest
	return sel
}

// aim keeps the growths of a selection for its year.
func (k *Kept) aim(sel brief.Selection) {
	k.aims[yearOf(sel)] = aims{sel.Target, sel.Rest}
}

// yearOf returns the year that a selection lies in.
func yearOf(sel brief.Selection) aimed {
	return aimed{sel.Region, sel.Period.Year()}
}
