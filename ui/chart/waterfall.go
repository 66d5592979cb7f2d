package chart

// Waterfall shows what led from one value to another: the first as a lying bar from
// zero, then below it each effect from where the one before ended, and the last again
// from zero. Effects that lower have the second colour. What the effects leave
// unexplained must be among them.
type Waterfall struct {
	Words
	FromName, ToName string
	From, To         Value
	Effects          []Part
}

// Figure builds the figure. Errors: ErrNothing.
func (w Waterfall) Figure() (*Figure, error) {
	if !w.From.Known() || !w.To.Known() {
		return nil, ErrNothing
	}
	bars := Bars{Role: Accent, Show: ShowAll}
	var slots []Slot
	add := func(name string, d Datum) {
		d.At = float64(len(slots))
		slots = append(slots, Slot{Label: name, Strong: d.Own && d.Role == Prior, Role: d.Role})
		bars.Data = append(bars.Data, d)
	}
	all := []float64{w.From.V, w.To.V}
	add(w.FromName, Datum{Value: w.From, Label: w.From.Text(), Role: Prior, Own: true})
	at := w.From.V
	for _, e := range w.Effects {
		if !e.Pull.Known() {
			continue
		}
		d := Datum{Value: e.Pull, Base: at, Label: signed(e.Pull.V, e.Pull.Digits)}
		switch {
		case e.Coal:
			d.Role, d.Own = Coal, true
		case e.Pull.V < 0:
			d.Role, d.Own = Second, true
		}
		add(e.Name, d)
		at += e.Pull.V
		all = append(all, at)
	}
	add(w.ToName, Datum{Value: w.To, Label: w.To.Text(), Role: Prior, Own: true})
	bars.Stacked = true
	p := Panel{Y: Axis{Kind: CategoryAxis, Slots: slots}, X: tight(all), Marks: []Mark{bars}}
	return &Figure{ID: "waterfall", Words: w.Words, Panels: []Panel{p}}, nil
}
