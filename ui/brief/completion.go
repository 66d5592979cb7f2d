package brief

import (
	"yunxing/data"
	"yunxing/forecast"
	"yunxing/stats"
)

// newRatio returns the projection by completion ratios with its identity, the
// ratios and the growth with the way they came about.
func (p *Projection) newRatio(y forecast.YearProjection, g YearGrowth) Ratio {
	r := Ratio{YearGrowth: g, Last: data.NotKnown(), Mean: data.NotKnown()}
	var each []data.Number
	for _, x := range y.Ratios {
		r.Years, r.Each = append(r.Years, x.Year), append(r.Each, x.Ratio)
		each = append(each, p.completion(x.Year))
	}
	if len(each) == 0 || !g.Growth.Shown() {
		return r
	}
	r.Last, r.Mean = each[0], stats.MeanCompletion(each)
	if way := stats.YearByCompletion(p.Now, r.Last, r.Mean); way.Known() {
		r.Growth.Way, r.Growth.Refs = way.Way, way.Refs
	}
	return r
}

// completion returns the part of a past year that was over at the same quarter: for
// the base year its share P, for one before what the growths between them leave.
func (p *Projection) completion(year int) data.Number {
	ratio, quarter := p.Share, p.At.Number()
	for y := p.Year - 1; y > year; y-- {
		ratio = stats.CompletionBefore(ratio, p.Series.At(data.Quarter(y, 4)), p.Series.At(data.Quarter(y, quarter)))
	}
	return ratio
}
