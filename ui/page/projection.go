package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// projectionPage answers where the year will end.
func projectionPage() Page {
	return Page{ID: "projection", New: newProjectionView}
}

// A projectionView is the section on the projection below a field for the target
// that the year is held against.
type projectionView struct {
	*sectionView
	target *data.Number // kept with the window
	field  *fynewidget.Entry
	said   *widget.Line
	box    fyne.CanvasObject
	state  State // as it is selected, without the target
}

var _ Charter = (*projectionView)(nil)

// Widths of the field for the target and of its name.
const (
	targetField = 110
	targetName  = 140
)

// newProjectionView returns an empty page.
func newProjectionView(e Env) View {
	v := &projectionView{sectionView: newSectionView(e, []string{"projection"}), target: &e.Kept.target}
	v.field = fynewidget.NewEntry()
	v.field.SetPlaceHolder(e.text("projection.target.hint"))
	v.field.SetText(session.TargetText(*v.target))
	v.field.OnSubmitted = v.submit
	v.said = widget.Label("", widget.ColorMuted, 0, fyne.TextStyle{})
	name := widget.Label(e.text("projection.target"), widget.ColorMuted, 0, fyne.TextStyle{})
	row := container.NewBorder(nil, nil, container.NewHBox(widget.Fixed(targetName, fieldHeight, name), widget.Fixed(targetField, fieldHeight, v.field)), nil, v.said)
	v.box = container.NewBorder(widget.Inset(14, 6, 14, 0, row), nil, nil, nil, v.sectionView.Object())
	return v
}

// Object returns the view.
func (v *projectionView) Object() fyne.CanvasObject { return v.box }

// Show shows the section for the state and the target.
func (v *projectionView) Show(s State) {
	v.state = s
	s.Selection.Target = *v.target
	v.sectionView.Show(s)
}

// submit reads the target and shows the section anew. What is no growth is told
// beside the field and changes nothing.
func (v *projectionView) submit(text string) {
	target, ok := session.ParseTarget(text)
	if !ok {
		v.said.SetText(v.env.text("projection.target.bad", "text", text))
		return
	}
	v.said.SetText("")
	*v.target = target
	v.begun = false
	v.Show(v.state)
}
