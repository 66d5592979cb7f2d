// Package native writes figures as charts that Excel and Word can edit: the
// numbers in cells, and beside them a DrawingML chart that reads those cells.
//
// A panel becomes a plan: a table and the series that are drawn from it. The
// plan is written as the chart part of a workbook or of a document. What such
// charts have no mark for is put together from what they have: a fan is stacked
// areas, bullet bars overlap on hidden axes, a short stroke is a thick error
// bar, a dumbbell is points with error bars. A table of numbers stays cells,
// with conditional formatting. A panel that cannot be put together is a picture.
//
// The columns beside a chart are the numbers of its figure. What only the drawing
// needs, such as the way from bound to bound, stands to the right of the chart in
// formulas of these columns: a number that is edited moves the chart. Labels show the
// values, or, in a waterfall and between points, the text of cells; only words that no
// cell holds, such as a value with a distance in brackets, stay as they are written.
package native
