package session_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"yunxing/assets"
	"yunxing/data"
	"yunxing/ui/session"
)

// The project that the program opens at its first start must be what an import of
// the sample workbooks gives; else the window would show other figures than the
// files it claims to come from.
func TestEmbeddedProjectIsTheImportedSample(t *testing.T) {
	ctx := t.Context()
	fresh, err := session.WriteSample(ctx, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	embedded := filepath.Join(t.TempDir(), "embedded.yunxing")
	raw, err := assets.Sample.ReadFile("sample/" + session.SampleProject)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(embedded, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	want, got := observations(ctx, t, fresh), observations(ctx, t, embedded)
	if len(want) != len(got) || len(want) < 70_000 {
		t.Fatalf("the embedded project has %d observations, the workbooks %d: run make sample", len(got), len(want))
	}
	for i := range want {
		if !same(want[i], got[i]) {
			t.Fatalf("observation %d is %+v in the embedded project and %+v in the workbooks: run make sample", i, got[i], want[i])
		}
	}
}

// same compares two observations; a missing value equals a missing value.
func same(a, b data.Observation) bool {
	if a.Value != a.Value && b.Value != b.Value {
		a.Value, b.Value = 0, 0
	}
	return a == b
}

// observations returns all that a project holds.
func observations(ctx context.Context, t *testing.T, path string) []data.Observation {
	t.Helper()
	s, err := session.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var out []data.Observation
	for o, err := range s.Observations(ctx, "", "", data.Date{}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, o)
	}
	return out
}

// The sample is clean: whatever is in doubt in it would be a fault of ours.
func TestSampleHasNoDoubts(t *testing.T) {
	for _, o := range observations(t.Context(), t, sampleProject(t)) {
		if o.Status == data.Doubtful {
			t.Errorf("%v is in doubt: %v %v", o.Source, o.Key, o.Raw)
		}
	}
}

// sampleProject writes the sample into a folder of the test.
func sampleProject(t *testing.T) string {
	t.Helper()
	path, err := session.WriteSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// Only a project of the sample workbooks and nothing else is the sample.
func TestIsSample(t *testing.T) {
	s := openSample(t)
	empty, err := session.Create(t.Context(), filepath.Join(t.TempDir(), "empty.yunxing"))
	if err != nil {
		t.Fatal(err)
	}
	defer empty.Close()
	for _, c := range []struct {
		of   *session.Session
		want bool
	}{{s, true}, {empty, false}} {
		if got, err := c.of.IsSample(t.Context()); err != nil || got != c.want {
			t.Errorf("%s is the sample: %v, %v; want %v", filepath.Base(c.of.Path()), got, err, c.want)
		}
	}
}
