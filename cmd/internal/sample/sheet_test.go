package main

import (
	"slices"
	"strings"
	"testing"
)

// meanings pairs every footnote mark with the word that explains it.
func meanings() map[string]string {
	return map[string]string{"①": "推算", "②": "口径断裂", "③": "预测数", "④": "约数"}
}

// TestNotes fails if a mark is not explained under its table, if a note uses the
// word of a mark without the mark, or if a sheet does not name its source or
// names an address.
func TestNotes(t *testing.T) {
	for _, b := range All() {
		for _, s := range b.Sheets {
			t.Run(s.Name, func(t *testing.T) {
				g, err := s.lay()
				if err != nil {
					t.Fatal(err)
				}
				var body, notes string
				for _, row := range g.rows {
					for _, c := range row {
						switch c.role {
						case roleValue:
							body += c.text
						case roleNote:
							notes += c.text + "\n"
						}
					}
				}
				for mark, word := range meanings() {
					marked := strings.Contains(body, mark)
					explained := strings.Contains(notes, mark+" ") && strings.Contains(notes, word)
					if marked != explained || !marked && strings.Contains(notes, word) {
						t.Errorf("mark %s in the body: %t, explained: %t", mark, marked, explained)
					}
				}
				if !strings.Contains(notes, "数据来源:") || len(s.Sources) == 0 {
					t.Error("no source")
				}
				for _, forbidden := range []string{"http", "www", "github", ".com", ".cn", "/"} {
					if strings.Contains(notes, forbidden) {
						t.Errorf("the notes hold %q", forbidden)
					}
				}
			})
		}
	}
}

// TestNames fails if a tab is too long for a workbook or not unique.
func TestNames(t *testing.T) {
	for _, b := range All() {
		var seen []string
		for _, s := range b.Sheets {
			if n := len([]rune(s.Name)); n > 31 {
				t.Errorf("%s: tab %s has %d characters", b.Name, s.Name, n)
			}
			if slices.Contains(seen, s.Name) {
				t.Errorf("%s: tab %s twice", b.Name, s.Name)
			}
			seen = append(seen, s.Name)
			if s.Title == "" {
				t.Errorf("%s: %s has no title", b.Name, s.Name)
			}
		}
	}
}

// TestHeading fails if headings are merged over columns that differ or left open
// where a column has fewer levels.
func TestHeading(t *testing.T) {
	m := matrix{
		stubHeads: []string{"行业", "计量单位"},
		heads:     [][]string{{"2012年", "1-2月"}, {"2013年", "1-2月"}, {"2013年", "1-3月"}, {"目标"}},
	}
	g := &grid{}
	if got := g.heading(2, m); got != 4 {
		t.Errorf("body begins in row %d, want 4", got)
	}
	want := []span{{2, 0, 3, 0}, {2, 1, 3, 1}, {2, 3, 2, 4}, {2, 5, 3, 5}}
	if !slices.Equal(g.merges, want) {
		t.Errorf("merges %v, want %v", g.merges, want)
	}
	if got := g.rows[3][2].text; got != "1-2月" {
		t.Errorf("second level of the first column is %q, want 1-2月", got)
	}
}

// TestLabel fails if a period is printed in a way that means another one.
func TestLabel(t *testing.T) {
	tests := []struct {
		period string
		style  style
		want   string
	}{
		{"2013-09", cumulative, "2013年1-9月"},
		{"2013-02", cumulative, "2013年1-2月"},
		{"2013-09", current, "2013年9月"},
		{"2013-01/2013-02", current, "2013年1-2月"},
		{"2013-09", pointInTime, "2013年9月末"},
		{"2012", pointInTime, "2012年末"},
		{"2012", cumulative, "2012年"},
		{"2013Q2", cumulative, "2013年上半年"},
		{"2013Q3", cumulative, "2013年前三季度"},
		{"2013Q4", cumulative, "2013年全年"},
		{"2013Q3", current, "2013年三季度"},
	}
	for _, tt := range tests {
		got, err := fullLabel(tt.period, tt.style)
		if err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v; want %q", tt.period, got, err, tt.want)
		}
	}
	for _, bad := range []string{"", "13", "2013-13", "2013Q5", "2013x", "year", "2013-01/2014-02"} {
		if got, err := fullLabel(bad, current); err == nil {
			t.Errorf("%q is printed as %q, want an error", bad, got)
		}
	}
}

// TestNumber fails if a marked figure is taken for a number or decimals get lost.
func TestNumber(t *testing.T) {
	tests := []struct {
		text     string
		value    float64
		decimals int
		ok       bool
	}{
		{"12.0", 12, 1, true},
		{"-179.85", -179.85, 2, true},
		{"10", 10, 0, true},
		{"17.2①", 0, 0, false},
		{"", 0, 0, false},
	}
	for _, tt := range tests {
		value, decimals, ok := number(tt.text)
		if ok != tt.ok || ok && (value != tt.value || decimals != tt.decimals) {
			t.Errorf("%q: got %v with %d decimals, %t", tt.text, value, decimals, ok)
		}
	}
}

// TestRun fails if wrong usage is taken for success.
func TestRun(t *testing.T) {
	if got := run(nil); got != 2 {
		t.Errorf("without a folder: exit %d, want 2", got)
	}
	if got := run([]string{"-o", t.TempDir() + "/absent"}); got != 1 {
		t.Errorf("into an absent folder: exit %d, want 1", got)
	}
	if got := run([]string{"-o", t.TempDir()}); got != 0 {
		t.Errorf("exit %d, want 0", got)
	}
}
