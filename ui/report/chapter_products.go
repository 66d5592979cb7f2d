package report

import (
	"context"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// productsChapter tells how the output of the main products grew, and against the
// year before (表2).
func productsChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	m, err := d.Products(ctx)
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("products")
	s.Blocks = append(s.Blocks, NewParagraph(w.productsNow(m), w.productsBefore(m)))
	if err := w.figure(ctx, &s, "products"); err != nil {
		return Section{}, err
	}
	s.Blocks = append(s.Blocks, w.matrixTable(m, "products", p.Text("table.products", "region", w.region(), "within", w.titleWithin()), p.Text("unit.percent-points"), false))
	return s, nil
}

// productsNow gives the growth of every product that is known.
func (w writer) productsNow(m brief.Matrix) Sentence {
	var things []Named
	for _, r := range m.Rows {
		if now := r.Values[len(r.Values)-1]; now.Known() {
			things = append(things, Named{w.item(r.Item), now})
		}
	}
	if len(things) == 0 {
		return Sentence{}
	}
	return NewSentence(w.p, Join(w.say("products.subject", Word("within", w.within()), Word("region", w.region())), Growths(w.p, things...)))
}

// productsBefore compares each with the year before.
func (w writer) productsBefore(m brief.Matrix) Sentence {
	var up, down []brief.MatrixRow
	for _, r := range m.Rows {
		switch {
		case r.Change.Known() && r.Change.Value > 0:
			up = append(up, r)
		case r.Change.Known() && r.Change.Value < 0:
			down = append(down, r)
		}
	}
	if len(up)+len(down) == 0 {
		return Sentence{}
	}
	return NewSentence(w.p, w.say("products.before"), w.shifts("products.faster", up), w.shifts("products.slower", down))
}

// shifts lists the changes of rows that moved one way.
func (w writer) shifts(key string, rows []brief.MatrixRow) []Run {
	if len(rows) == 0 {
		return nil
	}
	var names []string
	var sizes [][]Run
	for _, r := range rows {
		names = append(names, w.item(r.Item))
		sizes = append(sizes, Token(w.p.Size(r.Change), r.Change))
	}
	if len(rows) == 1 {
		key += "-one"
	}
	return w.say(key, Word("names", w.p.List(names...)), Phrase("d", Say(w.p, "number.points", Phrase("n", Enumerate(w.p, sizes...)))))
}

// investmentChapter tells how investment grew in manufacturing and in real estate
// (表5).
func investmentChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	m, err := d.Investment(ctx)
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("investment")
	var sentences []Sentence
	for _, r := range m.Rows {
		if now := r.Values[len(r.Values)-1]; now.Known() {
			sentences = append(sentences, w.invested(r, now, len(sentences) == 0))
		}
	}
	if len(sentences) == 0 {
		return Section{}, &brief.Absent{Indicator: "investment", Measure: data.Growth, Span: data.Cumulative, Region: d.Selection().Region, Period: d.Selection().Period}
	}
	s.Blocks = append(s.Blocks, NewParagraph(sentences...))
	if err := w.figure(ctx, &s, "investment"); err != nil {
		return Section{}, err
	}
	t := w.matrixTable(m, "investment", p.Text("table.investment", "region", w.region(), "within", w.titleWithin()), p.Text("unit.percent-points"), false)
	for i, r := range m.Rows {
		if r.Item.Code == data.TotalItem {
			t.Rows[i].Cells[0] = TextCell(p.IndicatorOf(d.Catalog(), "investment"))
		}
	}
	s.Blocks = append(s.Blocks, t)
	return s, nil
}

// invested tells the growth of one item against the year before; the first
// sentence says of where and when.
func (w writer) invested(r brief.MatrixRow, now data.Number, first bool) Sentence {
	subject := w.say("investment.subject", Word("item", w.item(r.Item)))
	if r.Item.Code == data.TotalItem {
		subject = w.say("investment.total", Word("indicator", inSentence(w.p, w.p.IndicatorOf(w.d.Catalog(), "investment"))))
	}
	if first {
		subject = Join(w.say("investment.first", Word("period", w.period()), Word("region", w.region())), subject)
	}
	clause := Join(subject, Growth(w.p, now))
	if then := r.Values[len(r.Values)-2]; then.Known() {
		return NewSentence(w.p, clause, Changes(w.p, now, Earlier{w.sameTime(w.d.Selection().Period.Year() - 1), then}))
	}
	return NewSentence(w.p, clause)
}
