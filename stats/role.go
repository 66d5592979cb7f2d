package stats

// A Role says what a part did to the growth of a total, for the wording.
type Role uint8

// Roles.
const (
	NoRole  Role = iota // not known, no movement, or the total did not move
	Drives              // moved with the total: 拉动增长, or 对降幅的贡献 where it shrank
	Offsets             // moved against it: 抵消
)

// Role returns what the i-th part did, at the digits of its pull. A contribution
// to a shrinking total is one to the fall (formulas §6).
func (p Pulls) Role(i int) Role {
	if i < 0 || i >= len(p.Parts) || !known(p.Parts[i].Pull, p.Total.Pull) {
		return NoRole
	}
	switch x := printed(p.Parts[i].Pull) * printed(p.Total.Pull); {
	case x > 0:
		return Drives
	case x < 0:
		return Offsets
	}
	return NoRole
}

// Shrinking reports whether the total shrank at published digits: pulls are then
// to be shown before contributions (formulas §6).
func (p Pulls) Shrinking() bool {
	return p.Total.Pull.Known() && printed(p.Total.Pull) < 0
}
