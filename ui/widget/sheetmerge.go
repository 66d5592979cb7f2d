package widget

import (
	"cmp"
	"slices"
	"sort"

	"yunxing/data"
)

// A mergeIndex finds the merged ranges of a sheet by row.
type mergeIndex struct {
	ranges []data.CellRange // by their top
	lowest []int            // the greatest bottom of the ranges up to each
}

// newMergeIndex returns an index of the ranges that lie in a sheet of a size. What
// reaches beyond it is cut; a range of one cell is none.
func newMergeIndex(ranges []data.CellRange, rows, cols int) *mergeIndex {
	x := &mergeIndex{}
	for _, m := range ranges {
		m.Top, m.Left = max(m.Top, 0), max(m.Left, 0)
		m.Bottom, m.Right = min(m.Bottom, rows-1), min(m.Right, cols-1)
		if m.Bottom >= m.Top && m.Right >= m.Left && (m.Bottom > m.Top || m.Right > m.Left) {
			x.ranges = append(x.ranges, m)
		}
	}
	slices.SortStableFunc(x.ranges, func(a, b data.CellRange) int { return cmp.Compare(a.Top, b.Top) })
	low := -1
	for _, m := range x.ranges {
		low = max(low, m.Bottom)
		x.lowest = append(x.lowest, low)
	}
	return x
}

// in calls found with every range that touches the rows from top to bottom.
func (x *mergeIndex) in(top, bottom int, found func(data.CellRange)) {
	last := sort.Search(len(x.ranges), func(i int) bool { return x.ranges[i].Top > bottom })
	for i := last - 1; i >= 0 && x.lowest[i] >= top; i-- {
		if x.ranges[i].Bottom >= top {
			found(x.ranges[i])
		}
	}
}

// at returns the range of a cell: the cell alone where it is not merged.
func (x *mergeIndex) at(row, col int) data.CellRange {
	out := data.CellRange{Top: row, Left: col, Bottom: row, Right: col}
	x.in(row, row, func(m data.CellRange) {
		if m.Contains(row, col) {
			out = m
		}
	})
	return out
}
