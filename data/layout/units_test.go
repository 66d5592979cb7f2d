package layout

import "testing"

// A unit line may divide its units by full stops; a single unit with one must stay
// whole.
func TestUnitsLabel(t *testing.T) {
	for line, want := range map[string][]string{
		"个.亿元": {"个", "亿元"}, "亿元、%": {"亿元", "%"}, "万吨": {"万吨"},
	} {
		var got []string
		for _, u := range unitsLabel(line).units {
			got = append(got, u.Symbol)
		}
		if len(got) != len(want) || got[0] != want[0] || got[len(got)-1] != want[len(want)-1] {
			t.Errorf("%q holds the units %q, want %q", line, got, want)
		}
	}
}

// A name may say that its figures are an index; a change of one is none, and a
// Chinese index has to state what it compares with.
func TestNamedIndex(t *testing.T) {
	for name, want := range map[string]bool{
		"Index of Industrial Production": true, "IBC-Br - Índice": true, "Indices, nominal": true,
		"Index, % change": false, "growth of the index": false, "居民消费价格指数": false, "Indexation": false, "IV FOOD INDEX": false, "MONTHLY_INDEX": false,
	} {
		if got := namedIndex(name); got != want {
			t.Errorf("%q is an index: %v, want %v", name, got, want)
		}
	}
}

// A line such as Base Year : 2011-12 gives the base of the table below it.
func TestBaseYearLine(t *testing.T) {
	e := &engine{}
	l, ok := e.keyed("Base Year : 2011-12")
	if !ok || l == nil || len(l.units) != 1 || l.units[0].Symbol != "2011-12=100" {
		t.Errorf("the base is read as %+v, %v", l, ok)
	}
}
