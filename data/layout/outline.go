package layout

import (
	"cmp"
	"slices"
	"strings"

	"yunxing/data"
)

// An Outline is what a table looks like without its figures and its dates: what is
// compared when the next file of its kind comes.
type Outline struct {
	Layout  string            `json:"layout"`
	At      Spot              `json:"at"`                // the first figure
	Columns []string          `json:"columns,omitempty"` // names of the columns, without periods
	Rows    []string          `json:"rows,omitempty"`    // names of the rows, without periods
	Units   map[string]string `json:"units,omitempty"`   // of every series, by what it is
	columns lines
	rows    lines
}

// lines says where the names of columns or rows stand.
type lines map[string]Spot

// mostNames bounds the names of the rows, and of the columns, of an outline.
const mostNames = 2000

// outline returns the outline of a table that was read.
func (r *tableReader) outline() Outline {
	o := Outline{Layout: r.layout.ID, At: Spot{r.table.Rows[0], r.table.Cols[0]}, columns: lines{}, rows: lines{}}
	for _, row := range r.rows {
		if row.figures {
			o.At.Row = row.row
			break
		}
	}
	for _, c := range r.table.Cols {
		o.columns.add(r.cols[c])
	}
	for _, row := range r.rows {
		if row.figures {
			o.rows.add(row.side)
		}
	}
	o.Columns, o.Rows = o.columns.names(), o.rows.names()
	o.Units = r.seriesUnits()
	return o
}

// add notes where the name of a line stands first.
func (l lines) add(s *side) {
	if name := s.lineName(); name != "" && len(l) < mostNames {
		if _, ok := l[name]; !ok {
			at := s.places[len(s.places)-1]
			l[name] = Spot{at.row, at.col}
		}
	}
}

// names returns the names in the order in which they stand.
func (l lines) names() []string {
	names := sortedKeys(l)
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(l[a].Row, l[b].Row), cmp.Compare(l[a].Col, l[b].Col))
	})
	return names
}

// lineName returns the labels of a line without periods, the outermost first.
func (s *side) lineName() string {
	var parts []string
	for _, p := range s.places {
		if name := timeless(unitless(p.text)); name != "" && (len(parts) == 0 || parts[len(parts)-1] != name) {
			parts = append(parts, name)
		}
	}
	return strings.Join(parts, " / ")
}

// timeless returns a text without what changes from one issue to the next: periods
// and days. Of a text that is nothing else it returns "".
func timeless(text string) string {
	t := squeeze(halfWidth(text))
	if _, ok := data.ParseLabel(t); ok {
		return ""
	}
	if _, ok := parseDay(t); ok || !hasLetter(t) {
		return ""
	}
	t = timeForm().ranges.ReplaceAllString(dashes(t), "")
	t = timeForm().period.ReplaceAllString(t, "")
	t = strings.Trim(strings.ReplaceAll(t, "()", ""), " :,;、_-·")
	if !hasLetter(t) {
		return ""
	}
	return t
}

// unitless returns a text without the units in brackets. Their change is one of
// units, not of names.
func unitless(text string) string {
	return pattern().bracket.ReplaceAllStringFunc(halfWidth(text), func(group string) string {
		for part := range strings.FieldsFuncSeq(group[1:len(group)-1], func(r rune) bool { return strings.ContainsRune("、,，;/", r) }) {
			if _, ok := parseUnit(part); !ok {
				return group
			}
		}
		return ""
	})
}

// seriesUnits returns the unit of every series of the table by what it is: the
// indicator as printed, the item, and how it is to be read. One with several units
// has them all.
func (r *tableReader) seriesUnits() map[string]string {
	units := map[string][]string{}
	for _, f := range r.found {
		if f.obs.Status == data.Missing {
			continue
		}
		name := seriesName(f.obs)
		if u := f.obs.Unit.Symbol; !slices.Contains(units[name], u) {
			units[name] = append(units[name], u)
		}
	}
	out := make(map[string]string, len(units))
	for name, list := range units {
		slices.Sort(list)
		out[name] = strings.Join(list, "、")
	}
	return out
}

// seriesName returns what the series of an observation is, without region and unit.
func seriesName(o data.Observation) string {
	name := o.Printed
	if o.Key.Item != data.TotalItem {
		name += " · " + o.Key.Item
	}
	return name + " · " + o.Key.Basis.Measure.String() + " " + o.Key.Basis.Span.String()
}

// bareName returns the name of a series without how it is to be read.
func bareName(name string) string { return name[:max(strings.LastIndex(name, " · "), 0)] }
