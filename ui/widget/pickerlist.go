package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// An Option is one of the many that a Picker lists.
type Option struct {
	Group string // options of one group follow each other
	Name  string
	Note  string // shown behind the name
	Words string // what it is also found by
	Muted bool
}

// holds reports whether an option holds every word of a search.
func (o Option) holds(search string) bool {
	all := strings.ToLower(o.Group + " " + o.Name + " " + o.Note + " " + o.Words)
	for _, w := range strings.Fields(strings.ToLower(search)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

// A pickerList is what a Picker opens: a search above a list of options in groups. Up,
// Down and the page keys mark an option, Enter takes it, Escape leaves.
type pickerList struct {
	options []Option
	rows    []pickerEntry
	at      int // row that is marked, -1 for none
	take    func(i int)
	search  *pickerSearch
	list    *widget.List
	none    fyne.CanvasObject
	box     fyne.CanvasObject
}

// A pickerEntry is a row of the list: an option, or the heading of a group.
type pickerEntry struct {
	heading string
	option  int // -1 for a heading
}

// pageOfRows is how far the page keys go.
const pageOfRows = 10

// newPickerList returns a list with an option marked; take is told what is taken, -1
// for nothing.
func newPickerList(options []Option, at int, hint, none string, take func(int)) *pickerList {
	l := &pickerList{options: options, take: take}
	l.search = newPickerSearch(l.key)
	l.search.SetPlaceHolder(hint)
	l.search.OnChanged = func(string) { l.find() }
	l.list = widget.NewList(func() int { return len(l.rows) }, func() fyne.CanvasObject { return newPickerRow(l.tap) }, l.update)
	l.list.HideSeparators = true
	l.none = Inset(10, 8, 10, 8, Label(none, ColorMuted, 0, fyne.TextStyle{}))
	l.box = container.NewBorder(l.search, nil, nil, nil, container.NewStack(l.list, l.none))
	l.fill("")
	for i, r := range l.rows {
		if r.option == at {
			l.at = i
		}
	}
	return l
}

// begin shows the option that is marked.
func (l *pickerList) begin() { l.mark(l.at) }

// fill lists the options that a search finds, and marks the first.
func (l *pickerList) fill(search string) {
	l.rows, l.at = nil, -1
	group := ""
	for i, o := range l.options {
		if !o.holds(search) {
			continue
		}
		if len(l.rows) == 0 || o.Group != group {
			group = o.Group
			l.rows = append(l.rows, pickerEntry{group, -1})
		}
		if l.at < 0 {
			l.at = len(l.rows)
		}
		l.rows = append(l.rows, pickerEntry{"", i})
	}
	l.none.Hide()
	if len(l.rows) == 0 {
		l.none.Show()
	}
}

// find lists what the search finds.
func (l *pickerList) find() {
	l.fill(l.search.Text)
	l.list.ScrollToTop()
	l.list.Refresh()
}

// mark marks a row and scrolls to it, with its heading where that is right above.
func (l *pickerList) mark(row int) {
	l.at = row
	if row == 1 {
		l.list.ScrollToTop()
	} else if row >= 0 {
		l.list.ScrollTo(row)
	}
	l.list.Refresh()
}

// step marks the option n places further; headings do not count.
func (l *pickerList) step(n int) {
	way := 1
	if n < 0 {
		way, n = -1, -n
	}
	row := l.at
	for next := row + way; n > 0 && next >= 0 && next < len(l.rows); next += way {
		if l.rows[next].option >= 0 {
			row = next
			n--
		}
	}
	l.mark(row)
}

// key acts on a key, and reports false for one that the search takes.
func (l *pickerList) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyPageDown:
		l.step(pageOfRows)
	case fyne.KeyPageUp:
		l.step(-pageOfRows)
	case fyne.KeyEscape:
		l.take(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.at >= 0 {
			l.take(l.rows[l.at].option)
		}
	default:
		return false
	}
	return true
}

// tap takes the option of a row.
func (l *pickerList) tap(row int) {
	if i := l.rows[row].option; i >= 0 {
		l.take(i)
	}
}

// update shows a row.
func (l *pickerList) update(row int, o fyne.CanvasObject) {
	v, ok := o.(*pickerRow)
	if !ok || row >= len(l.rows) {
		return
	}
	r := l.rows[row]
	if r.option < 0 {
		v.show(row, Option{Name: r.heading}, true, false)
		return
	}
	v.show(row, l.options[r.option], false, row == l.at)
}

// A pickerSearch is a line to search in whose keys go elsewhere first.
type pickerSearch struct {
	widget.Entry
	key func(fyne.KeyName) bool
}

// newPickerSearch returns an empty line; key reports whether it has acted on a key.
func newPickerSearch(key func(fyne.KeyName) bool) *pickerSearch {
	s := &pickerSearch{key: key}
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey takes a key.
func (s *pickerSearch) TypedKey(k *fyne.KeyEvent) {
	if !s.key(k.Name) {
		s.Entry.TypedKey(k)
	}
}
