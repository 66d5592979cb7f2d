package layering

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
)

const module = "yunxing/"

// mayUse says which of our packages each layer may import. The longest layer a
// package lies in decides. An entry stands for a package and all below it, or
// with a leading "=" for that package alone.
var mayUse = map[string][]string{
	"assets":       {},
	"data":         {},
	"data/sheet":   {"=data"},
	"data/layout":  {"=data", "data/sheet"},
	"data/store":   {"=data"},
	"stats":        {"=data"},
	"forecast":     {"=data", "stats"},
	"ui/i18n":      {"=data", "assets"},
	"ui/brief":     {"=data", "stats", "forecast"},
	"ui/chart":     {"=data", "stats", "forecast", "assets", "ui/i18n", "ui/brief"},
	"ui/report":    {"=data", "stats", "forecast", "assets", "ui/i18n", "ui/brief", "ui/chart", "ui/report"},
	"ui/session":   {"data", "stats", "forecast", "assets", "ui/i18n", "ui/brief", "ui/chart", "ui/report"},
	"ui/task":      {"=data"},
	"ui/clip":      {},
	"ui/widget":    {"=data", "assets", "ui/i18n", "ui/brief", "ui/chart", "ui/task"},
	"ui/page":      {"=data", "stats", "forecast", "assets", "ui/i18n", "ui/brief", "ui/chart", "ui/report", "ui/session", "ui/task", "ui/widget"},
	"ui":           {"=data", "assets", "ui"},
	"cmd":          {"assets", "ui"},
	"cmd/internal": {"=data", "assets"},
	// The headless command must build and run where there is no display.
	"cmd/yunxing-cli": {"=data", "stats", "ui/i18n", "ui/brief", "ui/chart", "ui/report", "ui/session"},
}

// only names the layers that may import an outside package.
var only = map[string][]string{
	"fyne.io/":                    {"=ui", "ui/page", "ui/widget", "cmd/yunxing"},
	"database/sql":                {"data/store"},
	"github.com/mattn/go-sqlite3": {"data/store"},
	"github.com/xuri/excelize/":   {"data/sheet", "ui/report", "cmd/internal/sample"},
	"github.com/expr-lang/":       {"stats"},
	"golang.design/":              {"ui/clip"},
	"github.com/jezek/":           {"ui/clip"},
	"gonum.org/v1/plot":           {"ui/chart"},
}

func TestLayers(t *testing.T) {
	root := os.DirFS("../../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if why := refuse(path.Dir(name), imp); why != "" {
				t.Errorf("%s imports %s: %s", name, imp, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// refuse says why package from must not import imp, or "".
func refuse(from, imp string) string {
	if to, ours := strings.CutPrefix(imp, module); ours {
		layer := layerOf(from)
		if layer != "" && in(to, mayUse[layer]) {
			return ""
		}
		return "against the layering of " + strconv.Quote(layer)
	}
	for prefix, layers := range only {
		if strings.HasPrefix(imp, prefix) && !in(from, layers) {
			return "only " + strings.Join(layers, ", ") + " may"
		}
	}
	return ""
}

// layerOf returns the longest key of mayUse that pkg lies in.
func layerOf(pkg string) (best string) {
	for layer := range mayUse {
		if len(layer) > len(best) && in(pkg, []string{layer}) {
			best = layer
		}
	}
	return best
}

// in reports whether pkg lies in one of layers.
func in(pkg string, layers []string) bool {
	for _, l := range layers {
		if exact, ok := strings.CutPrefix(l, "="); ok {
			if pkg == exact {
				return true
			}
		} else if pkg == l || strings.HasPrefix(pkg, l+"/") {
			return true
		}
	}
	return false
}
