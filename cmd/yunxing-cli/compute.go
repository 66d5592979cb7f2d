package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/session"
)

// A computeOrder is what the flags of compute say.
type computeOrder struct {
	project, measure, indicator string
	formula                     string
	region, period, peers, asOf string
	list, json, trace           bool
}

// computeMeasure prints the figures of a measure, or lists the measures.
func computeMeasure(p *program, flags *flag.FlagSet) action {
	var o computeOrder
	flags.BoolVar(&o.list, "list", false, "cli.flag.list-measures")
	flags.StringVar(&o.project, "project", "", "cli.flag.project")
	flags.StringVar(&o.measure, "measure", "", "cli.flag.measure")
	flags.StringVar(&o.formula, "formula", "", "cli.flag.formula")
	flags.StringVar(&o.indicator, "indicator", "", "cli.flag.measure-indicator")
	flags.StringVar(&o.region, "region", "", "cli.flag.region-all")
	flags.StringVar(&o.period, "period", "", "cli.flag.period-all")
	flags.StringVar(&o.peers, "peers", "", "cli.flag.peers")
	flags.StringVar(&o.asOf, "as-of", "", "cli.flag.as-of")
	flags.Bool("csv", false, "cli.flag.csv-default")
	flags.BoolVar(&o.json, "json", false, "cli.flag.json-figures")
	flags.BoolVar(&o.trace, "trace", false, "cli.flag.trace")
	return func(ctx context.Context, _ []string) error {
		if o.list {
			return p.printMeasures()
		}
		if err := p.needMeasure(o); err != nil {
			return err
		}
		return p.with(ctx, o.project, func(s *session.Session) error { return p.compute(ctx, s, o) })
	}
}

// needMeasure returns a usage error unless an order says either a measure or a
// formula.
func (p *program) needMeasure(o computeOrder) error {
	switch {
	case o.formula != "" && (o.measure != "" || o.indicator != ""):
		return p.usage("cli.error.formula-alone")
	case o.formula != "":
		return nil
	}
	if err := p.need("measure", o.measure); err != nil {
		return err
	}
	return p.oneOf("measure", o.measure, measureIDs())
}

// measureIDs returns the ids of the measures.
func measureIDs() []string {
	var out []string
	for _, m := range session.Measures() {
		out = append(out, m.ID)
	}
	return out
}

// printMeasures prints id and name of every measure, what it says and the group that
// it belongs to, with tabs between.
func (p *program) printMeasures() error {
	for _, m := range session.Measures() {
		name, help := session.MeasureName(p.words, m)
		if _, err := fmt.Fprintf(p.out, "%s\t%s\t%s\t%s\n", m.ID, name, help, session.GroupName(p.words, m.Group)); err != nil {
			return err
		}
	}
	return nil
}

// compute prints the figures of a measure.
func (p *program) compute(ctx context.Context, s *session.Session, o computeOrder) error {
	sel, err := p.openSelection(ctx, s, o)
	if err != nil {
		return err
	}
	figures, err := o.figures(ctx, s, sel)
	if wrong := (&stats.FormulaError{}); errors.As(err, &wrong) {
		return &usageError{session.Explain(p.words, wrong)}
	}
	if err != nil {
		return at(o.project, err)
	}
	if o.json || o.trace {
		return p.printFigures(ctx, s, figures, o.trace)
	}
	return session.FigureTable(s.Catalog(), figures).CSV(p.out)
}

// figures returns what an order asks for.
func (o computeOrder) figures(ctx context.Context, s *session.Session, sel brief.Selection) ([]stats.Figure, error) {
	if o.measure == "" {
		return s.ComputeFormula(ctx, o.formula, sel)
	}
	return s.Compute(ctx, o.measure, o.indicator, sel)
}

// tidy returns v without the noise of binary fractions, nil where it is missing.
func tidy(v float64) *float64 { return orNull(data.HalfAway.Round(v, 9)) }

// A computedFigure is a figure as compute -json prints it.
type computedFigure struct {
	Measure string       `json:"measure"`
	Region  string       `json:"region"`
	Item    string       `json:"item"`
	Period  string       `json:"period"`
	Span    string       `json:"span"`
	Value   *float64     `json:"value"`
	Lo      *float64     `json:"lo"`
	Hi      *float64     `json:"hi"`
	Unit    string       `json:"unit"`
	Status  string       `json:"status"`
	Rule    string       `json:"rule,omitempty"`
	Formula string       `json:"formula,omitempty"`
	Inputs  []computedIn `json:"inputs,omitempty"`
}

// A computedIn is an input of a figure with its cells.
type computedIn struct {
	Symbol    string   `json:"symbol"`
	Indicator string   `json:"indicator,omitempty"`
	Region    string   `json:"region,omitempty"`
	Item      string   `json:"item,omitempty"`
	Period    string   `json:"period,omitempty"`
	Value     *float64 `json:"value"`
	Lo        *float64 `json:"lo"`
	Hi        *float64 `json:"hi"`
	Cells     []string `json:"cells,omitempty"`
}

// printFigures prints figures as one JSON list, with how they came about if asked.
func (p *program) printFigures(ctx context.Context, s *session.Session, figures []stats.Figure, trace bool) error {
	out := make([]computedFigure, 0, len(figures))
	for _, f := range figures {
		region, item := session.ScriptNames(s.Catalog(), f.Region, f.Item)
		n := f.Number
		c := computedFigure{
			Measure: f.Measure, Region: region, Item: item, Period: f.Period.String(), Span: f.Span.String(),
			Value: tidy(n.Value), Lo: tidy(n.Lo), Hi: tidy(n.Hi), Unit: f.Unit, Status: n.Status.String(),
		}
		if trace {
			t, cells, err := s.Explain(ctx, f)
			if err != nil {
				return err
			}
			c.Rule, c.Formula = t.Rule, t.Formula
			for i, term := range t.Terms {
				c.Inputs = append(c.Inputs, newComputedIn(term, cells[i]))
			}
		}
		out = append(out, c)
	}
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

// newComputedIn returns an input as it is printed.
func newComputedIn(t stats.Term, cells []data.Observation) computedIn {
	in := computedIn{
		Symbol: t.Symbol, Indicator: t.Key.Indicator, Region: t.Key.Region, Item: t.Key.Item,
		Value: tidy(t.Number.Value), Lo: tidy(t.Number.Lo), Hi: tidy(t.Number.Hi),
	}
	if !t.Period.IsZero() {
		in.Period = t.Period.String()
	}
	for _, o := range cells {
		in.Cells = append(in.Cells, o.Source.String())
	}
	return in
}
