package stats_test

import (
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// pathOf returns the growth of a branch by month and in the year so far over some
// years from 2013 on: the second is the mean of the first, changed by what is given
// for months counted from the beginning.
func pathOf(years int, change map[int]float64) shelf {
	k := data.Key{Indicator: "iva", Region: "000000", Item: "coal", Freq: data.Monthly, Basis: basis(data.Growth, data.YearAgo)}
	total := data.Series{Key: k, Start: data.Month(2013, 1)}
	k.Basis = span(k.Basis, data.Current)
	single := data.Series{Key: k, Start: total.Start}
	sum := 0.0
	for i := range 12 * years {
		if i%12 == 0 {
			sum = 0
		}
		g := 8 + 0.3*float64(i*7%5)
		sum += g
		mean := sum/float64(i%12+1) + change[i]
		single.Points = append(single.Points, data.PublishedNumber(data.HalfAway.Round(g, 1), 1, data.Ref(1000+i)))
		total.Points = append(total.Points, data.PublishedNumber(data.HalfAway.Round(mean, 1), 1, data.Ref(2000+i)))
	}
	return shelf{total, single}
}

// TestAuditAstray fails where a wrong growth of a branch is taken for a revised base,
// or a revised base for a wrong growth.
func TestAuditAstray(t *testing.T) {
	revised := map[int]float64{}
	for i := 29; i < 36; i++ {
		revised[i] = 2.7
	}
	for _, tt := range []struct {
		name  string
		years int
		from  map[int]float64
		wrong int // the month found, −1 for none
	}{
		{"as it is", 5, nil, -1},
		{"swapped digits", 5, map[int]float64{29: -2.7}, 29},
		{"a digit of a unit", 5, map[int]float64{29: 1}, 29},
		{"too little", 5, map[int]float64{29: 0.5}, -1},
		{"a revised base", 5, revised, -1},
		{"two alike", 5, map[int]float64{29: -2.7, 40: -2.5}, -1},
		{"too short", 2, map[int]float64{17: -2.7}, -1},
	} {
		found, err := stats.Audit(t.Context(), stats.Input{Reader: pathOf(tt.years, tt.from), Catalog: catalog(t)})
		if err != nil {
			t.Fatal(err)
		}
		at := -1
		for _, f := range found {
			if f.Verdict == stats.Inconsistent {
				at = f.Period.Sub(data.Month(2013, 1))
			}
		}
		if at != tt.wrong {
			t.Errorf("%s: month %d is wrong, want %d", tt.name, at, tt.wrong)
		}
	}
}

// TestAuditAstraySum fails where a wrong level is not found among levels that are
// revised each month, or these are taken for wrong.
func TestAuditAstraySum(t *testing.T) {
	for _, tt := range []struct {
		name   string
		factor float64 // of the level of June 2015
		wrong  int
	}{
		{"as it is", 1, 0},
		{"a digit", 1.07, 1},
		{"another", 0.94, 1},
	} {
		k := data.Key{Indicator: "output", Region: "000000", Item: "cement", Freq: data.Monthly, Basis: basis(data.Level, data.NoReference)}
		total := data.Series{Key: k, Start: data.Month(2013, 1)}
		k.Basis = span(k.Basis, data.Current)
		single := data.Series{Key: k, Start: total.Start}
		sum := 0.0
		for i := range 60 {
			if i%12 == 0 {
				sum = 0
			}
			one := 100 + float64(i*7%5)
			sum += one
			level := sum * (1 + 0.01*float64(i%12))
			if i == 29 {
				level *= tt.factor
			}
			single.Points = append(single.Points, data.PublishedNumber(one, 0, data.Ref(1000+i)))
			total.Points = append(total.Points, data.PublishedNumber(data.HalfAway.Round(level, 0), 0, data.Ref(2000+i)))
		}
		found, err := stats.Audit(t.Context(), stats.Input{Reader: shelf{total, single}, Catalog: catalog(t)})
		if err != nil {
			t.Fatal(err)
		}
		wrong := 0
		for _, f := range found {
			if f.Verdict != stats.Inconsistent {
				continue
			}
			if wrong++; f.Period != data.Month(2015, 6) {
				t.Errorf("%s: %v is told as wrong", tt.name, f.Period)
			}
		}
		if wrong != tt.wrong {
			t.Errorf("%s: %d wrong, want %d", tt.name, wrong, tt.wrong)
		}
	}
}
