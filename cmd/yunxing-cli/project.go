package main

import (
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"

	"yunxing/data"
	"yunxing/ui/session"
)

// projectFlag adds the flag that names the project.
func projectFlag(flags *flag.FlagSet) *string { return flags.String("project", "", "cli.flag.project") }

// open opens the project at path.
func (p *program) open(ctx context.Context, path string) (*session.Session, error) {
	if err := p.need("project", path); err != nil {
		return nil, err
	}
	s, err := session.Open(ctx, path)
	return s, at(path, err)
}

// with opens the project at path for the time that do takes.
func (p *program) with(ctx context.Context, path string, do func(*session.Session) error) error {
	s, err := p.open(ctx, path)
	if err != nil {
		return err
	}
	return errors.Join(do(s), at(path, s.Close()))
}

// withNew is like with, but makes the project where there is none. A project that
// it made is gone again if do fails.
func (p *program) withNew(ctx context.Context, path string, do func(*session.Session) error) error {
	if err := p.need("project", path); err != nil {
		return err
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return p.with(ctx, path, do)
	}
	s, err := session.Create(ctx, path)
	if err != nil {
		return at(path, err)
	}
	err = do(s)
	if closing := at(path, s.Close()); err != nil || closing != nil {
		return errors.Join(err, closing, at(path, os.Remove(path)))
	}
	return nil
}

// withDry is like withNew, but leaves no project behind that it made.
func (p *program) withDry(ctx context.Context, path string, do func(*session.Session) error) error {
	if path != "" {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return p.with(ctx, path, do)
		}
	}
	dir, err := os.MkdirTemp("", "yunxing")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return p.withNew(ctx, filepath.Join(dir, "dry.yunxing"), do)
}

// regionOf returns the code of a region given by its code or any name. A region
// that neither the catalogue nor the project knows is a usage error that lists
// what the project has.
func (p *program) regionOf(ctx context.Context, s *session.Session, name string) (string, error) {
	code := s.RegionCode(name)
	if _, ok := s.Catalog().Region(code); ok {
		return code, nil
	}
	regions, err := s.Regions(ctx)
	if err != nil {
		return "", at(s.Path(), err)
	}
	var names []string
	for _, r := range regions {
		if r.Code == code {
			return code, nil
		}
		names = append(names, p.words.Region(r))
	}
	if len(names) == 0 {
		return "", p.usage("cli.error.region-none", "name", name)
	}
	return "", p.usage("cli.error.region", "name", name, "list", p.list(names))
}

// periodOf reads a period in any printed form.
func (p *program) periodOf(text string) (data.Period, error) {
	period, _, err := data.ParsePeriod(text)
	if err != nil {
		return data.Period{}, p.usage("cli.error.period", "text", text)
	}
	if period.Merged() { // January–February together end with February
		return data.Month(period.Year(), period.Number()), nil
	}
	return period, nil
}
