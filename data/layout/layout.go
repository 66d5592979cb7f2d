package layout

import (
	stdctx "context"

	"yunxing/data"
)

// Options change what Read takes for granted.
type Options struct {
	Vintage  data.Date              // day of release of everything that is read; zero: as the notes state it
	Mappings map[*data.Grid]Mapping // what a person says about sheets
}

// A Found says which table was found where, and by which layout it was read.
type Found struct {
	File, Sheet string
	Range       data.CellRange
	Layout      string
	Score       float64
	Grid        int // its number among the grids
	Outline     Outline
}

// A Result is what was read from the sheets of one import.
type Result struct {
	Observations []data.Observation
	Problems     []data.Problem
	Tables       []Found
	Roles        []*Roles // of every grid, in the order given
	Notes        []data.Note

	printed map[matter][]string // what labels say of figures that something is stated of
}

// Read reads every figure of the given sheets. Figures in doubt come with the
// status Doubtful and a problem at their cell, or at the heading of their column or
// row where all of it is in doubt; those without a period come as problems only.
// The error is that of ctx.
func Read(ctx stdctx.Context, grids []*data.Grid, cat *data.Catalog, opts Options) ([]data.Observation, []data.Problem, error) {
	r, err := Analyse(ctx, grids, cat, opts)
	return r.Observations, r.Problems, err
}

// Analyse is Read with the tables that were found and the role of every cell.
func Analyse(ctx stdctx.Context, grids []*data.Grid, cat *data.Catalog, opts Options) (Result, error) {
	var out Result
	p := newParser(cat)
	for i, g := range grids {
		e := &engine{parser: p, grid: g, number: i, roles: newRoles(g), cat: cat, result: &out, opts: opts, mapping: opts.Mappings[g]}
		out.Roles = append(out.Roles, e.roles)
		if err := e.sheet(ctx); err != nil {
			return Result{}, err
		}
	}
	out.settleConflicts()
	return out, nil
}

// A Layout is one way of laying out a table. Match says how well a table fits it,
// from 0 to 1. Stub says that the names of indicators stand in the stub, where the
// catalogue knows none of the names; else they stand in the heading.
type Layout struct {
	ID    string
	Match func(s Shape) float64
	Stub  bool
}

// All returns the layouts. A new one is a file with a function for it and a line
// here.
func All() []Layout {
	return []Layout{across(), down(), matrix(), regions(), items(), long()}
}

// A Shape is what a layout looks at in a table: which share of the labels along its
// heading and its stub are periods, regions, and names.
type Shape struct {
	HeadPeriods, StubPeriods float64
	HeadRegions, StubRegions float64
	HeadNames, StubNames     float64
	Columns                  int  // with figures
	ValueHeading             bool // a column is headed 数值 or value
}

// Detect returns the layout that fits a table best, and how well it does; of equals
// the first.
func Detect(s Shape) (best Layout, score float64) {
	for _, l := range All() {
		if m := l.Match(s); best.Match == nil || m > score {
			best, score = l, m
		}
	}
	return best, score
}
