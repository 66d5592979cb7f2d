package data

import (
	"slices"
	"strings"
	"unicode"
)

// IndustryItem is the code of the item 工业. It is a part in tables of GDP and of
// investment, and the total where an indicator covers industry alone.
const IndustryItem = "industry"

// FindIndicator returns the indicator that goes by name: its code, its name in
// either language, long or short, or an alias, compared by [Fold].
func (c *Catalog) FindIndicator(name string) (Indicator, bool) {
	return at(c.indicators, c.indicatorNamed, Fold(name))
}

// FindRegion returns the region that goes by name: its code, its name in either
// language, long or short, or an alias, compared by [Fold].
func (c *Catalog) FindRegion(name string) (Region, bool) {
	return at(c.regions, c.regionNamed, Fold(name))
}

// FindItem returns the item that goes by name: its code, its name in either
// language, long or short, or an alias, compared by [Fold]. Of several items of
// that name it returns the one of the kind that is given first; without kinds a
// name that items of several kinds bear finds nothing, since to choose would be
// to guess.
func (c *Catalog) FindItem(name string, kinds ...ItemKind) (Item, bool) {
	found := c.itemsNamed[Fold(name)]
	if len(kinds) == 0 {
		if len(found) == 1 {
			return c.items[found[0]], true
		}
		return Item{}, false
	}
	for _, k := range kinds {
		for _, i := range found {
			if c.items[i].Kind == k {
				return c.items[i], true
			}
		}
	}
	return Item{}, false
}

// FindItemOf returns the item that a row label means in a table of ind. It
// differs from [Catalog.FindItem] in one thing: 工业 is the total of an indicator
// that covers industry alone, and a part in the table of any other.
func (c *Catalog) FindItemOf(ind Indicator, name string, kinds ...ItemKind) (Item, bool) {
	if it, ok := c.FindItem(name, Sector); ok && it.Code == IndustryItem && ind.Industrial &&
		(len(kinds) == 0 || slices.Contains(kinds, Total)) {
		return c.Item(TotalItem)
	}
	return c.FindItem(name, kinds...)
}

// Fold returns the normal form of a name, in which spellings that mean the same
// are equal: without blanks of any width, full-width letters, digits and signs as
// ASCII, brackets round, 及 as 和, without 、 and 的, in lower case. It is for
// comparison, never for display.
func Fold(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '、', r == '的', r == '\u200b', r == '\ufeff':
			return -1
		case r == '及':
			return '和'
		case strings.ContainsRune("﹙〔【[", r), r == '［', r == '〖':
			return '('
		case strings.ContainsRune("﹚〕】]", r), r == '］', r == '〗':
			return ')'
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		}
		return unicode.ToLower(r)
	}, name)
}
