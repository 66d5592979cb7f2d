package main

import (
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"io"
	"slices"
	"strconv"
	"time"

	"yunxing/data"
	"yunxing/ui/session"
)

// An importOrder is what the flags of import say.
type importOrder struct {
	project, vintage, template, name string
	strict, json, dry                bool
}

// importFiles takes workbooks and text tables into a project, all or none.
func importFiles(p *program, flags *flag.FlagSet) action {
	var o importOrder
	flags.StringVar(&o.project, "project", "", "cli.flag.new-project")
	flags.StringVar(&o.vintage, "vintage", "", "cli.flag.vintage")
	flags.StringVar(&o.template, "template", "", "cli.flag.template")
	flags.StringVar(&o.name, "name", "", "cli.flag.input-name")
	flags.BoolVar(&o.dry, "preview", false, "cli.flag.preview")
	flags.BoolVar(&o.strict, "strict", false, "cli.flag.strict-import")
	flags.BoolVar(&o.json, "json", false, "cli.flag.json")
	return func(ctx context.Context, files []string) error {
		if len(files) == 0 {
			return p.usage("cli.error.no-file")
		}
		options, err := p.importOptions(o)
		if err != nil {
			return err
		}
		inputs, err := p.inputs(files, o.name)
		if err != nil {
			return err
		}
		var done session.Imported
		run := p.withNew
		if o.dry {
			run = p.withDry
		}
		err = run(ctx, o.project, func(s *session.Session) error {
			done, err = s.ImportInputs(ctx, inputs, options, nil)
			return err
		})
		return errors.Join(err, p.tellImport(o, done, err))
	}
}

// inputs returns the files to take in; - stands for standard input, which goes by a
// name of its own.
func (p *program) inputs(files []string, name string) ([]session.Input, error) {
	if !slices.Contains(files, "-") {
		return session.Inputs(files)
	}
	if len(files) > 1 {
		return nil, p.usage("cli.error.operand", "text", "-")
	}
	b, err := io.ReadAll(p.in)
	if err != nil {
		return nil, err
	}
	if name == "" {
		name = "stdin"
	}
	return []session.Input{{Name: name, Content: b}}, nil
}

// importOptions turns the flags of import into options.
func (p *program) importOptions(o importOrder) (session.ImportOptions, error) {
	options := session.ImportOptions{Strict: o.strict, Dry: o.dry, Now: p.now()}
	var err error
	if options.Template, err = readTemplate(o.template); err != nil {
		return options, err
	}
	options.Vintage, err = p.dayOf(o.vintage)
	return options, err
}

// tellImport prints what an import did, or why it did nothing.
func (p *program) tellImport(o importOrder, done session.Imported, err error) error {
	if usage := (&usageError{}); errors.As(err, &usage) {
		return nil
	}
	if o.json {
		if problem, ok := session.FileProblem(err); ok {
			done.Problems = append(done.Problems, problem)
		}
		return p.printImport(done)
	}
	p.tellProblems(done.Problems)
	p.tellRevisions(done.Revisions)
	switch {
	case errors.Is(err, session.ErrDoubts):
		p.say(p.words.Text("cli.import.refused", "doubts", p.words.Count(done.Doubts())))
	case err == nil && o.dry:
		p.say(p.words.Text("cli.import.dry", "n", p.words.Count(done.Observations), "doubts", p.words.Count(done.Doubts())))
	case err == nil:
		p.say(p.words.Text("cli.import.done", "n", p.words.Count(done.Observations),
			"batch", strconv.FormatInt(done.Batch, 10), "doubts", p.words.Count(done.Doubts()),
			"remarks", p.words.Count(len(done.Problems)-done.Doubts())))
	}
	return nil
}

// shownRemarks bounds the remarks told in words; doubts are all told.
const shownRemarks = 20

// tellProblems tells every doubt, and remarks up to a limit that is told too.
func (p *program) tellProblems(problems []data.Problem) {
	remarks := 0
	for _, v := range problems {
		key := "cli.import.doubt"
		if !v.Doubt {
			if remarks++; remarks > shownRemarks {
				continue
			}
			key = "cli.import.remark"
		}
		p.say(p.words.Text(key, "where", p.words.Source(v.At), "text", p.words.Problem(v)))
	}
	if remarks > shownRemarks {
		p.say(p.words.Text("cli.import.rest", "n", p.words.Count(remarks-shownRemarks)))
	}
}

// shownRevisions bounds the revisions told in words.
const shownRevisions = 20

// tellRevisions tells the figures that the project had otherwise, up to a limit that
// is told too.
func (p *program) tellRevisions(all []session.Revision) {
	for i, r := range all {
		if i == shownRevisions {
			p.say(p.words.Text("cli.import.more-revisions", "n", p.words.Count(len(all)-i)))
			return
		}
		p.say(p.words.Text("cli.import.revision", "where", p.words.Source(r.New.Source), "what", p.seriesName(r.New),
			"period", p.words.Period(r.New.Period, r.New.Key.Basis.Span), "old", p.words.Number(r.Old.Number()), "new", p.words.Number(r.New.Number())))
	}
}

// seriesName returns of whom and of what an observation is: 全国 · 利润总额 · 煤炭采选.
func (p *program) seriesName(o data.Observation) string {
	name := o.Printed
	c, err := session.Catalog()
	if err != nil {
		return name
	}
	if o.Key.Item != data.TotalItem {
		name += " · " + p.words.ItemOf(c, o.Key.Item)
	}
	return p.words.RegionOf(c, o.Key.Region) + " · " + name
}

// listImports prints the imports of a project as CSV, the first first.
func listImports(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	return func(ctx context.Context, _ []string) error {
		return p.with(ctx, *project, func(s *session.Session) error {
			batches, err := s.Batches(ctx)
			if err != nil {
				return at(*project, err)
			}
			table := csv.NewWriter(p.out)
			_ = table.Write([]string{"batch", "files", "observations", "vintage", "imported"}) // Error reports what failed
			for _, b := range batches {
				_ = table.Write([]string{
					strconv.FormatInt(b.ID, 10), b.File, strconv.Itoa(b.Observations), b.Vintage.String(), b.At.UTC().Format(time.RFC3339),
				})
			}
			table.Flush()
			return table.Error()
		})
	}
}

// undoImport takes an import back.
func undoImport(p *program, flags *flag.FlagSet) action {
	project := projectFlag(flags)
	batch := flags.Int64("batch", 0, "cli.flag.batch")
	return func(ctx context.Context, _ []string) error {
		if *batch == 0 {
			return p.need("batch", "")
		}
		return p.with(ctx, *project, func(s *session.Session) error {
			if err := s.Undo(ctx, *batch); err != nil {
				return at(*project, err)
			}
			p.say(p.words.Text("cli.undo.done", "batch", strconv.FormatInt(*batch, 10)))
			return nil
		})
	}
}
