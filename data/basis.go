package data

import (
	"errors"
	"fmt"
)

// A Span says how much of the year a value covers.
type Span uint8

// Spans.
const (
	Current    Span = iota // the period alone (当期)
	Cumulative             // from January up to and including the period (累计)
	Point                  // the end of the period (时点)
)

// String returns current, cumulative or point.
func (s Span) String() string { return name(s, "current", "cumulative", "point") }

// A Measure says what kind of number a value is.
type Measure uint8

// Measures.
const (
	Level  Measure = iota // in the unit of the indicator
	Growth                // change in per cent
	Index                 // reference = 100
	Share                 // per cent of a total or of a capacity
	Points                // pull on the growth of a total, in percentage points (拉动)
	Change                // difference of two growths, shares or indices, in percentage points
	Rank                  // place in an order
	Count                 // number of things
)

// String returns the name of m in lower case.
func (m Measure) String() string {
	return name(m, "level", "growth", "index", "share", "points", "change", "rank", "count")
}

// A Reference says what a Growth, an Index or a Change compares with.
type Reference uint8

// References.
const (
	NoReference    Reference = iota
	YearAgo                  // the same period of the year before (同比)
	PreviousPeriod           // the period before (环比)
	BaseYear                 // a fixed base year (定基)
)

// String returns the name of r.
func (r Reference) String() string { return name(r, "none", "year-ago", "previous", "base-year") }

// A PriceKind says at whose prices a value is expressed.
type PriceKind uint8

// Kinds of price.
const (
	NoPrice         PriceKind = iota // not a value at prices, or not stated
	CurrentPrice                     // 现价
	ComparablePrice                  // 可比价
	ConstantPrice                    // 不变价 of a base year
)

// A Price is the price basis of a value; Base is the base year of constant prices
// and zero otherwise.
type Price struct {
	Kind PriceKind
	Base int16
}

// String returns none, current, comparable or constant-YEAR.
func (p Price) String() string {
	if p.Kind == ConstantPrice {
		return fmt.Sprintf("constant-%d", p.Base)
	}
	return name(p.Kind, "none", "current", "comparable", "constant")
}

// A Basis says how a value is to be read. Two series may be added, compared or
// drawn on one axis only where their bases allow it.
type Basis struct {
	Span      Span
	Measure   Measure
	Reference Reference
	Price     Price
}

// String returns b for logs and error details.
func (b Basis) String() string {
	return fmt.Sprintf("%v %v against %v at %v prices", b.Span, b.Measure, b.Reference, b.Price)
}

// ErrBasis reports arithmetic or a comparison that the bases do not allow.
var ErrBasis = errors.New("data: bases do not agree")

// Minus returns the basis of a value on b less one on c. The difference of two
// growths, shares, indices or pulls is a Change in percentage points, never a
// growth; that of two levels is a level.
func (b Basis) Minus(c Basis) (Basis, error) {
	if b != c {
		return Basis{}, refused("subtract", b, c)
	}
	switch b.Measure {
	case Level, Count, Rank, Change:
		return b, nil
	default:
		b.Measure = Change
		return b, nil
	}
}

// Plus returns the basis of the sum of values on b and c. Levels, counts and
// pulls may be added; growths, indices, shares and ranks may not, and neither may
// cumulative values among themselves in time (that is for the caller to know).
func (b Basis) Plus(c Basis) (Basis, error) {
	if b != c {
		return Basis{}, refused("add", b, c)
	}
	switch b.Measure {
	case Level, Count, Points:
		return b, nil
	default:
		return Basis{}, refused("add", b, c)
	}
}

// Over returns the basis of a level on b divided by a level on c of the same
// span and prices: a Share in per cent. It is never a growth, even where the two
// are one year apart, since the scope of a published level changes from year to
// year; growth at comparable scope is what is published as growth.
func (b Basis) Over(c Basis) (Basis, error) {
	if b.Measure != Level || c.Measure != Level || b.Span != c.Span || b.Price != c.Price {
		return Basis{}, refused("divide", b, c)
	}
	b.Measure, b.Reference = Share, NoReference
	return b, nil
}

// Comparable returns an error unless values on b and c may be ranked against each
// other or share an axis: equal span, measure and reference. Prices may differ
// only where one of them is not stated.
func (b Basis) Comparable(c Basis) error {
	if b.Price.Kind == NoPrice || c.Price.Kind == NoPrice {
		b.Price, c.Price = Price{}, Price{}
	}
	if b != c {
		return refused("compare", b, c)
	}
	return nil
}

// refused wraps ErrBasis with what was tried.
func refused(op string, b, c Basis) error {
	return fmt.Errorf("%w: cannot %s %v and %v", ErrBasis, op, b, c)
}

// name returns the name of the i-th constant of a kind.
func name[T ~uint8](i T, names ...string) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown(%d)", i)
}
