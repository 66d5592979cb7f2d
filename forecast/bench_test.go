package forecast

import (
	"context"
	"testing"
)

// BenchmarkFit measures one fit and a forecast of a year per method on a quarterly
// series of ten years.
func BenchmarkFit(b *testing.B) {
	y := oddities()["huge"]
	for _, m := range All() {
		b.Run(m.ID(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Project(context.Background(), m, y, 4, 4); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
