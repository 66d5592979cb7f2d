// Package widget holds the parts of the window that the toolkit does not have: a
// table of figures, a sheet of a workbook as it is, sentences whose numbers can be
// tapped, a chart that answers what is under the pointer, a status bar with progress
// and cancel.
//
// Widgets draw what they are given and report taps. They know neither the project
// nor what a number means; words they show are handed to them final. All of them
// live on the UI goroutine.
package widget
