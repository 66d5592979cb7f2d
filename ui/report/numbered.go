package report

import (
	"strconv"

	"yunxing/ui/i18n"
)

// Numbered returns d with numbers for its sections, tables and figures where they
// have none: 一、（一）1. for the three levels of sections in Chinese and 1, 1.1,
// 1.1.1 in English; 表1 and 图1 throughout the document.
func Numbered(p i18n.Printer, d Document) Document {
	var heads [3]int
	tables, figures := 0, 0
	sections := make([]Section, len(d.Sections))
	for i, s := range d.Sections {
		level := min(max(s.Level, 1), len(heads))
		heads[level-1]++
		clear(heads[level:])
		if s.Level = level; s.Number == "" {
			s.Number = headNumber(p.Lang(), heads[:level])
		}
		blocks := make([]Block, len(s.Blocks))
		for j, b := range s.Blocks {
			blocks[j] = numberedBlock(p, b, &tables, &figures)
		}
		s.Blocks = blocks
		sections[i] = s
	}
	d.Sections = sections
	return d
}

// numberedBlock returns a copy of b with its number, and counts it.
func numberedBlock(p i18n.Printer, b Block, tables, figures *int) Block {
	switch b := b.(type) {
	case *Table:
		t := *b
		if *tables++; t.Number == "" {
			t.Number = p.Text("report.table", "n", strconv.Itoa(*tables))
		}
		return &t
	case *Figure:
		f := *b
		if *figures++; f.Number == "" {
			f.Number = p.Text("report.figure", "n", strconv.Itoa(*figures))
		}
		return &f
	}
	return b
}

// headNumber returns the number of a heading from the counts of its levels.
func headNumber(lang i18n.Lang, heads []int) string {
	last := heads[len(heads)-1]
	if lang == i18n.Chinese {
		switch len(heads) {
		case 1:
			return hanNumber(last) + "、"
		case 2:
			return "（" + hanNumber(last) + "）"
		}
		return strconv.Itoa(last) + "."
	}
	out := strconv.Itoa(heads[0])
	for _, n := range heads[1:] {
		out += "." + strconv.Itoa(n)
	}
	return out
}

// hanNumber returns n from 1 to 99 in Chinese numerals, and in digits beyond.
func hanNumber(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
