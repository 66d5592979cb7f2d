package main

import (
	"context"
	"flag"
	"io"

	"yunxing/ui/brief"
	"yunxing/ui/report"
	"yunxing/ui/session"
)

// writeReport writes the report on a region and period. What the project lacks is
// said in the report; only where it lacks everything there is none.
func writeReport(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	order := selectionFlags(flags)
	output := flags.String("o", "", "cli.flag.report-file")
	editable := flags.Bool("editable", false, "cli.flag.editable")
	annex := flags.Bool("annex", true, "cli.flag.annex")
	return func(ctx context.Context, _ []string) error {
		if err := p.need("o", *output); err != nil {
			return err
		}
		format, err := report.FormatOf(*output)
		if err != nil {
			return p.usage("cli.error.extension", "file", *output, "list", p.list(reportFormats()))
		}
		return p.with(ctx, *project, func(s *session.Session) error {
			sel, err := p.selection(ctx, s, order)
			if err != nil {
				return err
			}
			doc, err := s.Report(ctx, sel, p.words)
			if err != nil {
				return err
			}
			if len(doc.Numbers()) == 0 {
				return brief.ErrAbsent
			}
			if *annex {
				if doc, err = s.Annexed(ctx, doc, p.words); err != nil {
					return err
				}
			}
			style, err := session.Style("")
			if err != nil {
				return err
			}
			return at(*output, session.WriteFile(*output, func(w io.Writer) error {
				return format.Write(doc, report.Options{Printer: p.words, Style: style, NativeCharts: *editable}, w)
			}))
		})
	}
}

// reportFormats returns the extensions that a report may have.
func reportFormats() []string {
	var out []string
	for _, f := range report.All() {
		out = append(out, f.Ext)
	}
	return out
}
