// Package brief answers the questions of a report on one region and period: how
// fast industry grew, who was ahead, what drove it, what it sold for, where the
// year will end. It picks the series of a project that a question needs and hands
// them to stats and forecast; charts, pages and reports show the same answers.
//
// It stands between forecast and the presentation because an answer is shared by
// a chart, a page and a paragraph: were each to ask the project by itself, one
// figure would have three definitions. It speaks in codes and numbers, not words.
package brief

import (
	"context"
	"errors"
	"fmt"

	"yunxing/data"
	"yunxing/stats"
)

// A Selection is what a report is about.
type Selection struct {
	Region    string      // code of the catalogue
	Period    data.Period // nothing later is used
	AsOf      data.Date   // nothing released later is used; zero for all
	Peers     string      // group to rank within; "" for the usual one of the region
	Threshold string      // as stats.FindThreshold reads it; "" for the first
	Target    data.Number // growth aimed at for the year; the zero Number for none
	Rest      data.Number // growth that the analyst assumes for the rest of the year; the zero Number for none
}

// A Desk answers questions on one selection.
type Desk struct {
	reader  data.Reader
	catalog *data.Catalog
	sel     Selection
	earlier Past
}

// A Past is what was known earlier: it lists the days of releases, the earliest
// first, and reads what was known on a day. The zero Past knows no releases.
type Past struct {
	Days func(context.Context) ([]data.Date, error)
	On   func(data.Date) data.Reader
}

// New returns a Desk that reads through r. The desk itself leaves out what is
// later than the period of the selection; r leaves out what was released later
// than its date.
func New(r data.Reader, c *data.Catalog, sel Selection) Desk {
	return Desk{reader: r, catalog: c, sel: sel}
}

// With returns the desk with what was known earlier.
func (d Desk) With(p Past) Desk {
	d.earlier = p
	return d
}

// Selection returns what the desk is about.
func (d Desk) Selection() Selection { return d.sel }

// Catalog returns the catalogue that the desk names things by.
func (d Desk) Catalog() *data.Catalog { return d.catalog }

// ErrAbsent reports that the project does not hold what a question needs. Use
// errors.As with *Absent to learn what that is.
var ErrAbsent = errors.New("brief: not in the project")

// Absent says what a question needs and did not find for a region and period.
type Absent struct {
	Indicator string   // code
	Or        []string // codes of indicators that would do instead
	Within    Within   // parts of it that are absent
	Measure   data.Measure
	Span      data.Span
	Region    string
	Period    data.Period
	Group     string // code of the group that is too little known, "" for the parts of the region
	Known, Of int    // how many of its members are known
}

// Within says of which parts of a region something is absent.
type Within uint8

// What is absent within a region.
const (
	Whole    Within = iota // the region itself
	Branches               // its branches; the whole may be known
	Parts                  // the regions that it is made of
	Before                 // its group, in the period or a year before
	Times                  // its group, in all periods but one
	Few                    // too many members of a group
	Quarters               // quarters of three years in a row
	Steps                  // the ends of two quarters in a row
	Releases               // a release that says otherwise than the first
	Ahead                  // enough to project the year
	Rest                   // what the rest of a year is measured by
)

// Error returns what is absent, in codes.
func (a *Absent) Error() string {
	text := fmt.Sprintf("%v: %v %v of %s, region %s, up to %v", ErrAbsent, a.Span, a.Measure, a.Indicator, a.Region, a.Period)
	if a.Within == Few {
		text += fmt.Sprintf(", known of %d of %d", a.Known, a.Of)
	}
	return text
}

// Is reports whether target is ErrAbsent, or stats.ErrCoverage where few members of a
// group are known.
func (a *Absent) Is(target error) bool {
	return target == ErrAbsent || a.Within == Few && target == stats.ErrCoverage
}

// absent returns the error for a query that found nothing at the period.
func (d Desk) absent(q data.Query) *Absent {
	return &Absent{Indicator: q.Indicator, Measure: q.Measure, Span: q.Span, Region: q.Region, Period: d.sel.Period}
}

// year returns the year of the selection.
func (d Desk) year() int { return d.sel.Period.Year() }

// find returns the one series that q asks for, joined over frequencies, and false
// if there is none. Where a source publishes one figure on several coverages, the
// one without a remark on its coverage is taken.
func (d Desk) find(ctx context.Context, q data.Query) (data.Series, bool, error) {
	all, err := d.reader.Series(ctx, q)
	if err != nil {
		return data.Series{}, false, err
	}
	for i := range all {
		all[i] = all[i].Cut(d.sel.Period)
	}
	s, ok := data.Join(sameBasis(all))
	return s, ok && len(s.Points) > 0, nil
}

// sameBasis returns the series that share the basis, coverage and item of the
// first, so that they may be joined.
func sameBasis(all []data.Series) []data.Series {
	var out []data.Series
	for _, s := range all {
		if len(s.Points) == 0 {
			continue
		}
		if len(out) > 0 && (s.Key.Basis != out[0].Key.Basis || s.Key.Coverage != out[0].Key.Coverage) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// byItem returns the series of every item that q matches, joined over frequencies.
func (d Desk) byItem(ctx context.Context, q data.Query) (map[string]data.Series, error) {
	return d.by(ctx, q, func(k data.Key) string { return k.Item })
}

// byRegion returns the series of every region that q matches, joined likewise.
func (d Desk) byRegion(ctx context.Context, q data.Query) (map[string]data.Series, error) {
	return d.by(ctx, q, func(k data.Key) string { return k.Region })
}

func (d Desk) by(ctx context.Context, q data.Query, name func(data.Key) string) (map[string]data.Series, error) {
	all, err := d.reader.Series(ctx, q)
	if err != nil {
		return nil, err
	}
	groups := map[string][]data.Series{}
	for _, s := range all {
		groups[name(s.Key)] = append(groups[name(s.Key)], s.Cut(d.sel.Period))
	}
	out := map[string]data.Series{}
	for n, g := range groups {
		if s, ok := data.Join(sameBasis(g)); ok {
			out[n] = s
		}
	}
	return out, nil
}

// growthQuery asks for year-on-year growth, cumulative over the year.
func (d Desk) growthQuery(indicator, item string) data.Query {
	return data.Query{Indicator: indicator, Region: d.sel.Region, Item: item, Measure: data.Growth, Span: data.Cumulative, Reference: data.YearAgo}
}

// quarterEnds returns the quarters of a year up to the selection.
func (d Desk) quarterEnds(year int) []data.Period {
	var out []data.Period
	for n := 1; n <= 4; n++ {
		if q := data.Quarter(year, n); q.EndsBy(d.sel.Period) {
			out = append(out, q)
		}
	}
	return out
}

// years returns the selection's year and the n before it, the latest first.
func (d Desk) years(n int) []int {
	out := make([]int, n+1)
	for i := range out {
		out[i] = d.year() - i
	}
	return out
}

// in returns the selected period in another year.
func (d Desk) in(year int) data.Period {
	return d.sel.Period.Add((year - d.year()) * int(d.sel.Period.Freq()))
}
