package i18n

import (
	"fmt"
	"strings"
)

// A Lang is a language of the program.
type Lang string

// Languages.
const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// Languages returns every language, the default first.
func Languages() []Lang { return []Lang{Chinese, English} }

// ParseLang reads the name of a language: zh, zh-CN, en, en_GB.
func ParseLang(s string) (Lang, error) {
	short, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(s), "_", "-"), "-")
	for _, l := range Languages() {
		if short == string(l) {
			return l, nil
		}
	}
	return "", fmt.Errorf("i18n: no language %q; there are zh and en", s)
}

// Tag returns the language tag of l, which also names its translation file.
func (l Lang) Tag() string {
	if l == Chinese {
		return "zh-CN"
	}
	return string(l)
}
