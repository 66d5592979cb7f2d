package session

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/sheet"
	"yunxing/data/store"
	"yunxing/forecast"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// Explain says in words what went wrong and what to do about it. What it has no
// words for is told as the error tells it.
func Explain(p i18n.Printer, err error) string {
	if absent := (&brief.Absent{}); errors.As(err, &absent) {
		return explainAbsent(p, absent)
	}
	if problem, ok := FileProblem(err); ok {
		problem.Detail = ""
		return p.Text("error.file", "file", problem.At.File, "text", p.Problem(problem))
	}
	if wrong := (&stats.FormulaError{}); errors.As(err, &wrong) {
		return explainFormula(p, wrong)
	}
	for _, e := range explained() {
		if errors.Is(err, e.err) {
			return p.Text(e.key)
		}
	}
	if r := (*forecast.Refusal)(nil); errors.As(err, &r) {
		return refusal("", err).Text(p)
	}
	if err == nil {
		return ""
	}
	return p.Text("error.other", "detail", err.Error())
}

// FileProblem returns why a file could not be read as a problem of that file, and
// false if err is of another kind.
func FileProblem(err error) (data.Problem, bool) {
	file := (&sheet.Error{})
	if !errors.As(err, &file) {
		return data.Problem{}, false
	}
	return data.Problem{Code: file.Code, At: data.Source{File: file.File}, Doubt: true, Detail: file.Detail}, true
}

// explainAbsent says which figures are wanted and of what.
func explainAbsent(p i18n.Printer, a *brief.Absent) string {
	region, indicator, group, all := a.Region, a.Indicator, a.Group, append([]string{a.Indicator}, a.Or...)
	if c, err := Catalog(); err == nil {
		region, indicator = p.RegionOf(c, region), p.IndicatorOf(c, indicator)
		for i, code := range all {
			all[i] = p.Text("error.quoted", "name", p.IndicatorOf(c, code))
		}
		if g, ok := c.Group(group); ok {
			group = p.Group(g)
		}
	}
	return p.Text(absentKey(a), "before", p.Period(a.Period.YearAgo(), data.Cumulative), "region", region, "indicator", indicator, "indicators", p.List(all...),
		"period", p.Period(a.Period, data.Cumulative), "span", p.Span(a.Span), "measure", p.Measure(a.Measure),
		"group", group, "n", p.Count(a.Known), "of", p.Count(a.Of))
}

// absentKey returns the words for what is absent.
func absentKey(a *brief.Absent) string {
	switch a.Within {
	case brief.Branches:
		if len(a.Or) > 0 {
			return "error.absent-branches-any"
		}
		return "error.absent-branches"
	case brief.Few:
		if a.Group == "" {
			return "error.absent-few-parts"
		}
		return "error.absent-few"
	case brief.Parts:
		return "error.absent-parts"
	case brief.Before:
		return "error.absent-before"
	case brief.Times:
		return "error.absent-times"
	case brief.Quarters:
		return "error.absent-quarters"
	case brief.Steps:
		return "error.absent-steps"
	case brief.Releases:
		return "error.absent-releases"
	case brief.Ahead:
		return "error.absent-ahead"
	case brief.Rest:
		return "error.absent-rest"
	}
	return "error.absent"
}

// explainFormula says what is wrong with which part of a formula.
func explainFormula(p i18n.Printer, e *stats.FormulaError) string {
	list := strings.Join(e.Choices, "; ")
	for _, known := range []explanation{
		{stats.ErrSyntax, "error.formula.syntax"},
		{stats.ErrUnfinished, "error.formula.unfinished"},
		{stats.ErrWord, "error.formula.word"},
		{stats.ErrFunction, "error.formula.function"},
		{stats.ErrArguments, "error.formula.arguments"},
		{stats.ErrAmbiguous, "error.formula.ambiguous"},
		{stats.ErrEmpty, "error.formula.empty"},
		{stats.ErrUnits, "error.formula.units"},
		{data.ErrBasis, "error.formula.basis"},
	} {
		if errors.Is(e, known.err) {
			return p.Text(known.key, "part", e.Part, "list", list)
		}
	}
	return p.Text("error.other", "detail", e.Error())
}

// An explanation is the key of the words for an error.
type explanation struct {
	err error
	key string
}

// explained returns the errors that there are words for, the more particular
// first.
func explained() []explanation {
	return []explanation{
		{context.Canceled, "error.interrupted"},
		{store.ErrNotFound, "error.project.not-found"},
		{store.ErrExists, "error.project.exists"},
		{store.ErrForeign, "error.project.foreign"},
		{store.ErrNewer, "error.project.newer"},
		{store.ErrNotProject, "error.project.not-project"},
		{store.ErrDamaged, "error.project.damaged"},
		{store.ErrBusy, "error.project.busy"},
		{store.ErrReadOnly, "error.project.read-only"},
		{store.ErrFull, "error.disk-full"},
		{store.ErrNoBatch, "error.no-batch"},
		{ErrDoubts, "error.doubts"},
		{ErrNoTemplate, "error.template.none"},
		{layout.ErrTemplate, "error.template.damaged"},
		{layout.ErrRule, "error.rule"},
		{ErrNothing, "error.nothing"},
		{ErrKind, "error.kind"},
		{ErrPage, "error.section"},
		{brief.ErrAbsent, "error.absent-any"},
		{stats.ErrCoverage, "error.coverage"},
		{chart.ErrNothing, "error.chart.nothing"},
		{chart.ErrSize, "error.chart.size"},
		{chart.ErrFormat, "error.chart.format"},
		{report.ErrFormat, "error.report.format"},
		{forecast.ErrHeader, "error.forecast.header"},
		{fs.ErrNotExist, "error.path.not-found"},
		{fs.ErrPermission, "error.path.permission"},
		{fs.ErrExist, "error.path.exists"},
	}
}
