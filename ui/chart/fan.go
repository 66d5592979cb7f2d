package chart

import (
	"fmt"
	"math"
	"slices"
)

// FanBand is the interval of a projection at one level of confidence, one pair
// of bounds for each slot, NaN where there is none.
type FanBand struct {
	Name   string
	Lo, Hi []float64
}

// Fan shows a path to the end of the year: known values solid, projected ones
// dashed from the last known, bands of uncertainty behind them, a target line,
// earlier years in grey.
type Fan struct {
	Words
	Unit  string
	Slots []string
	// History are earlier years, oldest first.
	History []Series
	// Path holds known and then projected values.
	Path Series
	// End stands at the end of the path instead of its name: 预测 12.5 (12.0–13.0).
	End string
	// Bands are the levels, widest first.
	Bands  []FanBand
	Target *Reference
	// Ahead names the shaded part that is not yet known; empty shades nothing.
	Ahead string
}

// Figure builds the figure. Errors: ErrShape, and ErrNothing where the path has
// no known value.
func (f Fan) Figure() (*Figure, error) {
	if err := fits(len(f.Slots), append(slices.Clone(f.History), f.Path)...); err != nil {
		return nil, err
	}
	all := append(numbers(f.History...), numbers(f.Path)...)
	if len(numbers(f.Path)) == 0 {
		return nil, ErrNothing
	}
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf(f.Slots)}}
	last := lastObserved(f.Path.Values)
	if f.Ahead != "" && last < len(f.Slots)-1 {
		p.Marks = append(p.Marks, Zone{Name: f.Ahead, Lo: float64(last) + 0.5, Hi: float64(len(f.Slots)), Across: true})
	}
	for i, b := range f.Bands {
		band, err := f.band(i, b, last)
		if err != nil {
			return nil, err
		}
		all = append(append(all, b.Lo...), b.Hi...)
		p.Marks = append(p.Marks, band)
	}
	if f.Target != nil {
		all = append(all, f.Target.Value)
		p.Marks = append(p.Marks, ruleOf(*f.Target, Target, 500))
	}
	p.Y = Scale(all, false, f.Unit)
	for i, s := range f.History {
		l := Line{Name: s.Name, Role: Context, Data: datums(s.Values), Keep: i}
		if i == len(f.History)-1 {
			l.Role = Prior
		}
		p.Marks = append(p.Marks, l)
	}
	p.Marks = append(p.Marks, f.path())
	return &Figure{ID: "fan", Words: f.Words, Panels: []Panel{p}}, nil
}

// path returns the line of known and projected values; only known ones carry
// labels, what stands at the end tells the projection.
func (f Fan) path() Line {
	l := Line{Name: f.Path.Name, End: f.End, Role: Accent, Markers: true, Show: ShowAll, Data: datums(f.Path.Values)}
	for i := range l.Data {
		if l.Data[i].Status == Projected && endText(l) != "" {
			l.Data[i].Label = ""
		}
	}
	return l
}

// band returns one level, opening from the last known value.
func (f Fan) band(i int, b FanBand, last int) (Band, error) {
	if len(b.Lo) != len(b.Hi) || len(b.Lo) > len(f.Slots) {
		return Band{}, fmt.Errorf("%w: band %q has %d and %d bounds for %d slots", ErrShape, b.Name, len(b.Lo), len(b.Hi), len(f.Slots))
	}
	out := Band{Name: b.Name, Role: Accent, Step: i}
	for j := range b.Lo {
		d := Datum{At: float64(j), Value: Value{V: math.NaN(), Lo: b.Lo[j], Hi: b.Hi[j], Status: Projected}}
		if j == last && !d.HasInterval() {
			d.Lo, d.Hi = f.Path.Values[j].V, f.Path.Values[j].V
		}
		out.Data = append(out.Data, d)
	}
	return out, nil
}

// lastObserved returns the index of the last known value that is not
// projected, -1 for none.
func lastObserved(values []Value) int {
	for i := len(values) - 1; i >= 0; i-- {
		if values[i].Known() && values[i].Status != Projected {
			return i
		}
	}
	return -1
}
