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
		return p.project(ctx, o, *strict, session.Forecast)
	}
}

// projectYears projects the last year of series from standard input.
func projectYears(p *program, flags *flag.FlagSet) action {
	var o session.ForecastOptions
	flags.StringVar(&o.Method, "method", session.YearMethods()[0], "cli.flag.method")
	strict := flags.Bool("strict", false, "cli.flag.strict-series")
	flags.BoolVar(&o.Explain, "explain", false, "cli.flag.explain")
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		if err := p.forecastOptions(&o, "80,95", session.YearMethods()); err != nil {
			return err
		}
		return p.project(ctx, o, *strict, session.FullYear)
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

// project reads standard input, projects it and tells what was refused.
func (p *program) project(ctx context.Context, o session.ForecastOptions, strict bool,
	do func(context.Context, io.Reader, io.Writer, session.ForecastOptions) (session.Projected, error),
) error {
	input, err := p.read(ctx)
	if err != nil {
		return err
	}
	var rows bytes.Buffer
	o.Progress = new(data.Progress)
	finished := p.showProgress(o.Progress)
	told, err := do(ctx, bytes.NewReader(input), &rows, o)
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
	}
}

// read returns all of standard input. An interrupt while it waits ends the
// program: a read cannot be broken off.
func (p *program) read(ctx context.Context) ([]byte, error) {
	stop := context.AfterFunc(ctx, func() { p.exit(exitInterrupted) })
	defer stop()
	return io.ReadAll(p.in)
}
