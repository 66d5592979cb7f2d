package data

import (
	"cmp"
	"slices"
)

// An IndicatorKind decides how the values of an indicator behave in time.
type IndicatorKind uint8

// Kinds of indicator.
const (
	Flow  IndicatorKind = iota // adds up over time: value added, output, profit
	Stock                      // holds at a moment: inventories, enterprises
	Rate                       // neither: prices, utilisation, climate
)

// String returns flow, stock or rate, as the catalogue files spell it.
func (k IndicatorKind) String() string { return name(k, "flow", "stock", "rate") }

// An Indicator is what is measured, without region, item, period and basis.
type Indicator struct {
	Code string
	Kind IndicatorKind
	// Unit is the symbol of the unit that levels are usually in, and empty where it
	// depends on the item or on the basis. It is for display: a figure without a
	// stated unit has none.
	Unit             string
	Zh, En           string
	ShortZh, ShortEn string
	Aliases          []string
	// Industrial says that the indicator covers industry and nothing else, so that
	// a row 工业 is its total. See [Catalog.FindItemOf].
	Industrial bool
}

// A RegionLevel is the rank of a region.
type RegionLevel uint8

// Levels of region. A Belt (经济地带) is an aggregate of provinces that is
// published as such; which provinces it holds is told by a Group.
const (
	Nation RegionLevel = iota
	Province
	League
	Belt
)

// String returns nation, province, league or belt, as the catalogue files spell it.
func (l RegionLevel) String() string { return name(l, "nation", "province", "league", "belt") }

// A Region is a place that figures are published for. Code is that of GB/T 2260,
// six digits, or a word for a Belt; Parent is the code of the region it lies in,
// empty for the nation and for belts.
type Region struct {
	Code, Parent string
	Level        RegionLevel
	Zh, En       string // as printed in tables: 内蒙古, Inner Mongolia
	FullZh       string // 内蒙古自治区
	Aliases      []string
}

// An ItemKind says by what a figure is broken down.
type ItemKind uint8

// Kinds of item.
const (
	Total     ItemKind = iota // the whole
	Section                   // mining, manufacturing, utilities (门类)
	Branch                    // two-digit industry of GB/T 4754 (大类)
	Product                   // 主要工业产品
	Size                      // size class of enterprises
	Ownership                 // ownership class of enterprises (经济类型)
	Sector                    // any other grouping: 三次产业, 生产资料, 装备制造业, price classes
	Asset                     // kinds of investment
)

// String returns the name of k in lower case, as the catalogue files spell it.
func (k ItemKind) String() string {
	return name(k, "total", "section", "branch", "product", "size", "ownership", "sector", "asset")
}

// An Item is a branch, product, class or other part that figures are broken down
// by. GB2002, GB2011 and GB2017 are the codes in the editions of GB/T 4754: two
// digits for a branch, the letter for a section, empty where the edition has no
// such thing. A branch that was only renamed between editions is one item; one
// that was split, merged or given another scope is several.
type Item struct {
	Code, Parent           string
	Kind                   ItemKind
	GB2002, GB2011, GB2017 string
	Zh, En                 string
	ShortZh, ShortEn       string // for axes and narrow columns
	Aliases                []string
}

// GB returns the code of it in the edition of GB/T 4754 of that year (2002, 2011
// or 2017), and the empty string for another year.
func (it Item) GB(edition int) string {
	switch edition {
	case 2002:
		return it.GB2002
	case 2011:
		return it.GB2011
	case 2017:
		return it.GB2017
	default:
		return ""
	}
}

// A Member is the membership of a region in a group, from one year to another,
// both included. Zero leaves that end open.
type Member struct {
	Region   string
	From, To int
}

// In reports whether m is valid in year.
func (m Member) In(year int) bool {
	return (m.From == 0 || m.From <= year) && (m.To == 0 || year <= m.To)
}

// A Group is a set of regions to compare with, such as the twelve western
// provinces; whom it holds may change with the years.
type Group struct {
	Code, Zh, En string
	Members      []Member // in official order
}

// A Publisher is one who publishes figures and has an official name in English.
type Publisher struct{ Zh, En string }

// A Catalog holds the known indicators, regions, items, groups and publishers, each in
// the order of its file, which is the official one. It is never changed after loading,
// so it may be shared; callers do not change the slices inside what it returns.
type Catalog struct {
	indicators []Indicator
	regions    []Region
	items      []Item
	groups     []Group
	publishers []Publisher

	// Positions in the slices above, by code and by folded name. A folded name of
	// an item may belong to several items, of different kinds.
	indicatorAt, regionAt, itemAt, groupAt map[string]int
	indicatorNamed, regionNamed            map[string]int
	publisherAt                            map[string]int
	itemsNamed                             map[string][]int
}

// Indicator returns the indicator with that code.
func (c *Catalog) Indicator(code string) (Indicator, bool) {
	return at(c.indicators, c.indicatorAt, code)
}

// Region returns the region with that code.
func (c *Catalog) Region(code string) (Region, bool) { return at(c.regions, c.regionAt, code) }

// Item returns the item with that code.
func (c *Catalog) Item(code string) (Item, bool) { return at(c.items, c.itemAt, code) }

// Group returns the group with that code.
func (c *Catalog) Group(code string) (Group, bool) { return at(c.groups, c.groupAt, code) }

// Publisher returns the publisher of a Chinese name, and false for one without an
// official name in English.
func (c *Catalog) Publisher(zh string) (Publisher, bool) {
	return at(c.publishers, c.publisherAt, Fold(zh))
}

// at returns the element of list that index names, and false if there is none.
func at[T any](list []T, index map[string]int, key string) (T, bool) {
	i, ok := index[key]
	if !ok {
		var zero T
		return zero, false
	}
	return list[i], true
}

// Indicators returns all indicators.
func (c *Catalog) Indicators() []Indicator { return slices.Clone(c.indicators) }

// Groups returns all groups.
func (c *Catalog) Groups() []Group { return slices.Clone(c.groups) }

// Regions returns the regions whose parent has that code: the 31 provinces for
// 000000, the leagues and cities for 150000, the nation and the belts for "".
func (c *Catalog) Regions(parent string) []Region {
	return filter(c.regions, func(r Region) bool { return r.Parent == parent })
}

// Items returns the items of one kind.
func (c *Catalog) Items(kind ItemKind) []Item {
	return filter(c.items, func(it Item) bool { return it.Kind == kind })
}

// Branches returns the two-digit branches of an edition of GB/T 4754 (2002, 2011
// or 2017) in the order of their codes in it, and none for another year.
func (c *Catalog) Branches(edition int) []Item {
	list := filter(c.items, func(it Item) bool { return it.Kind == Branch && it.GB(edition) != "" })
	slices.SortStableFunc(list, func(a, b Item) int { return cmp.Compare(a.GB(edition), b.GB(edition)) })
	return list
}

// Members returns the regions that a group held in year, in official order, and
// none for a group that it does not know or that did not exist yet.
func (c *Catalog) Members(group string, year int) []Region {
	g, _ := c.Group(group)
	var out []Region
	for _, m := range g.Members {
		if r, ok := c.Region(m.Region); ok && m.In(year) {
			out = append(out, r)
		}
	}
	return out
}

// filter returns the elements of list that keep wants, in their order.
func filter[T any](list []T, keep func(T) bool) []T {
	var out []T
	for _, x := range list {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}
