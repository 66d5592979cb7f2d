package layout

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"yunxing/data"
)

// A Mapping is what a person says about a sheet, over what is read in it. Of two
// rules about one thing the later holds, and the nearer goes before the wider: a
// cell, then its row or column, then its table, then the sheet.
type Mapping []Rule

// A Rule is one thing that a person says: what a line of the sheet is, or, with a
// text, what the figures of a line, a table or the sheet are.
type Rule struct {
	Scope Scope  `json:"scope"`
	At    Spot   `json:"at"` // a cell of what the rule is about
	Part  Part   `json:"part"`
	Text  string `json:"text,omitempty"`
	// Anchor is the text by which a template finds the line in another file.
	Anchor string `json:"anchor,omitempty"`
	// Over is what the labels said of the figures where a template's rule was stated,
	// each wording once. Where they say something else by now, the rule does not count
	// unasked. It is nil for a rule that a person has just stated.
	Over []string `json:"over,omitempty"`
	// ask puts the figures in doubt until a person has confirmed the rule: nothing on
	// the sheet says that it is still so.
	ask bool
}

// A Scope says how much of a sheet a rule is about.
type Scope string

// Scopes of rules. That of a table is the one that the cell of the rule stands in.
const (
	OfCell   Scope = "cell"
	OfRow    Scope = "row"
	OfColumn Scope = "column"
	OfTable  Scope = "table"
	OfSheet  Scope = "sheet"
)

// A Part is what a line is, or what a text says of figures.
type Part string

// Parts of a sheet. The first six take no text, Basis always does, and the others
// may: without one, the line holds such labels.
const (
	SkipPart      Part = "skip"    // is not read
	TitlePart     Part = "title"   // says what follows is about
	HeadingPart   Part = "heading" // names the columns
	NotePart      Part = "note"
	FiguresPart   Part = "figures"
	SplitPart     Part = "split" // begins another table
	PeriodPart    Part = "period"
	RegionPart    Part = "region"
	ItemPart      Part = "item"
	IndicatorPart Part = "indicator"
	UnitPart      Part = "unit"
	BasisPart     Part = "basis" // 累计, 同比增长, 环比 …
)

// LineParts returns what a line may be said to be, in the order of a menu.
func LineParts(s Scope) []Part {
	switch s {
	case OfRow:
		return []Part{HeadingPart, PeriodPart, UnitPart, RegionPart, IndicatorPart, ItemPart, FiguresPart, TitlePart, NotePart, SkipPart, SplitPart}
	case OfColumn:
		return []Part{PeriodPart, RegionPart, IndicatorPart, ItemPart, UnitPart, FiguresPart, SkipPart, SplitPart}
	case OfCell, OfTable, OfSheet:
		return []Part{SkipPart}
	}
	return nil
}

// StatedParts returns what can be said of figures with a text.
func StatedParts() []Part {
	return []Part{UnitPart, PeriodPart, BasisPart, IndicatorPart, RegionPart, ItemPart}
}

// A Spot is a cell, counted from 0.
type Spot struct{ Row, Col int }

// MarshalText returns the name of the cell, such as B4.
func (s Spot) MarshalText() ([]byte, error) { return []byte(data.CellName(s.Row, s.Col)), nil }

// UnmarshalText reads the name of a cell.
func (s *Spot) UnmarshalText(b []byte) error {
	row, col, ok := data.ParseCellName(string(b))
	if !ok {
		return fmt.Errorf("%w: %q is no cell", ErrRule, b)
	}
	s.Row, s.Col = row, col
	return nil
}

// ErrRule reports a rule that makes no sense: a scope or part that there is not, or
// a text that is none of the part.
var ErrRule = errors.New("layout: rule")

// Check returns an error that wraps ErrRule if r makes no sense, such as a text that
// is no period. It cannot tell whether the sheet has such a cell.
func (r Rule) Check(cat *data.Catalog) error {
	return r.check(newParser(cat))
}

// check is Check with a parser.
func (r Rule) check(p *parser) error {
	switch {
	case r.At.Row < 0 || r.At.Col < 0:
		return fmt.Errorf("%w: no cell", ErrRule)
	case !slices.Contains([]Scope{OfCell, OfRow, OfColumn, OfTable, OfSheet}, r.Scope):
		return fmt.Errorf("%w: no scope %q", ErrRule, r.Scope)
	case strings.TrimSpace(r.Text) == "" && !slices.Contains(LineParts(r.Scope), r.Part):
		return fmt.Errorf("%w: a %s is no %q", ErrRule, r.Scope, r.Part)
	case strings.TrimSpace(r.Text) == "":
		return nil
	case !slices.Contains(StatedParts(), r.Part):
		return fmt.Errorf("%w: nothing to say of %q", ErrRule, r.Part)
	}
	if _, ok := p.statement(r.Part, r.Text); !ok {
		return fmt.Errorf("%w: %q is no %s", ErrRule, r.Text, r.Part)
	}
	return nil
}

// Add returns m with a further rule. It takes the place of one about the same: the
// same line said to be something, or the same part stated of the same figures. A
// rule without part takes what is said of the line away.
func (m Mapping) Add(r Rule) Mapping {
	out := make(Mapping, 0, len(m)+1)
	for _, old := range m {
		if !old.sameMatter(r, m) {
			out = append(out, old)
		}
	}
	if r.Part != "" {
		out = append(out, r)
	}
	return out
}

// Confirmed returns m after a person has said that what a template brought still
// holds.
func (m Mapping) Confirmed() Mapping {
	out := slices.Clone(m)
	for i := range out {
		out[i].Over, out[i].ask = nil, false
	}
	return out
}

// Brought reports whether a rule of m comes from a template and waits to be
// confirmed.
func (m Mapping) Brought() bool {
	return slices.ContainsFunc(m, func(r Rule) bool { return r.Over != nil || r.ask })
}

// sameMatter reports whether two rules of m speak about the same.
func (r Rule) sameMatter(o Rule, m Mapping) bool {
	if r.Scope != o.Scope || (r.Text == "") != (o.Text == "") || r.Text != "" && r.Part != o.Part {
		return false
	}
	if r.Text == "" && (r.Part == SplitPart) != (o.Part == SplitPart) && o.Part != "" {
		return false // a row may be a heading and begin a table
	}
	switch r.Scope {
	case OfRow:
		return r.At.Row == o.At.Row && sameStretch(m.splits(OfColumn), r.At.Col, o.At.Col)
	case OfColumn:
		return r.At.Col == o.At.Col && sameStretch(m.splits(OfRow), r.At.Row, o.At.Row)
	case OfSheet:
		return true
	case OfCell, OfTable:
	}
	return r.At == o.At
}

// sameStretch reports whether no split lies between i and j.
func sameStretch(splits []int, i, j int) bool {
	a, _ := around(splits, i)
	b, _ := around(splits, j)
	return a == b
}

// statement returns what a text says as a part, and false if it says no such thing.
func (p *parser) statement(part Part, text string) (*side, bool) {
	text = strings.TrimSpace(text)
	switch part {
	case UnitPart:
		l := unitLabel(text)
		return p.newSide([]place{{-1, -1, l}}), len(l.units) > 0
	case PeriodPart:
		return p.stateWhen(text)
	case RegionPart:
		if r, ok := p.names.cat.FindRegion(text); ok {
			return &side{region: r.Code}, true
		}
		return &side{region: text}, hasLetter(text)
	case ItemPart:
		return &side{item: text, known: p.names.isItem(data.Fold(text))}, hasLetter(text)
	case IndicatorPart:
		return p.stateIndicator(text)
	case BasisPart:
		l := p.parse(text)
		return &side{reading: l.reading, units: l.units}, l.reading.speaks() && l.rest == ""
	case SkipPart, TitlePart, HeadingPart, NotePart, FiguresPart, SplitPart:
	}
	return nil, false
}

// stateWhen reads a period that is stated. One that can be read in two ways is none.
func (p *parser) stateWhen(text string) (*side, bool) {
	s := p.newSide([]place{{-1, -1, p.parse(text)}})
	settle([]*when{&s.when})
	w := s.when
	return s, w.doubt == "" && (w.has && w.label.Year != 0 && !w.label.Ambiguous || !w.kept.IsZero())
}

// stateIndicator reads an indicator that is stated, with all that its text says
// beside the name. One that is not in the catalogue goes by its printed name.
func (p *parser) stateIndicator(text string) (*side, bool) {
	l := p.parse(text)
	s := p.newSide([]place{{-1, -1, l}})
	s.unknown = nil
	if len(s.indicators) == 0 {
		name := first(l.rest, l.printed)
		if !hasLetter(name) {
			return nil, false
		}
		s.indicators, s.printed = []string{name}, name
	}
	s.when = when{}
	return s, true
}

// speaks reports whether r says what figures are.
func (r reading) speaks() bool {
	return r.hasSpan || r.measured || r.changed || r.price != data.NoPrice || r.lag != 0
}
