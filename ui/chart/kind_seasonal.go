package chart

import (
	"context"

	"yunxing/data"
	"yunxing/ui/brief"
)

// seasonalYears is how many years of quarters are laid over each other.
const seasonalYears = 5

// buildSeasonal draws the season: the quarters of each year in per cent of the mean
// quarter of that year, year over year. Only levels have a season; growth on the
// year before has lost it.
func buildSeasonal(ctx context.Context, d *draft) (*Figure, error) {
	l, err := d.desk.Levels(ctx)
	if err != nil {
		return nil, err
	}
	o := Overlay{Unit: d.p.Text("chart.seasonal.unit"), References: []Reference{{Value: 100}}}
	for n := 1; n <= 4; n++ {
		o.Slots = append(o.Slots, d.p.PeriodWithin(data.Quarter(d.at().Year(), n), data.Current))
	}
	last := wholeYear(l.Series)
	for y := last - seasonalYears + 1; y <= last; y++ {
		if v := d.inMean(l, y); len(numbers(Series{Values: v})) > 0 {
			o.Years = append(o.Years, Series{Name: d.year(y), Values: v})
		}
	}
	o.Words = d.seasonWords("seasonal", l, last)
	return o.Figure()
}

// wholeYear returns the last year of which all quarters are known.
func wholeYear(s data.Series) int {
	end := s.Start.Add(len(s.Points) - 1)
	if end.Number() == 4 {
		return end.Year()
	}
	return end.Year() - 1
}

// inMean returns the quarters of a year in per cent of their mean, nothing for a
// year that is not known in full.
func (d *draft) inMean(l brief.Levels, year int) []Value { return d.all(l.InMean(year)) }

// season returns the mean of each quarter over the years from first to last, in per
// cent of the mean quarter, and how many years are known.
func season(l brief.Levels, first, last int) (quarters [4]float64, years int) {
	for y := first; y <= last; y++ {
		all := l.InMean(y)
		if all == nil {
			continue
		}
		years++
		for i, n := range all {
			quarters[i] += n.Value
		}
	}
	for i := range quarters {
		quarters[i] /= float64(max(years, 1))
	}
	return quarters, years
}

// levelName names what levels are of: electricity, else the indicator.
func (d *draft) levelName(l brief.Levels) string {
	if l.Item.Code != data.TotalItem {
		return d.p.ItemShort(l.Item)
	}
	return d.p.IndicatorShort(l.Indicator)
}

// levelWithin returns a name as it stands in the caption of a kind, which begins with
// it or does not.
func (d *draft) levelWithin(kind, name string) string {
	if kind == "seasonal" {
		return d.inside(name)
	}
	return name
}

// seasonWords returns the words of a figure of the season: which quarters are the
// highest and the lowest.
func (d *draft) seasonWords(kind string, l brief.Levels, last int) Words {
	first := last - seasonalYears + 1
	quarters, years := season(l, first, last)
	first = last - years + 1
	high, low := 0, 0
	for i, v := range quarters {
		if v > quarters[high] {
			high = i
		}
		if v < quarters[low] {
			low = i
		}
	}
	quarter := func(i int) string { return d.p.PeriodWithin(data.Quarter(last, i+1), data.Current) }
	name := d.levelName(l)
	return Words{
		Headline: d.p.Text("chart.seasonal.headline", "name", name,
			"high", quarter(high), "a", d.p.Decimal(quarters[high], 1), "low", quarter(low), "b", d.p.Decimal(quarters[low], 1)),
		Subtitle: d.p.Text("chart."+kind+".subtitle", "region", d.region(), "name", name, "years", d.years(first, last)),
		Caption:  d.p.Text("chart."+kind+".caption", "region", d.region(), "name", d.levelWithin(kind, name), "years", d.years(first, last)),
	}
}
