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

	Ratio    Ratio      // by completion ratios
	Model    YearGrowth // by exponential smoothing; not known where there are too few years
	Combined YearGrowth // by the default method of forecast
	Chosen   YearGrowth // the one shown first: that which did best in Tried, else the default
	Tried    []Tried    // past years at the same point, every method on the same years
	Path     []FanPoint // quarters still to come, by the chosen one

	total forecast.YearProjection // what Chosen rests on

	// Requirements start from the last period that is known, be it a month.
	From      data.Period
	FromNow   data.Number // cumulative growth up to From
	FromShare data.Number // P at From, a fraction
	Required  []Requirement
	Assumed   Assumption
}

// An Assumption is what the year makes of a growth that the analyst assumes for its
// rest. Year is not known where none is assumed.
type Assumption struct {
	Rest, Year data.Number
	Low, High  data.Number // Year with P two points lower and higher
}

// YearGrowth is the growth of the whole year by one method.
type YearGrowth struct {
	Method     string      // id in forecast, or ratio
	Growth     data.Number // its interval is the 80 % band, if Band
	Band       bool        // there is enough to tell a band
	Lo95, Hi95 float64     // NaN where not known
	Lo50, Hi50 float64     // NaN where not known
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
	Lo50, Hi50 float64
}

// Requirement is what the rest of the year must reach for an aim.
type Requirement struct {
	Aim       Aim
	Target    data.Number
	Growth    data.Number // required of the rest
	Low, High data.Number // the same with P two points lower and higher
	Chance    float64     // probability in per cent that the year grows as much, by the chosen projection; NaN where not known
}

// An Aim says where a target comes from.
type Aim uint8

// Aims.
const (
	GivenTarget    Aim = iota // set by the user
	StatedTarget              // published for the region
	LastYear                  // the growth of the year before
	StatedForecast            // a forecast that a publisher stated for the region
	HoldSoFar                 // the growth so far
	OwnForecast               // the chosen projection
)

// Projection answers where the year will end and what the rest of it must bring.
func (d Desk) Projection(ctx context.Context) (Projection, error) {
	q := d.growthQuery("iva", data.TotalItem)
	s, ok, err := d.find(ctx, q)
	if err != nil {
		return Projection{}, err
	}
	p := Projection{Series: s, Year: d.year(), Assumed: Assumption{Year: data.NotKnown()}}
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
	p.From, p.FromNow, p.FromShare = p.At, p.Now, p.Share
	if now, share := s.At(d.sel.Period), p.Profile.At(d.sel.Period); now.Known() && share.Known() {
		p.From, p.FromNow, p.FromShare = d.sel.Period, now, share
	}
	p.Over = p.At.Number() == 4
	if p.Over {
		return p, nil
	}
	if err := d.project(ctx, &p); err != nil {
		return Projection{}, err
	}
	p.Assumed = p.assume(d.sel.Rest)
	return p, d.require(ctx, &p)
}

// project fills in the ratio, the model, the choice and the path.
func (d Desk) project(ctx context.Context, p *Projection) error {
	path := stats.NewRelativePath(p.Series.Cut(p.At), p.Profile)
	path.Cumulative = path.Cumulative[:p.At.Sub(path.Start)+1]
	answers, totals := make([]YearGrowth, len(yearMethods())), make([]forecast.YearProjection, len(yearMethods()))
	for i, m := range yearMethods() {
		y, growth, err := p.byYear(ctx, m, path)
		if err != nil {
			return err
		}
		if _, ok := m.(forecast.RestOfYear); ok && wholeYears(path) < fewestYears {
			growth = none(m.ID(), forecast.ErrTooShort.Code())
		}
		answers[i], totals[i] = growth, y
		if _, ok := m.(forecast.CompletionRatio); ok {
			p.Ratio = p.newRatio(y, growth)
			answers[i] = p.Ratio.YearGrowth
		}
		if _, ok := m.(forecast.RestOfYear); ok {
			p.Model = growth
		}
	}
	if p.Held() && later(d.sel.Period, p.At) {
		for i := range answers {
			answers[i] = none(answers[i].Method, forecast.ErrTooShort.Code())
		}
		p.Ratio.YearGrowth, p.Model = none(p.Ratio.Method, forecast.ErrTooShort.Code()), answers[len(answers)-1]
	}
	p.Combined = answers[0]
	var err error
	best := 0
	if p.Tried, best, err = d.backtest(ctx, p); err != nil {
		return err
	}
	p.Chosen, p.total = answers[best], totals[best]
	p.Path, err = p.fan(ctx, path)
	return err
}

// Held reports whether all that is known of a year's course is the assumption of equal
// quarters: the year then grows as the part that is over, which is held, not projected.
// That is no answer where later months have already told otherwise.
func (p *Projection) Held() bool {
	return p.Profile.Source == stats.EqualMonths && len(p.Ratio.Years) <= 1
}

// fewestYears is how many whole years before it a seasonal model needs: with less
// it takes the profile of the base year for a season, and a level for a course.
const fewestYears = 3

// wholeYears returns how many unbroken whole years stand before the last year of
// a path.
func wholeYears(path stats.RelativePath) int {
	single := path.Single()
	last := (len(single) - 1) / 4 * 4
	n := 0
	for n < last && !math.IsNaN(single[last-1-n]) {
		n++
	}
	return n / 4
}

// byYear projects the relative levels by one method. A refusal of the method is
// part of the answer, not an error.
func (p *Projection) byYear(ctx context.Context, m forecast.YearMethod, path stats.RelativePath) (forecast.YearProjection, YearGrowth, error) {
	y, err := forecast.FullYear(ctx, m, path.Single(), forecast.CalendarFrom(path.Start))
	var refused *forecast.Refusal
	switch {
	case errors.As(err, &refused):
		return y, none(m.ID(), refused.Code()), nil
	case err != nil:
		return y, YearGrowth{}, err
	}
	out := YearGrowth{Method: y.Method, Growth: p.projected(y.Growth, y.GrowthLo80, y.GrowthHi80), Lo95: y.GrowthLo95, Hi95: y.GrowthHi95}
	if !out.Growth.Shown() {
		return y, none(m.ID(), forecast.ErrMissing.Code()), nil
	}
	out.Growth = p.told(out.Growth)
	out.Band = !math.IsNaN(y.GrowthLo80)
	out.Lo50, out.Hi50 = y.GrowthInterval(50)
	out.Rest = rest(out.Growth, p.Now, p.Share)
	return y, out, nil
}

// fan returns the path through the quarters still to come, by the chosen method if
// that is a model; a ratio only says where the year ends. The band of each point
// comes from the joint distribution of the quarters, never from sums of bounds.
func (p *Projection) fan(ctx context.Context, path stats.RelativePath) ([]FanPoint, error) {
	k := p.At.Number()
	last := FanPoint{Period: data.Quarter(p.Year, 4), Growth: p.Chosen.Growth, Lo95: p.Chosen.Lo95, Hi95: p.Chosen.Hi95, Lo50: p.Chosen.Lo50, Hi50: p.Chosen.Hi50}
	method, err := forecast.ByID(p.Chosen.Method)
	if k == 3 || err != nil || !p.Chosen.Growth.Shown() {
		return []FanPoint{last}, nil
	}
	f, err := forecast.Project(ctx, method, path.Single(), 4, 3-k)
	var refused *forecast.Refusal
	switch {
	case errors.As(err, &refused):
		return []FanPoint{last}, nil
	case err != nil:
		return nil, err
	}
	n := len(path.Cumulative)
	var out []FanPoint
	for j := 1; j <= 3-k; j++ {
		total := f.Total(path.Cumulative[n-1], j)
		lo80, hi80 := total.Interval(80)
		lo95, hi95 := total.Interval(95)
		lo50, hi50 := total.Interval(50)
		g := func(v float64) float64 { return 100 * (v/path.Cumulative[n-1+j-4] - 1) }
		out = append(out, FanPoint{p.At.Add(j), p.projected(g(total.Mean), g(lo80), g(hi80)), g(lo95), g(hi95), g(lo50), g(hi50)})
	}
	return append(out, last), nil
}

// projected returns a projected growth of the year with one decimal. It rests on
// the growths so far, which it refers to. Without a band it is only as open as the
// rounding of the growth so far.
func (p *Projection) projected(v, lo, hi float64) data.Number {
	if math.IsNaN(lo) || math.IsNaN(hi) {
		h := data.HalfUnit(p.Now.Digits)
		lo, hi = v-h, v+h
	}
	n := data.From(v, lo, hi, 1, p.Now, p.Share).By("", "G P")
	if n.Shown() {
		n.Status = data.Projected
	}
	return n
}

// told returns a projected growth of the year with what it makes of the part that is
// over and of the rest: Y = P·G + (1 − P)·g, g being what the method says of the rest.
func (p *Projection) told(year data.Number) data.Number {
	share := p.Share.Value
	if !p.Share.Known() || share >= 1 {
		return year
	}
	return year.By("Y = P·G + (1 − P)·g", "g G P", (year.Value-share*p.Now.Value)/(1-share))
}

// none returns the YearGrowth of a method that refused.
func none(method, code string) YearGrowth {
	return YearGrowth{Method: method, Growth: data.NotKnown(), Lo95: math.NaN(), Hi95: math.NaN(), Lo50: math.NaN(), Hi50: math.NaN(), Rest: data.NotKnown(), Refused: code}
}

// rest returns the growth of the rest of the year that a growth of the year implies,
// with the decimals of that: its interval is the band, not rounding.
func rest(year, now, share data.Number) data.Number {
	n := stats.Required(year, now, share)
	if n.Shown() {
		n.Status, n.Digits = data.Projected, year.Digits
	}
	return n
}

// assume returns what the year makes of a growth of its rest. The growth is meant as
// it is written.
func (p *Projection) assume(rest data.Number) Assumption {
	rest = given(rest)
	rest.Lo, rest.Hi = rest.Value, rest.Value
	year := func(share data.Number) data.Number {
		n := stats.YearFrom(p.FromNow, rest, share)
		if n.Shown() {
			n.Status = data.Projected
		}
		return n
	}
	return Assumption{
		Rest: rest, Year: year(p.FromShare),
		Low: year(p.Profile.Shifted(-2).At(p.From)), High: year(p.Profile.Shifted(2).At(p.From)),
	}
}

// require fills in what the rest of the year must reach, for every aim known.
func (d Desk) require(ctx context.Context, p *Projection) error {
	targets, err := d.targets(ctx)
	if err != nil {
		return err
	}
	stated, err := d.statedForecast(ctx, p.Year)
	if err != nil {
		return err
	}
	for _, a := range []struct {
		aim    Aim
		target data.Number
	}{
		{GivenTarget, given(d.sel.Target)},
		{StatedTarget, targetOf(targets[d.sel.Region], p.Year)},
		{StatedForecast, stated},
		{LastYear, p.Series.At(data.Quarter(p.Year-1, 4))},
		{HoldSoFar, p.FromNow},
		{OwnForecast, printed(p.Chosen.Growth)},
	} {
		if !a.target.Known() {
			continue
		}
		p.Required = append(p.Required, Requirement{
			Aim: a.aim, Target: a.target,
			Growth: stats.Required(a.target, p.FromNow, p.FromShare),
			Low:    stats.Required(a.target, p.FromNow, p.Profile.Shifted(-2).At(p.From)),
			High:   stats.Required(a.target, p.FromNow, p.Profile.Shifted(2).At(p.From)),
			Chance: p.chance(a.target),
		})
	}
	return nil
}

// chance returns the probability in per cent that the year grows by the target or
// more, NaN where the chosen projection has no band.
func (p *Projection) chance(target data.Number) float64 {
	if !p.Chosen.Growth.Shown() || !p.Chosen.Band {
		return math.NaN()
	}
	return p.total.Chance(p.total.Previous * (1 + target.Value/100))
}

// printed returns a number with the bounds of one that was printed with its decimals: a
// projection that is aimed at is a figure, and no longer a range. It is not rounded.
func printed(n data.Number) data.Number {
	half := data.HalfUnit(n.Digits)
	n.Lo, n.Hi = n.Value-half, n.Value+half
	return n
}

// given returns the target of a selection, or NotKnown for the zero Number.
func given(target data.Number) data.Number {
	if target.IsZero() {
		return data.NotKnown()
	}
	return target
}

// statedForecast returns the growth of a year that a publisher forecast for the
// region. It is a statement of its own time, not a later outcome. Where it has no
// day of release it may have been made on the first three quarters, so that it is
// not known before they are over.
func (d Desk) statedForecast(ctx context.Context, year int) (data.Number, error) {
	if !data.Quarter(year, 3).EndsBy(d.sel.Period) {
		return data.NotKnown(), nil
	}
	for _, span := range []data.Span{data.Cumulative, data.Current} {
		q := data.Query{Indicator: "iva_forecast", Region: d.sel.Region, Measure: data.Growth, Span: span}
		all, err := d.reader.Series(ctx, q)
		if err != nil {
			return data.NotKnown(), err
		}
		if n := targetOf(all, year); n.Known() {
			return n, nil
		}
	}
	return data.NotKnown(), nil
}
