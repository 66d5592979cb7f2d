package report

import (
	"fmt"
	"strings"

	"yunxing/ui/i18n"
)

// A look holds what differs between the languages of a Word document: faces,
// sizes and how paragraphs are set.
type look struct {
	lang   string // of the East Asian text in Chinese, of all text in English
	hint   string // run property that asks for East Asian forms
	body   style
	title  style
	heads  [3]style
	table  face
	strong face // captions, heads of tables
	fonts  []font
}

// A face is a pair of fonts, for Latin and for Chinese text.
type face struct{ latin, han string }

// A style is a paragraph style: sizes in half points, lengths in twentieths of a
// point.
type style struct {
	face
	size          int
	bold          bool
	before, after int
	line          int // exact distance of lines; 0 for single spacing
	indent        int // of the first line, in hundredths of a character
	justify       string
}

// A font is an entry of the font table with the names it goes by elsewhere.
type font struct{ name, others, charset, family, pitch string }

// Type area 156 × 225 mm on A4 by GB/T 9704: 37 mm above, 28 mm left of it.
const (
	pageWidth, pageHeight = 11906, 16838
	marginTop             = 2098
	marginBottom          = 1984
	marginLeft            = 1588
	marginRight           = 1474
	marginFooter          = 1361
	typeWidth             = pageWidth - marginLeft - marginRight
)

// lookOf returns the look of a language.
func lookOf(lang i18n.Lang) look {
	if lang == i18n.Chinese {
		return chineseLook()
	}
	return englishLook()
}

// chineseLook is that of an official report: title 二号, text 三号仿宋 at 28 points,
// headings 黑体, 楷体 and bold 仿宋, tables and captions smaller. Text is set left,
// since some programs break no list of figures (5.0、7.0) and would tear the line
// before it apart to fill it.
func chineseLook() look {
	song := face{"Times New Roman", "仿宋"}
	black := face{"Times New Roman", "黑体"}
	return look{
		lang:   `<w:lang w:val="en-US" w:eastAsia="zh-CN"/>`,
		hint:   `<w:rFonts w:hint="eastAsia"/>`,
		body:   style{face: song, size: 32, line: 560, indent: 200, justify: "left"},
		title:  style{face: face{"Times New Roman", "宋体"}, size: 44, bold: true, before: 240, after: 480, line: 700, justify: "center"},
		table:  face{"Times New Roman", "宋体"},
		strong: black,
		heads: [3]style{
			{face: black, size: 32, before: 200, after: 60, line: 560, indent: 200},
			{face: face{"Times New Roman", "楷体"}, size: 32, before: 80, after: 0, line: 560, indent: 200},
			{face: song, size: 32, bold: true, line: 560, indent: 200},
		},
		fonts: append(latinFonts(), chineseFonts()...),
	}
}

// englishLook keeps the page and sets Latin text at 12 points.
func englishLook() look {
	serif := face{"Times New Roman", "宋体"}
	sans := face{"Arial", "黑体"}
	return look{
		lang:   `<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>`,
		body:   style{face: serif, size: 24, after: 120, line: 340, justify: "both"},
		title:  style{face: sans, size: 40, bold: true, before: 120, after: 360, line: 520, justify: "left"},
		table:  serif,
		strong: sans,
		heads: [3]style{
			{face: sans, size: 28, bold: true, before: 320, after: 120, line: 380},
			{face: sans, size: 24, bold: true, before: 240, after: 80, line: 340},
			{face: sans, size: 22, bold: true, before: 180, after: 60, line: 320},
		},
		fonts: append(latinFonts(), chineseFonts()...),
	}
}

func latinFonts() []font {
	return []font{
		{"Times New Roman", "Liberation Serif,Tinos", "00", "roman", "variable"},
		{"Arial", "Liberation Sans,Arimo", "00", "swiss", "variable"},
	}
}

// chineseFonts are named as Windows has them; the other names are those of older
// systems, of WPS and of free substitutes.
func chineseFonts() []font {
	return []font{
		{"宋体", "SimSun,Noto Serif CJK SC,Source Han Serif SC,Songti SC", "86", "auto", "variable"},
		{"仿宋", "FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong,Noto Serif CJK SC", "86", "modern", "fixed"},
		{"黑体", "SimHei,Noto Sans CJK SC,Source Han Sans SC,Noto Sans SC,Heiti SC", "86", "modern", "fixed"},
		{"楷体", "KaiTi,楷体_GB2312,KaiTi_GB2312,STKaiti,Noto Serif CJK SC", "86", "modern", "fixed"},
	}
}

// fontTable returns the part that tells which faces may replace which.
func (l look) fontTable() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:fonts xmlns:w="` + nsWord + `">`)
	for _, f := range l.fonts {
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="%s"/><w:family w:val="%s"/><w:pitch w:val="%s"/></w:font>`,
			f.name, f.others, f.charset, f.family, f.pitch)
	}
	b.WriteString(`</w:fonts>`)
	return b.String()
}

// xml returns f as a run property.
func (f face) xml() string {
	return fmt.Sprintf(`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[2]s" w:cs="%[1]s"/>`, f.latin, f.han)
}
