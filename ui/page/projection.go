package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"yunxing/data"
	"yunxing/ui/widget"
)

// projectionPage answers where the year will end.
func projectionPage() Page {
	return Page{ID: "projection", New: newProjectionView}
}

// A projectionView is the section on the projection below fields for the growth
// that is aimed at for the year and that assumed for its rest.
type projectionView struct {
	*sectionView
	kept         *Kept
	target, rest *growthField
	box          fyne.CanvasObject
	state        State
}

var _ Charter = (*projectionView)(nil)

// fieldGap is the space between two fields.
const fieldGap = 24

// newProjectionView returns an empty page.
func newProjectionView(e Env) View {
	v := &projectionView{sectionView: newSectionView(e, []string{"projection"}), kept: e.Kept}
	said := widget.Label("", widget.ColorMuted, 0, fyne.TextStyle{})
	v.target = newGrowthField(e, "projection.target", v.aim, said.SetText)
	v.rest = newGrowthField(e, "projection.rest", v.assume, said.SetText)
	fields := container.NewHBox(v.target.box, gap(), v.rest.box, gap())
	row := container.NewBorder(nil, nil, fields, nil, said)
	v.box = container.NewBorder(widget.Inset(14, 6, 14, 0, row), nil, nil, nil, v.sectionView.Object())
	return v
}

// gap returns the space behind a field.
func gap() fyne.CanvasObject {
	return widget.Fixed(fieldGap, 0, canvas.NewRectangle(color.Transparent))
}

// Object returns the view.
func (v *projectionView) Object() fyne.CanvasObject { return v.box }

// Show shows the section and what was given for its year.
func (v *projectionView) Show(s State) {
	v.state = s
	v.target.show(s.Selection.Target)
	v.rest.show(s.Selection.Rest)
	v.sectionView.Show(s)
}

// aim shows the section for another target.
func (v *projectionView) aim(growth data.Number) {
	v.state.Selection.Target = growth
	v.again()
}

// assume shows the section for another growth of the rest of the year.
func (v *projectionView) assume(growth data.Number) {
	v.state.Selection.Rest = growth
	v.again()
}

// again keeps what is given and shows the section anew. What stands in the other field
// and is not given yet stays.
func (v *projectionView) again() {
	v.kept.aim(v.state.Selection)
	v.begun = false
	v.sectionView.Show(v.state)
}
