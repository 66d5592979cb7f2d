package forecast

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// noisy returns ten years of quarters with trend, season and noise of one per cent.
func noisy() []float64 {
	rng := rand.New(rand.NewPCG(1, 2))
	y := make([]float64, 40)
	for i := range y {
		y[i] = (100 + float64(i)) * []float64{0.8, 1, 1.05, 1.15}[i%4] * math.Exp(0.01*rng.NormFloat64())
	}
	return y
}

// TestOutliers fails if outliers that were put into a series are not found with
// their kind and about their size, or any is found in one without.
func TestOutliers(t *testing.T) {
	ctx := context.Background()
	if found, err := Outliers(ctx, noisy(), 4); err != nil || len(found) != 0 {
		t.Errorf("plain: %+v, %v", found, err)
	}
	y := noisy()
	y[11] *= 0.8
	for i := 25; i < len(y); i++ {
		y[i] *= 1.15
	}
	for _, scale := range []float64{1, 1e250} {
		z := append(nans(2), rescale(y, scale)...)
		found, err := Outliers(ctx, z, 4)
		if err != nil || len(found) != 2 {
			t.Fatalf("%+v, %v", found, err)
		}
		ao, ls := found[0], found[1]
		if ao.Index != 13 || ao.Kind != AdditiveOutlier || !ao.Relative || math.Abs(ao.Effect+20) > 3 {
			t.Errorf("additive outlier: %+v", ao)
		}
		if ls.Index != 27 || ls.Kind != LevelShift || math.Abs(ls.Effect-15) > 3 {
			t.Errorf("level shift: %+v", ls)
		}
	}
	y[0] = -1
	if found, err := Outliers(ctx, y, 4); err != nil || len(found) == 0 || found[0].Relative {
		t.Errorf("a negative value: %+v, %v", found, err)
	}
	for _, c := range []struct {
		y    []float64
		want error
	}{{y[:11], ErrTooShort}, {append(append([]float64{1}, nans(1)...), y...), ErrMissing}, {rescale(y, 1e305), ErrScale}} {
		if _, err := Outliers(ctx, c.y, 4); !errors.Is(err, c.want) {
			t.Errorf("%v: %v", c.want, err)
		}
	}
	if found, err := Outliers(ctx, make([]float64, 20), 4); err != nil || len(found) != 0 {
		t.Errorf("zeros: %+v, %v", found, err)
	}
}
