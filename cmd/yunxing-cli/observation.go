package main

import (
	"context"
	"encoding/csv"
	"flag"
	"strconv"
	"strings"

	"yunxing/data"
	"yunxing/ui/session"
)

// listObservations prints what is stored, doubtful figures and markers included,
// as CSV in the order of import.
func listObservations(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	indicator := flags.String("indicator", "", "cli.flag.indicator")
	region := flags.String("region", "", "cli.flag.region-all")
	asOf := flags.String("as-of", "", "cli.flag.as-of")
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		day, err := p.dayOf(*asOf)
		if err != nil {
			return err
		}
		return p.with(ctx, *project, func(s *session.Session) error {
			code := ""
			if *region != "" {
				var err error
				if code, err = p.regionOf(ctx, s, *region); err != nil {
					return err
				}
			}
			n, err := p.printObservations(ctx, s, *indicator, code, day)
			if err != nil {
				return at(*project, err)
			}
			if n == 0 && *indicator != "" {
				return p.checkIndicator(ctx, s, *indicator)
			}
			return nil
		})
	}
}

// observationColumns are the columns of observations -csv.
func observationColumns() []string {
	return []string{
		"file", "sheet", "cell", "indicator", "region", "item", "period", "span",
		"measure", "unit", "value", "digits", "status", "vintage",
	}
}

// printObservations prints the table and returns how many rows it has.
func (p *program) printObservations(ctx context.Context, s *session.Session, indicator, region string, asOf data.Date) (int, error) {
	table := csv.NewWriter(p.out)
	_ = table.Write(observationColumns()) // Error reports what failed
	n := 0
	for o, err := range s.Observations(ctx, indicator, region, asOf) {
		if err != nil {
			table.Flush()
			return n, err
		}
		_ = table.Write(observationFields(s.Catalog(), o))
		n++
	}
	table.Flush()
	return n, table.Error()
}

// observationFields returns the row of an observation.
func observationFields(c *data.Catalog, o data.Observation) []string {
	region, item := session.ScriptNames(c, o.Key.Region, o.Key.Item)
	return []string{
		o.Source.File, o.Source.Sheet, o.Source.Cell, o.Printed, region, item,
		o.Period.String(), o.Key.Basis.Span.String(), o.Key.Basis.Measure.String(), o.Unit.Symbol,
		held(o.Value, o.Digits), strconv.Itoa(int(o.Digits)), o.Status.String(), o.Vintage.String(),
	}
}

// cellDigits is the number of significant digits that a cell of a workbook keeps; the
// binary value has some more, which say nothing.
const cellDigits = 15

// held returns a stored value with its published decimals, and with all further ones
// that its cell holds: a table prints 36 where the cell says 35.63059.
func held(v float64, digits int8) string {
	printed := session.Plain(v, digits)
	whole, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', cellDigits, 64), 64)
	if err != nil || printed == "" || session.Plain(whole, -1) == trimmed(printed) {
		return printed
	}
	return session.Plain(whole, -1)
}

// trimmed returns a number without the zeros that end its decimals.
func trimmed(number string) string {
	if !strings.Contains(number, ".") {
		return number
	}
	return strings.TrimRight(strings.TrimRight(number, "0"), ".")
}

// checkIndicator returns a usage error that lists the indicators of the project
// if neither it nor the catalogue knows one of that name.
func (p *program) checkIndicator(ctx context.Context, s *session.Session, name string) error {
	if _, ok := s.Catalog().FindIndicator(name); ok {
		return nil
	}
	codes, err := s.Indicators(ctx)
	if err != nil {
		return err
	}
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = p.words.IndicatorOf(s.Catalog(), c)
	}
	if len(names) == 0 {
		return p.usage("cli.error.indicator-none", "name", name)
	}
	return p.usage("cli.error.indicator", "name", name, "list", p.list(names))
}
