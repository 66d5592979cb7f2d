package i18n

import (
	"strconv"
	"strings"

	"yunxing/data"
)

// None is printed in place of a number that is not known.
const None = "—"

// minus is the sign of a negative number, U+2212.
const minus = "−"

// Number returns n with the decimals it was published with, and "—" where there
// is no value. It does not tell a doubtful number from a sure one; Status does.
func (p Printer) Number(n data.Number) string {
	if !n.Shown() {
		return None
	}
	return p.Decimal(n.Value, int(n.Digits))
}

// Size returns n without its sign, for words that already say the direction.
func (p Printer) Size(n data.Number) string { return strings.TrimPrefix(p.Number(n), minus) }

// Decimal returns v with the given decimals, and "—" where v is not finite.
func (p Printer) Decimal(v float64, digits int) string {
	s := data.HalfAway.Format(v, digits)
	if s == "" {
		return None
	}
	abs, negative := strings.CutPrefix(s, "-")
	if p.lang != Chinese {
		abs = grouped(abs)
	}
	if negative {
		return minus + abs
	}
	return abs
}

// Count returns a number of things.
func (p Printer) Count(n int) string { return p.Decimal(float64(n), 0) }

// Signed returns n with its sign, also where it is positive: +1.8, −0.7, 0.0.
func (p Printer) Signed(n data.Number) string {
	s := p.Number(n)
	if n.Shown() && data.HalfAway.Round(n.Value, int(n.Digits)) > 0 {
		return "+" + s
	}
	return s
}

// Percent returns n per cent: 12.2%.
func (p Printer) Percent(n data.Number) string { return p.suffixed(n, "%") }

// Points returns n percentage points: 1.8个百分点, 1.8 percentage points.
func (p Printer) Points(n data.Number) string {
	if !n.Shown() {
		return None
	}
	return p.Text("number.points", "n", p.Number(n))
}

// suffixed returns n with a mark behind it, and none where it is not known.
func (p Printer) suffixed(n data.Number, suffix string) string {
	if !n.Shown() {
		return None
	}
	return p.Number(n) + suffix
}

// Interval returns the range that n may lie in: 11.05～11.35. The bounds of
// what is computed from rounded figures need one decimal more than the figure
// itself and are rounded outward, see [data.Number.Bounds]; those of a projection
// do not deserve it.
func (p Printer) Interval(n data.Number) string { return p.interval(n, "") }

// PercentInterval returns the same for a rate in per cent: 11.05%～11.35%.
func (p Printer) PercentInterval(n data.Number) string { return p.interval(n, "%") }

// interval returns the range of n with a mark behind each bound.
func (p Printer) interval(n data.Number, mark string) string {
	if !n.Shown() {
		return None
	}
	digits, lo, hi := int(n.Digits), n.Lo, n.Hi
	if n.Status < data.Projected {
		digits = boundDigits(n)
		lo, hi = n.Bounds(digits)
	}
	return p.Text("number.interval", "lo", p.Decimal(lo, digits)+mark, "hi", p.Decimal(hi, digits)+mark)
}

// Range returns the range from lo to hi with the given decimals.
func (p Printer) Range(lo, hi float64, digits int) string {
	return p.Text("number.interval", "lo", p.Decimal(lo, digits), "hi", p.Decimal(hi, digits))
}

// boundDigits returns the decimals for the bounds of n: one more than its own
// unless that would only add zeros.
func boundDigits(n data.Number) int {
	digits := int(n.Digits)
	for _, bound := range []float64{n.Lo, n.Hi} {
		if !strings.HasSuffix(data.HalfAway.Format(bound, digits+1), "0") {
			return digits + 1
		}
	}
	return digits
}

// grouped sets a comma after every third digit of the whole part of s.
func grouped(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}

// Ordinal returns n as a place in an order: 第3位, 3rd.
func (p Printer) Ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return p.Text("number.ordinal", "n", strconv.Itoa(n), "suffix", suffix)
}
