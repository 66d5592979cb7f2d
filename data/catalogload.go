package data

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// ErrCatalog reports a catalogue file that cannot be used.
var ErrCatalog = errors.New("data: bad catalogue")

// LoadCatalog reads indicators.csv, regions.csv, items.csv, groups.csv and
// publishers.csv from the root of fsys. Each file has a header line; aliases are
// separated by |, and a column note is for people. It fails with [ErrCatalog], naming
// file and line, on a wrong header, a missing name, an unknown kind, parent or member, a
// code given twice, and a name that two indicators, two regions, two items of one kind
// or two publishers would share.
func LoadCatalog(fsys fs.FS) (*Catalog, error) {
	c := &loader{Catalog: Catalog{
		indicatorAt: map[string]int{}, regionAt: map[string]int{}, itemAt: map[string]int{}, groupAt: map[string]int{},
		indicatorNamed: map[string]int{}, regionNamed: map[string]int{}, itemsNamed: map[string][]int{},
		publisherAt: map[string]int{},
	}}
	for _, f := range []struct {
		name, header string
		add          func(row) error
	}{
		{"indicators.csv", "code,kind,unit,covers,zh,en,short_zh,short_en,aliases,note", c.addIndicator},
		{"regions.csv", "code,parent,level,zh,en,full_zh,aliases,note", c.addRegion},
		{"items.csv", "code,parent,kind,gb2002,gb2011,gb2017,zh,en,short_zh,short_en,aliases,note", c.addItem},
		{"groups.csv", "code,zh,en,region,from,to,note", c.addMember},
		{"publishers.csv", "zh,en", c.addPublisher},
	} {
		if err := readRows(fsys, f.name, strings.Split(f.header, ","), f.add); err != nil {
			return nil, err
		}
	}
	if err := c.checkParents(); err != nil {
		return nil, err
	}
	return &c.Catalog, nil
}

// A loader is a Catalog in the making.
type loader struct {
	Catalog
	regionRows, itemRows []row // where each region and item came from
}

// A row is one line of a catalogue file.
type row struct {
	file string
	line int
	cell map[string]string
}

// bad returns an ErrCatalog that names the place of r.
func (r row) bad(format string, args ...any) error {
	return fmt.Errorf("%w: %s:%d: %s", ErrCatalog, r.file, r.line, fmt.Sprintf(format, args...))
}

// readRows calls add for every line after the header of a file.
func readRows(fsys fs.FS, file string, header []string, add func(row) error) error {
	f, err := fsys.Open(file)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCatalog, err)
	}
	defer f.Close() //nolint:errcheck // only read
	r := csv.NewReader(f)
	r.FieldsPerRecord = len(header)
	r.ReuseRecord = true
	for first := true; ; first = false {
		rec, err := r.Read()
		if err == io.EOF && !first {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %s: %w", ErrCatalog, file, err)
		}
		line, _ := r.FieldPos(0)
		this := row{file, line, make(map[string]string, len(header))}
		if first {
			rec[0] = strings.TrimPrefix(rec[0], "\ufeff")
			if !slices.Equal(rec, header) {
				return this.bad("header is not %s", strings.Join(header, ","))
			}
			continue
		}
		for i, h := range header {
			this.cell[h] = rec[i]
		}
		if err := add(this); err != nil {
			return err
		}
	}
}

// addIndicator enters one line of indicators.csv.
func (c *loader) addIndicator(r row) error {
	kind, err := kindOf(r, "kind", Flow, Stock, Rate)
	if err != nil {
		return err
	}
	covers := r.cell["covers"]
	if covers != "industry" && covers != "economy" {
		return r.bad("covers is neither industry nor economy: %q", covers)
	}
	ind := Indicator{
		Code: r.cell["code"], Kind: kind, Unit: r.cell["unit"], Industrial: covers == "industry",
		Zh: r.cell["zh"], En: r.cell["en"], ShortZh: r.cell["short_zh"], ShortEn: r.cell["short_en"], Aliases: r.aliases(),
	}
	if err := c.enter(r, c.indicatorAt, len(c.indicators)); err != nil {
		return err
	}
	for _, n := range append([]string{ind.Code, ind.Zh, ind.En, ind.ShortZh, ind.ShortEn}, ind.Aliases...) {
		if err := checkName(r, n); err != nil {
			return err
		}
		if i, taken := c.indicatorNamed[Fold(n)]; taken && i != len(c.indicators) {
			return r.bad("%q is also the indicator %s", n, c.indicators[i].Code)
		}
		c.indicatorNamed[Fold(n)] = len(c.indicators)
	}
	c.indicators = append(c.indicators, ind)
	return nil
}

// addRegion enters one line of regions.csv.
func (c *loader) addRegion(r row) error {
	level, err := kindOf(r, "level", Nation, Province, League, Belt)
	if err != nil {
		return err
	}
	reg := Region{
		Code: r.cell["code"], Parent: r.cell["parent"], Level: level,
		Zh: r.cell["zh"], En: r.cell["en"], FullZh: r.cell["full_zh"], Aliases: r.aliases(),
	}
	if err := c.enter(r, c.regionAt, len(c.regions)); err != nil {
		return err
	}
	for _, n := range append([]string{reg.Code, reg.Zh, reg.En, reg.FullZh}, reg.Aliases...) {
		if err := checkName(r, n); err != nil {
			return err
		}
		if i, taken := c.regionNamed[Fold(n)]; taken && i != len(c.regions) {
			return r.bad("%q is also the region %s", n, c.regions[i].Code)
		}
		c.regionNamed[Fold(n)] = len(c.regions)
	}
	c.regions, c.regionRows = append(c.regions, reg), append(c.regionRows, r)
	return nil
}

// addItem enters one line of items.csv.
func (c *loader) addItem(r row) error {
	kind, err := kindOf(r, "kind", Total, Section, Branch, Product, Size, Ownership, Sector, Asset)
	if err != nil {
		return err
	}
	it := Item{
		Code: r.cell["code"], Parent: r.cell["parent"], Kind: kind,
		GB2002: r.cell["gb2002"], GB2011: r.cell["gb2011"], GB2017: r.cell["gb2017"],
		Zh: r.cell["zh"], En: r.cell["en"], ShortZh: r.cell["short_zh"], ShortEn: r.cell["short_en"], Aliases: r.aliases(),
	}
	if err := c.checkGB(r, it); err != nil {
		return err
	}
	if err := c.enter(r, c.itemAt, len(c.items)); err != nil {
		return err
	}
	for _, n := range append([]string{it.Code, it.Zh, it.En, it.ShortZh, it.ShortEn}, it.Aliases...) {
		if err := c.nameItem(r, n, kind); err != nil {
			return err
		}
	}
	c.items, c.itemRows = append(c.items, it), append(c.itemRows, r)
	return nil
}

// nameItem lets the item that comes next be found by name.
func (c *loader) nameItem(r row, name string, kind ItemKind) error {
	if err := checkName(r, name); err != nil {
		return err
	}
	next, folded := len(c.items), Fold(name)
	for _, i := range c.itemsNamed[folded] {
		if i == next {
			return nil
		}
		if c.items[i].Kind == kind {
			return r.bad("%q is also the %v %s", name, kind, c.items[i].Code)
		}
	}
	c.itemsNamed[folded] = append(c.itemsNamed[folded], next)
	return nil
}

// checkGB refuses a classification code of the wrong form, one that another item
// has in the same edition, and a branch without any.
func (c *loader) checkGB(r row, it Item) error {
	none := true
	for _, edition := range []int{2002, 2011, 2017} {
		code := it.GB(edition)
		if code == "" {
			continue
		}
		none = false
		digits := len(code) == 2 && strings.Trim(code, "0123456789") == ""
		letter := len(code) == 1 && code >= "A" && code <= "Z"
		if !(it.Kind == Branch && digits || it.Kind == Section && letter) {
			return r.bad("%q is no GB/T 4754 code of a %v", code, it.Kind)
		}
		for _, other := range c.items {
			if other.GB(edition) == code {
				return r.bad("%s has the code %s of %d too", other.Code, code, edition)
			}
		}
	}
	if none && it.Kind == Branch {
		return r.bad("branch without a code of GB/T 4754")
	}
	return nil
}

// addPublisher enters one line of publishers.csv.
func (c *loader) addPublisher(r row) error {
	p := Publisher{Zh: r.cell["zh"], En: r.cell["en"]}
	if err := errors.Join(checkName(r, p.Zh), checkName(r, p.En)); err != nil {
		return err
	}
	name := Fold(p.Zh)
	if _, known := c.publisherAt[name]; known {
		return r.bad("publisher %s is given twice", p.Zh)
	}
	c.publisherAt[name] = len(c.publishers)
	c.publishers = append(c.publishers, p)
	return nil
}

// addMember enters one line of groups.csv: one region of one group.
func (c *loader) addMember(r row) error {
	m, err := c.member(r)
	if err != nil {
		return err
	}
	g := Group{Code: r.cell["code"], Zh: r.cell["zh"], En: r.cell["en"]}
	if err := errors.Join(checkName(r, g.Zh), checkName(r, g.En)); err != nil {
		return err
	}
	i, known := c.groupAt[g.Code]
	if !known {
		i = len(c.groups)
		if err := c.enter(r, c.groupAt, i); err != nil {
			return err
		}
		c.groups = append(c.groups, g)
	}
	have := &c.groups[i]
	if have.Zh != g.Zh || have.En != g.En {
		return r.bad("group %s has another name above", g.Code)
	}
	if slices.ContainsFunc(have.Members, func(o Member) bool { return o.Region == m.Region && overlap(o, m) }) {
		return r.bad("region %s is twice in group %s", m.Region, g.Code)
	}
	have.Members = append(have.Members, m)
	return nil
}

// member returns the membership that r states.
func (c *loader) member(r row) (m Member, err error) {
	m.Region = r.cell["region"]
	if _, ok := c.regionAt[m.Region]; !ok {
		return m, r.bad("unknown region %q", m.Region)
	}
	if m.From, err = r.year("from"); err != nil {
		return m, err
	}
	if m.To, err = r.year("to"); err != nil {
		return m, err
	}
	if m.To != 0 && m.To < m.From {
		return m, r.bad("from %d to %d", m.From, m.To)
	}
	return m, nil
}

// year returns the year in a column of r, and 0 where it is empty.
func (r row) year(column string) (int, error) {
	text := r.cell[column]
	if text == "" {
		return 0, nil
	}
	y, err := strconv.Atoi(text)
	if err != nil || y < 1900 || y > 2999 {
		return 0, r.bad("%s is no year: %q", column, text)
	}
	return y, nil
}

// overlap reports whether a and b share a year.
func overlap(a, b Member) bool {
	return (a.To == 0 || b.From <= a.To) && (b.To == 0 || a.From <= b.To)
}

// enter puts the code of r into index, and refuses an unfit or known one.
func (c *loader) enter(r row, index map[string]int, i int) error {
	code := r.cell["code"]
	if code == "" || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
		return r.bad("code %q is not made of a-z, 0-9, - and _", code)
	}
	if _, taken := index[code]; taken {
		return r.bad("code %s is given twice", code)
	}
	index[code] = i
	return nil
}

// subject returns what r is about: its code, or its Chinese name where it has none.
func (r row) subject() string {
	if code, ok := r.cell["code"]; ok {
		return "code " + code
	}
	return "publisher " + r.cell["zh"]
}

// checkName refuses a name or alias that is empty or has blanks around it.
func checkName(r row, name string) error {
	if name == "" || strings.TrimSpace(name) != name || Fold(name) == "" {
		return r.bad("%s: a name is empty or has outer blanks: %q", r.subject(), name)
	}
	return nil
}

// aliases returns the aliases of r.
func (r row) aliases() []string {
	if r.cell["aliases"] == "" {
		return nil
	}
	return strings.Split(r.cell["aliases"], "|")
}

// kindOf returns the constant whose name stands in a column of r.
func kindOf[T fmt.Stringer](r row, column string, all ...T) (T, error) {
	for _, k := range all {
		if k.String() == r.cell[column] {
			return k, nil
		}
	}
	var zero T
	return zero, r.bad("unknown %s %q", column, r.cell[column])
}

// checkParents refuses parents that are not in the catalogue. A parent may stand
// after its children, so this comes last.
func (c *loader) checkParents() error {
	for i, reg := range c.regions {
		if _, ok := c.regionAt[reg.Parent]; !ok && reg.Parent != "" {
			return c.regionRows[i].bad("unknown parent %q", reg.Parent)
		}
	}
	for i, it := range c.items {
		if _, ok := c.itemAt[it.Parent]; !ok && it.Parent != "" {
			return c.itemRows[i].bad("unknown parent %q", it.Parent)
		}
	}
	if _, ok := c.itemAt[TotalItem]; !ok {
		return fmt.Errorf("%w: items.csv: no item %s", ErrCatalog, TotalItem)
	}
	return nil
}
