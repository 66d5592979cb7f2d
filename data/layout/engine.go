package layout

import (
	"cmp"
	stdctx "context"
	"slices"
	"strings"

	"yunxing/data"
)

// An engine reads the tables of one sheet.
type engine struct {
	parser  *parser
	grid    *data.Grid
	number  int // of the grid
	roles   *Roles
	cat     *data.Catalog
	result  *Result
	opts    Options
	mapping Mapping
	tables  []*Table
	noted   map[Spot]bool // cells whose texts are among the notes
}

// note keeps the text of a cell around a table, once.
func (e *engine) note(row, col int, title bool) {
	text := strings.TrimSpace(e.grid.At(row, col).Text)
	if text == "" || e.noted[Spot{row, col}] || len(text) > longestNote {
		return
	}
	if e.noted == nil {
		e.noted = map[Spot]bool{}
	}
	e.noted[Spot{row, col}] = true
	e.result.Notes = append(e.result.Notes, data.Note{At: e.grid.Source(row, col), Title: title, Text: text})
}

// longestNote bounds a note that is kept, in bytes.
const longestNote = 8 << 10

// A tableReader reads one table.
type tableReader struct {
	*engine
	table   *Table
	context *context
	layout  Layout
	cols    map[int]*side
	rows    []*stubRow
	total   string   // code of the region that a total of regions is
	left    []string // indicators of the title that no label claims
	said    []statement

	skips      map[int]bool // whether columns hold no figures, once it was asked
	scaledRows map[int]bool // rows whose figures a column beside them multiplies
	scaled     map[int]bool // columns whose figures are to be multiplied by what is printed above
	indexRows  int          // one more than twice the rows named an index, once counted
	largeCols  map[*side]bool
	largeRows  map[*stubRow]bool

	values      int            // two more than the column headed OBS_VALUE or -1, once it was sought
	nearHundred map[*side]bool // columns whose figures are all near 100
	faults      []fault
	found       []found
}

// A fault is a doubt or remark about one cell, before those of a whole row or
// column are put together.
type fault struct {
	code     data.Code
	row, col int
	detail   string
}

// A found is an observation with its cell.
type found struct {
	row, col int
	fixed    bool // its digits are those of a number format
	obs      data.Observation
}

// maxArea bounds rows times columns of a sheet that is read.
const maxArea = 64 << 20

// sheet reads all tables of a sheet.
func (e *engine) sheet(ctx stdctx.Context) error {
	if e.grid.Rows() > 0 && e.grid.Cols() > maxArea/e.grid.Rows() {
		e.result.Problems = append(e.result.Problems, data.Problem{Code: TableUnknown, Doubt: true, At: e.grid.Source(0, 0), Detail: "the sheet is too large"})
		return nil
	}
	if e.mapping.whole() {
		return nil
	}
	halves := withSplits(bands(e.grid), e.mapping.splits(OfColumn))
	for i, left := range halves {
		right := e.grid.Cols()
		if i+1 < len(halves) {
			right = halves[i+1]
		}
		l := newLook(e.grid, left, right, e.mapping.given(e.parser, left, right))
		l.names = e.parser
		list := tables(l)
		if len(list) == 0 && len(halves) == 1 {
			e.empty(l)
		}
		e.tables = append(e.tables, list...)
	}
	var before *context
	for _, t := range e.tables {
		if err := ctx.Err(); err != nil {
			return err
		}
		c := e.context(t, before)
		before = c
		e.read(t, c)
	}
	return nil
}

// empty remarks that a sheet has no table, or doubts it if it has figures.
func (e *engine) empty(l *look) {
	code, doubt := TableEmpty, false
	for _, k := range l.rows {
		if k == valueRow {
			code, doubt = TableUnknown, true
		}
	}
	if l.garbled() {
		code, doubt = TableUnknown, true
	}
	e.result.Problems = append(e.result.Problems, data.Problem{Code: code, Doubt: doubt, At: e.grid.Source(0, 0)})
}

// read reads one table by the layout that fits it best.
func (e *engine) read(t *Table, c *context) {
	r := &tableReader{engine: e, table: t, context: c, cols: map[int]*side{}, skips: map[int]bool{}}
	if r.said = r.statements(); r.skippedWhole() {
		return
	}
	r.headings()
	r.rows = e.parser.stub(t)
	r.attributes()
	r.scaleColumns()
	r.settle()
	var score float64
	r.layout, score = Detect(r.shape())
	r.total = r.totalOf()
	r.left = r.unclaimed()
	if r.context.scoped && r.scopeClaimed() {
		r.context.item, r.context.scoped = "", false
	}
	for _, row := range r.rows {
		if !row.figures {
			continue
		}
		for _, col := range t.Cols {
			r.cell(row, col)
		}
	}
	r.allIndustry()
	r.digits()
	r.publish()
	r.paint()
	e.result.Tables = append(e.result.Tables, Found{
		File: e.grid.File, Sheet: e.grid.Sheet, Range: t.bounds(), Layout: r.layout.ID, Score: score,
		Grid: e.number, Outline: r.outline(),
	})
}

// headings reads the labels above every column and lets those that only say how to
// read a figure, such as 同比, take the names and the period of the columns before.
func (r *tableReader) headings() {
	var last *side
	var run []*side // columns with a period since the last that took one
	taken := false
	var spans spanRun
	var whole wholeRun
	r.columnSides()
	for _, c := range r.table.Cols {
		s := r.cols[c]
		own := s.when.said()
		lean, fixed := s.wordsOnly(), own || s.reading.hasSpan
		whole.take(r, c, s, lean)
		timeless := !lean && !own && s.changes() && last != nil && s.sameNames(last)
		if last != nil && lean {
			s.borrow(last)
		}
		if last != nil && (lean || timeless) && !own {
			of := ofSpan(run, s.reading)
			if len(of) == 1 && !s.when.said() {
				s.when = of[0].when
			}
			s.when = latest(of, s.when)
			taken = true
		}
		spans.take(s, lean || timeless, fixed)
		if own {
			if taken || last != nil && !s.sameNames(last) {
				run, taken = nil, false
			}
			run = append(run, s)
		}
		if len(s.indicators) > 0 || s.item != "" || len(s.unknown) > 0 || s.when.said() || !s.empty() && s.reading == (reading{}) {
			last = s // 完成 behind 计划 is of the table, and what follows of it
		}
	}
}

// columnSides reads the labels above every column.
func (r *tableReader) columnSides() {
	var axis []*when
	for _, c := range r.table.Cols {
		s := r.parser.newSide(r.parser.columnPath(r.table, c))
		r.cols[c] = s
		axis = append(axis, &s.when)
	}
	settlePartial(axis)
	for _, c := range r.table.Cols {
		if s := r.cols[c]; s.reading.changed && !s.reading.measured && !s.reading.falls && hasDimension(s.units, data.PerCent) && r.besideYearAgo(s) {
			s.reading.changed = false
			s.reading.measured, s.reading.measure, s.reading.ref = true, data.Growth, data.YearAgo
		}
	}
}

// besideYearAgo reports whether another column under the same names holds the figures
// of the year before, so that 增减% is a growth over it.
func (r *tableReader) besideYearAgo(s *side) bool {
	var list []*side
	for _, c := range r.table.Cols {
		if o := r.cols[c]; o != s && !o.reading.measured && !o.reading.changed && o.sameNames(s) {
			list = append(list, o)
		}
	}
	for i, a := range list {
		if a.reading.lag != 0 {
			return true
		}
		for _, b := range list[:i] {
			x, y := a.when.label, b.when.label
			if a.when.has && b.when.has && x.Freq == y.Freq && x.From == y.From && x.To == y.To && (x.Year-y.Year == 1 || y.Year-x.Year == 1) {
				return true
			}
		}
	}
	return false
}

// ofSpan returns the columns of run whose periods may have the span that r says, such as
// 1-9月 for 累计同比.
func ofSpan(run []*side, r reading) []*side {
	var of []*side
	for _, s := range run {
		if !r.hasSpan || !s.when.has || s.when.label.Freq == data.Annual || s.when.label.Span == r.span {
			of = append(of, s)
		}
	}
	return of
}

// latest returns the period of a column of growth that stands behind the columns of
// run: theirs if it is one; the last year's if they are one part of the year in
// several years, since growth is that over the other; else it is not known.
func latest(run []*side, otherwise when) when {
	if len(run) < 2 {
		return otherwise
	}
	best := run[0].when
	for _, s := range run[1:] {
		a, b := best.label, s.when.label
		if !s.when.has || !best.has || a.Freq != b.Freq || a.From != b.From || a.To != b.To {
			otherwise.doubt = PeriodAmbiguous
			return otherwise
		}
		if b.Year > a.Year {
			best = s.when
		}
	}
	return best
}

// borrow takes names and a period from the side before.
func (s *side) borrow(from *side) {
	s.indicators, s.printed = from.indicators, from.printed
	s.item, s.known, s.unknown = from.item, from.known, from.unknown
	if s.region == "" {
		s.region = from.region
	}
	own := s.when.said()
	if !own && (!s.reading.hasSpan || !from.when.has || from.when.label.Freq == data.Annual || from.when.label.Span == s.reading.span) {
		s.when = from.when
	}
	if !own && !s.reading.hasSpan {
		s.reading.span, s.reading.hasSpan = from.reading.span, from.reading.hasSpan
	}
}

// settle resolves the periods along both axes, and lets rows of parts take the
// indicator of the row above them.
func (r *tableReader) settle() {
	var head, stub []*when
	for _, c := range r.table.Cols {
		head = append(head, &r.cols[c].when)
	}
	settle(head)
	var last, named *side // the last rows with an indicator, and with any name
	for _, row := range r.rows {
		if row.figures {
			stub = append(stub, &row.side.when)
		}
		s := row.side
		if !s.wordsOnly() && (len(s.indicators) > 0 || s.item != "" || len(s.unknown) > 0) {
			named = s
		}
		switch {
		case len(s.indicators) > 0:
			last = s
		case named != nil && s.wordsOnly() && !s.when.said():
			s.borrow(named)
		case last == nil || s.when.said() && s.item == "":
		case row.isPart() && len(r.context.indicators) != 1 && alike(s.units, last.units):
			s.partOf(last)
		}
	}
	settle(stub)
	r.settleSections()
}

// settleSections resolves the periods of the sections, such as fiscal years. One
// that stays in force under a further heading is that of the section before.
func (r *tableReader) settleSections() {
	var list, copies, from []*when
	for i, row := range r.rows {
		if row.section == nil || i > 0 && row.section == r.rows[i-1].section {
			continue
		}
		w := &row.section.when
		if n := len(list); n > 0 && list[n-1].text == w.text {
			copies, from = append(copies, w), append(from, list[n-1])
			continue
		}
		list = append(list, w)
	}
	settleFiscal(list)
	settleDotted(list)
	for i, w := range copies {
		*w = *from[i]
	}
}

// partOf takes the indicator of the row above for a row that is printed as a part
// of it.
func (s *side) partOf(whole *side) {
	s.indicators, s.printed = whole.indicators, whole.printed
	if !s.reading.measured {
		s.reading = s.reading.with(whole.reading)
	}
	if len(s.units) == 0 {
		s.units = whole.units
	}
}

// alike reports whether two rows may count the same thing: one states no unit, or
// both are in units of one dimension.
func alike(a, b []data.Unit) bool {
	return len(a) == 0 || len(b) == 0 || a[0].Dimension == b[0].Dimension
}

// totalOf returns the code of the region that the total of a column of regions is:
// the region of the title, else the one that all of them lie in.
func (r *tableReader) totalOf() string {
	if r.context.region != "" {
		return r.context.region
	}
	count := map[string]int{}
	for _, row := range r.rows {
		if reg, ok := r.cat.Region(row.side.region); ok && reg.Parent != "" {
			count[reg.Parent]++
		}
	}
	best, n := "", 0
	for _, code := range sortedKeys(count) {
		if count[code] > n {
			best, n = code, count[code]
		}
	}
	return best
}

// sortedKeys returns the keys of m in order.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, cmp.Compare[string])
	return keys
}

// bounds returns the rectangle of t with its heading and stub.
func (t *Table) bounds() data.CellRange {
	b := data.CellRange{Top: t.Rows[0], Bottom: t.Rows[len(t.Rows)-1], Left: t.Cols[0], Right: t.Cols[len(t.Cols)-1]}
	if len(t.Head) > 0 {
		b.Top = t.Head[0]
	}
	if len(t.Stub) > 0 {
		b.Left = min(b.Left, t.Stub[0])
	}
	return b
}
