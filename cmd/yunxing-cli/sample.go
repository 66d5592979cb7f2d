package main

import (
	"context"
	"flag"

	"yunxing/ui/session"
)

// writeSample writes the sample workbooks and the project made from them.
func writeSample(p *program, flags *flag.FlagSet) action {
	dir := flags.String("o", "", "cli.flag.folder")
	return func(ctx context.Context, _ []string) error {
		if err := p.need("o", *dir); err != nil {
			return err
		}
		project, err := session.WriteSample(ctx, *dir)
		if err != nil {
			return at(*dir, err)
		}
		p.say(p.words.Text("cli.sample.done", "project", project))
		return nil
	}
}
