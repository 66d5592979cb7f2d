package session

import (
	"context"
	"iter"

	"yunxing/data"
	"yunxing/data/store"
)

// Trace returns the observations that a number rests on, with their cells.
func (s *Session) Trace(ctx context.Context, n data.Number) ([]data.Observation, error) {
	return s.project.Resolve(ctx, n.Refs)
}

// Notes returns what is printed around the tables of the sheet that a source names;
// of all sheets where it names no file.
func (s *Session) Notes(ctx context.Context, at data.Source) ([]data.Note, error) {
	return s.project.Notes(ctx, at.File, at.Sheet)
}

// Observations returns the stored observations of an indicator and a region, both
// given by code or by any name of the catalogue; "" is any.
func (s *Session) Observations(ctx context.Context, indicator, region string, asOf data.Date) iter.Seq2[data.Observation, error] {
	if i, ok := s.catalog.FindIndicator(indicator); ok {
		indicator = i.Code
	}
	return s.project.Observations(ctx, store.Filter{Indicator: indicator, Region: s.RegionCode(region), AsOf: asOf})
}

// RegionCode returns the code of a region given by code or by any name; an
// unknown name is its own code.
func (s *Session) RegionCode(name string) string {
	if _, ok := s.catalog.Region(name); ok {
		return name
	}
	if r, ok := s.catalog.FindRegion(name); ok {
		return r.Code
	}
	return name
}
