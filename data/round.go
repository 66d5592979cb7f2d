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
	n := r.scaled(v, digits)
	neg := n.Sign() < 0
	s := new(big.Int).Abs(n).String()
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
	n := r.scaled(v, digits)
	return n.Int64(), n.IsInt64()
}

// scaled returns v·10^digits as an integer.
func (r Rounding) scaled(v float64, digits int) *big.Int {
	x, ok := new(big.Rat).SetString(strconv.FormatFloat(v, 'g', 15, 64))
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
