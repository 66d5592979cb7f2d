package store_test

import (
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/data/store"
)

// TestRevisions fails where a figure that an import says otherwise is not listed
// with what it was, or one that only agrees within rounding, is doubtful or is new
// is taken for a revision.
func TestRevisions(t *testing.T) {
	p := create(t)
	save(t, p, profit(1, 10), profit(2, 20), profit(3, 30), profit(4, 40), profit(5, 50))
	coarse, doubtful, withdrawn := profit(2, 20.04), profit(3, 33), profit(4, data.NotKnown().Value)
	coarse.Digits = 2
	doubtful.Status = data.Doubtful
	withdrawn.Status = data.Missing
	save(t, p, profit(1, 10.5), coarse, doubtful, withdrawn, profit(6, 60))
	for _, batch := range []int64{0, 2} {
		var got [][2]float64
		for r, err := range p.Revisions(t.Context(), batch) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, [2]float64{r.Old.Value, r.New.Value})
			if r.Old.Period != r.New.Period || r.Old.Source.Cell == "" {
				t.Errorf("revision %+v", r)
			}
		}
		if len(got) != 2 || got[0] != [2]float64{10, 10.5} || got[1][0] != 40 || got[1][1] == got[1][1] {
			t.Errorf("import %d revises %v", batch, got)
		}
	}
	for range p.Revisions(t.Context(), 1) {
		t.Error("the first import revises something")
	}
}

// TestCurrent fails where the version that counts is not the one that a reader shows.
func TestCurrent(t *testing.T) {
	p := create(t)
	save(t, p, profit(1, 10), profit(2, 20))
	doubtful := profit(2, 99)
	doubtful.Status = data.Doubtful
	save(t, p, profit(1, 11), doubtful)
	other := profitKey()
	other.Region = "150000"
	got, err := p.Current(t.Context(), []data.Key{profitKey(), other})
	if err != nil || len(got) != 1 {
		t.Fatalf("%d series, %v", len(got), err)
	}
	for month, want := range map[int]float64{1: 11, 2: 20} {
		if o := got[profitKey()][data.Month(2013, month)]; o.Value != want {
			t.Errorf("month %d is %v, want %v", month, o.Value, want)
		}
	}
}

// TestVintages fails where a day of release is missing from the list, or one that is
// not known is in it.
func TestVintages(t *testing.T) {
	p := create(t)
	a, b := profit(1, 10), profit(1, 11)
	a.Vintage, b.Vintage = day(t, "2013-10-18"), day(t, "2014-01-20")
	save(t, p, a, b, profit(2, 20))
	got, err := p.Vintages(t.Context())
	if err != nil || len(got) != 2 || got[0] != b.Vintage || got[1] != a.Vintage {
		t.Errorf("released on %v, %v", got, err)
	}
}

// TestTemplates fails where the template of the last import is not the valid one, or
// does not go with its import.
func TestTemplates(t *testing.T) {
	p := create(t)
	keep := func(body string) int64 {
		b := store.Batch{File: "x", Templates: []store.Template{{Name: "工业#", Body: body}, {Name: "价格#", Body: "p"}}}
		id, err := p.Save(t.Context(), b, slices.Values([]data.Observation{profit(1, 1)}), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	check := func(want string) {
		t.Helper()
		all, err := p.Templates(t.Context())
		if err != nil || len(all) != 2 || all[0].Name != "工业#" || all[0].Body != want {
			t.Errorf("templates %+v, %v; want %q", all, err, want)
		}
	}
	keep("one")
	second := keep("two")
	check("two")
	if err := p.Undo(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	check("one")
}
