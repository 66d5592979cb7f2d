package chart

import (
	"slices"
	"testing"
)

// TestSight fails where what is seen of a figure is not what was seen of the same
// figure in another language.
func TestSight(t *testing.T) {
	zh, err := madeStacked("zh")
	if err != nil {
		t.Fatal(err)
	}
	en, err := madeStacked("en")
	if err != nil {
		t.Fatal(err)
	}
	s := Seen{}.Between(zh, 0.6, 2.4).Toggle("化工").Toggle("合计")
	got := s.Sight(zh).Of(en)
	if !slices.Equal(got.Off, []string{"Chemicals", "Total"}) || got.From != s.From || got.To != s.To {
		t.Errorf("%+v of %+v", got, s)
	}
	if all := (Seen{}).Sight(zh).Of(en); !all.All() {
		t.Errorf("%+v", all)
	}
}
