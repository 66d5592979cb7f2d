package main

import (
	"encoding/json"
	"math"

	"yunxing/data"
	"yunxing/ui/session"
)

// An importResult is the one object that import -json prints.
type importResult struct {
	Observations int              `json:"observations"`
	Problems     []importProblem  `json:"problems"` // never nil
	Revisions    []importRevision `json:"revisions,omitempty"`
}

// An importRevision is a figure that the project had otherwise. Values are null
// where they are missing.
type importRevision struct {
	File   string   `json:"file"`
	Sheet  string   `json:"sheet"`
	Cell   string   `json:"cell"`
	Name   string   `json:"indicator"`
	Region string   `json:"region"`
	Item   string   `json:"item"`
	Period string   `json:"period"`
	Span   string   `json:"span"`
	Unit   string   `json:"unit"`
	Old    *float64 `json:"old"`
	New    *float64 `json:"new"`
	OldAt  string   `json:"old_at"`
}

// An importProblem is one problem; Doubt is false for a remark.
type importProblem struct {
	File   string    `json:"file"`
	Sheet  string    `json:"sheet"`
	Cell   string    `json:"cell"`
	Code   data.Code `json:"code"`
	Doubt  bool      `json:"doubt"`
	Detail string    `json:"detail"`
}

// printImport prints what an import did as one object on one line.
func (p *program) printImport(done session.Imported) error {
	result := importResult{Observations: done.Observations, Problems: []importProblem{}}
	for _, v := range done.Problems {
		result.Problems = append(result.Problems, importProblem{v.At.File, v.At.Sheet, v.At.Cell, v.Code, v.Doubt, v.Detail})
	}
	c, err := session.Catalog()
	if err != nil {
		return err
	}
	for _, r := range done.Revisions {
		result.Revisions = append(result.Revisions, newImportRevision(c, r))
	}
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(result)
}

// newImportRevision returns r as it is printed, with the names that observations has.
func newImportRevision(c *data.Catalog, r session.Revision) importRevision {
	at, k := r.New.Source, r.New.Key
	region, item := session.ScriptNames(c, k.Region, k.Item)
	return importRevision{
		at.File, at.Sheet, at.Cell, r.New.Printed, region, item, r.New.Period.String(), k.Basis.Span.String(),
		r.New.Unit.Symbol, orNull(r.Old.Value), orNull(r.New.Value), r.Old.Source.String(),
	}
}

// orNull returns v, nil where it is missing.
func orNull(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}
