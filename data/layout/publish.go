package layout

import (
	"cmp"
	"math"
	"slices"

	"yunxing/data"
)

// digits gives the figures whose format fixes no decimals those of their series:
// a 12 among 11.9 and 12.3 was published as 12.0. A number of decimals that only
// one figure of several has does not count.
func (r *tableReader) digits() {
	count := map[data.Key]map[int8]int{}
	for _, f := range r.found {
		if f.obs.Status == data.Missing {
			continue
		}
		if count[f.obs.Key] == nil {
			count[f.obs.Key] = map[int8]int{}
		}
		count[f.obs.Key][f.obs.Digits]++
	}
	for i := range r.found {
		f := &r.found[i]
		if f.fixed || f.obs.Status == data.Missing {
			continue
		}
		for d, n := range count[f.obs.Key] {
			if n > 1 {
				f.obs.Digits = max(f.obs.Digits, d)
			}
		}
	}
}

// publish adds what was read to the result, with the faults put together.
func (r *tableReader) publish() {
	for _, f := range r.found {
		r.result.Observations = append(r.result.Observations, f.obs)
	}
	r.result.Problems = append(r.result.Problems, r.problems()...)
}

// problems turns faults into problems: one at the heading where a whole column has
// the same, one at the stub where a whole row has, else one at each cell. A remark
// that holds for the whole table is made once.
func (r *tableReader) problems() []data.Problem {
	var out []data.Problem
	byCode := map[data.Code][]fault{}
	for _, f := range r.faults {
		byCode[f.code] = append(byCode[f.code], f)
	}
	perCol, perRow := r.figureCounts()
	for _, code := range sortedCodes(byCode) {
		out = append(out, r.together(code, byCode[code], perCol, perRow)...)
	}
	return out
}

// sortedCodes returns the codes of m in order.
func sortedCodes(m map[data.Code][]fault) []data.Code {
	var codes []data.Code
	for c := range m {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, func(a, b data.Code) int { return cmp.Compare(a, b) })
	return codes
}

// figureCounts returns how many figures every column and row has.
func (r *tableReader) figureCounts() (perCol, perRow map[int]int) {
	perCol, perRow = map[int]int{}, map[int]int{}
	for _, row := range r.rows {
		if !row.figures {
			continue
		}
		for _, c := range r.table.Cols {
			if k := r.table.look.cells[row.row][c]; k == valueCell || k == periodCell {
				perCol[c]++
				perRow[row.row]++
			}
		}
	}
	return perCol, perRow
}

// together puts the faults of one code together.
func (r *tableReader) together(code data.Code, faults []fault, perCol, perRow map[int]int) []data.Problem {
	cols, rows := map[int]int{}, map[int]int{}
	for _, f := range faults {
		cols[f.col]++
		rows[f.row]++
	}
	doubt := isDoubt(code)
	var out []data.Problem
	seen := map[[2]int]bool{}
	for _, f := range faults {
		at := [2]int{f.row, f.col}
		detail := f.detail
		switch {
		case code == ValueUnreadable:
		case !doubt && code == RegionUnknown:
			at = [2]int{r.table.Rows[0], r.table.Cols[0]}
		case len(rows) <= len(cols) && rows[f.row] >= perRow[f.row]:
			at, detail = r.stubOf(f.row)
		case cols[f.col] >= perCol[f.col] && (perCol[f.col] > 1 || len(r.table.Rows) == 1):
			at, detail = r.headOf(f.col)
		case rows[f.row] >= perRow[f.row]:
			at, detail = r.stubOf(f.row)
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		out = append(out, data.Problem{Code: code, Doubt: doubt, At: r.grid.Source(at[0], at[1]), Detail: detail})
	}
	return out
}

// isDoubt reports whether a problem puts figures in doubt, rather than being a
// remark.
func isDoubt(c data.Code) bool {
	switch c {
	case RegionUnknown, IndicatorNew, ItemNew, ValueRepeated, TableEmpty:
		return false
	}
	return true
}

// headOf returns the lowest cell of the heading of a column, and its text.
func (r *tableReader) headOf(col int) (at [2]int, text string) {
	path := r.cols[col].places
	if len(path) == 0 {
		return [2]int{r.table.Rows[0], col}, ""
	}
	last := path[len(path)-1]
	return [2]int{last.row, col}, last.text
}

// stubOf returns the cell in the stub of a row, and its text.
func (r *tableReader) stubOf(row int) (at [2]int, text string) {
	i, ok := slices.BinarySearchFunc(r.rows, row, func(s *stubRow, row int) int { return s.row - row })
	if ok && len(r.rows[i].side.places) > 0 {
		p := r.rows[i].side.places[0]
		return [2]int{row, p.col}, p.text
	}
	return [2]int{row, r.table.Cols[0]}, ""
}

// paint notes the roles of the cells of the table.
func (r *tableReader) paint() {
	for _, c := range r.table.Cols {
		for _, p := range r.cols[c].places {
			r.roles.set(p.row, p.col, roleOfLabel(p.label, Header))
		}
	}
	for _, row := range r.rows {
		for _, p := range row.side.places {
			r.roles.set(p.row, p.col, roleOfLabel(p.label, Stub))
		}
	}
	for _, f := range r.found {
		role := Value
		switch f.obs.Status {
		case data.Missing:
			role = Absent
		case data.Doubtful:
			role = InDoubt
		}
		r.roles.set(f.row, f.col, role)
	}
	for _, f := range r.faults {
		if isDoubt(f.code) {
			r.roles.set(f.row, f.col, InDoubt)
		}
	}
}

// roleOfLabel returns the role of a label by what it says.
func roleOfLabel(l *label, otherwise CellRole) CellRole {
	switch {
	case l.timed():
		return Period
	case len(l.indicators) > 0:
		return Indicator
	case l.region != "":
		return Region
	case l.item != "":
		return Item
	case len(l.units) > 0 && !l.named():
		return Unit
	}
	return otherwise
}

// settleConflicts compares the observations of each file that share key and period.
// One that agrees with the first within rounding is remarked upon; where two do not
// agree, both are in doubt.
func (r *Result) settleConflicts() {
	type id struct {
		file   string
		key    data.Key
		period data.Period
	}
	firsts := map[id]int{}
	regions := r.onlyRegions()
	for i := range r.Observations {
		o := &r.Observations[i]
		if o.Status == data.Doubtful {
			continue
		}
		k := id{o.Source.File, o.Key, o.Period}
		k.key.Region = first(k.key.Region, regions[o.Source.File])
		j, ok := firsts[k]
		if !ok {
			firsts[k] = i
			continue
		}
		f := &r.Observations[j]
		if data.Agree(*f, *o) {
			if math.IsNaN(f.Value) {
				firsts[k] = i
			}
			if o.Status != data.Missing {
				r.Problems = append(r.Problems, data.Problem{Code: ValueRepeated, At: o.Source, Detail: f.Source.Cell})
			}
			continue
		}
		r.contradict(f, o)
	}
}

// onlyRegions returns, for every file whose figures name one region only, that region:
// figures of the file that name none may be compared with those that do.
func (r *Result) onlyRegions() map[string]string {
	only := map[string]string{}
	for i := range r.Observations {
		o := &r.Observations[i]
		if o.Key.Region == "" {
			continue
		}
		if known, ok := only[o.Source.File]; ok && known != o.Key.Region {
			only[o.Source.File] = ""
			continue
		}
		only[o.Source.File] = o.Key.Region
	}
	return only
}

// beside returns the cell of a source, with its sheet where that is not the one of
// another.
func beside(a, b data.Source) string {
	if a.Sheet == b.Sheet {
		return b.Cell
	}
	return b.Sheet + "!" + b.Cell
}

// contradict puts two observations in doubt that say different things of one; the
// first may be so already.
func (r *Result) contradict(f, o *data.Observation) {
	for _, x := range []*data.Observation{f, o} {
		if x.Status == data.Doubtful {
			continue
		}
		x.Status = data.Doubtful
		r.Problems = append(r.Problems, data.Problem{Code: ValueConflict, Doubt: true, At: x.Source, Detail: f.Source.Cell + " " + beside(f.Source, o.Source)})
	}
}
