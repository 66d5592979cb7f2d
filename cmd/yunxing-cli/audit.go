package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/session"
)

// An auditResult is the one object that audit -json prints.
type auditResult struct {
	Checked  int            `json:"checked"`
	Findings []auditFinding `json:"findings"` // never nil
}

// An auditFinding is one identity: its rule, its verdict, its cells, the stated one
// first, and the two figures in words of digits.
type auditFinding struct {
	Rule    stats.Rule `json:"rule"`
	Verdict string     `json:"verdict"`
	Cells   []string   `json:"cells"`
	Detail  string     `json:"detail"`
}

// auditProject checks the identities of a project and prints those that rounding
// cannot explain, or all.
func auditProject(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	asJSON := flags.Bool("json", false, "cli.flag.json")
	all := flags.Bool("all", false, "cli.flag.audit-all")
	asOf := flags.String("as-of", "", "cli.flag.as-of")
	return func(ctx context.Context, _ []string) error {
		day, err := p.dayOf(*asOf)
		if err != nil {
			return err
		}
		return p.with(ctx, *project, func(s *session.Session) error {
			a, err := s.Audit(ctx, day, *all, nil)
			if err != nil {
				return at(*project, err)
			}
			if !*asJSON {
				return p.tellAudit(a, *all)
			}
			result := auditResult{Checked: a.Checked, Findings: []auditFinding{}}
			for _, f := range a.Findings {
				result.Findings = append(result.Findings, newAuditFinding(f))
			}
			enc := json.NewEncoder(p.out)
			enc.SetEscapeHTML(false)
			return enc.Encode(result)
		})
	}
}

// newAuditFinding returns a finding as it is printed.
func newAuditFinding(f session.Finding) auditFinding {
	out := auditFinding{Rule: f.Rule, Verdict: session.VerdictName(f.Verdict), Cells: []string{}, Detail: figuresOf(f.Stated) + " / " + figuresOf(f.Derived)}
	for _, o := range f.Cells {
		out.Cells = append(out.Cells, o.Source.String())
	}
	return out
}

// figuresOf returns a number with its interval.
func figuresOf(n data.Number) string {
	lo, hi := session.PlainBounds(n)
	return fmt.Sprintf("%s [%s, %s]", session.Plain(n.Value, n.Digits), lo, hi)
}

// tellAudit prints the findings in words, one to a line, revisions first. What is only
// of another scope is counted, and told where all is.
func (p *program) tellAudit(a session.Audit, all bool) error {
	listed, count := 0, map[stats.Verdict]int{}
	for _, f := range revisedFirst(a.Findings) {
		count[f.Verdict]++
		if f.Verdict == stats.ScopeDifference && !all {
			continue
		}
		listed++
		if _, err := fmt.Fprintln(p.out, p.findingText(f)); err != nil {
			return err
		}
	}
	p.say(p.words.Text("cli.audit.done", "n", p.words.Count(a.Checked), "found", p.words.Count(listed),
		"revised", p.words.Count(count[stats.Revised]), "scope", p.words.Count(count[stats.ScopeDifference])))
	return nil
}

// revisedFirst returns findings with those that a later release made first.
func revisedFirst(all []session.Finding) []session.Finding {
	place := func(f session.Finding) int {
		if f.Verdict == stats.Revised {
			return 0
		}
		return 1
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b session.Finding) int { return cmp.Compare(place(a), place(b)) })
}

// findingText returns a finding in words: its first cell, the verdict, the rule and
// the two figures, and why they should agree or what is known of why they do not.
func (p *program) findingText(f session.Finding) string {
	printed, where := newAuditFinding(f), ""
	if len(printed.Cells) > 0 {
		where = printed.Cells[0]
	}
	why := p.words.Text("rule-detail." + string(f.Rule))
	if f.Reason != stats.NoReason {
		why = p.words.Text("reason." + string(f.Reason))
	}
	return p.words.Text("cli.audit.finding", "where", where, "verdict", session.VerdictWord(p.words, f.Verdict),
		"rule", p.words.Text("rule."+string(f.Rule)), "detail", printed.Detail, "why", why)
}
