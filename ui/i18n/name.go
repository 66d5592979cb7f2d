package i18n

import "yunxing/data"

// Region returns the name of a region as tables print it: 内蒙古, Inner Mongolia.
func (p Printer) Region(r data.Region) string { return p.pick(r.Zh, r.En, r.Code) }

// Item returns the full name of a branch, product or class.
func (p Printer) Item(it data.Item) string { return p.pick(it.Zh, it.En, it.Code) }

// ItemShort returns the name of an item for axes and narrow columns.
func (p Printer) ItemShort(it data.Item) string {
	return p.pick(it.ShortZh, it.ShortEn, p.Item(it))
}

// Indicator returns the full name of an indicator.
func (p Printer) Indicator(in data.Indicator) string { return p.pick(in.Zh, in.En, in.Code) }

// IndicatorShort returns the name of an indicator for axes and headings.
func (p Printer) IndicatorShort(in data.Indicator) string {
	return p.pick(in.ShortZh, in.ShortEn, p.Indicator(in))
}

// Group returns the name of a group of regions.
func (p Printer) Group(g data.Group) string { return p.pick(g.Zh, g.En, g.Code) }

// PublisherOf returns the name of a publisher that is printed in Chinese: in English
// the official one, or what is printed where there is none.
func (p Printer) PublisherOf(c *data.Catalog, zh string) string {
	if o, ok := c.Publisher(zh); ok {
		return p.pick(o.Zh, o.En, zh)
	}
	return zh
}

// RegionOf returns the name of the region with a code. What the catalogue does
// not know was stored under its printed name, which is then returned.
func (p Printer) RegionOf(c *data.Catalog, code string) string {
	if r, ok := c.Region(code); ok {
		return p.Region(r)
	}
	return code
}

// ItemOf returns the full name of the item with a code, or its printed name.
func (p Printer) ItemOf(c *data.Catalog, code string) string {
	if it, ok := c.Item(code); ok {
		return p.Item(it)
	}
	return code
}

// ItemShortOf returns the short name of the item with a code, or its printed name.
func (p Printer) ItemShortOf(c *data.Catalog, code string) string {
	if it, ok := c.Item(code); ok {
		return p.ItemShort(it)
	}
	return code
}

// IndicatorOf returns the full name of the indicator with a code, or its printed
// name.
func (p Printer) IndicatorOf(c *data.Catalog, code string) string {
	if in, ok := c.Indicator(code); ok {
		return p.Indicator(in)
	}
	return code
}

// pick returns the name in the language of p, or what there is.
func (p Printer) pick(zh, en, otherwise string) string {
	switch {
	case p.lang == Chinese && zh != "":
		return zh
	case p.lang != Chinese && en != "":
		return en
	}
	return otherwise
}
