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
	// Tab is the page and the section of the report that the kind belongs to; "" for
	// one that is drawn only where it is asked for by name.
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
		kind("months", "growth", valueAdded(brief.Whole), buildMonths),
		kind("overlay", "growth", valueAdded(brief.Whole), buildOverlay),
		kind("current", "growth", valueAdded(brief.Steps), buildCurrent),
		kind("seasonal", "growth", levels(), buildSeasonal),
		kind("subseries", "growth", levels(), buildSubseries),
		kind("parts", "growth", levels(), buildParts),
		kind("checks", "audit", valueAdded(brief.Whole), buildChecks),
		kind("revisions", "growth", valueAdded(brief.Releases), buildRevisions),
		kind("triangle", "growth", valueAdded(brief.Releases), buildTriangle),
		kind("ranked", "ranking", valueAdded(brief.Parts), buildRanked),
		kind("moves", "ranking", valueAdded(brief.Before), buildMoves),
		kind("slope", "ranking", valueAdded(brief.Before), buildSlope),
		kind("bump", "ranking", valueAdded(brief.Times), buildBump),
		kind("provinces", "ranking", valueAdded(brief.Parts), buildProvinces),
		kind("leagues", "leagues", valueAdded(brief.Parts), buildLeagues),
		kind("heat", "leagues", valueAdded(brief.Parts), buildHeat),
		kind("map", "leagues", valueAdded(brief.Parts), buildMap),
		kind("branches", "branches", valueAdded(brief.Branches), buildBranches),
		kind("coal", "branches", valueAdded(brief.Branches), buildCoal),
		kind("panels", "branches", valueAdded(brief.Branches), buildPanels),
		kind("breadth", "branches", valueAdded(brief.Branches), buildBreadth),
		kind("products", "products", need("output", data.Growth, data.Cumulative), buildProducts),
		kind("prices", "prices", need("ppi", data.Index, data.Current), buildPrices),
		kind("volume-price", "prices", need("ppi", data.Index, data.Current), buildVolumePrice),
		kind("dual", "", need("ppi", data.Index, data.Current), buildDual),
		kind("efficiency", "efficiency", need("revenue", data.Growth, data.Cumulative), buildEfficiency),
		kind("contribution", "contribution", profits(), buildContribution),
		kind("pulls", "contribution", profits(), buildPulls),
		kind("turn", "contribution", profits(), buildTurn),
		kind("structure", "contribution", profits(), buildStructure),
		kind("factors", "efficiency", need("revenue", data.Growth, data.Cumulative), buildFactors),
		kind("climate", "climate", need("climate", data.Index, data.Current), buildClimate),
		kind("mood", "climate", need("climate", data.Index, data.Current), buildMood),
		kind("investment", "investment", need("investment", data.Growth, data.Cumulative), buildInvestment),
		kind("capacity", "capacity", need("utilisation", data.Share, data.Current), buildCapacity),
		kind("fan", "projection", valueAdded(brief.Ahead), buildFan),
		kind("required", "projection", valueAdded(brief.Rest), buildRequired),
	}
}

// kind returns the kind that build draws from the figures that it is of. What all
// figures have in common is added here: the id, the language, the source, the notes and
// the text alternative.
func kind(id, tab string, of brief.Absent, build func(context.Context, *draft) (*Figure, error)) Kind {
	return Kind{ID: id, Tab: tab, Build: func(ctx context.Context, desk brief.Desk, p i18n.Printer) (*Figure, error) {
		d := &draft{desk: desk, p: p}
		f, err := build(ctx, d)
		if errors.Is(err, ErrNothing) {
			return nil, d.lacking(of)
		}
		if err != nil {
			return nil, err
		}
		f.ID, f.Lang = id, string(p.Lang())
		f.Headline = capital(f.Headline)
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
	lineHeight  = 4.6 // one more line of them, or of names above the rows
	rowHeight   = 4.6 // one row of bars with its name
	longRow     = 8.2 // one whose name takes two lines
	tileHeight  = 9.5 // one row of a map
	panelHeight = 32  // one row of small panels
	keyedHeight = 70  // a panel below a key of two rows
	mostInRow   = 5   // marks that a key names in one row
)

// SuggestedHeight returns the height in millimetres at which every row of a
// figure 150 mm wide has room for its name: 85, or more for long rankings.
func (f *Figure) SuggestedHeight() float64 {
	rows, around := 0.0, f.Words.height()
	for i := range f.Panels {
		switch p := &f.Panels[i]; {
		case p.Key && len(p.Marks) > mostInRow:
			rows = max(rows, keyedHeight)
		case p.Lying(), p.table() && !p.X.Hidden:
			rows = max(rows, p.rowsHeight())
		case p.startNames() > 0:
			rows = max(rows, rowHeight*float64(p.startNames()))
		case p.table():
			rows = max(rows, tileHeight*float64(len(p.Y.Slots)))
		}
	}
	if n := len(f.Panels); n > 1 {
		cols := max(1, f.Columns)
		rows = max(rows, panelHeight*float64((n+cols-1)/cols))
	}
	return min(max(usualHeight, around+rows), mostHeight)
}

// Half the width of a Chinese character is a half; so many of them make a full line.
const (
	headlineHalves = 76
	lineHalves     = 92
	rowHalves      = 33
)

// height returns the millimetres that the words around rows take.
func (w Words) height() float64 {
	more := 0.0
	if halves(w.Headline) > headlineHalves {
		more += lineHeight
	}
	if halves(w.Subtitle) > lineHalves {
		more += lineHeight
	}
	return aroundRows + more
}

// rowsHeight returns the millimetres that the rows of a lying panel or a table take,
// with the key and the names above them and the axis below.
func (p *Panel) rowsHeight() float64 {
	row, more := rowHeight, lineHeight*float64(p.topRows())
	for _, s := range p.Y.Slots {
		if halves(s.Label) > rowHalves {
			row = longRow
		}
	}
	if p.Key {
		more += lineHeight
	}
	if !p.X.Hidden {
		more += lineHeight
	}
	return more + row*float64(len(p.Y.Slots))
}

// startNames returns how many lines of a panel are named at both ends.
func (p *Panel) startNames() int {
	n := 0
	for _, m := range p.Marks {
		if l, ok := m.(Line); ok && l.Start != "" {
			n++
		}
	}
	return n
}

// halves returns the width of a text in halves of a Chinese character.
func halves(s string) int {
	n := 0
	for _, r := range s {
		n++
		if isHan(r) {
			n++
		}
	}
	return n
}
