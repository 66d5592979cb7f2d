package page

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/widget"
)

// A traceTree says how a figure came about: its rule, the formula with the numbers
// filled in, and the same of each input that was itself derived, down to the cells.
// Inputs that were derived are opened and closed by a tap.
type traceTree struct {
	env    Env
	cells  map[data.Ref]data.Observation
	open   map[string]bool // by the way to an input
	redraw func()
}

// Bounds of a tree.
const (
	mostTerms  = 40 // inputs of a figure that are listed
	traceDepth = 8  // levels that a copy tells
	treeIndent = 12 // of a level, in points
)

// newTraceTree returns a tree over cells; redraw shows it anew.
func newTraceTree(e Env, cells []data.Observation, redraw func()) *traceTree {
	t := &traceTree{env: e, cells: make(map[data.Ref]data.Observation, len(cells)), open: map[string]bool{}, redraw: redraw}
	for _, o := range cells {
		t.cells[o.Ref] = o
	}
	return t
}

// objects returns what is said of a figure and of its inputs.
func (t *traceTree) objects(n data.Number) []fyne.CanvasObject { return t.level(n, "", 0) }

// level returns the rule of a figure and its inputs, at a depth.
func (t *traceTree) level(n data.Number, way string, depth int) []fyne.CanvasObject {
	out := t.rule(n, depth)
	for i, term := range n.Way.Terms() {
		if i == mostTerms {
			out = append(out, t.line(depth, widget.Token{Text: t.env.text("trace.more-inputs", "n", t.env.Printer.Count(len(n.Way.Terms())-mostTerms)), Muted: true}))
			break
		}
		out = append(out, t.input(term, way+"."+strconv.Itoa(i), depth)...)
	}
	return out
}

// rule returns the rule of a figure in symbols and in numbers.
func (t *traceTree) rule(n data.Number, depth int) []fyne.CanvasObject {
	switch {
	case n.Way.Rule == "" && n.Status == data.Projected:
		return []fyne.CanvasObject{t.line(depth, widget.Token{Text: t.env.text("trace.model"), Muted: true})}
	case n.Way.Rule == "":
		return nil
	}
	return []fyne.CanvasObject{
		t.line(depth, widget.Token{Text: spaced(n.Way.Rule), Muted: true}),
		t.line(depth, widget.Token{Text: spaced(stats.FormulaOf(n)), Strong: depth == 0}),
	}
}

// spaced returns a formula that may be broken into lines at its signs.
func spaced(formula string) string { return strings.ReplaceAll(formula, "·", " · ") }

// input returns an input and, where it was derived and is open, what it came from.
func (t *traceTree) input(term data.Term, way string, depth int) []fyne.CanvasObject {
	n := term.Number
	if n.Way == nil {
		return t.leaf(term, depth)
	}
	mark := "＋ "
	if t.open[way] {
		mark = "－ "
	}
	head := widget.NewFlow([]widget.Token{
		{Text: mark + symbolOf(term), Muted: true},
		{Text: t.env.Printer.Number(n), Number: &n},
		{Text: " " + t.openness(n), Muted: true},
	}, 0, func(widget.Token) { t.toggle(way) }).Indent(treeIndent * float32(depth))
	out := []fyne.CanvasObject{head}
	if t.open[way] {
		out = append(out, t.level(n, way, depth+1)...)
	}
	return out
}

// openness says how far a derived input is known.
func (t *traceTree) openness(n data.Number) string {
	if n.Lo < n.Hi {
		return t.env.text(intervalKey(n), "interval", t.env.Printer.Interval(n))
	}
	return t.env.Printer.Status(n.Status)
}

// toggle opens or closes an input.
func (t *traceTree) toggle(way string) {
	t.open[way] = !t.open[way]
	t.redraw()
}

// leaf returns an input that was not derived: what its cell says, or a constant.
func (t *traceTree) leaf(term data.Term, depth int) []fyne.CanvasObject {
	head := t.line(depth, widget.Token{Text: symbolOf(term), Muted: true}, widget.Token{Text: t.env.Printer.Number(term.Number), Strong: true})
	o, ok := t.observation(term.Number)
	if !ok {
		return []fyne.CanvasObject{head}
	}
	w := wordsOf(t.env, o)
	return []fyne.CanvasObject{
		head,
		t.line(depth, widget.Token{Text: w[0]}), t.line(depth, widget.Token{Text: w[1]}),
		t.small(depth, w[3]),
	}
}

// observation returns the cell of a number that was read.
func (t *traceTree) observation(n data.Number) (data.Observation, bool) {
	if len(n.Refs) == 0 {
		return data.Observation{}, false
	}
	o, ok := t.cells[n.Refs[0]]
	return o, ok
}

// line returns a line of the tree.
func (t *traceTree) line(depth int, tokens ...widget.Token) fyne.CanvasObject {
	return widget.NewFlow(tokens, 0, nil).Indent(treeIndent * float32(depth))
}

// small returns a line of small print.
func (t *traceTree) small(depth int, text string) fyne.CanvasObject {
	return widget.NewFlow([]widget.Token{{Text: text, Muted: true}}, theme.Size(theme.SizeNameCaptionText), nil).Indent(treeIndent * float32(depth))
}

// symbolOf returns the symbol of an input as it stands before its number.
func symbolOf(term data.Term) string {
	if term.Symbol == "" {
		return ""
	}
	return term.Symbol + " = "
}

// text returns the whole tree as lines, each level indented.
func (t *traceTree) text(n data.Number) []string { return t.textOf(n, 0) }

// textOf returns the lines of a figure and its inputs, at a depth.
func (t *traceTree) textOf(n data.Number, depth int) []string {
	if depth == traceDepth || n.Way == nil {
		return nil
	}
	indent := strings.Repeat("\t", depth)
	var out []string
	if n.Way.Rule != "" {
		out = append(out, indent+n.Way.Rule, indent+stats.FormulaOf(n))
	}
	for _, term := range n.Way.Terms() {
		head := indent + symbolOf(term) + t.env.Printer.Number(term.Number)
		if o, ok := t.observation(term.Number); ok && term.Number.Way == nil {
			w := wordsOf(t.env, o)
			head += "\t" + strings.Join(w[:], "\t")
		}
		out = append(out, head)
		out = append(out, t.textOf(term.Number, depth+1)...)
	}
	return out
}
