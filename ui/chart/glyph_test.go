package chart

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"yunxing/data"
)

// TestEveryGlyph fails where the fonts lack a character of a text of either language
// or of a name of the catalogue: it would be a box in a picture.
func TestEveryGlyph(t *testing.T) {
	fonts := testFonts(t)
	lacks := func(where string, texts ...string) {
		if bad := fonts.Missing(texts...); len(bad) > 0 {
			t.Errorf("%s: no glyph for %q", where, string(bad))
		}
	}
	files, err := filepath.Glob("../../assets/translations/*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("translations: %v, %v", files, err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(src, &texts); err != nil {
			t.Fatal(err)
		}
		for key, text := range texts {
			lacks(filepath.Base(name)+" "+key, text)
		}
	}
	c := emptyBench(t).catalog
	for _, parent := range append(c.Regions("000000"), data.Region{Code: "000000"}) {
		for _, r := range append(c.Regions(parent.Code), parent) {
			lacks("region "+r.Code, r.Zh, r.En, r.FullZh)
		}
	}
	n := 0
	for k := range data.ItemKind(32) {
		for _, it := range c.Items(k) {
			n++
			lacks("item "+it.Code, it.Zh, it.En, it.ShortZh, it.ShortEn)
		}
	}
	if n < 100 {
		t.Errorf("only %d items were looked at", n)
	}
}
