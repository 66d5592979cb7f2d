package store_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"testing"

	"yunxing/data"
	"yunxing/data/store"
)

// The large project of the benchmarks: monthly figures of 31 regions from 2000,
// 200 months, for as many indicators as it takes, a sheet each.
const (
	benchRegions = 31
	benchMonths  = 200
)

// figures yields n observations, indicator by indicator, region by region.
func figures(n int) iter.Seq[data.Observation] {
	return func(yield func(data.Observation) bool) {
		o := profit(1, 0)
		for i := range n {
			month, region, indicator := i%benchMonths, i/benchMonths%benchRegions, i/(benchMonths*benchRegions)
			if month == 0 {
				o.Key.Region = fmt.Sprintf("%02d", region)
				o.Key.Indicator = fmt.Sprintf("indicator-%03d", indicator)
				o.Source.Sheet = o.Key.Indicator
				o.Printed = "规模以上工业企业" + o.Key.Indicator
			}
			o.Period, o.Value = data.Month(2000, 1).Add(month), float64(i%100000)/10
			o.Source.Cell = fmt.Sprintf("B%d", i%5000+1)
			if !yield(o) {
				return
			}
		}
	}
}

// large makes a project of n observations in batches of one million.
func large(b *testing.B, n int) *store.Project {
	b.Helper()
	p := create(b)
	if n <= 1_000_000 {
		saveFigures(b, p, n)
		return p
	}
	// Month by month, as bureaus publish: the worst case for reading a series.
	const batch = 1_000_000
	for start := 0; start < n; start += batch {
		months := func(yield func(data.Observation) bool) {
			i := 0
			for o := range figures(batch) {
				o.Key.Indicator = fmt.Sprintf("indicator-%03d", i/benchRegions%(n/(benchMonths*benchRegions)))
				o.Key.Region = fmt.Sprintf("%02d", i%benchRegions)
				perMonth := n / benchMonths
				o.Period = data.Month(2000, 1).Add((start + i) / perMonth)
				i++
				if !yield(o) {
					return
				}
			}
		}
		if _, err := p.Save(b.Context(), store.Batch{}, months, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
	return p
}

// saveFigures stores n figures as one batch.
func saveFigures(b *testing.B, p *store.Project, n int) {
	b.Helper()
	if _, err := p.Save(b.Context(), store.Batch{}, figures(n), nil, nil); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSave stores one million observations; the bound is 15 s.
func BenchmarkSave(b *testing.B) {
	for b.Loop() {
		p, err := store.Create(b.Context(), filepath.Join(b.TempDir(), "p.yunxing"))
		if err != nil {
			b.Fatal(err)
		}
		saveFigures(b, p, 1_000_000)
		if info, err := os.Stat(p.Path()); err == nil {
			b.ReportMetric(float64(info.Size())/1e6, "MB")
		}
		if err := p.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSaveWorkbook stores what one workbook of a bureau holds.
func BenchmarkSaveWorkbook(b *testing.B) {
	p := create(b)
	for b.Loop() {
		saveFigures(b, p, 2000)
	}
}

// BenchmarkRead asks large projects what pages ask; the bound is 100 ms each.
func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1_000_000, 5_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := large(b, n)
			whole := data.Query{Indicator: "indicator-077", Span: data.Cumulative}
			one := whole
			one.Region = "15"
			b.Run("one-series", func(b *testing.B) { readSeries(b, p, one, 1) })
			b.Run("all-regions", func(b *testing.B) { readSeries(b, p, whole, benchRegions) })
			b.Run("keys", func(b *testing.B) {
				for b.Loop() {
					if _, err := p.Keys(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
			})
			b.Run("filter", func(b *testing.B) {
				for b.Loop() {
					for _, err := range p.Observations(b.Context(), store.Filter{Indicator: "indicator-077", Region: "15"}) {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
			})
			b.Run("resolve", func(b *testing.B) {
				for b.Loop() {
					if _, err := p.Resolve(b.Context(), []data.Ref{1, 900_000, 500_000, 77}); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

// readSeries reads what q asks for, which must be want series.
func readSeries(b *testing.B, p *store.Project, q data.Query, want int) {
	b.Helper()
	for b.Loop() {
		found, err := p.Reader(data.Cut{}).Series(b.Context(), q)
		if err != nil || len(found) != want {
			b.Fatalf("%d series, %v; want %d", len(found), err, want)
		}
	}
}

// BenchmarkUndo takes one million observations back.
func BenchmarkUndo(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		p := large(b, 1_000_000)
		b.StartTimer()
		if err := p.Undo(b.Context(), 1); err != nil {
			b.Fatal(err)
		}
	}
}
