package session

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// TestAuditSample fails where the audit raises a false alarm on published figures.
func TestAuditSample(t *testing.T) {
	s, err := OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a, err := s.Audit(t.Context(), data.Date{}, true)
	if err != nil || a.Checked < 400 || len(a.Findings) != a.Checked {
		t.Fatalf("%d checked, %d listed, %v", a.Checked, len(a.Findings), err)
	}
	for _, f := range a.Findings {
		if f.Verdict == stats.Inconsistent {
			t.Errorf("%s of %v in %v: %v beside %v (%v)", f.Rule, f.Key, f.Period, f.Stated.Value, f.Derived.Value, f.Cells[0].Source)
		}
	}
	if a, err = s.Audit(t.Context(), data.Date{}, false); err != nil || len(a.Findings) > 0 {
		t.Errorf("%d findings, %v", len(a.Findings), err)
	}
}

// planted is a reader of figures some of which are falsified.
type planted struct {
	data.Reader
	wrong map[data.Ref]float64
}

// Series returns the series with what is falsified.
func (p planted) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	all, err := p.Reader.Series(ctx, q)
	for _, s := range all {
		for i, n := range s.Points {
			if len(n.Refs) == 1 {
				if v, ok := p.wrong[n.Refs[0]]; ok {
					s.Points[i] = data.PublishedNumber(v, n.Digits, n.Refs...)
				}
			}
		}
	}
	return all, err
}

// TestAuditPlanted plants errors in cells that enter an identity: a wrong digit, a
// figure of another cell, a wrong unit, a wrong sign; each beyond rounding. Each must
// be found, by a finding that leads to its cell.
func TestAuditPlanted(t *testing.T) {
	s, err := OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reader := s.project.Reader(data.Cut{})
	sound, err := stats.Audit(t.Context(), stats.Input{Reader: reader, Catalog: s.catalog})
	if err != nil {
		t.Fatal(err)
	}
	const seeds, errors = 20, 20
	for seed := range uint64(seeds) {
		random := rand.New(rand.NewPCG(seed, 2013))
		wrong := map[data.Ref]float64{}
		for _, i := range random.Perm(len(sound))[:errors] {
			plant(random, sound[i], sound[random.IntN(len(sound))], wrong)
		}
		found, err := stats.Audit(t.Context(), stats.Input{Reader: planted{reader, wrong}, Catalog: s.catalog})
		if err != nil {
			t.Fatal(err)
		}
		blamed := map[data.Ref]bool{}
		for _, f := range found {
			for _, n := range f.Inputs {
				if f.Verdict == stats.Inconsistent && len(n.Refs) == 1 {
					blamed[n.Refs[0]] = true
				}
			}
		}
		for ref, v := range wrong {
			if !blamed[ref] {
				t.Errorf("seed %d: %v at reference %d is not found", seed, v, ref)
			}
		}
	}
}

// plant falsifies one input of a check, beyond what rounding explains.
func plant(random *rand.Rand, c, other stats.Checked, wrong map[data.Ref]float64) {
	room := 0.0
	for _, n := range c.Inputs {
		room += 2 * (n.Hi - n.Lo)
	}
	for {
		n := c.Inputs[random.IntN(len(c.Inputs))]
		v := n.Value
		switch random.IntN(4) {
		case 0: // a digit
			v += float64(1+random.IntN(8)) * math.Pow(10, float64(random.IntN(5)-1))
		case 1: // a figure of another cell
			v = other.Inputs[random.IntN(len(other.Inputs))].Value
		case 2: // the unit
			v *= []float64{10, 0.1, 10000}[random.IntN(3)]
		case 3: // the sign
			v = -v
		}
		if math.Abs(v-n.Value) > room && len(n.Refs) == 1 {
			wrong[n.Refs[0]] = data.HalfAway.Round(v, int(n.Digits))
			return
		}
	}
}
