package main

import (
	"context"
	"encoding/csv"
	"flag"
	"io"
	"os"
	"strconv"

	"yunxing/ui/session"
)

// listTemplates prints the templates that a project keeps as CSV, or writes one of
// them into a file.
func listTemplates(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	name := flags.String("name", "", "cli.flag.template-name")
	output := flags.String("o", "", "cli.flag.template-file")
	return func(ctx context.Context, _ []string) error {
		return p.with(ctx, *project, func(s *session.Session) error {
			if *output != "" || *name != "" {
				return p.writeTemplate(ctx, s, *name, *output)
			}
			all, err := s.Templates(ctx)
			if err != nil {
				return at(*project, err)
			}
			table := csv.NewWriter(p.out)
			_ = table.Write([]string{"name", "sheets", "rules"}) // Error reports what failed
			for _, t := range all {
				_ = table.Write([]string{t.Name, strconv.Itoa(len(t.Sheets)), strconv.Itoa(t.Rules())})
			}
			table.Flush()
			return table.Error()
		})
	}
}

// writeTemplate writes the template of that name into a file.
func (p *program) writeTemplate(ctx context.Context, s *session.Session, name, output string) error {
	if err := p.need("name", name); err != nil {
		return err
	}
	t, err := s.Template(ctx, name)
	if err != nil {
		return err
	}
	b, err := t.Write()
	if err != nil {
		return err
	}
	if output == "" {
		_, err = p.out.Write(b)
		return err
	}
	return at(output, session.WriteFile(output, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}))
}

// readTemplate reads the template in a file; nil where none is named.
func readTemplate(path string) (*session.Template, error) {
	if path == "" {
		return nil, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, at(path, err)
	}
	t, err := session.ParseTemplate(b)
	if err != nil {
		return nil, at(path, err)
	}
	return &t, nil
}
