package layout

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"yunxing/data"
)

// A Template is what is kept of a workbook that was taken in: how its sheets look,
// and what a person has said about them. With it the next issue of the workbook is
// read by itself, and what is different about it is told.
type Template struct {
	Version int             `json:"version"`
	Name    string          `json:"name"` // of the file, with # for its numbers
	Sheets  []SheetTemplate `json:"sheets"`
}

// A SheetTemplate is the part of a template about one sheet.
type SheetTemplate struct {
	Sheet  string    `json:"sheet"`
	Labels []string  `json:"labels"`           // its fingerprint
	Common []string  `json:"common,omitempty"` // regions and branches, which tell sheets of one kind apart
	Rules  Mapping   `json:"rules,omitempty"`
	Tables []Outline `json:"tables"`
}

// templateVersion is that of the templates that are written.
const templateVersion = 1

// ErrTemplate reports a text that is no template, or one of a later version.
var ErrTemplate = errors.New("layout: no template")

// NewTemplate returns what is kept of the sheets of one file, which were read with
// the mappings into result. Their tables are those of result. What was said of one
// cell is not kept.
func NewTemplate(grids []*data.Grid, mappings map[*data.Grid]Mapping, result Result, cat *data.Catalog) Template {
	t := Template{Version: templateVersion}
	for i, g := range grids {
		t.Name = NameOf(g.File)
		f := fingerprint(g, cat)
		s := SheetTemplate{Sheet: NameOf(g.Sheet), Labels: f.labels, Common: f.common, Tables: result.outlines(i)}
		for _, r := range mappings[g] {
			if r.Scope == OfCell {
				continue // about one figure, not about its kind
			}
			r.Anchor = anchor(g, r)
			if r.Text != "" && r.Over == nil {
				r.Over = append([]string{}, result.printed[matter{i, r.Scope, r.At, r.Part}]...)
			}
			s.Rules = append(s.Rules, r)
		}
		t.Sheets = append(t.Sheets, s)
	}
	return t
}

// Rules returns how many rules t has.
func (t Template) Rules() int {
	n := 0
	for _, s := range t.Sheets {
		n += len(s.Rules)
	}
	return n
}

// NameOf returns the name of a file or a sheet without what changes from one issue
// to the next: its numbers and periods.
func NameOf(name string) string {
	for _, p := range []string{"一季度", "上半年", "前三季度", "二季度", "三季度", "四季度", "全年"} {
		name = strings.ReplaceAll(name, p, "#")
	}
	return digitless(name)
}

// outlines returns the outlines of the tables of the i-th grid.
func (r Result) outlines(i int) []Outline {
	out := []Outline{}
	for _, f := range r.Tables {
		if f.Grid == i {
			out = append(out, f.Outline)
		}
	}
	return out
}

// ParseTemplate reads a template as it was written. Rules that make no sense are an
// error, since they would be left out without a word.
func ParseTemplate(b []byte, cat *data.Catalog) (Template, error) {
	var t Template
	if err := json.Unmarshal(b, &t); err != nil {
		return t, fmt.Errorf("%w: %w", ErrTemplate, err)
	}
	if t.Version < 1 || t.Version > templateVersion {
		return t, fmt.Errorf("%w: version %d", ErrTemplate, t.Version)
	}
	p := newParser(cat)
	for _, s := range t.Sheets {
		for _, r := range s.Rules {
			if err := r.check(p); err != nil {
				return t, fmt.Errorf("%w: sheet %q: %w", ErrTemplate, s.Sheet, err)
			}
		}
	}
	return t, nil
}

// Write returns t as text.
func (t Template) Write() ([]byte, error) {
	b, err := json.MarshalIndent(t, "", "\t")
	return append(b, '\n'), err
}

// Thresholds of likeness: of a workbook to a template, and of a sheet to a part of
// it, less where the names are the same.
const (
	likeBook  = 0.6
	likeSheet = 0.5
	likeNamed = 0.3
)

// A Fit says how a template fits the sheets of a file.
type Fit struct {
	Score  float64
	Sheets []int // of every grid the part of the template, -1 without one
}

// Fits reports whether the likeness is enough to go by.
func (f Fit) Fits() bool { return f.Score >= likeBook }

// Fit returns how t fits the sheets of a file: how many of all labels they share.
// Names of regions and branches do not count, where there are others; tables of all
// kinds have them.
func (t Template) Fit(grids []*data.Grid, cat *data.Catalog) Fit {
	f := Fit{Sheets: make([]int, len(grids))}
	prints := make([]print, len(grids))
	total, shared := 0, 0
	for i, g := range grids {
		f.Sheets[i] = -1
		prints[i] = fingerprint(g, cat)
		total += len(prints[i].labels)
	}
	taken := make([]bool, len(t.Sheets))
	for _, named := range []bool{true, false} {
		for i, g := range grids {
			if f.Sheets[i] >= 0 {
				continue
			}
			if j := t.part(prints[i], NameOf(g.Sheet), named, taken); j >= 0 {
				f.Sheets[i], taken[j] = j, true
				shared += common(prints[i].labels, t.Sheets[j].Labels)
			}
		}
	}
	for _, s := range t.Sheets {
		total += len(s.Labels)
	}
	if total > 0 {
		f.Score = 2 * float64(shared) / float64(total)
	}
	return f
}

// part returns the part of t, not yet taken, that a sheet with these labels is most
// like, of those with its name or of all; -1 if it is like none.
func (t Template) part(p print, name string, named bool, taken []bool) int {
	least := likeSheet
	if named {
		least = likeNamed
	}
	best, most := -1, 0.0
	for j, s := range t.Sheets {
		a := alikeness(p.labels, s.Labels)
		if taken[j] || named && s.Sheet != name || a < least {
			continue
		}
		if a += alikeness(p.common, s.Common); a > most {
			best, most = j, a
		}
	}
	return best
}
