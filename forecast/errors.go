package forecast

import (
	"context"
	"errors"
	"fmt"
)

// A Refusal is a reason why a series is not projected. Its code is stable: it
// is printed by the command line and looked up in the translations.
type Refusal struct {
	code, text string
}

// Error returns the reason in English, with the prefix of the package.
func (r *Refusal) Error() string { return "forecast: " + r.text }

// Code returns the stable code of the refusal, such as "too-short".
func (r *Refusal) Code() string { return r.code }

// Refusals. They are compared with errors.Is; the error that is returned may
// wrap one of them with details.
var (
	ErrTooShort    = &Refusal{"too-short", "too few observations"}
	ErrMissing     = &Refusal{"missing", "values are missing"}
	ErrNotPositive = &Refusal{"not-positive", "values are not positive"}
	ErrParts       = &Refusal{"parts", "the series leaps too far for parts that multiply"}
	ErrScale       = &Refusal{"scale", "numbers are too large to compute with"}
	ErrSeason      = &Refusal{"season", "the number of periods in a year does not fit"}
	ErrHorizon     = &Refusal{"horizon", "the number of periods to project is not valid"}
	ErrUnstable    = &Refusal{"unstable", "no admissible model was found"}
	ErrOverride    = &Refusal{"override", "the values assumed for the rest of the year do not fit"}
	ErrHierarchy   = &Refusal{"hierarchy", "the series do not add up to their total"}
	ErrMethod      = &Refusal{"unknown-method", "there is no such method"}
	ErrPeriod      = &Refusal{"bad-period", "a period cannot be read"}
	ErrValue       = &Refusal{"bad-value", "a value cannot be read"}
	ErrDuplicate   = &Refusal{"duplicate", "a period is given twice"}
	ErrMixed       = &Refusal{"mixed-periods", "periods of different length in one series"}
	ErrHeader      = &Refusal{"bad-header", "the columns series_id, period and value are needed"}
)

// A Shortage is ErrTooShort with the number of values.
type Shortage struct{ Known, Needed int }

// Error returns the reason in English.
func (s *Shortage) Error() string {
	return fmt.Sprintf("%v: %d, at least %d are needed", ErrTooShort, s.Known, s.Needed)
}

// Unwrap returns ErrTooShort.
func (s *Shortage) Unwrap() error { return ErrTooShort }

// A LineFault is what is wrong in a line of a table, from 1.
type LineFault struct {
	Line int
	Err  error
}

// Error returns the fault in English.
func (f *LineFault) Error() string { return fmt.Sprintf("%v, line %d", f.Err, f.Line) }

// Unwrap returns the fault without its line.
func (f *LineFault) Unwrap() error { return f.Err }

// Code returns the stable code of err: that of the Refusal it wraps,
// "interrupted" for a cancelled context, and "failed" for anything else.
func Code(err error) string {
	var r *Refusal
	switch {
	case errors.As(err, &r):
		return r.code
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return "interrupted"
	default:
		return "failed"
	}
}
