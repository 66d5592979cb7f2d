package main

import (
	"context"
	"flag"
	"fmt"
	"io"

	"yunxing/ui/chart"
	"yunxing/ui/session"
)

// A chartOrder is what the flags of chart say.
type chartOrder struct {
	project, kind, output, theme, size, text string
	dpi                                      float64
	list                                     bool
	selection                                *selectionOrder
}

// drawChart lists the kinds of chart or draws one.
func drawChart(p *program, flags *flag.FlagSet) action {
	var o chartOrder
	flags.BoolVar(&o.list, "list", false, "cli.flag.list")
	flags.StringVar(&o.project, "project", "", "cli.flag.project")
	flags.StringVar(&o.kind, "kind", "", "cli.flag.kind")
	o.selection = selectionFlags(flags)
	flags.StringVar(&o.theme, "theme", chart.ThemeIDs()[0], "cli.flag.theme")
	flags.StringVar(&o.size, "size", "", "cli.flag.size")
	flags.Float64Var(&o.dpi, "dpi", 300, "cli.flag.dpi")
	flags.StringVar(&o.text, "text", string(chart.Real), "cli.flag.text")
	flags.StringVar(&o.output, "o", "", "cli.flag.chart-file")
	return func(ctx context.Context, _ []string) error {
		if o.list {
			return p.printKinds()
		}
		output, err := p.chartOutput(o)
		if err != nil {
			return err
		}
		style, err := session.Style(o.theme)
		if err != nil {
			return err
		}
		return p.with(ctx, o.project, func(s *session.Session) error {
			sel, err := p.selection(ctx, s, o.selection)
			if err != nil {
				return err
			}
			figure, err := s.Figure(ctx, o.kind, sel, p.words)
			if err != nil {
				return err
			}
			if output.Height == 0 {
				output.Height = figure.SuggestedHeight()
			}
			return at(o.output, session.WriteFile(o.output, func(w io.Writer) error {
				return session.WriteFigure(figure, string(output.Format), style, output, p.words, w)
			}))
		})
	}
}

// chartOutput checks the flags that need no project and returns how the chart is
// to be written.
func (p *program) chartOutput(o chartOrder) (chart.Output, error) {
	if err := p.need("kind", o.kind); err != nil {
		return chart.Output{}, err
	}
	if err := p.oneOf("kind", o.kind, kindIDs()); err != nil {
		return chart.Output{}, err
	}
	if err := p.oneOf("theme", o.theme, chart.ThemeIDs()); err != nil {
		return chart.Output{}, err
	}
	if err := p.oneOf("text", o.text, []string{string(chart.Real), string(chart.Outline)}); err != nil {
		return chart.Output{}, err
	}
	if err := p.need("o", o.output); err != nil {
		return chart.Output{}, err
	}
	format, err := session.FigureFormat(o.output)
	if err != nil {
		return chart.Output{}, p.usage("cli.error.extension", "file", o.output, "list", p.list(session.FigureFormats()))
	}
	width, height := float64(usualWidth), 0.0 // the figure suggests its height
	if o.size != "" {
		if width, height, err = chart.ParseSize(o.size); err != nil {
			return chart.Output{}, p.usage("cli.error.size", "text", o.size)
		}
	}
	if !(o.dpi >= 36 && o.dpi <= 1200) {
		return chart.Output{}, p.usage("cli.error.dpi")
	}
	return chart.Output{Format: chart.Format(format), Width: width, Height: height, DPI: o.dpi, Text: chart.Lettering(o.text)}, nil
}

// usualWidth is how wide a chart is where no size is asked for, in millimetres:
// the full width of a page.
const usualWidth = 150

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
