package forecast

import (
	"bufio"
	"context"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A sample is one series of a collection with what followed.
type sample struct {
	id          string
	season      int
	train, test []float64
}

// collection reads the series of a collection that have both parts, or skips.
func collection(t testing.TB, name string) []sample {
	t.Helper()
	file, err := os.Open("../../shared/forecast/data/" + name + ".csv")
	if err != nil {
		t.Skip("the benchmark series are not beside the repository")
	}
	defer file.Close()
	var out []sample
	at := map[string]int{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		f := strings.Split(lines.Text(), ",")
		if f[0] == "series_id" {
			continue
		}
		var y []float64
		for _, v := range f[7:] {
			x, err := strconv.ParseFloat(v, 64)
			if err != nil {
				x = math.NaN()
			}
			y = append(y, x)
		}
		season, _ := strconv.Atoi(f[3])
		if i, ok := at[f[0]]; ok {
			if f[5] == "test" {
				out[i].test = y
			}
			continue
		}
		at[f[0]] = len(out)
		out = append(out, sample{id: f[0], season: season, train: y})
	}
	return out
}

// A score adds up the accuracy of a method over series of equal weight.
type score struct {
	n, refused        int
	smape, mase, msis float64
	in80, in95, steps int
	took              time.Duration
}

// add counts one series.
func (s *score) add(t testing.TB, m Method, x sample) {
	began := time.Now()
	f, err := Project(context.Background(), m, x.train, x.season, len(x.test))
	s.took += time.Since(began)
	if err != nil {
		s.refused++
		t.Logf("%s: %v", x.id, err)
		return
	}
	size, k := 0.0, 0
	for i := x.season; i < len(x.train); i++ {
		size += math.Abs(x.train[i] - x.train[i-x.season])
		k++
	}
	size /= float64(k)
	lo80, hi80 := f.Interval(80)
	lo95, hi95 := f.Interval(95)
	smape, mase, msis := 0.0, 0.0, 0.0
	for i, a := range x.test {
		p := f.Mean[i]
		smape += 200 * math.Abs(a-p) / (math.Abs(a) + math.Abs(p))
		mase += math.Abs(a-p) / size
		msis += (hi95[i] - lo95[i] + 40*max(lo95[i]-a, 0) + 40*max(a-hi95[i], 0)) / size
		s.steps++
		if a >= lo80[i] && a <= hi80[i] {
			s.in80++
		}
		if a >= lo95[i] && a <= hi95[i] {
			s.in95++
		}
	}
	h := float64(len(x.test))
	s.n++
	s.smape += smape / h
	s.mase += mase / h
	s.msis += msis / h
}

// print logs the score of a method.
func (s *score) print(t testing.TB, name string) {
	n, k := float64(s.n), float64(s.steps)/100
	t.Logf("%-18s %4d series  sMAPE %7.3f  MASE %6.4f  in 80 %5.1f  in 95 %5.1f  MSIS %6.2f  %8.2f ms each  refused %d",
		name, s.n, s.smape/n, s.mase/n, float64(s.in80)/k, float64(s.in95)/k, s.msis/n,
		s.took.Seconds()*1000/n, s.refused)
}

// TestAccuracy prints the accuracy of every method on the collections named in
// FORECAST_ACCURACY, such as m3_quarterly,tourism_quarterly.
func TestAccuracy(t *testing.T) {
	names := os.Getenv("FORECAST_ACCURACY")
	if names == "" {
		t.Skip("set FORECAST_ACCURACY=m3_quarterly,tourism_quarterly to measure")
	}
	for _, name := range strings.Split(names, ",") {
		set := collection(t, name)
		t.Log(name)
		for _, m := range All() {
			if only := os.Getenv("FORECAST_METHOD"); only != "" && !strings.Contains(","+only+",", ","+m.ID()+",") {
				continue
			}
			var s score
			for _, x := range set {
				if len(x.test) > 0 {
					s.add(t, m, x)
				}
			}
			s.print(t, m.ID())
		}
	}
}
