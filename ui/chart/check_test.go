package chart

import (
	"slices"
	"testing"
)

// codes returns the codes of warnings.
func codes(all []Warning) []string {
	var out []string
	for _, w := range all {
		out = append(out, w.Code)
	}
	return out
}

// TestCheckQuiet fails where the checklist finds fault with a sound figure.
func TestCheckQuiet(t *testing.T) {
	st := Themes(testFonts(t))[0]
	for _, m := range samples() {
		for _, lang := range []string{"zh", "en"} {
			f, err := m.figure(lang)
			if err != nil {
				t.Fatal(err)
			}
			f.Subtitle += pick(lang, "，2013年，单位：%", ", 2013, unit: per cent")
			if got := Check(f, st, Output{Width: m.w, Height: m.h}); len(got) > 0 {
				t.Errorf("%s %s: %v", lang, m.id, got)
			}
		}
	}
}

// TestCheckFinds fails where the checklist overlooks what is amiss.
func TestCheckFinds(t *testing.T) {
	st := Themes(testFonts(t))[0]
	for code, spoil := range map[string]func(*Figure, *Output){
		"title":    func(f *Figure, _ *Output) { f.Headline, f.Caption = "", "" },
		"unit":     func(f *Figure, _ *Output) { f.Subtitle, f.Panels[0].Y.Unit = "2013", "" },
		"period":   func(f *Figure, _ *Output) { f.Headline, f.Subtitle, f.Caption = "a", "%", "b" },
		"source":   func(f *Figure, _ *Output) { f.Source = "" },
		"basis":    func(f *Figure, _ *Output) { f.Note, f.Panels[0].Y.Unit = "", "亿元" },
		"zero":     func(f *Figure, _ *Output) { f.Panels[0].Marks = []Mark{Bars{Data: datums(vals(9, 10))}} },
		"label":    func(f *Figure, _ *Output) { lastLine(f).Data[0].Label = "7.7" },
		"decimals": func(f *Figure, _ *Output) { lastLine(f).Data[1].Digits, lastLine(f).Data[1].Label = 2, "9.50" },
		"glyphs":   func(f *Figure, _ *Output) { f.Headline += "\U0001F600" },
		"width":    func(_ *Figure, o *Output) { o.Width = 200 },
		"dropped":  func(_ *Figure, o *Output) { o.Height = 25 },
		"colours": func(f *Figure, _ *Output) {
			f.Panels[0].Marks = nil
			for _, r := range []Role{Accent, Second, Third, Fourth, Fifth, Coal, roles} {
				f.Panels[0].Marks = append(f.Panels[0].Marks, Line{Role: r, Data: datums(vals(9, 9))})
			}
		},
		"projected": func(f *Figure, _ *Output) {
			f.Panels[0].Marks = []Mark{Points{Data: []Datum{{Value: NewValue(9, 1, Projected)}}}}
		},
	} {
		f := sample(t, "overlay", "zh")
		f.Subtitle += "，%"
		o := Output{Width: 150, Height: 85}
		spoil(f, &o)
		if got := codes(Check(f, st, o)); !slices.Contains(got, code) {
			t.Errorf("%s is not found, only %v", code, got)
		}
	}
}

// lastLine returns a copy of the last line of a figure, whose data are its own.
func lastLine(f *Figure) Line {
	return f.Panels[0].Marks[len(f.Panels[0].Marks)-1].(Line)
}
