package i18n

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yunxing/assets"
)

// keyForm is what a key looks like: page.growth.title.
var keyForm = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$`)

// prefixForm is the constant front of a key that ends in a code.
var prefixForm = regexp.MustCompile(`^([a-z][a-z0-9-]*\.)+$`)

// uneven lists the texts whose placeholders differ between the languages for a
// reason of grammar.
var uneven = []string{"number.ordinal", "wording.grew-times", "chart.products.slower"}

// texts returns the texts of a language, and fails on a key given twice, of which
// JSON would silently keep the last.
func texts(t *testing.T, l Lang) map[string]string {
	t.Helper()
	src, err := fs.ReadFile(assets.Translations, "translations/"+l.Tag()+".json")
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(src)))
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for dec.More() {
		key, value := next(t, dec), next(t, dec)
		if _, twice := out[key]; twice {
			t.Errorf("%s gives %q twice", l.Tag(), key)
		}
		if !keyForm.MatchString(key) {
			t.Errorf("%s: %q does not look like a key", l.Tag(), key)
		}
		out[key] = value
	}
	return out
}

// next returns the next token of dec, which must be a string.
func next(t *testing.T, dec *json.Decoder) string {
	t.Helper()
	tok, err := dec.Token()
	s, ok := tok.(string)
	if err != nil || !ok {
		t.Fatalf("a text is %v (%v), not a string", tok, err)
	}
	return s
}

// TestLanguagesAgree fails where a text exists in one language only, or takes
// other placeholders in one than in the other.
func TestLanguagesAgree(t *testing.T) {
	zh, en := texts(t, Chinese), texts(t, English)
	for key, text := range zh {
		other, ok := en[key]
		if !ok {
			t.Errorf("en has no %q", key)
			continue
		}
		a, b := placeholders(text), placeholders(other)
		if !slices.Equal(a, b) && !slices.Contains(uneven, key) {
			t.Errorf("%q takes %v in Chinese and %v in English", key, a, b)
		}
	}
	for key := range en {
		if _, ok := zh[key]; !ok {
			t.Errorf("zh-CN has no %q", key)
		}
	}
}

// placeholders returns the names in braces of a text, sorted and once each.
func placeholders(texts ...string) []string {
	var out []string
	for _, text := range texts {
		for _, p := range parts(text) {
			if p.Arg != "" {
				out = append(out, p.Arg)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestKeysInCode fails where the code asks for a text that does not exist, leaves
// out a placeholder or gives one that the text does not have, and where a text is
// not used at all.
func TestKeysInCode(t *testing.T) {
	zh, en := texts(t, Chinese), texts(t, English)
	use := usage{keys: map[string]bool{}}
	for _, dir := range []string{"ui", "cmd"} {
		use.walk(t, dir)
	}
	for _, c := range use.calls {
		text, ok := zh[c.key]
		if !ok {
			t.Errorf("%s: no text %q", c.at, c.key)
			continue
		}
		c.check(t, placeholders(text, en[c.key]))
	}
	for key := range zh {
		used := use.keys[key] || slices.ContainsFunc(use.prefixes, func(p string) bool { return strings.HasPrefix(key, p) })
		if !used {
			t.Errorf("text %q is not used", key)
		}
	}
}

// A usage is what the code says about texts.
type usage struct {
	keys     map[string]bool // every literal that looks like a key
	prefixes []string        // every literal that looks like the front of one
	calls    []call
}

// A call asks for the text under a literal key.
type call struct {
	at, key string
	pairs   bool     // names and values by turns, as Text takes them
	names   []string // literal names of placeholders, in order
	open    bool     // takes a slice of arguments, which cannot be checked
}

// check compares the placeholders given with those the text has.
func (c call) check(t *testing.T, want []string) {
	t.Helper()
	if c.open {
		return
	}
	for _, w := range want {
		if !slices.Contains(c.names, w) {
			t.Errorf("%s: %q is not given {%s}", c.at, c.key, w)
		}
	}
	for _, n := range c.names {
		if c.pairs && !slices.Contains(want, n) {
			t.Errorf("%s: %q has no {%s}", c.at, c.key, n)
		}
	}
}

// walk reads every file of our code below dir.
func (u *usage) walk(t *testing.T, dir string) {
	t.Helper()
	eachFile(t, dir, func(files *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				u.literal(n)
			case *ast.CallExpr:
				u.call(files, n)
			}
			return true
		})
	})
}

// eachFile calls do for every file of our code below dir, but for tests.
func eachFile(t *testing.T, dir string, do func(*token.FileSet, *ast.File)) {
	t.Helper()
	root := os.DirFS("../..")
	err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, name, src, 0)
		if err == nil {
			do(files, f)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// literal notes a string that is a key or the front of one.
func (u *usage) literal(n *ast.BasicLit) {
	s, ok := stringOf(n)
	switch {
	case !ok:
	case keyForm.MatchString(s):
		u.keys[s] = true
	case prefixForm.MatchString(s):
		u.prefixes = append(u.prefixes, s)
	}
}

// call notes a call of Text, Parts or Say with a literal key.
func (u *usage) call(files *token.FileSet, n *ast.CallExpr) {
	name := ""
	switch f := n.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	at := map[string]int{"Text": 0, "Say": 1}
	i, ok := at[name]
	if !ok || len(n.Args) <= i {
		return
	}
	key, ok := stringOf(n.Args[i])
	if !ok || !keyForm.MatchString(key) {
		return
	}
	c := call{at: files.Position(n.Pos()).String(), key: key, pairs: name == "Text", open: n.Ellipsis.IsValid()}
	for j, arg := range n.Args[i+1:] {
		if c.pairs && j%2 == 1 {
			continue
		}
		ast.Inspect(arg, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if s, ok := stringOf(e); ok {
					c.names = append(c.names, s)
				}
			}
			return true
		})
	}
	u.calls = append(u.calls, c)
}

// TestProblemCodes fails where a kind of problem has no words of its own, or words
// stand for no kind of problem.
func TestProblemCodes(t *testing.T) {
	zh, codes := texts(t, Chinese), map[string]bool{"other": true, "detail": true}
	eachFile(t, "data", func(_ *token.FileSet, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !isCode(spec.Type) {
				return true
			}
			for _, v := range spec.Values {
				if s, ok := stringOf(v); ok {
					codes[s] = true
				}
			}
			return true
		})
	})
	for c := range codes {
		if zh["problem."+c] == "" {
			t.Errorf("no text for the code %q", c)
		}
	}
	for key := range zh {
		if c, ok := strings.CutPrefix(key, "problem."); ok && !codes[c] {
			t.Errorf("%q is the text of no code", key)
		}
	}
}

// isCode reports whether e is the type data.Code.
func isCode(e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Code"
}

// stringOf returns the value of a string literal.
func stringOf(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}
