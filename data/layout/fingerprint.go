package layout

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"yunxing/data"
)

// Bounds of a fingerprint: labels that it holds, and runes of the longest of them.
const (
	maxLabels    = 600
	longestLabel = 48
)

// fewLabels is the number of labels up to which names of regions and branches count.
const fewLabels = 2

// A print is the fingerprint of a sheet: its labels without dates and numbers, each
// once, in order; what stays from one issue of a file to the next.
type print struct {
	labels []string
	common []string // names of regions and branches, which tables of all kinds have
}

// fingerprint returns the print of a sheet. Where there is hardly anything else, names
// of regions and branches are labels as others.
func fingerprint(g *data.Grid, cat *data.Catalog) print {
	seen, common := map[string]bool{}, map[string]bool{}
	for r := range g.Rows() {
		for c := range g.Cols() {
			t := labelText(g.At(r, c))
			switch {
			case t == "":
			case isCommon(t, cat):
				if len(common) < maxLabels {
					common[t] = true
				}
			case len(seen) < maxLabels:
				seen[t] = true
			}
		}
	}
	if len(seen) <= fewLabels {
		maps.Copy(seen, common)
	}
	return print{sortedKeys(seen), sortedKeys(common)}
}

// isCommon reports whether a label is the name of a region or of a branch.
func isCommon(text string, cat *data.Catalog) bool {
	if _, ok := cat.FindRegion(text); ok {
		return true
	}
	_, ok := cat.FindItem(text, data.Branch, data.Section, data.Sector, data.Total)
	return ok
}

// labelText returns the text of a cell as a fingerprint has it, "" where it has none.
func labelText(c data.Cell) string {
	if c.Kind != data.TextCell || len(c.Text) > longestLabel*4 || readFigure(c, false).kind == number {
		return ""
	}
	t := data.Fold(digitless(timeless(c.Text)))
	if utf8.RuneCountInString(t) > longestLabel {
		return ""
	}
	return t
}

// digitless returns s with every run of digits as one #.
func digitless(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if r >= '0' && r <= '9' {
			if last != '#' {
				b.WriteByte('#')
			}
			last = '#'
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// alikeness returns how much two sorted lists of labels share, from 0 to 1: twice
// what is in both over all (Dice 1945).
func alikeness(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

// common returns how many texts two sorted lists share.
func common(a, b []string) int {
	n := 0
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); ok {
			n++
		}
	}
	return n
}
