package report

import "math"

// A filler lays the blocks of a document out on pages of an estimated height, so
// that no page stands half empty before a figure: where the next figure or table
// does not fit below what is there, a table or figure that follows it and does is
// put before it, or the figure is made a little lower. Figures keep their order
// among themselves, and so do tables: their numbers stay. Nothing passes a
// paragraph.
type filler struct {
	ruler
	used float64 // of the page
}

// lowest is how much lower than its height a chart is drawn to fit on a page, as a
// fraction; lowestHeight is the least height, in millimetres.
const (
	lowest       = 0.78
	lowestHeight = 66
)

// slack is what a figure that is made lower leaves free, since estimates are a
// little wrong.
const slack = 4 * twipsPerMM

// splitRows is how many rows of a long table stand on the page it begins on at the
// least.
const splitRows = 5

// filled returns d with its figures and tables in an order that fills the pages.
func (r ruler) filled(d Document) Document {
	f := &filler{ruler: r}
	f.flow(set(r.look.title, d.Title))
	for _, p := range d.Lead {
		f.flow(r.paragraph(p))
	}
	sections := make([]Section, len(d.Sections))
	for i, s := range d.Sections {
		sections[i] = f.section(s)
	}
	d.Sections = sections
	return d
}

// section returns s with its figures and tables in order.
func (f *filler) section(s Section) Section {
	head := f.heading(s)
	below := 2 * float64(f.look.body.line) // it is kept with the first lines below
	if f.used+head.height()+below > pageRoom {
		f.used = 0
	}
	f.used += head.height()
	var out, floats []Block
	for _, b := range s.Blocks {
		p, ok := b.(Paragraph)
		if !ok {
			floats = append(floats, b)
			continue
		}
		out = append(append(out, f.arranged(floats)...), b)
		floats = nil
		f.flow(f.paragraph(p))
	}
	s.Blocks = append(out, f.arranged(floats)...)
	return s
}

// flow counts a text that goes on on the next page where a page is full, with no line
// alone on either.
func (f *filler) flow(s setting) {
	f.used += s.before
	for lines := s.lines; lines > 0; {
		fit := min(math.Floor((pageRoom-f.used)/s.distance), lines)
		if left := lines - fit; left == 1 && lines > 2 {
			fit--
		}
		if fit < min(2, lines) {
			fit = 0
		}
		f.used += fit * s.distance
		if lines -= fit; lines > 0 {
			f.used = 0
		}
	}
	f.used += s.after
}

// arranged returns figures and tables in the order in which they fill pages.
func (f *filler) arranged(blocks []Block) []Block {
	var out []Block
	for rest := blocks; len(rest) > 0; {
		i, b := f.next(rest)
		out = append(out, b)
		f.place(b)
		rest = append(append([]Block(nil), rest[:i]...), rest[i+1:]...)
	}
	return out
}

// next returns which of the blocks comes next, and in which form: the first, the
// first made lower, or the first of the other kind, whichever fits; else the first
// on a new page.
func (f *filler) next(blocks []Block) (int, Block) {
	if f.fits(blocks[0]) {
		return 0, blocks[0]
	}
	if b, ok := f.lowered(blocks[0]); ok {
		return 0, b
	}
	for i, b := range blocks {
		if isFigure(b) == isFigure(blocks[0]) {
			continue
		}
		if f.fits(b) {
			return i, b
		}
		if l, ok := f.lowered(b); ok {
			return i, l
		}
		break
	}
	f.used = 0
	return 0, blocks[0]
}

// isFigure reports whether a block is a figure, and no table.
func isFigure(b Block) bool {
	_, ok := b.(*Figure)
	return ok
}

// fits reports whether a block fits on the page: of a long table, which may be
// broken, its first rows.
func (f *filler) fits(b Block) bool {
	height := f.height(b)
	if t, ok := b.(*Table); ok && broken(t) {
		height = f.tableHead(t) + total(f.rows(t)[:splitRows])
	}
	return f.used+height <= pageRoom
}

// broken reports whether a table may go on on the next page.
func broken(t *Table) bool { return len(t.Rows) > onePage && len(t.Columns) > 0 }

// lowered returns a figure drawn low enough to fit on the page, if it may be.
func (f *filler) lowered(b Block) (Block, bool) {
	figure, ok := b.(*Figure)
	if !ok || figure.Chart == nil || len(figure.Chart.Panels) != 1 || figure.Chart.Panels[0].Lying() {
		return nil, false
	}
	width, height := figure.size()
	over := f.used + f.height(b) - pageRoom + slack
	low := math.Floor(height - over/twipsPerMM)
	if low < height*lowest || low < lowestHeight {
		return nil, false
	}
	lower := *figure
	lower.Width, lower.Height = width, low
	return &lower, true
}

// height returns the height of a figure or table.
func (f *filler) height(b Block) float64 {
	switch b := b.(type) {
	case *Figure:
		if b.Chart == nil {
			return 0
		}
		_, height := b.size()
		return f.figure(b, height)
	case *Table:
		return f.table(b)
	}
	return 0
}

// place counts a block.
func (f *filler) place(b Block) {
	if t, ok := b.(*Table); ok && broken(t) {
		f.run(t)
		return
	}
	height := f.height(b)
	if f.used+height > pageRoom {
		f.used = 0
	}
	f.used += height
}

// run counts a long table, which goes on on the next page where a page is full.
func (f *filler) run(t *Table) {
	f.used += f.tableHead(t)
	for _, height := range f.rows(t) {
		if f.used+height > pageRoom {
			f.used = f.columns(t)
		}
		f.used += height
	}
	f.used += f.tableFoot(t)
}
