package data

import (
	"fmt"
	"time"
)

// A Date is a calendar day, such as that of a release. The zero Date is unknown.
type Date struct {
	year  int16
	month int8
	day   int8
}

// ParseDate reads a day as YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("data: %q is not a date such as 2013-10-18", s)
	}
	return Date{int16(t.Year()), int8(t.Month()), int8(t.Day())}, nil
}

// IsZero reports whether d is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders dates in time; an unknown date comes first.
func (d Date) Compare(e Date) int {
	return (int(d.year)*372 + int(d.month)*31 + int(d.day)) - (int(e.year)*372 + int(e.month)*31 + int(e.day))
}

// String returns d as YYYY-MM-DD, and "" if it is unknown.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}
