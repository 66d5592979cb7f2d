package stats

import "yunxing/data"

// Around is how the members of a group lie about a level: 除个别地区外，其他基本保持在
// 12%左右.
type Around struct {
	Near, High, Low []int    // positions: within the tolerance, above it, below it
	Of              int      // known members
	Majority        Majority // the word for those that are near
}

// AroundOf returns which members lie within a tolerance of a level at published
// digits, and which stand out (formulas §17). Members that are not known are in none.
// Where the level is not known, none is.
func AroundOf(values []data.Number, level data.Number, tolerance float64) Around {
	var out Around
	for i, v := range values {
		d := Difference(v, level)
		if !d.Known() {
			continue
		}
		out.Of++
		switch {
		case d.Value > tolerance+1e-9:
			out.High = append(out.High, i)
		case d.Value < -tolerance-1e-9:
			out.Low = append(out.Low, i)
		default:
			out.Near = append(out.Near, i)
		}
	}
	if out.Of > 0 {
		near, of := exact(float64(len(out.Near))), exact(float64(out.Of))
		out.Majority = MajorityOf(Ratio(near, of, 1))
	}
	return out
}
