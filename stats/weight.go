package stats

import "yunxing/data"

// ImpliedWeight returns the weight w of a part in a mean of two that the three rates
// imply, total = w·part + (1 − w)·rest,
//
//	w = (rest − total)/(rest − part),
//
// as a fraction. It serves to show how little rounded rates say of weights, and is
// never to be computed with: 9.9, 8.9 and 9.5 imply a weight of March between 0.30
// and 0.50 (formulas §2, example 2). Not known where part and rest may be equal.
func ImpliedWeight(total, part, rest data.Number) data.Number {
	if !known(total, part, rest) || part.Lo <= rest.Hi && rest.Lo <= part.Hi {
		return data.NotKnown()
	}
	return estimated(derived(2, func(x []float64) float64 { return (x[2] - x[0]) / (x[2] - x[1]) }, total, part, rest).By("w = (r − t)/(r − p)", "t p r"))
}
