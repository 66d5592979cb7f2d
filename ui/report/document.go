package report

import (
	"yunxing/data"
	"yunxing/ui/chart"
)

// A Document is a report before it is put into a format.
type Document struct {
	Title string
	// Lead stands before the first section.
	Lead     []Paragraph
	Sections []Section
	// Notes close the document: scope, methods, what is not known.
	Notes []string
	// Date is that of the latest figures. It dates the file, which knows no clock;
	// the zero Date leaves it undated.
	Date data.Date
}

// A Section is a heading with what stands below it. Sections follow one another;
// Level, from 1 to 3, says how deep each one lies.
type Section struct {
	ID     string // stable over languages
	Number string // 一、 or 1.2; see Numbered
	Title  string
	Level  int
	Blocks []Block
}

// A Block is a Paragraph, a *Table or a *Figure.
type Block interface{ block() }

func (Paragraph) block() {}
func (*Table) block()    {}
func (*Figure) block()   {}

// A Paragraph is a run of sentences.
type Paragraph struct {
	Sentences []Sentence
}

// A Figure is a chart with its caption. Source and note of the chart are printed
// as text below it, and the caption of the chart where Title is empty.
type Figure struct {
	ID            string // stable over languages
	Number        string // 图1; see Numbered
	Title         string
	Chart         *chart.Figure
	Width, Height float64 // in millimetres; 150 × 85 where zero
}

// caption returns the title of f.
func (f *Figure) caption() string {
	if f.Title == "" && f.Chart != nil {
		return f.Chart.Caption
	}
	return f.Title
}

// below returns the lines that stand below f: source and note of the chart, which
// are final and say themselves what they are.
func (f *Figure) below() []string {
	var out []string
	for _, s := range []string{f.Chart.Source, f.Chart.Note} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// size returns the size of f in millimetres.
func (f *Figure) size() (width, height float64) {
	if f.Width <= 0 || f.Height <= 0 {
		return 150, 85
	}
	return f.Width, f.Height
}

// Numbers returns every figure of the text and the tables, in reading order.
func (d Document) Numbers() []data.Number {
	var out []data.Number
	add := func(ps []Paragraph) {
		for _, p := range ps {
			for _, s := range p.Sentences {
				for _, r := range s.Runs {
					if r.Number != nil {
						out = append(out, *r.Number)
					}
				}
			}
		}
	}
	add(d.Lead)
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case Paragraph:
				add([]Paragraph{b})
			case *Table:
				out = append(out, b.numbers()...)
			}
		}
	}
	return out
}
