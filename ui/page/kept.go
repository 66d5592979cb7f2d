package page

import (
	"yunxing/data"
	"yunxing/ui/session"
)

// Kept is what pages hold while the window is made anew, in another language or
// appearance: what was asked for, written out or not.
type Kept struct {
	compute computeOrder
	audit   auditOrder
	target  data.Number // growth aimed at for the year; the zero Number for none
}

// NewKept returns what is asked for at first.
func NewKept() *Kept {
	return &Kept{
		compute: computeOrder{measure: session.Measures()[0].ID, ever: true},
		audit:   auditOrder{wide: true},
	}
}
