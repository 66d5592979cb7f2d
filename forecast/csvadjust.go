package forecast

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"

	"yunxing/data"
)

// An AdjustmentRow is one period of an adjusted series.
type AdjustmentRow struct {
	ID                                   string
	Period                               data.Period
	Value                                float64
	Adjusted, Seasonal, Trend, Irregular float64
	Weight                               float64 // from 1 to 0 for an extreme value
}

// AdjustSeries adjusts s by X-11 and judges the adjustment. Errors: that of s, and
// those of X11.Adjust.
func AdjustSeries(ctx context.Context, x X11, s NamedSeries) ([]AdjustmentRow, Quality, error) {
	if s.Err != nil {
		return nil, Quality{}, s.Err
	}
	lead, end := bounds(s.Values)
	if lead == end {
		return nil, Quality{}, fmt.Errorf("%w: no value is known", ErrMissing)
	}
	y := s.Values[lead:end]
	x.First = s.Start.Add(lead).Number()
	a, err := x.Adjust(ctx, y, season(s))
	if err != nil {
		return nil, Quality{}, err
	}
	rows := make([]AdjustmentRow, len(y))
	for i, v := range y {
		rows[i] = AdjustmentRow{s.ID, s.Start.Add(lead + i), v, a.Adjusted[i], a.Seasonal[i], a.Trend[i], a.Remainder[i], a.Weights[i]}
	}
	return rows, a.Quality(), nil
}

// WriteAdjustments writes rows as a table with the columns series_id, period, value,
// adjusted, seasonal, trend, irregular and weight.
func WriteAdjustments(w io.Writer, rows []AdjustmentRow) error {
	table := csv.NewWriter(w)
	_ = table.Write([]string{"series_id", "period", "value", "adjusted", "seasonal", "trend", "irregular", "weight"}) // Error reports what failed
	for _, r := range rows {
		line := []string{r.ID, r.Period.String()}
		for _, v := range []float64{r.Value, r.Adjusted, r.Seasonal, r.Trend, r.Irregular, r.Weight} {
			line = append(line, printed(v))
		}
		_ = table.Write(line)
	}
	table.Flush()
	return table.Error()
}
