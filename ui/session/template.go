package session

import (
	"context"
	"errors"
	"fmt"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/store"
)

// ErrNoTemplate reports that the project keeps no template of a name.
var ErrNoTemplate = errors.New("session: no such template")

// templates returns the template that the options name, else those of the project.
// One that can no longer be read is passed over: the file is then read afresh, and
// all of it is shown again.
func (s *Session) templates(ctx context.Context, o ImportOptions) ([]layout.Template, error) {
	if o.Template != nil {
		return []layout.Template{*o.Template}, nil
	}
	kept, err := s.project.Templates(ctx)
	if err != nil {
		return nil, err
	}
	var out []layout.Template
	for _, k := range kept {
		if t, err := layout.ParseTemplate([]byte(k.Body), s.catalog); err == nil {
			out = append(out, t)
		}
	}
	return out, nil
}

// Templates returns the templates that the project keeps, the latest import first.
func (s *Session) Templates(ctx context.Context) ([]layout.Template, error) {
	return s.templates(ctx, ImportOptions{})
}

// Template returns the template of a file, or of a name that the project keeps.
// Errors: ErrNoTemplate, and those of the store.
func (s *Session) Template(ctx context.Context, name string) (layout.Template, error) {
	all, err := s.Templates(ctx)
	if err != nil {
		return layout.Template{}, err
	}
	for _, t := range all {
		if t.Name == name || t.Name == layout.NameOf(name) {
			return t, nil
		}
	}
	return layout.Template{}, fmt.Errorf("%w: %s", ErrNoTemplate, name)
}

// ParseTemplate reads a template that was written by its Write. Errors wrap
// layout.ErrTemplate.
func ParseTemplate(b []byte) (layout.Template, error) {
	c, err := Catalog()
	if err != nil {
		return layout.Template{}, err
	}
	return layout.ParseTemplate(b, c)
}

// keep returns what the project keeps of the files of a review.
func (r *Review) keep(cat *data.Catalog) ([]store.Template, error) {
	var out []store.Template
	for _, b := range r.Books {
		t := layout.NewTemplate(b.Grids, b.Mappings, b.Result, cat)
		body, err := t.Write()
		if err != nil {
			return nil, fmt.Errorf("session: %w", err)
		}
		out = append(out, store.Template{Name: t.Name, Body: string(body)})
	}
	return out, nil
}
