package main

import (
	"context"
	"encoding/csv"
	"flag"

	"yunxing/data"
	"yunxing/ui/session"
)

// listNotes prints what is printed around the tables of a project as CSV: titles,
// notes and sources, in the order of import.
func listNotes(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		return p.with(ctx, *project, func(s *session.Session) error {
			all, err := s.Notes(ctx, data.Source{})
			if err != nil {
				return at(*project, err)
			}
			table := csv.NewWriter(p.out)
			_ = table.Write([]string{"file", "sheet", "cell", "kind", "text"}) // Error reports what failed
			for _, n := range all {
				kind := "note"
				if n.Title {
					kind = "title"
				}
				_ = table.Write([]string{n.At.File, n.At.Sheet, n.At.Cell, kind, n.Text})
			}
			table.Flush()
			return table.Error()
		})
	}
}
