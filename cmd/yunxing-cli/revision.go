package main

import (
	"context"
	"encoding/csv"
	"flag"

	"yunxing/data"
	"yunxing/ui/session"
)

// listRevisions prints the figures that an import, or any, says otherwise than what
// came before it, as CSV.
func listRevisions(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	batch := flags.Int64("batch", 0, "cli.flag.batch-all")
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		return p.with(ctx, *project, func(s *session.Session) error {
			table := csv.NewWriter(p.out)
			_ = table.Write([]string{ // Error reports what failed
				"indicator", "region", "item", "period", "span", "measure", "unit", "old", "new",
				"old_unit", "old_vintage", "new_vintage", "old_file", "old_sheet", "old_cell", "new_file", "new_sheet", "new_cell",
			})
			for r, err := range s.Revisions(ctx, *batch) {
				if err != nil {
					table.Flush()
					return at(*project, err)
				}
				_ = table.Write(revisionFields(s.Catalog(), r.Old, r.New))
			}
			table.Flush()
			return table.Error()
		})
	}
}

// revisionFields returns the row of a revision, with the names that observations
// have.
func revisionFields(c *data.Catalog, before, now data.Observation) []string {
	f := observationFields(c, now)
	return []string{
		f[3], f[4], f[5], f[6], f[7], f[8], now.Unit.Symbol, held(before.Value, before.Digits), held(now.Value, now.Digits),
		before.Unit.Symbol, before.Vintage.String(), now.Vintage.String(),
		before.Source.File, before.Source.Sheet, before.Source.Cell, now.Source.File, now.Source.Sheet, now.Source.Cell,
	}
}
