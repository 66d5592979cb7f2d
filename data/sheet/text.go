package sheet

import (
	"context"
	"errors"
	"strings"

	"yunxing/data"
)

// readText reads a table in a text file: fields divided by comma, semicolon, tab
// or bar, quoted or not, lines ended by LF, CRLF or CR. Every cell is text. Blank
// lines count as rows, so that cells keep the names a spreadsheet gives them.
func readText(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	s := decode(b)
	if strings.Contains(s, strings.Repeat("\x00", hole)) {
		return nil, damaged(name, errHole)
	}
	g := &data.Grid{File: name}
	s, d := named(strings.ReplaceAll(s, "\x00", ""))
	p := fields{text: s, delimiter: d}
	cells := 0
	for row := 0; !p.done(); row++ {
		if row%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		texts := p.next()
		if cells += len(texts); cells > maxCells {
			return nil, &Error{TooLarge, name, "it has more than eight million cells; split it", nil}
		}
		line := textCells(texts)
		if len(line) > maxCols {
			return nil, &Error{TooLarge, name, "it has more columns than a sheet can have; split it", errOutside}
		}
		g.AddRow(line)
	}
	if !hasText(g) {
		return nil, &Error{Empty, name, "no line holds a value", nil}
	}
	return []*data.Grid{g}, nil
}

// hole is how many zero bytes in a row are the rest of a download that never came.
const hole = 512

// errHole reports a text with such a hole.
var errHole = errors.New("sheet: text with a hole")

// textCells returns a cell for each text, without the blank ones at the end.
func textCells(texts []string) []data.Cell {
	for len(texts) > 0 && strings.TrimSpace(texts[len(texts)-1]) == "" {
		texts = texts[:len(texts)-1]
	}
	cells := make([]data.Cell, len(texts))
	for i, t := range texts {
		cells[i] = data.Cell{Digits: -1}
		if t != "" {
			cells[i].Text, cells[i].Kind = t, data.TextCell
		}
	}
	return cells
}

// hasText reports whether any cell of g is not blank.
func hasText(g *data.Grid) bool {
	for r := range g.Rows() {
		for c := range g.Cols() {
			if strings.TrimSpace(g.At(r, c).Text) != "" {
				return true
			}
		}
	}
	return false
}

// named returns s without a first line such as sep=; that names the delimiter, as
// a spreadsheet program reads it, and the delimiter.
func named(s string) (string, byte) {
	line, _, _ := strings.Cut(s[:min(len(s), 16)], "\n")
	line, _, _ = strings.Cut(line, "\r")
	if bare := strings.Trim(line, `"`); len(bare) == 5 && strings.EqualFold(bare[:4], "sep=") && len(line) < len(s) {
		rest := strings.TrimPrefix(strings.TrimPrefix(s[len(line):], "\r"), "\n")
		return rest, bare[4]
	}
	return s, delimiter(s)
}

// delimiter returns the character that divides the fields of s: the one whose
// number outside of quotes is most alike from line to line. Where another stands
// in as many lines as the commas do, these are decimal commas, or those of the
// thousands. It is 0, which no text has, where nothing divides them.
func delimiter(s string) byte {
	head := strings.ReplaceAll(s[:min(len(s), 64<<10)], "\t,", ",") // a tab before a comma keeps a spreadsheet from guessing
	if decimals(head) {
		return 0
	}
	best, score := byte(','), 0
	_, commas := regular(head, ',')
	for _, d := range []byte("\t;,|") {
		n, lines := regular(head, d)
		switch {
		case prose(head, d):
			n /= 2
		case d != ',' && lines > 1 && lines >= commas:
			n += 1 << 30
		}
		if n > score {
			best, score = d, n
		}
	}
	return best
}

// decimals reports whether s is one column of figures with decimal commas below a
// heading without one. Years may stand before a comma that divides.
func decimals(s string) bool {
	figures, years, words := 0, 0, 0
	for line := range strings.Lines(strings.ReplaceAll(s, "\r", "\n")) {
		line = strings.TrimSpace(line)
		whole, frac, comma := strings.Cut(line, ",")
		whole = strings.TrimLeft(whole, "+-")
		switch {
		case line == "":
		case comma && allDigits(whole) && allDigits(strings.TrimSuffix(frac, "%")):
			figures++
			if len(whole) == 4 && (whole[:2] == "19" || whole[:2] == "20") {
				years++
			}
		case strings.ContainsAny(line, ",;\t|\""):
			return false
		case !allDigits(whole):
			words++
		}
	}
	return figures > 1 && words > 0 && years < figures
}

// allDigits reports whether s is one digit or more, and nothing else.
func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// prose reports whether most d of s stand before a blank, as between words.
func prose(s string, d byte) bool {
	return 2*strings.Count(s, string(d)+" ") > strings.Count(s, string(d)) && (d == ';' || d == '|')
}

// regular returns how many fields beyond the first the lines of s that agree most
// in their number have together, and how many lines have any.
func regular(s string, d byte) (score, lines int) {
	p := fields{text: s, delimiter: d}
	count := map[int]int{}
	for !p.done() {
		if n := len(p.next()) - 1; n > 0 {
			count[n]++
			lines++
		}
	}
	for n, same := range count {
		score = max(score, n*same)
		if same > 1 {
			score = max(score, same*(n+2))
		}
	}
	return score, lines
}

// A fields divides a text into rows of fields.
type fields struct {
	text      string
	delimiter byte
	pos       int
}

// done reports whether the text is used up.
func (p *fields) done() bool { return p.pos >= len(p.text) }

// next returns the fields of the next line.
func (p *fields) next() []string {
	var row []string
	for {
		row = append(row, p.field())
		if p.done() {
			return row
		}
		switch c := p.text[p.pos]; c {
		case p.delimiter:
			p.pos++
			if p.done() {
				return append(row, "")
			}
		default:
			p.pos++
			if c == '\r' && !p.done() && p.text[p.pos] == '\n' {
				p.pos++
			}
			return row
		}
	}
}

// field returns the next field and stops at what ends it. A quote that is never
// closed, or that something follows, is taken as it stands.
func (p *fields) field() string {
	if p.text[p.pos] == '"' {
		if s, end, ok := p.quoted(); ok {
			p.pos = end
			return s
		}
	}
	start := p.pos
	for !p.done() && p.text[p.pos] != p.delimiter && p.text[p.pos] != '\n' && p.text[p.pos] != '\r' {
		p.pos++
	}
	return p.text[start:p.pos]
}

// quoted returns the quoted field at the position and where it ends.
func (p *fields) quoted() (s string, end int, ok bool) {
	const longest = 1 << 20
	for i := p.pos + 1; i < len(p.text) && i-p.pos < longest; i++ {
		if p.text[i] != '"' {
			continue
		}
		if i+1 < len(p.text) && p.text[i+1] == '"' {
			i++
			continue
		}
		end = i + 1
		for end < len(p.text) && p.text[end] == ' ' {
			end++
		}
		if end < len(p.text) && p.text[end] != p.delimiter && p.text[end] != '\n' && p.text[end] != '\r' {
			return "", 0, false
		}
		inside := strings.ReplaceAll(p.text[p.pos+1:i], `""`, `"`)
		return strings.ReplaceAll(inside, "\r\n", "\n"), end, true
	}
	return "", 0, false
}
