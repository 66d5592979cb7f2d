package main

import (
	"context"
	"flag"
	"io"

	"yunxing/data"
	"yunxing/ui/session"
)

// adjustSeries adjusts series from standard input for their seasons, and says how
// well that went.
func adjustSeries(p *program, flags *flag.FlagSet) action {
	additive := flags.Bool("additive", false, "cli.flag.additive")
	strict := flags.Bool("strict", false, "cli.flag.strict-series")
	flags.Bool("csv", false, "cli.flag.csv")
	return func(ctx context.Context, _ []string) error {
		var judged []session.Judgement
		err := p.eachLine(ctx, *strict, func(in io.Reader, out io.Writer, work *data.Progress) (told session.Projected, err error) {
			told, judged, err = session.Adjust(ctx, in, out, *additive, work)
			return told, err
		})
		for _, j := range judged {
			p.say(j.Sentence(p.words))
		}
		return err
	}
}
