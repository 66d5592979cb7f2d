package page

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/report"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// instead returns what a page shows where there is no answer: what is missing and
// how to get it, or what went wrong.
func (e Env) instead(err error) fyne.CanvasObject {
	words := session.Explain(e.Printer, err)
	if errors.Is(err, brief.ErrAbsent) || errors.Is(err, stats.ErrCoverage) {
		return widget.NewEmpty(e.text("page.absent.title"), words, e.text("page.absent.import"), e.Host.Import)
	}
	return widget.NewTrouble(e.text("page.trouble.title"), words, e.text("page.trouble.details"), err.Error())
}

// note returns what all figures of a state have in common.
func (e Env) note(s State) string {
	return e.text("page.note", "region", e.Printer.RegionOf(e.Session.Catalog(), s.Selection.Region), "period", e.Printer.Period(s.Selection.Period, data.Cumulative))
}

// cancelled reports whether work ended because it was asked to.
func cancelled(err error) bool { return errors.Is(err, context.Canceled) }

// tokens returns the sentences of paragraphs as running text.
func (e Env) tokens(sentences []report.Sentence, strong bool) []widget.Token {
	var out []widget.Token
	for i, s := range sentences {
		if i > 0 {
			out = append(out, widget.Token{Text: e.text("list.space"), Strong: strong})
		}
		for _, r := range s.Runs {
			out = append(out, widget.Token{Text: r.Text, Number: r.Number, Strong: strong})
		}
	}
	return out
}

// flow returns sentences as running text whose figures can be tapped.
func (e Env) flow(sentences []report.Sentence, size float32, strong bool) *widget.Flow {
	return widget.NewFlow(e.tokens(sentences, strong), size, func(t widget.Token) {
		if t.Number != nil {
			e.Host.Trace(sentenceOf(sentences, t), *t.Number)
		}
	})
}

// sentenceOf returns the sentence that a figure stands in.
func sentenceOf(sentences []report.Sentence, t widget.Token) string {
	for _, s := range sentences {
		for _, r := range s.Runs {
			if r.Number == t.Number {
				return s.String()
			}
		}
	}
	return t.Text
}

// small returns words of second rank, such as notes.
func small(size float32, lines ...string) *widget.Flow {
	return widget.NewFlow([]widget.Token{{Text: strings.Join(lines, "  "), Muted: true}}, size, nil)
}

// stopped returns sentences that stand one behind the other: each but the last ends
// in a stop.
func (e Env) stopped(lines []string) []string {
	out := slices.Clone(lines)
	for i, line := range out {
		if last, _ := utf8.DecodeLastRuneInString(line); i < len(out)-1 && !unicode.IsPunct(last) {
			out[i] += e.text("list.stop")
		}
	}
	return out
}

// content returns a table for the screen.
func (e Env) content(t *report.Table) widget.Content {
	c := widget.Content{Rows: len(t.Rows)}
	for _, col := range t.Columns {
		title := col.Title
		if col.Over != "" {
			title = col.Over + "\n" + col.Title
		}
		c.Columns = append(c.Columns, widget.Column{Title: title, Right: !col.Text})
	}
	c.At = func(row, col int) widget.Cell { return e.cell(t.Rows[row], col) }
	return c
}

// cell returns a cell of a row; a row may have fewer cells than columns.
func (e Env) cell(r report.Row, col int) widget.Cell {
	out := widget.Cell{Strong: r.Strong}
	if col == 0 {
		out.Indent = r.Indent
	}
	if col >= len(r.Cells) {
		return out
	}
	out.Text, out.Number = r.Cells[col].Text, r.Cells[col].Number
	if out.Number != nil {
		out.Text += report.Mark(e.Printer, *out.Number)
	}
	return out
}

// cellLabel returns what a cell of a table is: its row and its column.
func cellLabel(t *report.Table, row, col int) string {
	parts := []string{t.Title}
	if len(t.Rows[row].Cells) > 0 {
		parts = append(parts, t.Rows[row].Cells[0].Text)
	}
	if col < len(t.Columns) {
		parts = append(parts, strings.TrimSpace(t.Columns[col].Over+" "+t.Columns[col].Title))
	}
	return strings.Join(parts, " · ")
}

// number returns a value of a chart as a Number, to be traced.
func number(v chart.Value) data.Number {
	if !v.Known() {
		return data.NotKnown()
	}
	n := data.Number{Value: v.V, Lo: v.V, Hi: v.V, Digits: int8(v.Digits), Status: statusOf(v.Status), Way: v.Way}
	if v.HasInterval() {
		n.Lo, n.Hi = v.Lo, v.Hi
	}
	for _, r := range v.Refs {
		n.Refs = append(n.Refs, data.Ref(r))
	}
	return n
}

// statusOf returns the status that a chart names.
func statusOf(s chart.Status) data.Status {
	for _, t := range []data.Status{data.Published, data.Derived, data.Estimated, data.Projected, data.Missing, data.Doubtful} {
		if t.String() == string(s) {
			return t
		}
	}
	return data.Missing
}
