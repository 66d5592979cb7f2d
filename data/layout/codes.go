package layout

import "yunxing/data"

// Codes of problems that put a figure in doubt.
const (
	PeriodUnknown     data.Code = "period.unknown"     // no label says when
	PeriodAmbiguous   data.Code = "period.ambiguous"   // a label says when in two ways
	PeriodConflict    data.Code = "period.conflict"    // two labels contradict each other
	UnitUnknown       data.Code = "unit.unknown"       // no label says in which unit
	UnitConflict      data.Code = "unit.conflict"      // the units in sight do not fit the measure
	IndicatorUnknown  data.Code = "indicator.unknown"  // no label says what
	IndicatorConflict data.Code = "indicator.conflict" // row and column name different ones
	LabelMissing      data.Code = "label.missing"      // a row of figures without a label
	MeasureUnknown    data.Code = "measure.unknown"    // per cent of what, or compared with what
	ValueUnreadable   data.Code = "value.unreadable"   // text where a figure should be
	ValueConflict     data.Code = "value.conflict"     // two cells of a file disagree
	TableUnknown      data.Code = "table.unknown"      // figures that no layout explains
	TemplateOther     data.Code = "template.other"     // the file is not of the kind of the template that was named
	TemplatePeriod    data.Code = "template.period"    // a period was stated of the last file, and must be again
	TemplateRule      data.Code = "template.rule-lost" // a template's rule has no place, or the labels say something new
)

// Codes of remarks.
const (
	RegionUnknown data.Code = "region.unknown" // no label says where
	IndicatorNew  data.Code = "indicator.new"  // not in the catalogue; its printed name is its code
	ItemNew       data.Code = "item.new"       // likewise
	ValueRepeated data.Code = "value.repeated" // another cell of the file says the same
	TableEmpty    data.Code = "table.empty"    // a sheet without figures
	FileAgain     data.Code = "file.again"     // a file that was imported before
)

// A CellRole says what a cell became.
type CellRole uint8

// Roles of cells.
const (
	Ignored CellRole = iota
	Title
	Header
	Stub
	Period
	Region
	Item
	Indicator
	Unit
	Note
	Value
	Absent  // a marker for a figure that is not there
	InDoubt // a figure in doubt
)

// String returns the name of r in lower case.
func (r CellRole) String() string {
	names := [...]string{"ignored", "title", "header", "stub", "period", "region", "item", "indicator", "unit", "note", "value", "absent", "doubt"}
	if int(r) < len(names) {
		return names[r]
	}
	return "unknown"
}

// Roles holds what the cells of one grid became. Rows and columns count from 0.
type Roles struct {
	rows [][]CellRole
	cols int
}

// newRoles returns roles for a grid, all Ignored.
func newRoles(g *data.Grid) *Roles {
	return &Roles{rows: make([][]CellRole, g.Rows()), cols: g.Cols()}
}

// At returns the role of a cell, Ignored outside the grid.
func (r *Roles) At(row, col int) CellRole {
	if row < 0 || row >= len(r.rows) || col < 0 || col >= len(r.rows[row]) {
		return Ignored
	}
	return r.rows[row][col]
}

// set gives a cell a role.
func (r *Roles) set(row, col int, role CellRole) {
	if row < 0 || row >= len(r.rows) || col < 0 || col >= r.cols {
		return
	}
	if r.rows[row] == nil {
		r.rows[row] = make([]CellRole, r.cols)
	}
	r.rows[row][col] = role
}
