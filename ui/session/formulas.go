package session

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"yunxing/data/store"
)

// formulaSetting is the setting of a project that keeps the formulas used in it.
const formulaSetting = "formulas"

// Formulas returns the formulas that were used in the project, the latest first.
func (s *Session) Formulas(ctx context.Context) ([]string, error) {
	text, ok, err := s.project.Setting(ctx, formulaSetting)
	if err != nil || !ok {
		return nil, err
	}
	var out []string
	if json.Unmarshal([]byte(text), &out) != nil {
		return nil, nil // of another version: its formulas are not ours to read
	}
	return out, nil
}

// KeepFormula keeps a formula with the project, as the latest. A project that cannot
// be written to keeps none.
func (s *Session) KeepFormula(ctx context.Context, formula string) error {
	all, err := s.Formulas(ctx)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(f string) bool { return f == formula })
	text, err := json.Marshal(append([]string{formula}, all...))
	if err != nil {
		return err
	}
	if err := s.project.SetSetting(ctx, formulaSetting, string(text)); !errors.Is(err, store.ErrReadOnly) {
		return err
	}
	return nil
}
