package forecast

import (
	"context"
	"errors"
	"math"
	"testing"
)

// TestPeriodBacktest fails if the scores of the seasonal naive method on a series
// that grows by 1 a year and by a jump of the last year are not those worked out by
// hand, or a refusal loses its reason.
func TestPeriodBacktest(t *testing.T) {
	var y []float64
	for year := range 6 {
		for q := range 4 {
			y = append(y, float64(10*q+year))
		}
	}
	for i := 20; i < 24; i++ {
		y[i] += 2
	}
	methods := []Method{SeasonalNaive{}, HoltWinters{Multiplicative: true}}
	scores, err := PeriodBacktest{Horizon: 4, Origins: 1}.Run(context.Background(), methods, y, 4)
	if err != nil {
		t.Fatal(err)
	}
	s := scores[0]
	if s.MAE != 3 || s.Bias != -3 || s.MASE != 3 || s.Origins != 1 || s.In80 != 0 {
		t.Errorf("seasonal naive: %+v", s)
	}
	if !errors.Is(scores[1].Refused, ErrNotPositive) || !math.IsNaN(scores[1].MAE) {
		t.Errorf("multiplicative season with a zero: %+v", scores[1])
	}
	if c := ChoosePeriods(scores); c.Index != 0 || c.Reason != ChosenByTrust {
		t.Errorf("one origin chooses: %+v", c)
	}
	scores, err = PeriodBacktest{Horizon: 4}.Run(context.Background(), []Method{Mean{}, SeasonalNaive{}}, y, 4)
	if c := ChoosePeriods(scores); err != nil || c.Index != 1 || c.Reason != ChosenByError || c.Years != 4 {
		t.Errorf("four origins: %+v, %+v, %v", scores, c, err)
	}
	if _, err := (PeriodBacktest{}).Run(context.Background(), methods, y[:15], 4); !errors.Is(err, ErrTooShort) {
		t.Errorf("fifteen values: %v", err)
	}
}
