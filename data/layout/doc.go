// Package layout reads observations out of grids: it finds the tables on a sheet,
// tells headings from figures, and works out for every figure its indicator,
// region, item, period, unit and basis from the labels around it.
//
// It never guesses. What the labels do not say is left empty and reported; what
// they say in two ways is kept, but marked doubtful. A layout is one way of laying
// out a table; all of them are listed by All, and share one engine.
package layout
