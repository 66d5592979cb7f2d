package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/session"
)

// A chartOrder is what the flags of chart say.
type chartOrder struct {
	project, kind, output, theme, size, text, titles, formats string
	dpi                                                       float64
	list, check, all, strict                                  bool
	selection                                                 *selectionOrder
}

// drawChart lists the kinds of chart, draws one or all of them, or checks one.
func drawChart(p *program, flags *flag.FlagSet) action {
	var o chartOrder
	flags.BoolVar(&o.list, "list", false, "cli.flag.list")
	flags.BoolVar(&o.check, "check", false, "cli.flag.check-chart")
	flags.BoolVar(&o.all, "all", false, "cli.flag.all-charts")
	flags.BoolVar(&o.strict, "strict", false, "cli.flag.strict-chart")
	flags.StringVar(&o.project, "project", "", "cli.flag.project")
	flags.StringVar(&o.kind, "kind", "", "cli.flag.kind")
	o.selection = selectionFlags(flags)
	flags.StringVar(&o.theme, "theme", chart.ThemeIDs()[0], "cli.flag.theme")
	flags.StringVar(&o.titles, "titles", string(chart.BothTitles), "cli.flag.titles")
	flags.StringVar(&o.size, "size", "", "cli.flag.size")
	flags.Float64Var(&o.dpi, "dpi", 300, "cli.flag.dpi")
	flags.StringVar(&o.text, "text", string(chart.Real), "cli.flag.text")
	flags.StringVar(&o.formats, "formats", "png", "cli.flag.formats")
	flags.StringVar(&o.output, "o", "", "cli.flag.chart-file")
	return func(ctx context.Context, _ []string) error {
		if o.list {
			return p.printKinds()
		}
		job, err := p.chartJob(o)
		if err != nil {
			return err
		}
		return p.with(ctx, o.project, func(s *session.Session) error {
			sel, err := p.selection(ctx, s, o.selection)
			if err != nil {
				return err
			}
			if o.all {
				return p.drawAll(ctx, s, sel, o, job)
			}
			return p.drawOne(ctx, s, sel, o, job)
		})
	}
}

// A chartJob is how charts are to be written.
type chartJob struct {
	style   chart.Style
	output  chart.Output
	path    string // of a file, or of a folder; "" only checks
	formats []string
}

// chartJob checks the flags that need no project.
func (p *program) chartJob(o chartOrder) (chartJob, error) {
	job := chartJob{path: o.output}
	if err := p.chartChoices(o); err != nil {
		return job, err
	}
	if o.all {
		if err := p.need("o", o.output); err != nil {
			return job, err
		}
		job.formats = strings.Split(o.formats, ",")
		for _, f := range job.formats {
			if err := p.oneOf("formats", f, session.FigureFormats()); err != nil {
				return job, err
			}
		}
	} else if o.output != "" || !o.check {
		if err := p.need("o", o.output); err != nil {
			return job, err
		}
		format, err := session.FigureFormat(o.output)
		if err != nil {
			return job, p.usage("cli.error.extension", "file", o.output, "list", p.list(session.FigureFormats()))
		}
		job.formats = []string{format}
	}
	width, height := 0.0, 0.0 // the style and the figure suggest them
	if o.size != "" {
		var err error
		if width, height, err = chart.ParseSize(o.size); err != nil {
			return job, p.usage("cli.error.size", "text", o.size)
		}
	}
	if !(o.dpi >= 36 && o.dpi <= 1200) {
		return job, p.usage("cli.error.dpi")
	}
	job.output = chart.Output{Width: width, Height: height, DPI: o.dpi, Text: chart.Lettering(o.text)}
	style, err := session.Style(o.theme)
	job.style = style.Titled(chart.Titles(o.titles))
	return job, err
}

// chartChoices checks the flags that take one of a few words.
func (p *program) chartChoices(o chartOrder) error {
	if !o.all {
		if err := p.need("kind", o.kind); err != nil {
			return err
		}
		if err := p.oneOf("kind", o.kind, kindIDs()); err != nil {
			return err
		}
	}
	if err := p.oneOf("theme", o.theme, chart.ThemeIDs()); err != nil {
		return err
	}
	if err := p.oneOf("titles", o.titles, []string{string(chart.BothTitles), string(chart.NewspaperTitle), string(chart.OfficialTitle)}); err != nil {
		return err
	}
	return p.oneOf("text", o.text, []string{string(chart.Real), string(chart.Outline)})
}

// drawOne writes one chart, or says what is amiss with it, or both.
func (p *program) drawOne(ctx context.Context, s *session.Session, sel brief.Selection, o chartOrder, job chartJob) error {
	figure, err := s.Figure(ctx, o.kind, sel, p.words)
	if err != nil {
		return err
	}
	if job.output.Height == 0 {
		job.output.Width, job.output.Height = job.style.Fit(figure)
	}
	if job.path != "" {
		err = at(job.path, session.WriteFile(job.path, func(w io.Writer) error {
			return s.WriteFigure(ctx, figure, job.formats[0], job.style, job.output, p.words, w)
		}))
	}
	if err != nil {
		return err
	}
	found, err := s.CheckFigure(ctx, figure, job.style, job.output)
	if err != nil {
		return err
	}
	if o.check {
		err = p.printWarnings(found)
	} else {
		p.sayWarnings(figure.Caption, found)
	}
	if err == nil && o.strict && len(found) > 0 {
		return errStrict
	}
	return err
}

// sayWarnings tells on standard error what is amiss with a chart that was written.
func (p *program) sayWarnings(title string, all []chart.Warning) {
	for _, w := range all {
		what, remedy := w.Text(p.words)
		p.say(p.words.Text("cli.chart.warning", "title", title, "what", what, "remedy", remedy))
	}
}

// printWarnings prints what is amiss with a chart, a line each: the code, what it is
// and what to do, with tabs between.
func (p *program) printWarnings(all []chart.Warning) error {
	for _, w := range all {
		what, remedy := w.Text(p.words)
		if _, err := fmt.Fprintf(p.out, "%s\t%s\t%s\n", w.Code, what, remedy); err != nil {
			return err
		}
	}
	return nil
}

// drawAll writes every chart of a selection to a folder, which it makes, and prints
// the files.
func (p *program) drawAll(ctx context.Context, s *session.Session, sel brief.Selection, o chartOrder, job chartJob) error {
	if err := os.MkdirAll(job.path, 0o755); err != nil {
		return at(job.path, err)
	}
	plates, err := s.WriteFigures(ctx, sel, session.Folio{Dir: job.path, Formats: job.formats, Style: job.style, Output: job.output}, p.words)
	if err != nil {
		return at(job.path, err)
	}
	warned := false
	for _, plate := range plates {
		for _, f := range plate.Files {
			if _, err := fmt.Fprintln(p.out, f.Name); err != nil {
				return err
			}
		}
		p.sayWarnings(plate.Title, plate.Found)
		warned = warned || len(plate.Found) > 0
	}
	if o.strict && warned {
		return errStrict
	}
	return nil
}

// kindIDs returns the ids of the kinds of chart.
func kindIDs() []string {
	var out []string
	for _, k := range chart.All() {
		out = append(out, k.ID)
	}
	return out
}

// printKinds prints id and name of every kind of chart, with a tab between.
func (p *program) printKinds() error {
	for _, k := range chart.All() {
		if _, err := fmt.Fprintf(p.out, "%s\t%s\n", k.ID, k.Name(p.words)); err != nil {
			return err
		}
	}
	return nil
}
