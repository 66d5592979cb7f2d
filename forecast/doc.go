// Package forecast projects series: the next periods of a series and the total
// of a year of which only the first periods are known.
//
// A Method fits a Model to numbers; a Model answers with a Forecast, which is a
// distribution and not three columns: a point path, an interval at any level,
// and the distribution of a sum of steps. A YearMethod projects the total of a
// year. All and YearMethods list what there is.
//
// The package computes; it knows no language, screen or file. Every result is a
// function of its input alone: simulation uses a fixed seed, nothing depends on
// the clock or on the order of a map, and nothing here starts a goroutine.
//
// A value that is not known is NaN. A series that cannot be projected is refused
// with an error that carries a code (see Code); no projection contains NaN or an
// infinity in its point path.
package forecast
