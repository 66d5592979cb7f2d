package brief

import (
	"context"
	"errors"
	"math"

	"yunxing/data"
	"yunxing/forecast"
	"yunxing/stats"
)

// Projection is where the year will end, on what is known up to the selection.
type Projection struct {
	Series  data.Series // cumulative growth
	Year    int
	At      data.Period   // the last quarter that is over and known
	Now     data.Number   // its cumulative growth
	Profile stats.Profile // base-year shares that the relative levels rest on
	Share   data.Number   // P at At, a fraction
	Over    bool          // the year is over: Now is its growth, nothing is projected

	Ratio  Ratio      // by completion ratios
	Model  YearGrowth // by a seasonal model; not known where there are too few years
	Chosen YearGrowth // the one shown first: the model, or the ratio where there is none
	Path   []FanPoint // quarters still to come, by the chosen one

	Required []Requirement
}

// YearGrowth is the growth of the whole year by one method.
type YearGrowth struct {
	Method     string      // id in forecast, or ratio
	Growth     data.Number // its interval is the 80 % band
	Lo95, Hi95 float64     // NaN where not known
	Rest       data.Number // growth of the rest of the year that this implies
	Refused    string      // code of the reason why there is none
}

// Ratio is the projection by completion ratios, with the identity that it obeys:
// 1 + Ĝ = (1 + G)·r_last/r̄. With last year's ratio alone it returns the growth
// so far.
type Ratio struct {
	YearGrowth
	Years []int       // years whose ratios are averaged
	Each  []float64   // their ratios, fractions
	Last  data.Number // r of the year before, a fraction
	Mean  data.Number // r̄
}

// FanPoint is a cumulative growth still to come.
type FanPoint struct {
	Period     data.Period
	Growth     data.Number // its interval is the 80 % band
	Lo95, Hi95 float64
}

// Requirement is what the rest of the year must reach for an aim.
type Requirement struct {
	Aim       Aim
	Target    data.Number
	Growth    data.Number // required of the rest
	Low, High data.Number // the same with P two points lower and higher
}

// An Aim says where a target comes from.
type Aim uint8

// Aims.
const (
	GivenTarget  Aim = iota // set by the user
	StatedTarget            // published for the region
	LastYear                // the growth of the year before
	HoldSoFar               // the growth so far
	OwnForecast             // the chosen projection
)

// Projection answers where the year will end and what the rest of it must bring.
func (d Desk) Projection(ctx context.Context) (Projection, error) {
	q := d.growthQuery("iva", data.TotalItem)
	s, ok, err := d.find(ctx, q)
	if err != nil {
		return Projection{}, err
	}
	p := Projection{Series: s, Year: d.year()}
	for _, quarter := range d.quarterEnds(p.Year) {
		if n := s.At(quarter); n.Known() {
			p.At, p.Now = quarter, n
		}
	}
	if !ok || p.At.IsZero() {
		return Projection{}, d.absent(q)
	}
	if p.Profile, err = d.Profile(ctx, p.Year-1); err != nil {
		return Projection{}, err
	}
	p.Share = p.Profile.At(p.At)
	p.Over = p.At.Number() == 4
	if p.Over {
		return p, nil
	}
	if err := p.project(ctx); err != nil {
		return Projection{}, err
	}
	return p, d.require(ctx, &p)
}

// project fills in the ratio, the model and the path.
func (p *Projection) project(ctx context.Context) error {
	s := p.Series.Cut(p.At)
	path := stats.NewRelativePath(s, p.Profile)
	path.Cumulative = path.Cumulative[:p.At.Sub(path.Start)+1]
	p.Ratio = p.byRatio(path)
	model, fan, err := p.byModel(ctx, path)
	if err != nil {
		return err
	}
	p.Model, p.Path, p.Chosen = model, fan, model
	if !p.Model.Growth.Shown() {
		p.Chosen = p.Ratio.YearGrowth
		p.Path = []FanPoint{{data.Quarter(p.Year, 4), p.Chosen.Growth, math.NaN(), math.NaN()}}
	}
	return nil
}

// ratioYears is how many past ratios are averaged.
const ratioYears = 3

// byRatio projects with the mean of the last completion ratios.
func (p *Projection) byRatio(path stats.RelativePath) Ratio {
	k := p.At.Number()
	ratio := func(year int) float64 {
		i := (year - path.Start.Year()) * 4
		if i < 0 || i+3 >= len(path.Cumulative) {
			return math.NaN()
		}
		return path.Cumulative[i+k-1] / path.Cumulative[i+3]
	}
	r := Ratio{YearGrowth: none("ratio", "too-short")}
	sum := 0.0
	low, high := math.Inf(1), math.Inf(-1)
	for y := p.Year - 1; y >= p.Year-ratioYears && !math.IsNaN(ratio(y)); y-- {
		r.Years, r.Each = append(r.Years, y), append(r.Each, ratio(y))
		sum += ratio(y)
		low, high = min(low, ratio(y)), max(high, ratio(y))
	}
	if len(r.Each) == 0 {
		return r
	}
	mean := sum / float64(len(r.Each))
	growth := func(rbar float64) float64 { return 100 * ((1+p.Now.Value/100)*r.Each[0]/rbar - 1) }
	h := data.HalfUnit(p.Now.Digits)
	r.Growth = p.projected(growth(mean), growth(high)-h, growth(low)+h)
	r.Rest = rest(r.Growth, p.Now, p.Share)
	r.Refused = ""
	r.Last, r.Mean = fraction(r.Each[0]), fraction(mean)
	return r
}

// byModel projects the relative levels by exponential smoothing and returns the
// growth of the year with the path to it. The band of the year comes from the
// joint distribution of the quarters still to come, never from sums of bounds.
func (p *Projection) byModel(ctx context.Context, path stats.RelativePath) (YearGrowth, []FanPoint, error) {
	method, err := forecast.ByID("ets")
	if err != nil {
		return YearGrowth{}, nil, err
	}
	years := float64(len(path.Cumulative)) / 4
	if years < 3 {
		return none("ets", "too-short"), nil, nil
	}
	k := p.At.Number()
	f, err := forecast.Project(ctx, method, path.Single(), 4, 4-k)
	if err != nil {
		var refused *forecast.Refusal
		if errors.As(err, &refused) {
			return none("ets", refused.Code()), nil, nil
		}
		return YearGrowth{}, nil, err
	}
	n := len(path.Cumulative)
	known := path.Cumulative[n-1]
	out := YearGrowth{Method: f.Method}
	var fan []FanPoint
	for j := 1; j <= 4-k; j++ {
		before := path.Cumulative[n-1+j-4]
		total := f.Total(known, j)
		lo80, hi80 := total.Interval(80)
		lo95, hi95 := total.Interval(95)
		g := func(v float64) float64 { return 100 * (v/before - 1) }
		point := FanPoint{p.At.Add(j), p.projected(g(total.Mean), g(lo80), g(hi80)), g(lo95), g(hi95)}
		fan = append(fan, point)
		out.Growth, out.Lo95, out.Hi95 = point.Growth, point.Lo95, point.Hi95
	}
	out.Rest = rest(out.Growth, p.Now, p.Share)
	return out, fan, nil
}

// projected returns a projected growth of the year with one decimal. It rests on
// the growths so far, which it refers to.
func (p *Projection) projected(v, lo, hi float64) data.Number {
	n := data.From(v, lo, hi, 1, p.Now, p.Share)
	if n.Shown() {
		n.Status = data.Projected
	}
	return n
}

// none returns the YearGrowth of a method that refused.
func none(method, code string) YearGrowth {
	return YearGrowth{Method: method, Growth: data.NotKnown(), Lo95: math.NaN(), Hi95: math.NaN(), Rest: data.NotKnown(), Refused: code}
}

// fraction returns a derived share as a number.
func fraction(v float64) data.Number { return data.From(v, v, v, 4) }

// rest returns the growth of the rest of the year that a growth of the year implies.
func rest(year, now, share data.Number) data.Number {
	n := stats.Required(year, now, share)
	if n.Shown() {
		n.Status = data.Projected
	}
	return n
}

// require fills in what the rest of the year must reach, for every aim known.
func (d Desk) require(ctx context.Context, p *Projection) error {
	targets, err := d.targets(ctx)
	if err != nil {
		return err
	}
	for _, a := range []struct {
		aim    Aim
		target data.Number
	}{
		{GivenTarget, given(d.sel.Target)},
		{StatedTarget, targetOf(targets[d.sel.Region], p.Year)},
		{LastYear, p.Series.At(data.Quarter(p.Year-1, 4))},
		{HoldSoFar, p.Now},
		{OwnForecast, p.Chosen.Growth},
	} {
		if !a.target.Known() {
			continue
		}
		p.Required = append(p.Required, Requirement{
			Aim: a.aim, Target: a.target,
			Growth: stats.Required(a.target, p.Now, p.Share),
			Low:    stats.Required(a.target, p.Now, p.Profile.Shifted(-2).At(p.At)),
			High:   stats.Required(a.target, p.Now, p.Profile.Shifted(2).At(p.At)),
		})
	}
	return nil
}

// given returns the target of a selection, or NotKnown for the zero Number.
func given(target data.Number) data.Number {
	if target.Value == 0 && target.Lo == 0 && target.Hi == 0 {
		return data.NotKnown()
	}
	return target
}
