package stats_test

import (
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// TestMissingBranch fails where a branch that is missing is taken for none in what is
// said of all, or where so much is missing that nothing can be said.
func TestMissingBranch(t *testing.T) {
	c := catalog(t)
	shares := []float64{30, 20, 12, 9, 7, 6, 5, 4, 3, 3, 1}
	project := func(without int) shelf {
		from := shelf{quarters("revenue", "150000", data.TotalItem, level, 100, 100, 100, 100, 100)}
		for i, s := range shares {
			v := []float64{s, s, s, s, s}
			if i == without {
				v[4] = 0
				s := quarters("revenue", "150000", c.Branches(2011)[i].Code, level, v...)
				s.Points[4] = data.NotKnown()
				from = append(from, s)
				continue
			}
			from = append(from, quarters("revenue", "150000", c.Branches(2011)[i].Code, level, v...))
		}
		return from
	}
	of := func(id string, from shelf) []stats.Figure {
		m, _ := stats.Find(id)
		all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c, Wanted: func(p data.Period) bool { return p == data.Quarter(2013, 1) }})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	for _, id := range []string{"herfindahl", "herfindahl-equivalent", "concentration-4", "concentration-8", "structural-change"} {
		whole := of(id, project(-1))
		if len(whole) != 1 {
			t.Fatalf("%s gives %d figures of all branches", id, len(whole))
		}
		truth := whole[0].Number.Value
		if part := of(id, project(0)); len(part) != 0 {
			t.Errorf("%s without three tenths of the total is %v", id, part[0].Number.Value)
		}
		for without := 3; without < len(shares); without++ {
			part := of(id, project(without))
			if len(part) != 1 || part[0].Number.Lo > truth+1e-9 || part[0].Number.Hi < truth-1e-9 {
				t.Errorf("%s without the branch of %v: %d figures, [%v, %v], truth %v", id, shares[without], len(part), part[0].Number.Lo, part[0].Number.Hi, truth)
			}
		}
	}
}
