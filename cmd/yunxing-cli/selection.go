package main

import (
	"context"
	"flag"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/session"
)

// A selectionOrder is what the flags say about the region and period that a chart
// or report is about.
type selectionOrder struct {
	region, period, peers, threshold, target, rest, asOf string
}

// selectionFlags adds the flags for a selection.
func selectionFlags(flags *flag.FlagSet) *selectionOrder {
	var o selectionOrder
	flags.StringVar(&o.region, "region", "", "cli.flag.region")
	flags.StringVar(&o.period, "period", "", "cli.flag.period")
	flags.StringVar(&o.peers, "peers", "", "cli.flag.peers")
	flags.StringVar(&o.threshold, "threshold", "", "cli.flag.threshold")
	flags.StringVar(&o.target, "target", "", "cli.flag.target")
	flags.StringVar(&o.rest, "rest", "", "cli.flag.rest")
	flags.StringVar(&o.asOf, "as-of", "", "cli.flag.as-of")
	return &o
}

// selection returns what the flags select. Errors are in words.
func (p *program) selection(ctx context.Context, s *session.Session, o *selectionOrder) (brief.Selection, error) {
	if err := p.need("region", o.region); err != nil {
		return brief.Selection{}, err
	}
	if err := p.need("period", o.period); err != nil {
		return brief.Selection{}, err
	}
	region, err := p.regionOf(ctx, s, o.region)
	if err != nil {
		return brief.Selection{}, err
	}
	period, err := p.periodOf(o.period)
	if err != nil {
		return brief.Selection{}, err
	}
	peers, err := p.peersOf(s.Catalog(), o.peers)
	if err != nil {
		return brief.Selection{}, err
	}
	if _, ok := stats.FindThreshold(o.threshold); o.threshold != "" && !ok {
		if err := p.oneOf("threshold", o.threshold, session.Thresholds()); err != nil {
			return brief.Selection{}, err
		}
	}
	target, ok := session.ParseTarget(o.target)
	if !ok {
		return brief.Selection{}, p.usage("cli.error.value", "flag", "target", "value", o.target)
	}
	rest, ok := session.ParseTarget(o.rest)
	if !ok {
		return brief.Selection{}, p.usage("cli.error.value", "flag", "rest", "value", o.rest)
	}
	day, err := p.dayOf(o.asOf)
	if err != nil {
		return brief.Selection{}, err
	}
	return brief.Selection{Region: region, Period: period, Peers: peers, Threshold: o.threshold, Target: target, Rest: rest, AsOf: day}, nil
}

// openSelection returns what the flags of compute select; region and period may be
// left open.
func (p *program) openSelection(ctx context.Context, s *session.Session, o computeOrder) (sel brief.Selection, err error) {
	if o.region != "" {
		if sel.Region, err = p.regionOf(ctx, s, o.region); err != nil {
			return sel, err
		}
	}
	if o.period != "" {
		if sel.Period, err = p.periodOf(o.period); err != nil {
			return sel, err
		}
	}
	if sel.Peers, err = p.peersOf(s.Catalog(), o.peers); err != nil {
		return sel, err
	}
	sel.AsOf, err = p.dayOf(o.asOf)
	return sel, err
}

// dayOf reads a day; "" is none.
func (p *program) dayOf(text string) (data.Date, error) {
	if text == "" {
		return data.Date{}, nil
	}
	day, err := data.ParseDate(text)
	if err != nil {
		return day, p.usage("cli.error.date", "text", text)
	}
	return day, nil
}

// peersOf returns the code of a group given by its code or name; "" is the usual
// one of the region.
func (p *program) peersOf(c *data.Catalog, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	var codes []string
	for _, g := range c.Groups() {
		if slices.Contains([]string{data.Fold(g.Code), data.Fold(g.Zh), data.Fold(g.En)}, data.Fold(name)) {
			return g.Code, nil
		}
		codes = append(codes, g.Code)
	}
	return "", p.oneOf("peers", name, codes)
}

// oneOf returns a usage error that lists what there is, unless value is of it.
func (p *program) oneOf(flag, value string, there []string) error {
	if slices.Contains(there, value) {
		return nil
	}
	return p.usage("cli.error.choice", "flag", flag, "value", value, "list", p.list(there))
}
