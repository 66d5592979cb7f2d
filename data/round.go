package data

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// A Rounding is a rule for the digit that is cut off.
type Rounding uint8

// Rounding rules. HalfAway is what Excel and newsrooms do and the default;
// HalfEven is GB/T 8170.
const (
	HalfAway Rounding = iota
	HalfEven
)

// Format returns v with exactly the given decimals. The value is first taken to
// 15 significant digits, because workbooks store binary noise, and then rounded
// once, in integers: 12.25 is 12.3 and −0.04 is 0.0, never -0.0. A value that is
// not finite gives "".
func (r Rounding) Format(v float64, digits int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	digits = max(digits, 0)
	s, neg := r.text(v, digits)
	if len(s) <= digits {
		s = strings.Repeat("0", digits-len(s)+1) + s
	}
	if digits > 0 {
		s = s[:len(s)-digits] + "." + s[len(s)-digits:]
	}
	if neg {
		s = "-" + s
	}
	return s
}

// Round returns v rounded to the given decimals.
func (r Rounding) Round(v float64, digits int) float64 {
	f, err := strconv.ParseFloat(r.Format(v, digits), 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

// Scaled returns v rounded to the given decimals as a whole number of units of the
// last one, v·10^digits, and false where v is not finite or that does not fit.
func (r Rounding) Scaled(v float64, digits int) (int64, bool) {
	if math.IsNaN(v) || math.IsInf(v, 0) || digits < 0 {
		return 0, false
	}
	if n, ok := r.units(v, digits); ok {
		return n, true
	}
	n := r.scaled(v, digits)
	return n.Int64(), n.IsInt64()
}

// text returns v·10^digits as a whole number without its sign, and whether it is
// negative.
func (r Rounding) text(v float64, digits int) (string, bool) {
	if n, ok := r.units(v, digits); ok {
		return strconv.FormatUint(uint64(max(n, -n)), 10), n < 0
	}
	n := r.scaled(v, digits)
	return new(big.Int).Abs(n).String(), n.Sign() < 0
}

// significantDigits is how many digits of a value count: what is behind them is binary
// noise.
const significantDigits = 15

// units returns v·10^digits as scaled does where that is sure to fit, which is faster.
func (r Rounding) units(v float64, digits int) (int64, bool) {
	var room [32]byte
	text := strconv.AppendFloat(room[:0], math.Abs(v), 'e', significantDigits-1, 64) // 1.22000000000000e+01
	mark := significantDigits + 1
	exponent, err := strconv.Atoi(string(text[mark+1:]))
	if err != nil {
		return 0, false
	}
	n := int64(text[0] - '0')
	for _, c := range text[2:mark] {
		n = 10*n + int64(c-'0')
	}
	shift := exponent - (significantDigits - 1) + digits
	switch {
	case shift > 3: // 18 digits fit for sure
		return 0, false
	case shift > 0:
		n *= power(shift)
	case shift < -significantDigits:
		n = 0
	case shift < 0:
		n = r.divided(n, power(-shift))
	}
	if v < 0 {
		n = -n
	}
	return n, true
}

// divided returns n/by, both positive, rounded to a whole number.
func (r Rounding) divided(n, by int64) int64 {
	q, rest := n/by, n%by
	if 2*rest > by || 2*rest == by && (r == HalfAway || q%2 == 1) {
		q++
	}
	return q
}

// power returns 10^n.
func power(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// scaled returns v·10^digits as an integer.
func (r Rounding) scaled(v float64, digits int) *big.Int {
	x, ok := new(big.Rat).SetString(strconv.FormatFloat(v, 'g', significantDigits, 64))
	if !ok {
		return new(big.Int)
	}
	x.Mul(x, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil)))
	q, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	twice := new(big.Int).Abs(rest)
	twice.Lsh(twice, 1)
	c := twice.Cmp(x.Denom())
	if c > 0 || c == 0 && (r == HalfAway || q.Bit(0) == 1) {
		q.Add(q, big.NewInt(int64(x.Sign())))
	}
	return q
}
