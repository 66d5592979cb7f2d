package forecast

import (
	"bufio"
	"context"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// An origin is one projection of the full-year protocol.
type origin struct {
	id             string
	back, k        int
	actual, ratio3 float64
}

// origins reads the origins of the full-year protocol for a collection.
func origins(t *testing.T, tag string) []origin {
	t.Helper()
	file, err := os.Open("../../shared/forecast/fullyear/" + tag + ".csv")
	if err != nil {
		t.Skip("the full-year protocol is not beside the repository")
	}
	defer file.Close()
	var out []origin
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		f := strings.Split(lines.Text(), ",")
		if f[4] != "cr3" {
			continue
		}
		back, _ := strconv.Atoi(f[2])
		k, _ := strconv.Atoi(f[3])
		ratio, _ := strconv.ParseFloat(f[5], 64)
		actual, _ := strconv.ParseFloat(f[6], 64)
		out = append(out, origin{f[0], back, k, actual, ratio})
	}
	return out
}

// wholeYears returns a quarterly series cut to whole years from its first first
// quarter.
func wholeYears(t *testing.T, file string) map[string][]float64 {
	t.Helper()
	out := map[string][]float64{}
	raw, err := os.ReadFile("../../shared/forecast/data/" + file + ".csv")
	if err != nil {
		t.Skip("the benchmark series are not beside the repository")
	}
	first := map[string]int{}
	for _, l := range strings.Split(strings.TrimSpace(string(raw)), "\n")[1:] {
		f := strings.Split(l, ",")
		for _, v := range f[7:] {
			x, err := strconv.ParseFloat(v, 64)
			if err != nil {
				x = math.NaN()
			}
			out[f[0]] = append(out[f[0]], x)
		}
		if f[5] != "test" {
			_, q, _ := strings.Cut(f[2], "Q")
			first[f[0]], _ = strconv.Atoi(q)
		}
	}
	for id, y := range out {
		if q := first[id]; q > 1 {
			y = y[5-q:]
		}
		out[id] = y[:len(y)/4*4]
	}
	return out
}

// TestYearAccuracy prints the accuracy of the year methods named in
// FORECAST_YEAR (auto,ets,…) on the full-year protocol.
func TestYearAccuracy(t *testing.T) {
	methods := os.Getenv("FORECAST_YEAR")
	if methods == "" {
		t.Skip("set FORECAST_YEAR=auto to measure")
	}
	sets := [][2]string{
		{"ind", "industrial_quarterly"},
		{"m1q", "m1_quarterly"},
		{"m3q", "m3_quarterly"},
		{"tourq", "tourism_quarterly"},
	}
	for _, id := range strings.Split(methods, ",") {
		m, err := YearByID(id)
		if err != nil {
			t.Fatal(err)
		}
		ratios := map[string][2]float64{}
		for _, set := range sets {
			series := wholeYears(t, set[1])
			n, ape, in80, in95 := 0.0, 0.0, 0.0, 0.0
			for _, o := range origins(t, set[0]) {
				y := series[o.id]
				if y == nil {
					continue
				}
				p, err := FullYear(context.Background(), m, y[:len(y)+4*(o.back-1)+o.k], Calendar{4, 2000, 1})
				if err != nil {
					t.Log(set[0], o, err)
					continue
				}
				e := 100 * math.Abs(p.Total-o.actual) / o.actual
				n++
				ape += e
				if o.actual >= p.Lo80 && o.actual <= p.Hi80 {
					in80++
				}
				if o.actual >= p.Lo95 && o.actual <= p.Hi95 {
					in95++
				}
				r := ratios[set[0]+o.id]
				r[0] += e
				r[1] += 100 * math.Abs(o.ratio3-o.actual) / o.actual
				ratios[set[0]+o.id] = r
			}
			t.Logf("%-10s %-6s %5.0f origins  MAPE %6.3f  in 80 %5.1f  in 95 %5.1f", id, set[0], n, ape/n, 100*in80/n, 100*in95/n)
		}
		ids := make([]string, 0, len(ratios))
		for id := range ratios {
			ids = append(ids, id)
		}
		sort.Strings(ids)
		logs := 0.0
		for _, id := range ids {
			r := ratios[id]
			logs += math.Log(max(r[0]/9, 1e-6) / max(r[1]/9, 1e-6))
		}
		t.Logf("%-10s error against the three-year ratio, geometric mean over series: %.4f", id, math.Exp(logs/float64(len(ids))))
	}
}
