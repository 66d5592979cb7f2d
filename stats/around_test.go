package stats_test

import (
	"math"
	"reflect"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// TestAround fails where the sentence of the report on its leagues, all about 12 % but
// for one that is higher, is not told from figures that are such (formulas §17).
func TestAround(t *testing.T) {
	number := func(v float64) data.Number { return data.PublishedNumber(v, 1, 1) }
	values := []data.Number{number(14.9), number(12), number(11.2), number(13.2), number(12.4), data.NotKnown(), number(12.2)}
	for _, tt := range []struct {
		level data.Number
		want  stats.Around
	}{
		{number(12.2), stats.Around{Near: []int{1, 2, 3, 4, 6}, High: []int{0}, Of: 6, Majority: stats.GreatMost}},
		{number(13.5), stats.Around{Near: []int{3}, High: []int{0}, Low: []int{1, 2, 4, 6}, Of: 6, Majority: stats.Few}},
		{data.PublishedNumber(math.NaN(), 1), stats.Around{}},
	} {
		if got := stats.AroundOf(values, tt.level, 1); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("about %v they are %+v, want %+v", tt.level.Value, got, tt.want)
		}
	}
}
