// Package data holds what the program is about: periods, indicators, units,
// numbers and series. It knows no file format, no database and no screen, and
// imports the standard library only.
//
// Two ideas run through it. A Basis says how a number is to be read, and decides
// what may be added, compared or drawn on one axis. A Number carries, beside its
// value, the interval that its rounding leaves open, its status, and references
// to the observations that it rests on; nothing that is not known is a number.
package data
