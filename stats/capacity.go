package stats

import "yunxing/data"

// A Threshold is a named judgement of capacity utilisation. There is no official
// Chinese line, so each names its source and is shown with it.
type Threshold struct {
	ID     string
	Severe float64 // below it: severe excess capacity; 0 if the source has no such line
	Low    float64 // below it: excess capacity
	High   float64 // above it: shortage; 0 if the source has no such line
}

// Thresholds returns the known judgements (formulas §9). The first is that of the
// report which the program rebuilds.
func Thresholds() []Threshold {
	return []Threshold{
		{ID: "report74", Low: 74},
		{ID: "international", Severe: 75, Low: 81, High: 85},
		{ID: "western", Severe: 75, Low: 79, High: 90},
		{ID: "commentary", Low: 75, High: 85},
	}
}

// A Band is where a rate lies against a threshold.
type Band uint8

// Bands.
const (
	Normal Band = iota
	SevereExcess
	Excess
	Shortage
)

// Band returns the band of a utilisation rate in per cent. A rate on the line is
// not below it.
func (t Threshold) Band(rate data.Number) Band {
	switch {
	case !rate.Known():
		return Normal
	case rate.Value < t.Severe:
		return SevereExcess
	case rate.Value < t.Low:
		return Excess
	case t.High > 0 && rate.Value > t.High:
		return Shortage
	}
	return Normal
}

// Gap returns how far a rate lies above the lower line, in percentage points.
func (t Threshold) Gap(rate data.Number) data.Number {
	if !rate.Known() {
		return data.NotKnown()
	}
	v := data.HalfAway.Round(rate.Value-t.Low, int(rate.Digits))
	return data.From(v, rate.Lo-t.Low, rate.Hi-t.Low, rate.Digits, rate).By("d = u − L", "L u", t.Low)
}
