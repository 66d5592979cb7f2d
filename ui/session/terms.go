package session

import (
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
