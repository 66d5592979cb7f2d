package session_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/ui/session"
)

// A series that two files give is listed by period, not file by file.
func TestContentsByPeriod(t *testing.T) {
	s := openSample(t)
	path := filepath.Join(t.TempDir(), "again.csv")
	if err := os.WriteFile(path, []byte("全国规模以上工业增加值累计增长速度,\n单位:%,\n行业,2013年1-9月\n总计,9.5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(t.Context(), []string{path}, session.ImportOptions{}, nil); err != nil {
		t.Fatal(err)
	}
	all, err := s.Holdings(t.Context(), "000000")
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range all {
		if h.Key.Indicator != "iva" || h.Key.Item != data.TotalItem || h.Key.Basis.Span != data.Cumulative {
			continue
		}
		found, err := s.Contents(t.Context(), h.Key)
		if err != nil || len(found) != 166 {
			t.Fatalf("%d observations, %v", len(found), err)
		}
		if !slices.IsSortedFunc(found, func(a, b data.Observation) int { return a.Period.Compare(b.Period) }) {
			t.Error("observations are not in the order of periods")
		}
		return
	}
	t.Error("the series is gone")
}
