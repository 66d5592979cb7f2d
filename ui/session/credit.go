package session

import (
	"context"
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/data/store"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// A credited is a chart or a table whose source names who published its figures.
type credited struct {
	refs []data.Ref
	name func(publishers string)
}

// creditedFigure returns a chart to be credited.
func creditedFigure(f *chart.Figure, p i18n.Printer) credited {
	var refs []data.Ref
	for _, r := range f.Refs() {
		refs = append(refs, data.Ref(r))
	}
	return credited{refs, func(publishers string) { f.Source = p.Text("chart.source-of", "source", publishers) }}
}

// creditedBlocks returns the charts and tables of a section.
func creditedBlocks(s report.Section, p i18n.Printer) []credited {
	var out []credited
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case *report.Figure:
			out = append(out, creditedFigure(b.Chart, p))
		case *report.Table:
			out = append(out, credited{b.Refs(), func(publishers string) { b.Credit(p, publishers) }})
		}
	}
	return out
}

// credit names below charts and tables who published the figures that they rest on.
// One that rests on none keeps the source it has.
func (s *Session) credit(ctx context.Context, p i18n.Printer, things ...credited) error {
	var all []data.Ref
	for _, t := range things {
		all = append(all, t.refs...)
	}
	slices.Sort(all)
	origins, err := s.project.Origins(ctx, slices.Compact(all))
	if err != nil {
		return err
	}
	on := map[data.Ref]place{}
	for i, o := range origins {
		for j, r := range o.Refs {
			on[r] = place{i, o.Periods[j]}
		}
	}
	for _, t := range things {
		if found := byWeight(origins, on, t.refs); len(found) > 0 {
			t.name(s.sourceOf(p, found))
		}
	}
	return nil
}

// A place is where an observation stands: the number of its origin, and its period.
type place struct {
	origin int
	period data.Period
}

// A ground is a sheet that a chart or a table rests on, with the periods of the cells
// that it does.
type ground struct {
	store.Origin
	periods []data.Period
}

// byWeight returns the sheets that refs stand on, those with the most of them first.
func byWeight(origins []store.Origin, on map[data.Ref]place, refs []data.Ref) []ground {
	all := make([]ground, len(origins))
	for _, r := range refs {
		if at, ok := on[r]; ok {
			all[at.origin].periods = append(all[at.origin].periods, at.period)
		}
	}
	var out []ground
	for i, g := range all {
		if len(g.periods) > 0 {
			out = append(out, ground{origins[i], g.periods})
		}
	}
	slices.SortStableFunc(out, func(a, b ground) int { return len(b.periods) - len(a.periods) })
	return out
}

// mostPublishers is how many names a source has; others are told as such.
const mostPublishers = 3

// sourceOf returns the names of those who published what stands on sheets. A sheet
// that names nobody is named by its file.
func (s *Session) sourceOf(p i18n.Printer, sheets []ground) string {
	var names []string
	named := false
	for _, g := range sheets {
		of := publishers(g.Notes, g.periods)
		named = named || len(of) > 0
		if len(of) == 0 {
			of = []string{p.Text("source.file", "file", g.File)}
		}
		for _, n := range of {
			if n = p.PublisherOf(s.catalog, n); !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	list := strings.Join(names[:min(len(names), mostPublishers)], p.Text("list.semicolon"))
	if len(names) > mostPublishers {
		list = p.Text("source.others", "list", list)
	}
	if !named {
		return p.Text("source.files", "list", list)
	}
	return list
}
