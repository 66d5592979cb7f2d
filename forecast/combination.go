package forecast

import "slices"

// A member is a model of a combination and the id of its method.
type member struct {
	Model
	id string
}

// A combination is the trimmed mean of several models.
type combination struct {
	members []member
	widen   widening
	season  int
}

// Forecast implements Model.
func (c combination) Forecast(h int) Forecast {
	path := make([]float64, max(h, 0))
	d := blend{mean: path, widen: c.widen, season: c.season}
	out := Forecast{Mean: path}
	for _, m := range c.members {
		f := m.Forecast(h)
		f.Method = m.id
		d.members = append(d.members, f)
		out.Notes = mergeNotes(out.Notes, f.Notes)
	}
	step := make([]float64, len(d.members))
	for i := range path {
		for j, m := range d.members {
			step[j] = m.Mean[i]
		}
		path[i] = trimmed(step)
	}
	out.dist = d
	return out
}

// mergeNotes returns a and those of b that are not in it.
func mergeNotes(a, b []Note) []Note {
	for _, n := range b {
		known := false
		for _, o := range a {
			known = known || o == n
		}
		if !known {
			a = append(a, n)
		}
	}
	return a
}

// trimmed returns the mean of x without its smallest and its largest value, the
// median of fewer than four. It sorts x, which holds no NaN.
func trimmed(x []float64) float64 {
	if len(x) < 4 {
		return median(x)
	}
	slices.Sort(x)
	return mean(x[1 : len(x)-1])
}

// Fitted implements Model: the mean of the members that have a value.
func (c combination) Fitted() []float64 {
	columns := make([][]float64, len(c.members))
	for i, m := range c.members {
		columns[i] = m.Fitted()
	}
	out := make([]float64, len(columns[0]))
	row := make([]float64, len(columns))
	for t := range out {
		for i, c := range columns {
			row[i] = c[t]
		}
		out[t] = mean(row)
	}
	return out
}

// Describe implements Model: the parameters of the members one after the other.
func (c combination) Describe() []Parameter {
	out := []Parameter{{Name: "widening80", Value: c.widen.at(80)}, {Name: "widening95", Value: c.widen.at(95)}}
	for _, m := range c.members {
		out = append(out, m.Describe()...)
	}
	return out
}
