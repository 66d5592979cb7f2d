package i18n

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"yunxing/assets"
)

// A Printer writes in one language. It may be used by several goroutines at once.
// The zero Printer has no texts; New makes one.
type Printer struct {
	lang  Lang
	texts map[string]string
}

// New returns the printer of a language, with the texts the program carries.
func New(lang Lang) (Printer, error) {
	dir, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		return Printer{}, fmt.Errorf("i18n: %w", err)
	}
	return load(dir, lang)
}

// load reads the texts of a language from the file named after its tag.
func load(dir fs.FS, lang Lang) (Printer, error) {
	src, err := fs.ReadFile(dir, lang.Tag()+".json")
	if err != nil {
		return Printer{}, fmt.Errorf("i18n: no texts for %q: %w", string(lang), err)
	}
	p := Printer{lang: lang}
	if err := json.Unmarshal(src, &p.texts); err != nil {
		return Printer{}, fmt.Errorf("i18n: texts for %q: %w", string(lang), err)
	}
	return p, nil
}

// Lang returns the language of p.
func (p Printer) Lang() Lang { return p.lang }

// Has reports whether there is a text under key.
func (p Printer) Has(key string) bool {
	_, ok := p.texts[key]
	return ok
}

// Text returns the text under key with its placeholders replaced. The arguments
// are names and values by turns: Text("page.of", "page", "3", "pages", "12"). An
// unknown key gives the key, so that the mistake is seen; a placeholder without
// an argument stays.
func (p Printer) Text(key string, args ...string) string {
	text, ok := p.texts[key]
	if !ok {
		return key
	}
	if len(args) < 2 {
		return text
	}
	pairs := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, "{"+args[i]+"}", args[i+1])
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// A Part is a piece of a text: either words, or the name of a placeholder.
type Part struct {
	Text string
	Arg  string
}

// Parts returns the text under key cut at its placeholders, for callers that put
// more than words in their place.
func (p Printer) Parts(key string) []Part {
	text, ok := p.texts[key]
	if !ok {
		return []Part{{Text: key}}
	}
	return parts(text)
}

// parts cuts a text at its placeholders.
func parts(text string) []Part {
	var out []Part
	for text != "" {
		before, rest, open := strings.Cut(text, "{")
		arg, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			return append(out, Part{Text: text})
		}
		if before != "" {
			out = append(out, Part{Text: before})
		}
		out = append(out, Part{Arg: arg})
		text = after
	}
	return out
}

// mostLevel is how many names that are level are listed.
const mostLevel = 3

// Level names who shares a place: all of a few, else the first and how many they are.
func (p Printer) Level(names ...string) string {
	if len(names) > mostLevel {
		return p.Text("wording.among", "name", names[0], "n", p.Count(len(names)))
	}
	return p.List(names...)
}

// List joins items as an enumeration: a、b和c or a, b and c.
func (p Printer) List(items ...string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return strings.Join(items[:n-1], p.Text("list.comma")) + p.Text("list.and") + items[n-1]
	}
}
