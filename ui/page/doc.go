// Package page holds the pages of the window, one file each, and the table of them.
//
// A page answers one question of the analyst in the order in which she writes: the
// finding as sentences, the chart, the table, all of one selection. What it shows it
// asks of a session, beside the window, each time the shell tells it what to show; a
// page computes nothing and starts nothing by itself. A figure that is tapped is
// handed to the shell, which shows where it comes from.
package page
