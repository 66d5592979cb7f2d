package brief

import (
	"context"
	"errors"

	"yunxing/data"
	"yunxing/stats"
)

// Efficiency is how enterprises fared: revenue, profit and stocks of finished
// goods (表3).
type Efficiency struct {
	Rows      []EfficiencyRow
	Absent    []data.Indicator // those of which no growth is known
	Destocked int              // quarters in a row in which stocks grew more slowly than revenue
}

// EfficiencyRow is the growth of one indicator in the same months of three years.
type EfficiencyRow struct {
	Indicator data.Indicator
	Series    data.Series
	Level     data.Number
	Unit      data.Unit
	Now       data.Number
	Turn      stats.Turn
	Earlier   []Earlier
}

// Efficiency answers how enterprises fared.
func (d Desk) Efficiency(ctx context.Context) (Efficiency, error) {
	var e Efficiency
	quarters := map[string][]data.Number{}
	for _, c := range []struct {
		indicator string
		span      data.Span
	}{{"revenue_main", data.Cumulative}, {"revenue", data.Cumulative}, {"profit", data.Cumulative}, {"inventories", data.Point}} {
		if c.indicator == "revenue" && len(e.Rows) > 0 {
			continue // the narrower figure of the time before 2018 is known
		}
		row, err := d.efficiencyRow(ctx, c.indicator, c.span)
		if errors.Is(err, ErrAbsent) {
			if c.indicator != otherRevenue(d.year()) {
				e.Absent = append(e.Absent, row.Indicator)
			}
			continue
		}
		if err != nil {
			return Efficiency{}, err
		}
		e.Rows = append(e.Rows, row)
		for n := 7; n >= 0; n-- {
			if q, ok := d.sel.Period.In(data.Quarterly); ok {
				quarters[c.indicator] = append(quarters[c.indicator], row.Series.At(q.Add(-n)))
			}
		}
	}
	if len(e.Rows) == 0 {
		return e, d.absent(d.growthQuery("revenue", data.TotalItem))
	}
	revenue := quarters["revenue_main"]
	if revenue == nil {
		revenue = quarters["revenue"]
	}
	e.Destocked = stats.RunBelow(quarters["inventories"], revenue)
	return e, nil
}

// otherRevenue returns the indicator of revenue that was not published in a year:
// revenue of the principal business until 2017, operating revenue since.
func otherRevenue(year int) string {
	if year < 2018 {
		return "revenue"
	}
	return "revenue_main"
}

// efficiencyRow returns the growth of one indicator with its level, if known.
func (d Desk) efficiencyRow(ctx context.Context, indicator string, span data.Span) (EfficiencyRow, error) {
	ind, _ := d.catalog.Indicator(indicator)
	q := d.growthQuery(indicator, data.TotalItem)
	q.Span = span
	s, ok, err := d.find(ctx, q)
	if err != nil {
		return EfficiencyRow{}, err
	}
	row := EfficiencyRow{Indicator: ind, Series: s, Now: s.At(d.sel.Period), Level: data.NotKnown()}
	if !ok || !row.Now.Known() {
		return EfficiencyRow{Indicator: ind}, d.absent(q)
	}
	q.Measure, q.Reference = data.Level, data.NoReference
	if l, ok, err := d.find(ctx, q); err != nil {
		return EfficiencyRow{}, err
	} else if ok {
		row.Level, row.Unit = l.At(d.sel.Period), l.Unit
		row.Turn = stats.ProfitTurnSince(row.Level, row.Now, l.At(d.sel.Period.YearAgo()))
	}
	for _, y := range d.years(2)[1:] {
		then := s.At(d.in(y))
		if then.Shown() {
			row.Earlier = append(row.Earlier, Earlier{Year: y, Then: then, Change: stats.Difference(row.Now, then)})
		}
	}
	return row, nil
}
