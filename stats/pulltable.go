package stats

import "math"

// A PullCell is one cell of a table of pulls: what Contribution says of a part,
// without its trace. NaN is not known.
type PullCell struct {
	Pull         float64 // percentage points
	Lo, Hi       float64 // the interval of Pull
	Contribution float64 // per cent; NaN also where it would mislead
}

// PullTable returns for each total the cells of its parts, equal to those of
// Contribution (formulas §6), for tables of many totals at once, such as all
// branches of all regions in all years. The trace of a single cell is that of
// Contribution. A row whose total is not known is NaN throughout; rows beyond the
// totals are left out.
func PullTable(totals []Part, parts [][]Part) [][]PullCell {
	rows := parts[:min(len(parts), len(totals))]
	n := 0
	for _, row := range rows {
		n += len(row)
	}
	cells, out := make([]PullCell, n), make([][]PullCell, len(rows))
	for i, row := range rows {
		out[i], cells = cells[:len(row):len(row)], cells[len(row):]
		pullRow(out[i], &totals[i], row)
	}
	return out
}

// pullRow fills the cells of one total.
func pullRow(cells []PullCell, total *Part, parts []Part) {
	base := ComparableBase(total.Level, total.Growth)
	nan := math.NaN()
	moved := 0.0
	for i := range parts {
		p := &parts[i]
		cells[i] = PullCell{nan, nan, nan, nan}
		g := &p.Growth
		if !base.Known() || base.Lo <= 0 || !p.Level.Known() || !g.Known() || g.Lo <= -100 && g.Hi >= -100 {
			continue
		}
		v, box := pullBox(&p.Level, g, base.Value, of(base))
		cells[i] = PullCell{Pull: v, Lo: min(box.lo, v), Hi: max(box.hi, v), Contribution: nan}
		moved += math.Abs(v)
	}
	if g := total.Growth; g.Known() && !misleads(g, moved) && (g.Lo > 0 || g.Hi < 0) {
		for i := range cells {
			cells[i].Contribution = 100 * cells[i].Pull / g.Value
		}
	}
}

// Known reports whether the cell has a pull.
func (c PullCell) Known() bool { return !math.IsNaN(c.Pull) }
