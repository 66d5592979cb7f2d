package report

import (
	"context"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// rankingChapter tells where the region stands among its peers: by a stated place
// and by the figures of the peers, whichever the project has.
func rankingChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	w := writer{d, p}
	s := w.section("ranking")
	stated, statedErr := d.PublishedRank(ctx)
	if statedErr != nil && !isAbsent(statedErr) {
		return Section{}, statedErr
	}
	r, err := d.Ranking(ctx)
	if err != nil && !isAbsent(err) {
		return Section{}, err
	}
	if statedErr != nil && err != nil {
		return Section{}, err
	}
	if statedErr == nil {
		s.Blocks = append(s.Blocks, NewParagraph(w.statedRank(stated)))
	}
	group := p.Group(r.Group)
	if err != nil {
		s.Blocks = append(s.Blocks, NewParagraph(NewSentence(p, w.say("rank.no-peers", Word("period", w.period())))))
		return s, nil
	}
	s.Blocks = append(s.Blocks, NewParagraph(w.ownPlace(r, group), w.spread(r, group)))
	if err := w.figure(ctx, &s, "ranked"); err != nil {
		return Section{}, err
	}
	s.Blocks = append(s.Blocks, w.rankTable(r, p.Text("table.ranking", "group", group, "period", w.titlePeriod()), false))
	return s, nil
}

// statedRank tells a place that a source states itself.
func (w writer) statedRank(r brief.PublishedRank) Sentence {
	var change []Run
	if r.Before.Known() {
		change = RankChange(w.p, r.Now, Earlier{w.p.Text("say.year-before"), r.Before})
	}
	return NewSentence(w.p, Join(w.say("rank.subject", Word("within", w.within()), Word("region", w.region())), Rank(w.p, w.p.Text("say.rank.nation"), r.Now)), change)
}

// ownPlace tells the place of the selected region in a group.
func (w writer) ownPlace(r brief.Ranking, group string) Sentence {
	if r.Own < 0 {
		return Sentence{}
	}
	own := r.Rows[r.Own]
	place := data.From(float64(own.Place.Rank), float64(own.Place.Best), float64(own.Place.Worst), 0, growths(r)...).By("r = 1 + k, k = #{g > gᵢ}", "k gᵢ g", float64(own.Place.Rank-1))
	var tie []Run
	if own.Place.Ties > 0 {
		tie = w.say("rank.tie", Word("n", w.p.Count(own.Place.Ties)))
	}
	return NewSentence(w.p, Join(w.say("rank.subject", Word("within", w.within()), Word("region", w.region())), Rank(w.p, group, place)), tie)
}

// growths returns the growth of the selected region and then those of the others, the
// highest first: the place can be counted from them.
func growths(r brief.Ranking) []data.Number {
	out := []data.Number{r.Rows[r.Own].Now}
	for i, row := range r.Rows {
		if i != r.Own {
			out = append(out, row.Now)
		}
	}
	return out
}

// level names all whose growth is printed as one is.
func (w writer) level(all []data.Number, one data.Number, name func(i int) string) string {
	var names []string
	for i, n := range all {
		if w.p.Percent(n) == w.p.Percent(one) {
			names = append(names, name(i))
		}
	}
	return w.p.Level(names...)
}

// spread tells who is first and last and how many are above the average.
func (w writer) spread(r brief.Ranking, group string) Sentence {
	first, last := r.Rows[0], r.Rows[len(r.Rows)-1]
	now := make([]data.Number, len(r.Rows))
	for i, row := range r.Rows {
		now[i] = row.Now
	}
	name := func(i int) string { return w.p.Region(r.Rows[i].Region) }
	ends := w.say("rank.ends", Word("group", group),
		Word("first", w.level(now, first.Now, name)), Num("high", w.p.Percent(first.Now), first.Now),
		Word("last", w.level(now, last.Now, name)), Num("low", w.p.Percent(last.Now), last.Now))
	if !r.Nation.Known() {
		return NewSentence(w.p, ends)
	}
	above := 0
	for _, row := range r.Rows {
		if stats.Difference(row.Now, r.Nation).Value > 0 {
			above++
		}
	}
	return NewSentence(w.p, ends, w.say("rank.above", Word("n", w.p.Count(above)), Word("of", w.p.Count(len(r.Rows))), Word("parent", w.p.RegionOf(w.d.Catalog(), r.Rows[0].Region.Parent)), Num("average", w.p.Percent(r.Nation), r.Nation)))
}

// leaguesChapter tells who is ahead among the parts of the region, and who meets
// the target set when the year began (表1).
func leaguesChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	w := writer{d, p}
	r, err := d.Leagues(ctx)
	if err != nil {
		return Section{}, err
	}
	s := w.section("leagues")
	group := p.Text("say.leagues.group", "region", w.region(), "n", p.Count(len(r.Rows)+len(r.Missing)))
	s.Blocks = append(s.Blocks, NewParagraph(w.spread(r, group), w.metTargets(r)))
	if err := w.figure(ctx, &s, "leagues"); err != nil {
		return Section{}, err
	}
	s.Blocks = append(s.Blocks, w.rankTable(r, p.Text("table.leagues", "region", w.region(), "period", w.titlePeriod()), true))
	return s, nil
}

// metTargets tells how many reached their target, and what those furthest from it
// are.
func (w writer) metTargets(r brief.Ranking) Sentence {
	met, known := 0, 0
	for _, row := range r.Rows {
		if row.Gap.Known() {
			known++
			if row.Gap.Value >= 0 {
				met++
			}
		}
	}
	if known == 0 {
		return Sentence{}
	}
	worst := slices.MinFunc(r.Rows, func(a, b brief.Ranked) int {
		switch {
		case a.Gap.Known() && (!b.Gap.Known() || a.Gap.Value < b.Gap.Value):
			return -1
		}
		return 1
	})
	var behind []Run
	if worst.Gap.Known() && worst.Gap.Value < 0 {
		behind = w.say("leagues.behind", Word("name", w.p.Region(worst.Region)), Phrase("d", points(w.p, magnitude(worst.Gap))))
	}
	return NewSentence(w.p, w.say("leagues.met", Word("n", w.p.Count(met)), Word("of", w.p.Count(known))), behind)
}

// rankTable is regions by growth. With targets it shows those instead of the year
// before.
func (w writer) rankTable(r brief.Ranking, title string, targets bool) *Table {
	t := &Table{ID: "ranking", Title: title, Unit: w.p.Text("unit.percent-points"), Source: w.source()}
	heads := []string{"column.growth", "column.year-before", "column.change"}
	if targets {
		t.ID, heads = "leagues", []string{"column.growth", "column.target", "column.gap"}
	}
	t.Columns = []Column{{Title: w.p.Text("column.region"), Text: true}}
	for _, h := range heads {
		t.Columns = append(t.Columns, Column{Title: w.p.Text(h)})
	}
	t.Columns = append(t.Columns, Column{Title: w.p.Text("column.rank")}, Column{Title: w.p.Text("column.rank-range")})
	for i, row := range r.Rows {
		cells := []Cell{TextCell(w.p.Region(row.Region)), w.cell(row.Now), w.cell(row.Before), w.signed(row.Change)}
		if targets {
			cells = []Cell{TextCell(w.p.Region(row.Region)), w.cell(row.Now), w.cell(row.Target), w.signed(row.Gap)}
		}
		span := w.p.Count(row.Place.Best)
		if row.Place.Worst > row.Place.Best {
			span += "–" + w.p.Count(row.Place.Worst)
		}
		t.Rows = append(t.Rows, Row{Strong: i == r.Own, Cells: append(cells, TextCell(w.p.Count(row.Place.Rank)), TextCell(span))})
	}
	if r.Nation.Known() {
		parent := w.p.RegionOf(w.d.Catalog(), r.Rows[0].Region.Parent)
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(parent), w.cell(r.Nation), TextCell(""), TextCell(""), TextCell(""), TextCell("")}})
	}
	for _, m := range r.Missing {
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(w.p.Region(m)), w.cell(data.NotKnown()), TextCell(""), TextCell(""), TextCell(""), TextCell("")}})
	}
	t.Notes = []string{w.p.Text("table.note.rank-range")}
	return t
}
