package i18n

import "yunxing/data"

// Problem returns what is wrong with the input and what to do about it, followed
// by the detail in brackets. A code without words of its own gets a general
// sentence that names it.
func (p Printer) Problem(v data.Problem) string {
	key := "problem." + string(v.Code)
	text := p.Text("problem.other", "code", string(v.Code))
	if p.Has(key) {
		text = p.Text(key)
	}
	if v.Detail != "" {
		return p.Text("problem.detail", "text", text, "detail", v.Detail)
	}
	return text
}

// ProblemName returns what is wrong in a few words, with the detail behind; for a
// list whose entries are told in full elsewhere.
func (p Printer) ProblemName(v data.Problem) string {
	key := "problem-name." + string(v.Code)
	if !p.Has(key) {
		return p.Problem(v)
	}
	if v.Detail == "" {
		return p.Text(key)
	}
	return p.Text(key) + p.Text("list.colon") + v.Detail
}

// Source returns where a number came from: 工业.xlsx，工作表“增速”，B4.
func (p Printer) Source(s data.Source) string {
	switch {
	case s.Sheet == "" && s.Cell == "":
		return s.File
	case s.Sheet == "":
		return p.Text("source.cell", "file", s.File, "cell", s.Cell)
	case s.Cell == "":
		return p.Text("source.sheet", "file", s.File, "sheet", s.Sheet)
	}
	return p.Text("source.full", "file", s.File, "sheet", s.Sheet, "cell", s.Cell)
}
