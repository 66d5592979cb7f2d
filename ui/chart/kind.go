package chart

import (
	"context"
	"errors"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// A Kind draws the answer to one question of a report, for the region and period
// of a desk.
type Kind struct {
	// ID is stable over languages and releases; scripts name the kind by it.
	ID string
	// Tab is the page and the section of the report that the kind belongs to.
	Tab string
	// Build returns the figure, every text of it in the language of the printer.
	// Its error is a *brief.Absent where the project does not hold what the kind
	// needs, and stats.ErrCoverage where too few members of a group are known.
	Build func(context.Context, brief.Desk, i18n.Printer) (*Figure, error)
}

// Name returns what the kind shows, for menus and lists.
func (k Kind) Name(p i18n.Printer) string { return p.Text("chart.kind." + k.ID) }

// All returns every kind, in the order of the report.
func All() []Kind {
	return []Kind{
		kind("months", "growth", buildMonths),
		kind("overlay", "growth", buildOverlay),
		kind("ranked", "ranking", buildRanked),
		kind("leagues", "leagues", buildLeagues),
		kind("branches", "branches", buildBranches),
		kind("coal", "branches", buildCoal),
		kind("products", "products", buildProducts),
		kind("prices", "prices", buildPrices),
		kind("efficiency", "efficiency", buildEfficiency),
		kind("contribution", "contribution", buildContribution),
		kind("factors", "efficiency", buildFactors),
		kind("climate", "climate", buildClimate),
		kind("investment", "investment", buildInvestment),
		kind("capacity", "capacity", buildCapacity),
		kind("fan", "projection", buildFan),
		kind("required", "projection", buildRequired),
	}
}

// kind returns the kind that build draws. What all figures have in common is
// added here: the id, the language, the source, the notes and the text
// alternative.
func kind(id, tab string, build func(context.Context, *draft) (*Figure, error)) Kind {
	return Kind{ID: id, Tab: tab, Build: func(ctx context.Context, desk brief.Desk, p i18n.Printer) (*Figure, error) {
		d := &draft{desk: desk, p: p}
		f, err := build(ctx, d)
		if errors.Is(err, ErrNothing) {
			return nil, d.absent("iva", data.Growth, data.Cumulative)
		}
		if err != nil {
			return nil, err
		}
		f.ID, f.Lang = id, string(p.Lang())
		f.Source = p.Text("chart.source")
		f.Note = d.noteText()
		f.Alt = describe(f, p)
		return f, nil
	}}
}

// Millimetres of a figure at full width on A4.
const (
	usualHeight = 85
	mostHeight  = 225
	aroundRows  = 32  // titles, source and notes
	rowHeight   = 4.6 // one row of bars with its name
)

// SuggestedHeight returns the height in millimetres at which every row of a
// figure 150 mm wide has room for its name: 85, or more for long rankings.
func (f *Figure) SuggestedHeight() float64 {
	rows := 0
	for i := range f.Panels {
		if p := &f.Panels[i]; p.Lying() {
			rows = max(rows, len(p.Y.Slots))
		}
	}
	return min(max(usualHeight, aroundRows+rowHeight*float64(rows)), mostHeight)
}
