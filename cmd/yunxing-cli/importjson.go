package main

import (
	"encoding/json"

	"yunxing/data"
	"yunxing/ui/session"
)

// An importResult is the one object that import -json prints.
type importResult struct {
	Observations int             `json:"observations"`
	Problems     []importProblem `json:"problems"` // never nil
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
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(result)
}
