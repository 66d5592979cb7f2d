package chart

import (
	"math"
	"strconv"
	"strings"

	"yunxing/data"
)

// Status says where a number comes from. The words are those of the
// observations.
type Status string

// The statuses of a value.
const (
	Published Status = "published" // printed by a statistical office
	Derived   Status = "derived"   // computed from published values
	Estimated Status = "estimated" // computed with an assumption
	Projected Status = "projected" // a statement about a period not yet known
	Absent    Status = "missing"   // not known
	Doubtful  Status = "doubtful"  // shown, never computed with
)

// Value is one number as a chart shows it.
//
// V is NaN where the number is not known. Lo and Hi bound it: the rounding
// interval of a derived value or the band of a projection; Lo == Hi means that
// no interval is known. Digits is the number of decimals to print. Refs are the
// observations that the number rests on, so that a window can trace it.
type Value struct {
	V      float64
	Lo, Hi float64
	Digits int
	Status Status
	Refs   []int64
	Way    *data.Derivation // how the number came about; nil for what no one derived
}

// NewValue returns a value without interval. A NaN gets the status missing
// whatever status is given.
func NewValue(v float64, digits int, status Status, refs ...int64) Value {
	if math.IsNaN(v) {
		status = Absent
	}
	return Value{V: v, Digits: digits, Status: status, Refs: refs}
}

// Missing returns the value that is not known.
func Missing() Value { return Value{V: math.NaN(), Status: Absent} }

// Between returns v with the interval lo to hi.
func (v Value) Between(lo, hi float64) Value {
	v.Lo, v.Hi = lo, hi
	return v
}

// Known reports whether the value is a finite number.
func (v Value) Known() bool { return finite(v.V) }

// HasInterval reports whether an interval is known.
func (v Value) HasInterval() bool { return v.Lo < v.Hi && finite(v.Lo) && finite(v.Hi) }

// Text prints the value with its own number of decimals, a very large or a very
// small one as a power of ten, or an em dash where it is not known.
func (v Value) Text() string {
	switch a := math.Abs(v.V); {
	case !v.Known():
		return "—"
	case a >= mostPlain, a > 0 && a < leastPlain && v.Digits > plainDigits, a < leastPlain && v.hidden():
		return powered(v.V, valueFigures)
	case v.hidden():
		return Number(v.V, int(math.Ceil(-math.Log10(a)))) // to its first figure
	}
	return Number(v.V, v.Digits)
}

// label is Text as it is printed at a value: from five digits on in groups of three, as
// the ticks of an axis are.
func (v Value) label() string {
	if a := math.Abs(v.V); !v.Known() || a < leastGrouped || a >= mostPlain {
		return v.Text()
	}
	return grouped3(v.Text())
}

// leastGrouped is the least number whose digits are printed in groups.
const leastGrouped = 10000

// hidden reports whether a value that was published and is not zero would be printed as
// zero, since its cell shows fewer decimals than it holds. What is smaller than noise is
// the rest of a calculation in the cell.
func (v Value) hidden() bool {
	const noise = 1e-9
	a := math.Abs(v.V)
	return v.Status == Published && a > noise && a < 0.5*math.Pow(10, -float64(v.Digits))
}

// Values from mostPlain on, and those below leastPlain that are known to more than
// plainDigits decimals, are printed as powers of ten with valueFigures figures: all of
// their digits would leave no room for the picture. The data beside it have them all.
const (
	mostPlain    = 1e10
	leastPlain   = 1e-4
	plainDigits  = 6
	valueFigures = 4
)

// powered prints a value that is not zero as 1.25e12, with no more figures than it
// needs and at most the given ones.
func powered(v float64, figures int) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', figures-1, 64), "e")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	power, _ := strconv.Atoi(exponent) // strconv wrote it
	return strings.Replace(mantissa, "-", "−", 1) + "e" + Number(float64(power), 0)
}

// Number prints v with the given number of decimals and a true minus sign
// (U+2212), as pictures need it, by the rounding rule of package data. A negative number that rounds to zero prints
// without sign.
func Number(v float64, digits int) string {
	s := data.HalfAway.Format(v, digits)
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		return "−" + rest
	}
	return s
}

// finite reports whether x is neither NaN nor infinite.
func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
