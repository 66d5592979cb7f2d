// Package stats computes derived figures. Its functions are pure: they take
// numbers and series and return new ones, each with the interval that rounding
// leaves open, its status and the observations it rests on.
//
// Growth, shares and pulls are in per cent and percentage points, never in
// fractions. What is not known stays not known: no function returns zero for a
// missing input. A number on a break of scope enters no growth and no ratio.
package stats
