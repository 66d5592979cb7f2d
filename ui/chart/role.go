package chart

// Role says what a mark means in its figure; a theme gives it colour, dash,
// marker and pattern.
type Role int

// The roles.
const (
	Accent  Role = iota // what the figure is about: this year, own region
	Second              // further series of equal rank …
	Third               //
	Fourth              //
	Fifth               //
	Coal                // the coal branch, the same grey in every figure
	Rest                // what is left over: other branches
	Prior               // the year before, the comparison
	Context             // older years, peers
	Target              // targets, averages, thresholds
	Total               // the sum of parts
	roles               // how many there are
)

// String returns the word used in text dumps.
func (r Role) String() string {
	words := [roles]string{
		"accent", "second", "third", "fourth", "fifth",
		"coal", "rest", "prior", "context", "target", "total",
	}
	if r < 0 || r >= roles {
		return "unknown"
	}
	return words[r]
}

// PartRoles returns the roles for the parts of a whole in their fixed order.
// The last is for what is left over. Seven parts are the most that can be told
// apart.
func PartRoles() []Role {
	return []Role{Accent, Second, Third, Fourth, Fifth, Coal, Rest}
}
