package stats

import (
	"time"

	"yunxing/data"
)

// A UtilisationMethod names how a utilisation of capacity was found. Only the
// direct ones measure it; the others are estimates, to be labelled as what they are
// (formulas §9).
type UtilisationMethod string

// Methods.
const (
	DirectMethod          UtilisationMethod = "direct"       // output over capacity, in value
	PhysicalMethod        UtilisationMethod = "physical"     // output over nameplate capacity and days
	PeakToPeakMethod      UtilisationMethod = "peak-to-peak" // Wharton (Klein 1973)
	HodrickPrescottMethod UtilisationMethod = "hp-gap"       // a gap around 100, no utilisation
	FrontierMethod        UtilisationMethod = "frontier"     // deterministic production frontier
)

// Utilisation returns output over capacity in per cent, both in value at the same
// prices and for the same period (formulas §9; China NBS: capacity is what can be
// sustained with normal equipment and assured inputs). It may exceed 100. Not known
// where the capacity may be zero.
func Utilisation(output, capacity data.Number) data.Number { return Ratio(output, capacity, 1) }

// PhysicalUtilisation returns the output of some days over the yearly nameplate
// capacity in per cent,
//
//	100·Y/(C·days/days of the year),
//
// with the capacity of mid-period, see MidCapacity (formulas §9). Not known where
// the capacity may be zero or the days do not fit.
func PhysicalUtilisation(output, yearly data.Number, days, daysOfYear int) data.Number {
	if days < 1 || days > daysOfYear || daysOfYear > 366 || !positive(yearly) {
		return data.NotKnown()
	}
	part := float64(days) / float64(daysOfYear)
	return derived(1, func(x []float64) float64 { return 100 * x[0] / (x[1] * part) }, output, yearly).By("u = 100·Y/(C·t)", "t Y C", part)
}

// MidCapacity returns the capacity at mid-period, the mean of those at its two ends.
func MidCapacity(opening, closing data.Number) data.Number {
	return derived(max(opening.Digits, closing.Digits), func(x []float64) float64 { return (x[0] + x[1]) / 2 }, opening, closing).By("C = (a + b)/2", "a b")
}

// UtilisationByCapacity returns the utilisation of a group in per cent from that of
// its members with their capacities as weights, Σ C·u/Σ C = Σ Y/Σ C (formulas §9).
// Missing as with WeightedMean.
func UtilisationByCapacity(rates, capacities []data.Number) data.Number {
	return WeightedMean(rates, capacities)
}

// UtilisationByOutput returns the utilisation of a group in per cent from that of
// its members with their outputs as weights: the harmonic mean Σ Y/Σ(Y/u), which is
// that by capacity (formulas §9). The arithmetic mean with output weights is too
// high. The interval is that of the rates at the given outputs. Not known where a
// rate or an output is not or may be zero, there is none, or the lists differ in
// length.
func UtilisationByOutput(rates, outputs []data.Number) data.Number {
	if len(rates) == 0 || len(rates) != len(outputs) || !positive(rates...) || !positive(outputs...) {
		return data.NotKnown()
	}
	total, v, lo, hi := 0.0, 0.0, 0.0, 0.0
	for i, y := range outputs {
		total += y.Value
		v += y.Value / rates[i].Value
		lo += y.Value / rates[i].Lo
		hi += y.Value / rates[i].Hi
	}
	return data.From(total/v, total/lo, total/hi, digitsOf(rates), paired(rates, outputs)...).By("ū = s/t, s = Σ Y, t = Σ (Y/u)", "s t u Y …", total, v)
}

// CumulativeUtilisation returns the utilisation over several periods in per cent
// from their outputs and capacities, Σ Y/Σ C (formulas §9). Not known where one is
// missing.
func CumulativeUtilisation(outputs, capacities []data.Number) data.Number {
	if len(outputs) != len(capacities) {
		return data.NotKnown()
	}
	return Utilisation(sum(outputs), sum(capacities))
}

// MeanUtilisation returns the simple mean of the utilisation of periods in per cent,
// as an estimate of that over all of them: it is only near it, since capacity
// differs by period. The mean of three quarters of 2020 is 72.8 and 73.1 was
// published (formulas §9). Not known where one is missing.
func MeanUtilisation(rates []data.Number) data.Number {
	n := float64(len(rates))
	total := sum(rates)
	total.Digits = 1
	return estimated(derived(1, func(x []float64) float64 { return x[0] / n }, total).By("m = s/n", "n s", n))
}

// CheckMeanUtilisation checks the published utilisation of the year so far against
// the mean of its quarters. Capacities differ by quarter, so what rounding cannot
// explain is a difference of weights and not an error, but for a rate that is not
// between those of the quarters, which no weights make.
func CheckMeanUtilisation(published data.Number, quarters []data.Number) Finding {
	f := agree(RuleMeanRate, published, MeanUtilisation(quarters), quarters...)
	if CheckBetween(published, quarters).Verdict == Inconsistent {
		return f
	}
	return f.asScope(WeightsDiffer)
}

// UtilisationChanges returns the change of a rate at a period against the same
// period of the year before and against the period before, in percentage points
// (formulas §9). Each is not known where its other end is missing. A cumulative rate
// has no period before.
func UtilisationChanges(s data.Series, at data.Period) (yearAgo, previous data.Number) {
	now := s.At(at)
	yearAgo, previous = Difference(now, s.At(at.YearAgo())), data.NotKnown()
	if s.Key.Basis.Span != data.Cumulative && !at.IsZero() {
		previous = Difference(now, s.At(at.Add(-1)))
	}
	return yearAgo, previous
}

// DaysIn returns the calendar days of a month, quarter or year, both months of the
// merged January–February, and 0 for another kind of period (formulas §3).
func DaysIn(p data.Period) int {
	months := 0
	switch p.Freq() {
	case data.Annual, data.Quarterly, data.Monthly:
		months = 12 / int(p.Freq()) * p.Width()
	default:
		return 0
	}
	end := p.Number() * 12 / int(p.Freq())
	first := time.Date(p.Year(), time.Month(end-months+1), 1, 0, 0, 0, 0, time.UTC)
	return int(first.AddDate(0, months, 0).Sub(first).Hours() / 24)
}

// PerDay returns the output of a day, output ÷ calendar days (日均产量), for continuous
// processes: a first quarter with a 29 February is 1.11 % longer (formulas §3). Not
// known where the period has no days.
func PerDay(output data.Number, at data.Period) data.Number {
	days := float64(DaysIn(at))
	if days == 0 {
		return data.NotKnown()
	}
	return derived(output.Digits+2, func(x []float64) float64 { return x[0] / days }, output).By("q = Y/n", "n Y", days)
}
