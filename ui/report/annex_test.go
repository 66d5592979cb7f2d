package report

import (
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// TestAnnexed fails where a figure of the text does not say how it was worked out
// and where its cells are, or is told twice.
func TestAnnexed(t *testing.T) {
	p := printer(t, i18n.Chinese)
	at := map[data.Ref]data.Observation{
		1: {Ref: 1, Source: data.Source{File: "a.xlsx", Sheet: "增速", Cell: "T5"}},
		2: {Ref: 2, Source: data.Source{File: "a.xlsx", Sheet: "增速", Cell: "I5"}},
		3: {Ref: 3, Source: data.Source{File: "b.csv", Cell: "B2"}},
	}
	cells := func(refs []data.Ref) (out []data.Observation) {
		for _, r := range refs {
			out = append(out, at[r])
		}
		return out
	}
	now, then := data.PublishedNumber(12.2, 1, 1), data.PublishedNumber(14, 1, 2)
	fall := stats.Difference(now, then)
	year := stats.YearFrom(now, then, stats.Ratio(data.PublishedNumber(40, 0, 3), data.PublishedNumber(80, 0, 3), 2))
	model := data.From(9.7, 9.2, 10.2, 1, stats.Ratio(data.PublishedNumber(40, 0, 3), data.PublishedNumber(80, 0, 3), 2))
	model.Status = data.Projected
	ends := NewSentence(p, Join(Words("预测"), Token("9.2%", model), Words("～"), Token("10.2%", model)))
	s := NewSentence(p, Join(Words("增长"), Token("12.2%", now)), Join(Words("回落"), Token("1.8", fall)), Join(Words("全年"), Token("10", year)))
	again := NewSentence(p, Join(Words("仍回落"), Token("1.8", fall)))
	unknown := NewSentence(p, Join(Words("不详"), Token("—", data.NotKnown())))

	d := Annexed(p, Document{Lead: []Paragraph{NewParagraph(s, again, unknown, ends)}}, cells)
	if len(d.Sections) != 1 {
		t.Fatalf("%d sections", len(d.Sections))
	}
	table := d.Sections[0].Blocks[0].(*Table)
	var got []string
	for _, r := range table.Rows {
		line := ""
		for _, c := range r.Cells {
			line += c.Text + "|"
		}
		got = append(got, line)
	}
	want := []string{
		"增长12.2%|12.2%|公布|[1] T5|",
		"回落1.8|1.8|12.2 − 14.0 = −1.8（区间−1.9～−1.7）|[1] T5, I5|",
	}
	if projected := "预测9.2%～10.2%|9.2%|预测（预测区间9.2～10.2）；100·40/80 = 50.00|[2] B2|"; len(got) != 4 || got[3] != projected {
		t.Fatalf("%q", got)
	}
	if got[0] != want[0] || got[1] != want[1] || !strings.Contains(got[2], "P = 100·40/80") || !strings.Contains(got[2], "[2] B2") {
		t.Errorf("%q", got)
	}
	if n := len(table.Notes); n != 3 || !strings.HasPrefix(table.Notes[2], "[2] b.csv") {
		t.Errorf("%q", table.Notes)
	}
	if plain := Annexed(p, Document{}, cells); len(plain.Sections) != 0 {
		t.Error("a text without figures has an annex")
	}
}
