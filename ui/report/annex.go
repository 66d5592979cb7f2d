package report

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// Annexed returns d with a last section that says of every figure of its text how
// it was worked out and which cells it rests on, in reading order. Cells finds the
// observations of references; those that are gone are left out.
func Annexed(p i18n.Printer, d Document, cells func([]data.Ref) []data.Observation) Document {
	a := &annex{p: p, cells: cells, told: map[string]bool{}}
	a.tell(d.Lead)
	for _, s := range d.Sections {
		a.tell(paragraphs(s))
	}
	if len(a.rows) == 0 {
		return d
	}
	t := &Table{
		ID: "annex", Title: p.Text("annex.title"),
		Columns: []Column{
			{Title: p.Text("annex.clause"), Text: true},
			{Title: p.Text("annex.figure"), Text: true},
			{Title: p.Text("annex.formula"), Text: true},
			{Title: p.Text("annex.cells"), Text: true},
		},
		Rows: a.rows, Notes: append([]string{p.Text("annex.note")}, a.legend()...),
	}
	d.Sections = append(slices.Clip(d.Sections), Section{ID: "annex", Title: p.Text("annex.section"), Level: 1, Blocks: []Block{t}})
	return d
}

// paragraphs returns those of a section.
func paragraphs(s Section) []Paragraph {
	var out []Paragraph
	for _, b := range s.Blocks {
		if p, ok := b.(Paragraph); ok {
			out = append(out, p)
		}
	}
	return out
}

// An annex lists figures, each once. Sheets are named by number.
type annex struct {
	p      i18n.Printer
	cells  func([]data.Ref) []data.Observation
	told   map[string]bool
	sheets []data.Source
	rows   []Row
}

// tell adds the rows of all clauses of paragraphs.
func (a *annex) tell(ps []Paragraph) {
	for _, p := range ps {
		for _, s := range p.Sentences {
			for _, clause := range clauses(s.Runs, a.p.Text("list.clause")) {
				a.clause(clause)
			}
		}
	}
}

// clauses divides runs where one holds a stop.
func clauses(runs []Run, stop string) [][]Run {
	var out [][]Run
	var now []Run
	for _, r := range runs {
		if r.Number != nil {
			now = append(now, r)
			continue
		}
		for i, text := range strings.Split(r.Text, stop) {
			if i > 0 {
				out, now = append(out, now), nil
			}
			now = append(now, Run{Text: text})
		}
	}
	return worded(append(out, now), stop)
}

// worded returns clauses with those that have no words of their own, 3.1% in a list,
// put to the one before.
func worded(all [][]Run, stop string) [][]Run {
	var out [][]Run
	for _, c := range all {
		hasWords := slices.ContainsFunc(c, func(r Run) bool { return r.Number == nil && strings.ContainsFunc(r.Text, unicode.IsLetter) })
		if n := len(out); n > 0 && !hasWords {
			out[n-1] = append(append(out[n-1], Run{Text: stop}), c...)
			continue
		}
		out = append(out, c)
	}
	return out
}

// clause adds a row for each figure of a clause that was not told before; figures
// that were published share one.
func (a *annex) clause(runs []Run) {
	var rows []Row
	var printed []Run
	for _, r := range runs {
		switch {
		case r.Number == nil || !r.Number.Shown() || !a.isNew(r):
		case r.Number.Way == nil:
			printed = append(printed, r)
		default:
			rows = a.add(rows, r.Text, a.formula(*r.Number), r.Number.Refs)
		}
	}
	if len(printed) > 0 {
		rows = a.add(rows, a.list(printed), a.p.Status(data.Published), refsOf(printed))
	}
	for i := range rows {
		if i == 0 {
			rows[i].Cells[0] = TextCell(strings.TrimSuffix(Plain(runs), a.p.Text("list.stop")))
		}
	}
	a.rows = append(a.rows, rows...)
}

// isNew reports whether a figure was not told before, in whatever words, and marks it
// as told. The ends of a band are the figure between them.
func (a *annex) isNew(r Run) bool {
	key := a.formula(*r.Number)
	for _, ref := range r.Number.Refs {
		key += " " + strconv.FormatInt(int64(ref), 10)
	}
	old := a.told[key]
	a.told[key] = true
	return !old
}

// add returns rows with one more; a figure without cells has none.
func (a *annex) add(rows []Row, figure, formula string, refs []data.Ref) []Row {
	places := a.places(refs)
	if places == "" {
		return rows
	}
	return append(rows, Row{Cells: []Cell{TextCell(""), TextCell(figure), TextCell(formula), TextCell(places)}})
}

// list returns the figures of runs.
func (a *annex) list(runs []Run) string {
	out := make([]string, len(runs))
	for i, r := range runs {
		out[i] = r.Text
	}
	return strings.Join(out, annexComma)
}

// refsOf returns the references of all figures of runs.
func refsOf(runs []Run) []data.Ref {
	var out []data.Ref
	for _, r := range runs {
		out = append(out, r.Number.Refs...)
	}
	return out
}

// formula returns how a figure was worked out, and its inputs in turn.
func (a *annex) formula(n data.Number) string {
	out := formulas(n)
	if stats.FormulaOf(n) == "" {
		out = append([]string{a.p.Status(n.Status)}, out...)
	}
	if n.Lo < n.Hi {
		out[0] += a.p.Text(intervalKey(n), "interval", a.p.Interval(n))
	}
	return strings.Join(out, a.p.Text("list.semicolon"))
}

// intervalKey returns the key of the words for the interval of a figure: of a
// projection it is no matter of rounding.
func intervalKey(n data.Number) string {
	if n.Status == data.Projected {
		return "annex.band"
	}
	return "annex.interval"
}

// Bounds of what is told of a figure.
const (
	annexDepth  = 4  // levels of inputs
	annexInputs = 6  // formulas of inputs, and members of a sum that are looked into
	annexCells  = 12 // cells
)

// annexComma stands between figures and between cells. Its space is where a narrow
// column breaks them; without one they are cut in their middle.
const annexComma = ", "

// formulas returns the formula of a figure with its numbers, and then those of its
// inputs that were derived, each with its symbol: 0.7176·9.6 = 6.9, then
// P₁ = 71.76/100 = 0.7176. Members of a long sum are left out.
func formulas(n data.Number) []string {
	var out []string
	if f := stats.FormulaOf(n); f != "" {
		out = append(out, f)
	}
	var inputs func(n data.Number, depth int)
	inputs = func(n data.Number, depth int) {
		terms := n.Way.Terms()
		if depth == annexDepth || len(terms) > annexInputs {
			return
		}
		for _, t := range terms {
			line := leftOf(t) + stats.FormulaOf(t.Number)
			if stats.FormulaOf(t.Number) != "" && len(out) <= annexInputs && !slices.Contains(out, line) {
				out = append(out, line)
			}
			inputs(t.Number, depth+1)
		}
	}
	inputs(n, 0)
	return out
}

// leftOf returns the left side of the formula of a term.
func leftOf(t data.Term) string {
	if t.Symbol == "" {
		return ""
	}
	return t.Symbol + " = "
}

// places returns where the cells of references stand, by sheet: [1] T5、I5.
func (a *annex) places(refs []data.Ref) string {
	found := a.cells(refs)
	slices.SortStableFunc(found, func(x, y data.Observation) int { return a.sheet(x.Source) - a.sheet(y.Source) })
	var b strings.Builder
	for i, o := range found {
		switch {
		case i == annexCells:
			b.WriteString(a.p.Text("annex.more", "n", a.p.Count(len(found)-annexCells)))
			return b.String()
		case i == 0 || a.sheet(o.Source) != a.sheet(found[i-1].Source):
			if i > 0 {
				b.WriteString(a.p.Text("list.semicolon"))
			}
			b.WriteString(sheetMark(a.sheet(o.Source)) + " ")
		default:
			b.WriteString(annexComma)
		}
		b.WriteString(o.Source.Cell)
	}
	return b.String()
}

// sheet returns the number of the sheet that a cell stands on, from 0.
func (a *annex) sheet(at data.Source) int {
	at.Cell = ""
	i := slices.Index(a.sheets, at)
	if i < 0 {
		i = len(a.sheets)
		a.sheets = append(a.sheets, at)
	}
	return i
}

// sheetMark returns the mark of the i-th sheet.
func sheetMark(i int) string { return "[" + strconv.Itoa(i+1) + "]" }

// legend says which sheets the marks name.
func (a *annex) legend() []string {
	out := make([]string, len(a.sheets))
	for i, s := range a.sheets {
		out[i] = sheetMark(i) + " " + a.p.Source(s)
	}
	return out
}
