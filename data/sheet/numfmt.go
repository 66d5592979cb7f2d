package sheet

import "strings"

// A format says how a workbook shows a number.
type format struct {
	date    bool
	percent bool
	digits  int8 // decimals that the format fixes; -1 where it fixes none
}

// general is the format that fixes nothing.
func general() format { return format{digits: -1} }

// builtin returns the format with a number below 164, whose codes no file spells
// out; among them the Chinese, Japanese and Korean dates 27–36 and 50–58.
func builtin(id int) format {
	switch {
	case id == 1, id == 3, id == 37, id == 38, id == 41, id == 42:
		return format{digits: 0}
	case id == 2, id == 4, id == 39, id == 40, id == 43, id == 44:
		return format{digits: 2}
	case id == 9:
		return format{digits: 0, percent: true}
	case id == 10:
		return format{digits: 2, percent: true}
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58:
		return format{digits: -1, date: true}
	}
	return general()
}

// parseFormat returns what a format code such as #,##0.0_ or yyyy"年"m"月" does. It
// looks at the first section, that of positive numbers.
func parseFormat(code string) format {
	bare := bareCode(code)
	if strings.EqualFold(bare, "general") || bare == "" || bare == "@" {
		return general()
	}
	lower := strings.ToLower(bare)
	switch {
	case strings.ContainsAny(lower, "ydh") || strings.Contains(lower, "m") && !strings.ContainsAny(lower, "0#"), strings.Contains(lower, "mm:ss"):
		return format{digits: -1, date: true}
	case strings.ContainsAny(lower, "e/?") || !strings.ContainsAny(lower, "0#"):
		return general()
	}
	f := format{percent: strings.Contains(bare, "%")}
	_, frac, _ := strings.Cut(bare, ".")
	for _, c := range frac {
		switch c {
		case '0':
			f.digits++
		case '#':
			f.digits = -1
			return f
		}
	}
	if strings.HasSuffix(strings.TrimRight(bare, "%"), ",") {
		f.digits = -1 // shown in thousands
	}
	return f
}

// bareCode returns the first section of a format code without quoted text, escaped
// and padding characters, colours and conditions.
func bareCode(code string) string {
	var b strings.Builder
	r := []rune(code)
	for i := 0; i < len(r); i++ {
		switch r[i] {
		case ';':
			return strings.TrimSpace(b.String())
		case '"':
			for i++; i < len(r) && r[i] != '"'; i++ {
				if strings.ContainsRune("年月日", r[i]) {
					b.WriteByte('d')
				}
			}
		case '\\', '_', '*':
			i++
		case '[':
			start := i
			for i++; i < len(r) && r[i] != ']'; i++ {
				continue
			}
			if in := strings.ToLower(string(r[start+1 : min(i, len(r))])); in == "h" || in == "hh" || in == "m" || in == "mm" || in == "s" || in == "ss" {
				b.WriteString("h")
			}
		case '年', '月', '日':
			b.WriteByte('d')
		default:
			b.WriteRune(r[i])
		}
	}
	return strings.TrimSpace(b.String())
}
