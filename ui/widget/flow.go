package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yunxing/data"
)

// A Token is a piece of a sentence: words, or a figure that can be tapped.
type Token struct {
	Text   string
	Number *data.Number // nil for words
	Strong bool
	Muted  bool
	Wrong  bool // says what is wrong
}

// A Flow is running text whose figures can be tapped. Its height follows from its
// width: see Column.
type Flow struct {
	widget.BaseWidget
	tokens []Token
	size   float32
	margin float32 // on the left
	tapped func(Token)
	width  float32
	pieces []piece
	height float32
}

var (
	_ fyne.Widget = (*Flow)(nil)
	_ Flowing     = (*Flow)(nil)
)

// A piece is a part of a token on one line.
type piece struct {
	token int
	text  string
	at    fyne.Position
	width float32
}

// NewFlow returns running text of tokens in a size; 0 is the usual one. Tapped is
// called with a figure that was tapped.
func NewFlow(tokens []Token, size float32, tapped func(Token)) *Flow {
	if size == 0 {
		size = textSize()
	}
	f := &Flow{tokens: tokens, size: size, tapped: tapped}
	f.ExtendBaseWidget(f)
	return f
}

// Indent moves the text to the right, and returns it.
func (f *Flow) Indent(by float32) *Flow {
	f.margin = by
	return f
}

// Text returns the words of the flow.
func (f *Flow) Text() string {
	var b strings.Builder
	for _, t := range f.tokens {
		b.WriteString(t.Text)
	}
	return b.String()
}

// HeightFor returns the height that the text takes at a width.
func (f *Flow) HeightFor(width float32) float32 {
	f.arrange(width)
	return f.height
}

// lineHeight returns the distance of two lines.
func (f *Flow) lineHeight() float32 { return f.size * 1.65 }

// arrange breaks the text into lines of a width.
func (f *Flow) arrange(width float32) {
	if width == f.width && f.pieces != nil {
		return
	}
	f.width = width
	s := setter{flow: f, line: f.lineHeight(), at: fyne.NewPos(f.margin, 0)}
	for i, t := range f.tokens {
		style := fyne.TextStyle{Bold: t.Strong}
		if t.Number != nil {
			s.put(i, t.Text, style, true)
			continue
		}
		for _, a := range atoms(t.Text) {
			s.put(i, a, style, false)
		}
	}
	f.pieces, f.height = s.pieces, s.at.Y+s.line
}

// A setter puts pieces on lines.
type setter struct {
	flow   *Flow
	line   float32
	at     fyne.Position
	pieces []piece
}

// put places a piece, on a new line where it does not fit.
func (s *setter) put(token int, text string, style fyne.TextStyle, whole bool) {
	w := measure(text, s.flow.size, style)
	bare := measure(strings.TrimRight(text, " "), s.flow.size, style)
	if s.at.X > s.flow.margin && s.at.X+bare > s.flow.width && !s.clings(text) {
		s.at = fyne.NewPos(s.flow.margin, s.at.Y+s.line)
		if cut := strings.TrimLeft(text, " "); cut != text {
			text, w = cut, measure(cut, s.flow.size, style)
		}
	}
	if n := len(s.pieces) - 1; n >= 0 && !whole && s.pieces[n].token == token && s.pieces[n].at.Y == s.at.Y {
		last := &s.pieces[n]
		last.text += text
		last.width = measure(last.text, s.flow.size, style)
		s.at.X = last.at.X + last.width
		return
	}
	if text == "" {
		return
	}
	s.pieces = append(s.pieces, piece{token, text, s.at, w})
	s.at.X += w
}

// clings reports whether a piece begins with what must not begin a line.
func (s *setter) clings(text string) bool {
	for _, r := range text {
		return strings.ContainsRune(noStart, r)
	}
	return false
}

// CreateRenderer makes the renderer of the text.
func (f *Flow) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &flowRenderer{flow: f}
	r.build()
	return r
}

// MinSize returns the height at the width that was last given.
func (f *Flow) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	if f.pieces == nil {
		return fyne.NewSize(80, f.lineHeight())
	}
	return fyne.NewSize(80, f.height)
}

// flowRenderer draws a Flow.
type flowRenderer struct {
	flow    *Flow
	built   float32
	objects []fyne.CanvasObject
}

// build makes an object for every piece.
func (r *flowRenderer) build() {
	f := r.flow
	r.built, r.objects = f.width, nil
	for _, p := range f.pieces {
		t := f.tokens[p.token]
		o := newFigure(p.text, t, f.size, func() { f.tap(t) })
		o.Move(p.at)
		o.Resize(fyne.NewSize(p.width, f.lineHeight()))
		r.objects = append(r.objects, o)
	}
}

// tap reports a figure.
func (f *Flow) tap(t Token) {
	if f.tapped != nil {
		f.tapped(t)
	}
}

func (r *flowRenderer) Layout(size fyne.Size) {
	r.flow.arrange(size.Width)
	if r.built != r.flow.width || len(r.objects) != len(r.flow.pieces) {
		r.build()
	}
}

func (r *flowRenderer) MinSize() fyne.Size           { return r.flow.MinSize() }
func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *flowRenderer) Destroy()                     {}

func (r *flowRenderer) Refresh() {
	r.build()
	for _, o := range r.objects {
		o.Refresh()
	}
}

// newFigure returns the object for a piece: plain text for words, a Figure that can
// be tapped for a figure.
func newFigure(text string, t Token, size float32, tapped func()) fyne.CanvasObject {
	switch {
	case t.Number == nil && t.Wrong:
		return newWords(text, size, fyne.TextStyle{Bold: t.Strong}, ColorDoubtful)
	case t.Number == nil && t.Muted:
		return newWords(text, size, fyne.TextStyle{Bold: t.Strong}, ColorMuted)
	case t.Number == nil:
		return newWords(text, size, fyne.TextStyle{Bold: t.Strong}, theme.ColorNameForeground)
	}
	return newLink(text, t, size, tapped)
}
