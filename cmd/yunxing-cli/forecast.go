package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"text/tabwriter"

	"yunxing/data"
	"yunxing/ui/session"
)

// forecastSeries projects series from standard input by some periods.
func forecastSeries(p *program, flags *flag.FlagSet) action {
	var o session.ForecastOptions
	flags.IntVar(&o.Horizon, "h", 0, "cli.flag.horizon")
	flags.StringVar(&o.Method, "method", session.ForecastMethods()[0], "cli.flag.method")
	levels := flags.String("levels", "80,95", "cli.flag.levels")
	strict := flags.Bool("strict", false, "cli.flag.strict-series")
	flags.BoolVar(&o.Explain, "explain", false, "cli.flag.explain")
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		if o.Horizon < 1 {
			return p.usage("cli.error.horizon")
		}
		if err := p.forecastOptions(&o, *levels, session.ForecastMethods()); err != nil {
			return err
		}
		return p.eachLine(ctx, *strict, func(in io.Reader, out io.Writer, work *data.Progress) (session.Projected, error) {
			o.Progress = work
			return session.Forecast(ctx, in, out, o)
		})
	}
}

// projectYears projects the last year of series from standard input.
func projectYears(p *program, flags *flag.FlagSet) action {
	var o session.ForecastOptions
	flags.StringVar(&o.Method, "method", session.YearMethods()[0], "cli.flag.method")
	parents := flags.String("parents", "", "cli.flag.parents")
	how := flags.String("reconcile", session.Reconciliations()[0], "cli.flag.reconcile")
	strict := flags.Bool("strict", false, "cli.flag.strict-series")
	flags.BoolVar(&o.Explain, "explain", false, "cli.flag.explain")
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		if err := p.forecastOptions(&o, "80,95", session.YearMethods()); err != nil {
			return err
		}
		if *parents != "" {
			return p.together(ctx, *parents, *how, o)
		}
		return p.eachLine(ctx, *strict, func(in io.Reader, out io.Writer, work *data.Progress) (session.Projected, error) {
			o.Progress = work
			return session.FullYear(ctx, in, out, o)
		})
	}
}

// forecastOptions checks the method and reads the levels.
func (p *program) forecastOptions(o *session.ForecastOptions, levels string, methods []string) error {
	if err := p.oneOf("method", o.Method, methods); err != nil {
		return err
	}
	var err error
	if o.Levels, err = session.ParseLevels(levels); err != nil {
		return p.usage("cli.error.levels", "text", levels)
	}
	return nil
}

// eachLine reads standard input, gives it to do, prints the rows and tells what was
// refused.
func (p *program) eachLine(ctx context.Context, strict bool, do func(io.Reader, io.Writer, *data.Progress) (session.Projected, error)) error {
	input, err := p.read(ctx)
	if err != nil {
		return err
	}
	var rows bytes.Buffer
	work := new(data.Progress)
	finished := p.showProgress(work)
	told, err := do(bytes.NewReader(input), &rows, work)
	finished()
	if err != nil {
		return err
	}
	if _, err := p.out.Write(rows.Bytes()); err != nil {
		return err
	}
	for _, r := range told.Refused {
		p.say(r.ID + ": " + r.Code + ": " + r.Text(p.words))
	}
	p.tellCandidates(told.Explained)
	if strict && len(told.Refused) > 0 {
		return errStrict
	}
	return nil
}

// tellCandidates prints the table of candidates and, below it, a sentence for each series.
func (p *program) tellCandidates(all []session.Explanation) {
	var lines []string
	for _, e := range all {
		lines = append(lines, e.Lines()...)
	}
	table := tabwriter.NewWriter(p.err, 0, 4, 2, ' ', 0)
	if len(lines) > 0 {
		fmt.Fprintln(table, session.ExplanationHeader())
	}
	for _, line := range lines {
		fmt.Fprintln(table, line)
	}
	_ = table.Flush() // standard error is all there is to tell it on
	for _, e := range all {
		p.say(e.Sentence(p.words))
		for _, flag := range e.Flags(p.words) {
			p.say(flag)
		}
	}
}

// read returns all of standard input. An interrupt while it waits ends the
// program: a read cannot be broken off.
func (p *program) read(ctx context.Context) ([]byte, error) {
	stop := context.AfterFunc(ctx, func() { p.exit(exitInterrupted) })
	defer stop()
	return io.ReadAll(p.in)
}
