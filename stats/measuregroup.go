package stats

// A Group is the concern that a measure belongs to; its word is found in the
// translations.
type Group string

// Groups, in the order of the list.
const (
	GroupGrowth       Group = "growth"
	GroupContribution Group = "contribution"
	GroupStructure    Group = "structure"
	GroupRanks        Group = "ranks"
	GroupClimate      Group = "climate" // with breadth
	GroupCapacity     Group = "capacity"
	GroupPrices       Group = "prices"
	GroupEfficiency   Group = "efficiency"
	GroupTarget       Group = "target"
)

// of returns measures as those of a group.
func (g Group) of(all ...Measure) []Measure {
	for i := range all {
		all[i].Group = g
	}
	return all
}
