package session

import (
	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/store"
)

// What a review is made of, by the names that the front ends know. They see neither
// the readers of tables nor the store.
type (
	Revision = store.Revision // a figure that a later version says otherwise
	Template = layout.Template
	Mapping  = layout.Mapping
	Rule     = layout.Rule
	Scope    = layout.Scope
	Part     = layout.Part
	Spot     = layout.Spot
	CellRole = layout.CellRole
)

// Scopes, parts and roles, as package layout explains them.
const (
	OfCell   = layout.OfCell
	OfRow    = layout.OfRow
	OfColumn = layout.OfColumn
	OfTable  = layout.OfTable
	OfSheet  = layout.OfSheet

	SplitPart = layout.SplitPart
	SkipPart  = layout.SkipPart
	UnitPart  = layout.UnitPart

	Ignored   = layout.Ignored
	Title     = layout.Title
	Header    = layout.Header
	Stub      = layout.Stub
	Period    = layout.Period
	Region    = layout.Region
	Item      = layout.Item
	Indicator = layout.Indicator
	Unit      = layout.Unit
	Note      = layout.Note
	Value     = layout.Value
	Absent    = layout.Absent
	InDoubt   = layout.InDoubt
)

// LineParts returns what a line of that scope may be said to be.
func LineParts(s Scope) []Part { return layout.LineParts(s) }

// StatedParts returns what can be said of figures with a text.
func StatedParts() []Part { return layout.StatedParts() }

// KnownUnit reports whether a text is a unit that converts to others or is known to
// stand alone.
func KnownUnit(text string) bool { return layout.KnownUnit(text) }

// IsDifference reports whether a problem is a difference from a template.
func IsDifference(p data.Problem) bool { return layout.IsDifference(p.Code) }

// ErrRule reports something said of a sheet that makes no sense.
var ErrRule = layout.ErrRule
