package stats

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
)

// A Checked is a finding of the audit with what it is about: the stated figure.
type Checked struct {
	Finding
	Key    data.Key
	Period data.Period
}

// An Auditor finds the identities of one kind that a project holds, and checks them.
type Auditor struct {
	Rule Rule
	run  run
}

// A run finds and checks the identities of one kind.
type run func(ctx context.Context, in Input) ([]Checked, error)

// onFigures returns the auditor of a rule on the figures of wholes and their parts.
func onFigures(rule Rule, check func(in Input, f partSet) []Checked) Auditor {
	return Auditor{rule, func(ctx context.Context, in Input) ([]Checked, error) {
		f, err := partFigures(ctx, in)
		if err != nil {
			return nil, err
		}
		return check(in, f), nil
	}}
}

// Auditors returns the kinds of identity. A new one is a function and a line here.
func Auditors() []Auditor {
	return []Auditor{
		auditParts(), auditSubsets(), auditSums(), auditRises(),
		auditContributions(), auditPulls(), auditPullContributions(), auditShareRates(), auditContributionBounds(),
		auditShares(), auditShareLinks(), auditBetween(),
		auditPaths(), auditCurrents(), auditIndexChains(), auditCumulativeIndices(), auditMeanRates(),
		auditDifferences(), auditLevelGrowths(), auditRanks(), auditRevisions(),
	}
}

// Audit checks every identity that a project holds, in the order of the auditors, of
// keys and of time. What cannot be checked because an input is not known is left
// out. The error is that of the reader.
func Audit(ctx context.Context, in Input) ([]Checked, error) {
	in.Reader = &memory{from: in.Reader}
	var out []Checked
	auditors := Auditors()
	in.Progress.SetTotal(int64(len(auditors)))
	for _, a := range auditors {
		found, err := a.run(ctx, in)
		if err != nil {
			return nil, err
		}
		found = slices.DeleteFunc(found, func(c Checked) bool { return c.Verdict == Unchecked })
		slices.SortStableFunc(found, func(x, y Checked) int {
			return cmp.Or(x.Key.Compare(y.Key), x.Period.Compare(y.Period), compareRefs(x.Inputs, y.Inputs))
		})
		out = append(out, found...)
		in.Progress.Add(1)
	}
	return out, nil
}

// compareRefs orders inputs by what they rest on.
func compareRefs(a, b []data.Number) int {
	return slices.CompareFunc(a, b, func(x, y data.Number) int { return slices.Compare(x.Refs, y.Refs) })
}
