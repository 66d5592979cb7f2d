package stats

import "yunxing/data"

// CheckIndexChain checks an index against the year before against the twelve
// monthly (four quarterly) ones that lead to it, Π M = I (formulas §4). Unchecked
// where one is not known.
func CheckIndexChain(yearAgo data.Number, previous []data.Number) Finding {
	chain := data.NotKnown()
	if len(previous) > 0 {
		chain = exact(100)
	}
	for _, m := range previous {
		chain = chained(chain, m)
	}
	return agree(RuleIndexChain, yearAgo, chain, previous...)
}
