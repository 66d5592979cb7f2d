package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"yunxing/data"
)

// A scopeName is the folded name of an item that a title may restrict a table to.
type scopeName struct {
	folded, printed, code string
}

// scopeNames returns the names of items that may stand inside of a title, the
// longest first: those of four characters or more, but no totals and products.
func scopeNames(cat *data.Catalog) []scopeName {
	var out []scopeName
	for _, kind := range []data.ItemKind{data.Section, data.Branch, data.Sector, data.Size, data.Ownership} {
		for _, it := range cat.Items(kind) {
			if it.Code == data.IndustryItem {
				continue
			}
			for _, s := range append([]string{it.Zh, it.ShortZh}, it.Aliases...) {
				if f := data.Fold(s); utf8.RuneCountInString(f) >= 4 && hasHan(f) {
					out = append(out, scopeName{f, s, it.Code})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b scopeName) int { return cmp.Compare(len(b.folded), len(a.folded)) })
	return out
}

// scopeOf returns the name of the one item that a title mentions, "" if it mentions
// none or several.
func (n *names) scopeOf(title string) string {
	f := data.Fold(title)
	found := scopeName{}
	for _, s := range n.scopes {
		if !strings.Contains(f, s.folded) {
			continue
		}
		if found.code != "" && found.code != s.code {
			return ""
		}
		found = s
		f = strings.ReplaceAll(f, s.folded, " ")
	}
	return found.printed
}

// scope notes the item that the lines above a table restrict it to where they name
// no item outright: 各地区高技术产业生产经营情况.
func (c *context) scope(n *names, path []place) {
	if c.item != "" {
		return
	}
	for _, p := range path {
		if p.rest == "" {
			continue
		}
		if s := n.scopeOf(p.rest); s != "" {
			c.item, c.known, c.scoped = s, true, true
			return
		}
	}
}

// scopeClaimed reports whether a row or a column names the item that the title
// mentions, so that the others are not restricted to it.
func (r *tableReader) scopeClaimed() bool {
	it, ok := r.cat.FindItem(r.context.item, allKinds()...)
	if !ok {
		return false
	}
	claims := func(s *side) bool {
		x, ok := r.cat.FindItem(s.item, allKinds()...)
		return s.item != "" && ok && x.Code == it.Code
	}
	for _, row := range r.rows {
		if claims(row.side) || row.section != nil && claims(row.section) {
			return true
		}
	}
	for _, col := range r.cols {
		if claims(col) {
			return true
		}
	}
	return false
}

// restrict puts the enterprises that the title restricts the table to, such as those
// of one size or ownership, into the coverage of figures whose item is another.
func (r *tableReader) restrict(k *data.Key) {
	if r.context.item == "" || k.Coverage != "" || k.Item == data.TotalItem {
		return
	}
	kinds := []data.ItemKind{data.Size, data.Ownership}
	if r.context.scoped {
		kinds = append(kinds, data.Sector)
	}
	it, ok := r.cat.FindItem(r.context.item, kinds...)
	if ok && it.Code != k.Item {
		k.Coverage = it.Zh
	}
}

// wholeOfScope reports whether the codes of a row's and a column's item are those of a
// bare total, such as 总计, in a table that its title restricts to one item: the
// total is that of the item.
func (r *tableReader) wholeOfScope(row, col string, d *draft) bool {
	if r.context.item == "" || row == "" && col == "" {
		return false
	}
	for _, s := range []*side{d.row.side, d.col} {
		switch data.Fold(s.item) {
		case "", "总计", "合计", "总和", "total":
		default:
			return false
		}
	}
	return true
}
