// Package report builds documents of figures, sentences, tables and charts, and
// writes them to files.
//
// A Document is free of any format: a narrative fills it, Numbered gives its
// parts their numbers, and a Format writes it. Every text in it is final and in
// one language; every figure in a sentence or a cell keeps its data.Number, so
// that it can be traced to the observations it rests on.
//
//	doc := report.Numbered(p, report.Document{Title: …, Sections: …})
//	err := report.All()[0].Write(doc, report.Options{Printer: p, Style: style}, w)
//
// The words that follow from the signs of figures (加快, 回落, 降幅收窄, 由负转正,
// 扭亏为盈) are in wording.go and its neighbours: each function takes numbers and
// returns Runs, which Sentence joins.
//
// # Decisions
//
// The Word document is written by hand onto a ZIP archive: the formats of a
// Chinese official report (GB/T 9704: A4, type area 156 × 225 mm) need East Asian
// fonts per style and pictures with a vector alternative, and equal documents give
// equal bytes. There is no clock in it. It names the usual Chinese fonts and
// embeds none.
package report
