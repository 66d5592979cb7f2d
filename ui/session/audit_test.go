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
	var p data.Progress
	a, err := s.Audit(t.Context(), data.Date{}, true, &p)
	if err != nil || a.Checked < 25000 || len(a.Findings) != a.Checked {
		t.Fatalf("%d checked, %d listed, %v", a.Checked, len(a.Findings), err)
	}
	if done, total := p.Load(); done != total || total < 20 {
		t.Errorf("%d of %d auditors are told", done, total)
	}
	for _, f := range a.Findings {
		if f.Verdict == stats.Inconsistent {
			t.Errorf("%s of %v in %v: %v beside %v (%v)", f.Rule, f.Key, f.Period, f.Stated.Value, f.Derived.Value, f.Cells[0].Source)
		}
	}
	a, err = s.Audit(t.Context(), data.Date{}, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Findings {
		if f.Verdict != stats.ScopeDifference || f.Reason == stats.NoReason && f.Rule != stats.RuleLevelGrowth {
			t.Errorf("%s of %v in %v is listed as %v %q", f.Rule, f.Key, f.Period, f.Verdict, f.Reason)
		}
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

// TestAuditPlanted plants errors in cells that enter an identity of any auditor: a
// wrong digit, a figure of another cell, a wrong unit, a wrong sign; each beyond what
// rounding and a revised base explain. Each must be found, by a finding that leads to
// its cell.
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
	kinds := byRule(sound)
	for seed := range uint64(seeds) {
		random := rand.New(rand.NewPCG(seed, 2013))
		wrong := map[data.Ref]float64{}
		for len(wrong) < errors {
			kind := kinds[random.IntN(len(kinds))]
			plant(random, kind[random.IntN(len(kind))], sound[random.IntN(len(sound))], wrong)
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

// TestAuditTransposed fails where 9.6 % printed as 6.9 % in the growth of a total is
// taken for a revised base, as growths of branches at the like distance are.
func TestAuditTransposed(t *testing.T) {
	s, err := OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reader := s.project.Reader(data.Cut{})
	growth, err := reader.Series(t.Context(), data.Query{Indicator: "iva", Region: "000000", Item: data.TotalItem, Freq: data.Monthly, Measure: data.Growth, Span: data.Cumulative})
	if err != nil || len(growth) != 1 {
		t.Fatalf("%d series, %v", len(growth), err)
	}
	at := growth[0].At(data.Month(2013, 9))
	found, err := stats.Audit(t.Context(), stats.Input{Reader: planted{reader, map[data.Ref]float64{at.Refs[0]: 6.9}}, Catalog: s.catalog})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Rule == stats.RulePath && f.Verdict == stats.Inconsistent && f.Stated.Refs[0] == at.Refs[0] {
			return
		}
	}
	t.Error("6.9 in place of 9.6 is not found")
}

// byRule returns the checks in which an error can be found, of each rule. Growths
// against levels are only told as of another scope.
func byRule(all []stats.Checked) [][]stats.Checked {
	var out [][]stats.Checked
	for _, a := range stats.Auditors() {
		var kind []stats.Checked
		for _, c := range all {
			scope := c.Rule == stats.RuleLevelGrowth || c.Rule == stats.RuleCurrent && c.Key.Basis.Measure == data.Growth
			if c.Rule == a.Rule && c.Verdict != stats.ScopeDifference && !scope {
				kind = append(kind, c)
			}
		}
		if len(kind) > 0 {
			out = append(out, kind)
		}
	}
	return out
}

// plant falsifies one input of a check, beyond what rounding explains, where what is
// tried does.
func plant(random *rand.Rand, c, other stats.Checked, wrong map[data.Ref]float64) {
	for range 50 {
		n := c.Inputs[random.IntN(len(c.Inputs))]
		if !isSum(c.Rule) {
			n = c.Inputs[0]
		}
		v := falsified(random, n.Value, other)
		if len(n.Refs) == 1 && isBeyond(c, n, v) {
			wrong[n.Refs[0]] = data.HalfAway.Round(v, int(n.Digits))
			return
		}
	}
}

// falsified returns a wrong value.
func falsified(random *rand.Rand, v float64, other stats.Checked) float64 {
	switch random.IntN(4) {
	case 0: // a digit
		return v + float64(random.IntN(17)-8)*math.Pow(10, float64(random.IntN(5)-1))
	case 1: // a figure of another cell
		return other.Inputs[random.IntN(len(other.Inputs))].Value
	case 2: // the unit
		return v * []float64{10, 0.1, 10000, 0.0001}[random.IntN(4)]
	default: // the sign
		return -v
	}
}

// isSum reports whether each input of a rule counts in full.
func isSum(r stats.Rule) bool {
	switch r {
	case stats.RuleParts, stats.RuleCurrent, stats.RulePulls, stats.RuleDifference, stats.RuleIndexChain:
		return true
	}
	return false
}

// isBeyond reports whether a wrong value of an input, of the stated one where the rule
// is no sum, contradicts a check beyond rounding and revisions.
func isBeyond(c stats.Checked, n data.Number, v float64) bool {
	room := n.Hi - n.Lo
	switch c.Rule {
	case stats.RuleRise:
		return v+room < 0.85*c.Derived.Lo
	case stats.RuleSubset:
		return v+room < c.Derived.Lo
	case stats.RulePath:
		room += 15
	}
	if !isSum(c.Rule) {
		return v+room < c.Derived.Lo || v-room > c.Derived.Hi
	}
	for _, n := range c.Inputs {
		room += 2 * (n.Hi - n.Lo)
	}
	return math.Abs(v-n.Value) > room
}
