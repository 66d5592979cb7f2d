package session

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"time"

	"yunxing/assets"
)

// SampleProject is the file name of the project made from the sample workbooks.
const SampleProject = "sample.yunxing"

// WriteSample writes the sample workbooks into dir and a project made from them,
// by the same code as any import. Files of these names that are there already are
// replaced. It returns the path of the project.
func WriteSample(ctx context.Context, dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("session: %w", err)
	}
	files, err := writeWorkbooks(dir)
	if err != nil {
		return "", err
	}
	project := filepath.Join(dir, SampleProject)
	if err := os.Remove(project); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("session: %w", err)
	}
	s, err := Create(ctx, project)
	if err != nil {
		return "", err
	}
	_, err = s.Import(ctx, files, ImportOptions{Now: sampleDay()}, nil)
	return project, errors.Join(err, s.Close())
}

// sampleDay is the day the sample counts as imported on: a fixed one, so that the
// sample is the same wherever it is made.
func sampleDay() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) }

// IsSample reports whether the project holds the sample workbooks and nothing else.
func (s *Session) IsSample(ctx context.Context) (bool, error) {
	batches, err := s.Batches(ctx)
	if err != nil || len(batches) != 1 {
		return false, err
	}
	names, err := workbookNames()
	if err != nil {
		return false, err
	}
	sums := make([]string, len(names))
	for i, n := range names {
		b, err := assets.Sample.ReadFile(n)
		if err != nil {
			return false, fmt.Errorf("session: %w", err)
		}
		if sums[i], err = (Input{Content: b}).hash(); err != nil {
			return false, err
		}
	}
	return batches[0].Hash == hashOf(sums), nil
}

// workbookNames returns the names of the embedded workbooks, in the order in which
// they are imported.
func workbookNames() ([]string, error) {
	names, err := fs.Glob(assets.Sample, "sample/*.xlsx")
	if err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	sort.Strings(names)
	return names, nil
}

// writeWorkbooks writes the embedded workbooks into dir and returns their paths.
func writeWorkbooks(dir string) ([]string, error) {
	names, err := workbookNames()
	if err != nil {
		return nil, err
	}
	var files []string
	for _, n := range names {
		b, err := assets.Sample.ReadFile(n)
		if err != nil {
			return nil, fmt.Errorf("session: %w", err)
		}
		f := filepath.Join(dir, filepath.Base(n))
		if err := os.WriteFile(f, b, 0o644); err != nil {
			return nil, fmt.Errorf("session: %w", err)
		}
		files = append(files, f)
	}
	return files, nil
}

// OpenSample opens the sample project in dir, a copy of the one the program
// carries. An existing copy is opened as it is, with all that was done to it.
func OpenSample(ctx context.Context, dir string) (*Session, error) {
	path := filepath.Join(dir, SampleProject)
	if _, err := os.Stat(path); err == nil {
		return Open(ctx, path)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	b, err := assets.Sample.ReadFile("sample/" + SampleProject)
	if err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	temp := path + ".new"
	if err := os.WriteFile(temp, b, 0o644); err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	if err := os.Rename(temp, path); err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	return Open(ctx, path)
}

// SaveAs copies the open project to path and opens the copy. The open project is
// left as it is; its session stays open until it is closed.
func (s *Session) SaveAs(ctx context.Context, path string) (*Session, error) {
	if same(s.path, path) {
		return nil, fmt.Errorf("session: %s is the open project", filepath.Base(path))
	}
	if err := s.project.Copy(ctx, path); err != nil {
		return nil, err
	}
	return Open(ctx, path)
}

// same reports whether two paths name one file.
func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
