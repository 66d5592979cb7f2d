package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"math"
	"os"

	"yunxing/data"
	"yunxing/ui/session"
)

// tryScenario holds the last year of series from standard input against a target,
// with and without what an analyst assumes of its rest.
func tryScenario(p *program, flags *flag.FlagSet) action {
	o := session.ScenarioOptions{Target: math.NaN()}
	flags.StringVar(&o.Method, "method", session.YearMethods()[0], "cli.flag.method")
	target := flags.String("target", "", "cli.flag.target")
	overrides := flags.String("override", "", "cli.flag.override")
	strict := flags.Bool("strict", false, "cli.flag.strict-series")
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		if err := p.oneOf("method", o.Method, session.YearMethods()); err != nil {
			return err
		}
		aim, ok := session.ParseTarget(*target)
		if !ok {
			return p.usage("cli.error.value", "flag", "target", "value", *target)
		}
		if *target != "" {
			o.Target = aim.Value
		}
		if o.Overrides, ok = session.ParseOverrides(*overrides); !ok {
			return p.usage("cli.error.value", "flag", "override", "value", *overrides)
		}
		return p.eachLine(ctx, *strict, func(in io.Reader, out io.Writer, work *data.Progress) (session.Projected, error) {
			o.Progress = work
			return session.Scenario(ctx, in, out, o)
		})
	}
}

// together projects series from standard input that add up as a file says.
func (p *program) together(ctx context.Context, file, how string, o session.ForecastOptions) error {
	if err := p.oneOf("reconcile", how, session.Reconciliations()); err != nil {
		return err
	}
	parents, err := os.Open(file)
	if err != nil {
		return at(file, err)
	}
	defer parents.Close()
	input, err := p.read(ctx)
	if err != nil {
		return err
	}
	var rows bytes.Buffer
	if err := session.FullYearTogether(ctx, bytes.NewReader(input), parents, &rows, how, o); err != nil {
		return err
	}
	_, err = p.out.Write(rows.Bytes())
	return err
}
