package stats

import (
	"strconv"
	"strings"

	"yunxing/data"
)

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

// FindThreshold returns a known judgement by its id, or one of the user's own lines in
// whole per cent: 80 for the lower one, 79-90 for both, 75-79-90 with that of severe excess
// first. It is false for anything else.
func FindThreshold(text string) (Threshold, bool) {
	for _, t := range Thresholds() {
		if t.ID == text {
			return t, true
		}
	}
	var lines []float64
	for _, part := range strings.Split(text, "-") {
		v, err := strconv.Atoi(part)
		if err != nil || v <= 0 || v > 200 || len(lines) > 0 && float64(v) <= lines[len(lines)-1] {
			return Threshold{}, false
		}
		lines = append(lines, float64(v))
	}
	switch len(lines) {
	case 1:
		return Threshold{ID: text, Low: lines[0]}, true
	case 2:
		return Threshold{ID: text, Low: lines[0], High: lines[1]}, true
	case 3:
		return Threshold{ID: text, Severe: lines[0], Low: lines[1], High: lines[2]}, true
	}
	return Threshold{}, false
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
