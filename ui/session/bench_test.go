package session_test

import (
	"testing"

	"yunxing/ui/session"
)

// BenchmarkReview reads a workbook of the usual size, 30 KB, from its path to the
// review: matched with the templates of the project and compared with what it holds.
// The bound is 200 ms.
func BenchmarkReview(b *testing.B) {
	s, err := session.OpenSample(b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	paths := []string{"../../assets/sample/内蒙古.xlsx"}
	if _, err := s.Import(b.Context(), paths, session.ImportOptions{}, nil); err != nil { // so that there is a template
		b.Fatal(err)
	}
	for b.Loop() {
		inputs, err := session.Inputs(paths)
		if err != nil {
			b.Fatal(err)
		}
		r, err := s.Review(b.Context(), inputs, session.ImportOptions{}, nil)
		if err != nil || r.Books[0].Template == "" {
			b.Fatal(r, err)
		}
	}
}
