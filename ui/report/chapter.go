package report

import (
	"context"
	"errors"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// A Chapter writes one section of a report: the finding in sentences, the figure
// and the table, all from one answer of the desk. Its error is a *brief.Absent,
// or wraps stats.ErrCoverage, where the project does not hold what it needs.
type Chapter struct {
	ID    string
	Build func(context.Context, brief.Desk, i18n.Printer) (Section, error)
}

// Chapters returns every chapter in the order of a report. A new one is one file
// and one line here.
func Chapters() []Chapter {
	return []Chapter{
		{"growth", growthChapter},
		{"ranking", rankingChapter},
		{"leagues", leaguesChapter},
		{"branches", branchesChapter},
		{"contribution", contributionChapter},
		{"products", productsChapter},
		{"prices", pricesChapter},
		{"efficiency", efficiencyChapter},
		{"investment", investmentChapter},
		{"climate", climateChapter},
		{"capacity", capacityChapter},
		{"projection", projectionChapter},
	}
}

// Compose writes the whole report on a selection: every chapter that the project
// has figures for, and a last section that says plainly what it has none for.
func Compose(ctx context.Context, d brief.Desk, p i18n.Printer) (Document, error) {
	w := writer{d, p}
	doc := Document{Title: p.Text("report.title", "period", w.titlePeriod(), "region", w.region())}
	var absent []Sentence
	for _, c := range Chapters() {
		if c.ID == "ranking" && w.whole() || c.ID == "leagues" && !w.parted() {
			continue // the peers of the whole are its parts, of which another chapter tells
		}
		s, err := c.Build(ctx, d, p)
		switch {
		case isAbsent(err):
			absent = append(absent, w.missing(c, err))
		case err != nil:
			return Document{}, err
		default:
			doc.Sections = append(doc.Sections, s)
		}
	}
	if len(absent) > 0 {
		s := w.section("absent")
		s.Blocks = append(s.Blocks, NewParagraph(NewSentence(p, w.say("absent.lead"))))
		for _, a := range absent {
			s.Blocks = append(s.Blocks, NewParagraph(a))
		}
		doc.Sections = append(doc.Sections, s)
	}
	doc.Notes = []string{
		p.Text("report.note.cut", "period", w.period()),
		p.Text("report.note.basis"),
		p.Text("report.note.rounding"),
		p.Text("report.note.marks"),
	}
	return Numbered(p, doc), nil
}

// isAbsent reports whether err says that the project does not hold what a chapter
// needs, or too little of it.
func isAbsent(err error) bool {
	return errors.Is(err, brief.ErrAbsent) || errors.Is(err, stats.ErrCoverage)
}

// A writer puts the answers of one desk into words.
type writer struct {
	d brief.Desk
	p i18n.Printer
}

// parted reports whether the catalogue knows parts of the selected region.
func (w writer) parted() bool {
	return len(w.d.Catalog().Regions(w.d.Selection().Region)) > 0
}

// section returns an empty section with the title of a chapter.
func (w writer) section(id string) Section {
	return Section{ID: id, Title: w.p.Text("chapter." + id), Level: 1}
}

// say returns the text under say.KEY.
func (w writer) say(key string, args ...Arg) []Run { return Say(w.p, "say."+key, args...) }

// whole reports whether the selected region is part of no other.
func (w writer) whole() bool {
	r, ok := w.d.Catalog().Region(w.d.Selection().Region)
	return ok && r.Parent == ""
}

// earlier returns what a figure is compared with, in words, the oldest last.
func (w writer) earlier(in []brief.Earlier) []Earlier {
	var out []Earlier
	for _, e := range in {
		if e.Then.Known() {
			out = append(out, Earlier{w.sameTime(e.Year), e.Then})
		}
	}
	return out
}

// missing returns the sentence on a chapter that has no figures.
func (w writer) missing(c Chapter, err error) Sentence {
	title := Word("title", w.p.Text("chapter."+c.ID))
	var a *brief.Absent
	if !errors.As(err, &a) {
		return NewSentence(w.p, w.say("absent.coverage", title))
	}
	what := "say.missing." + c.ID
	if c.ID == "leagues" && w.whole() {
		what = "say.missing.provinces"
	}
	if c.ID == "projection" {
		return NewSentence(w.p, w.say("absent.projection", title, Word("region", w.region()), Word("period", w.period())))
	}
	region := w.d.Selection().Region
	if c.ID == "climate" {
		region = a.Region
	}
	return NewSentence(w.p, w.say("absent.item", title, Word("region", w.p.RegionOf(w.d.Catalog(), region)), Word("what", w.p.Text(what)), Word("period", w.period())))
}

// figureWidth is how wide the charts of a report are, in millimetres.
const figureWidth = 150

// figure appends the chart of a kind to s, unless the project has nothing for it.
func (w writer) figure(ctx context.Context, s *Section, kind string) error {
	kinds := chart.All()
	i := slices.IndexFunc(kinds, func(k chart.Kind) bool { return k.ID == kind })
	if i < 0 {
		return nil
	}
	f, err := kinds[i].Build(ctx, w.d, w.p)
	if isAbsent(err) || errors.Is(err, chart.ErrNothing) {
		return nil
	}
	if err != nil {
		return err
	}
	s.Blocks = append(s.Blocks, &Figure{ID: kind, Chart: f, Title: f.Caption, Width: figureWidth, Height: f.SuggestedHeight()})
	return nil
}

// cell returns the cell of a figure.
func (w writer) cell(n data.Number) Cell { return NumberCell(w.p, n) }

// signed returns the cell of a difference, with its sign.
func (w writer) signed(n data.Number) Cell { return PrintedCell(w.p.Signed(n), n) }

// source returns the line that says where figures can be followed to.
func (w writer) source() string { return w.p.Text("say.source") }
