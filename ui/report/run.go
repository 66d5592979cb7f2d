package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yunxing/data"
	"yunxing/ui/i18n"
)

// A Run is a piece of a sentence. Where Number is set, Text is a printed form of
// it: without its sign where a verb says the direction, in multiples where it
// more than doubled.
type Run struct {
	Text   string
	Number *data.Number
}

// Words returns runs of plain words.
func Words(s string) []Run { return []Run{{Text: s}} }

// Token returns the run of a figure in a printed form.
func Token(text string, n data.Number) []Run { return []Run{{Text: text, Number: &n}} }

// Join returns runs one behind the other.
func Join(runs ...[]Run) []Run {
	var out []Run
	for _, r := range runs {
		out = append(out, r...)
	}
	return out
}

// Plain returns the text of runs.
func Plain(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// An Arg is what stands in the place of a placeholder.
type Arg struct {
	name string
	runs []Run
}

// Word returns an argument of plain words.
func Word(name, text string) Arg { return Arg{name, Words(text)} }

// Num returns an argument that is a figure in a printed form.
func Num(name, text string, n data.Number) Arg { return Arg{name, Token(text, n)} }

// Phrase returns an argument of several runs.
func Phrase(name string, runs []Run) Arg { return Arg{name, runs} }

// Say returns the text under key with its placeholders replaced by runs. A
// placeholder without an argument stays, in braces, to be seen.
func Say(p i18n.Printer, key string, args ...Arg) []Run {
	var out []Run
	for _, part := range p.Parts(key) {
		if part.Arg == "" {
			out = append(out, Run{Text: part.Text})
			continue
		}
		runs := Words("{" + part.Arg + "}")
		for _, a := range args {
			if a.name == part.Arg {
				runs = a.runs
			}
		}
		out = append(out, runs...)
	}
	return out
}

// Enumerate joins items as a list: a、b和c or a, b and c.
func Enumerate(p i18n.Printer, items ...[]Run) []Run {
	var out []Run
	for i, it := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			out = append(out, Run{Text: p.Text("list.and")})
		default:
			out = append(out, Run{Text: p.Text("list.comma")})
		}
		out = append(out, it...)
	}
	return out
}

// A Sentence is a statement with its full stop.
type Sentence struct {
	Runs []Run
}

// NewSentence joins clauses by commas and closes them with a full stop. Empty
// clauses are left out.
func NewSentence(p i18n.Printer, clauses ...[]Run) Sentence {
	var out []Run
	for _, c := range clauses {
		if len(c) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, Run{Text: p.Text("list.clause")})
		}
		out = append(out, c...)
	}
	if len(out) == 0 {
		return Sentence{}
	}
	if out[0].Number == nil {
		out[0].Text = capital(out[0].Text)
	}
	return Sentence{append(out, Run{Text: p.Text("list.stop")})}
}

// String returns the words of s.
func (s Sentence) String() string { return Plain(s.Runs) }

// capital returns s with its first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// runs returns the runs of all sentences of p, with what stands between them.
func (p Paragraph) runs(between string) []Run {
	var out []Run
	for i, s := range p.Sentences {
		if i > 0 && between != "" {
			out = append(out, Run{Text: between})
		}
		out = append(out, s.Runs...)
	}
	return out
}

// NewParagraph returns the paragraph of sentences; those without words are left
// out.
func NewParagraph(sentences ...Sentence) Paragraph {
	var out Paragraph
	for _, s := range sentences {
		if len(s.Runs) > 0 {
			out.Sentences = append(out.Sentences, s)
		}
	}
	return out
}
