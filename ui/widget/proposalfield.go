package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A Proposal is a way to go on with a text: its words, and the text that it leads to
// with the place of the cursor, in characters.
type Proposal struct {
	Label  string
	Text   string
	Cursor int
}

// A ProposalField is a line to write in that proposes, in a row below, how to go on.
// Up and Down mark a proposal and Tab takes it; Enter is done, Escape takes the
// proposals away.
type ProposalField struct {
	widget.Entry
	propose func(text string, cursor int) []Proposal
	done    func()
	all     []Proposal
	shown   []*Choice
	at      int
	quiet   bool // the text is set, not written
	row     *fyne.Container
}

var _ fyne.Tabbable = (*ProposalField)(nil)

// NewProposalField returns an empty field. Done is called when its text is complete.
func NewProposalField(propose func(text string, cursor int) []Proposal, done func()) *ProposalField {
	f := &ProposalField{propose: propose, done: done, row: container.New(&rowOfSome{})}
	f.ExtendBaseWidget(f)
	f.Scroll = container.ScrollHorizontalOnly
	f.OnChanged = func(string) { f.written() }
	f.OnSubmitted = func(string) { f.finish() }
	return f
}

// Proposals returns the row of proposals.
func (f *ProposalField) Proposals() fyne.CanvasObject { return f.row }

// Set sets the text without proposing anything.
func (f *ProposalField) Set(text string) {
	f.quiet = true
	f.SetText(text)
	f.CursorColumn = len([]rune(text))
	f.quiet = false
	f.put(nil)
}

// finish reports that the text is complete.
func (f *ProposalField) finish() {
	f.put(nil)
	f.done()
}

// written proposes how to go on with what was written.
func (f *ProposalField) written() {
	if !f.quiet {
		f.put(f.propose(f.Text, f.CursorColumn))
	}
}

// put shows proposals and marks the first.
func (f *ProposalField) put(all []Proposal) {
	f.all, f.shown, f.at = all, nil, 0
	f.row.Objects = nil
	for _, p := range all {
		c := NewTab(p.Label, func() { f.take(p) })
		f.shown = append(f.shown, c)
		f.row.Objects = append(f.row.Objects, c)
	}
	f.mark(0)
	f.row.Refresh()
}

// mark marks the proposal n places further among those that there is room for.
func (f *ProposalField) mark(n int) {
	room := 0
	for _, c := range f.shown {
		if c.Visible() {
			room++
		}
	}
	if room > 0 {
		f.at = (f.at + n + room) % room
	}
	for i, c := range f.shown {
		c.Choose(i == f.at)
	}
}

// take writes a proposal and goes on.
func (f *ProposalField) take(p Proposal) {
	f.Set(p.Text)
	f.CursorColumn = p.Cursor
	f.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
	f.written()
}

// AcceptsTab reports whether there is a proposal to take.
func (f *ProposalField) AcceptsTab() bool { return len(f.all) > 0 }

// TypedKey takes a key.
func (f *ProposalField) TypedKey(k *fyne.KeyEvent) {
	if len(f.all) > 0 {
		switch k.Name {
		case fyne.KeyTab:
			f.take(f.all[f.at])
			return
		case fyne.KeyDown:
			f.mark(1)
			return
		case fyne.KeyUp:
			f.mark(-1)
			return
		case fyne.KeyEscape:
			f.put(nil)
			return
		}
	}
	f.Entry.TypedKey(k)
}

// FocusGained proposes how to begin.
func (f *ProposalField) FocusGained() {
	f.Entry.FocusGained()
	f.written()
}

// rowOfSome puts objects beside each other and hides those that there is no room for.
type rowOfSome struct{}

// MinSize is that of one line, as wide as may be.
func (*rowOfSome) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 28) }

// Layout places the objects.
func (*rowOfSome) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		w := o.MinSize().Width
		if x+w > size.Width {
			o.Hide()
			x = size.Width
			continue
		}
		o.Show()
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}
