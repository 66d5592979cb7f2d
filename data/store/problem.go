package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"yunxing/data"
)

// Problems returns what was found wrong with an import, in the order in which it
// was saved. It returns ErrNoBatch if there is no import of that number.
func (p *Project) Problems(ctx context.Context, batch int64) ([]data.Problem, error) {
	var one int
	err := p.read.QueryRowContext(ctx, "SELECT 1 FROM batch WHERE id = ?", batch).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%w: %d", ErrNoBatch, batch)
	}
	if err != nil {
		return nil, wrap(ctx, "list problems", err)
	}
	rows, err := p.read.QueryContext(ctx,
		"SELECT code, file, sheet, cell, doubt, detail FROM problem WHERE batch = ? ORDER BY number", batch)
	if err != nil {
		return nil, wrap(ctx, "list problems", err)
	}
	defer rows.Close()
	var out []data.Problem
	for rows.Next() {
		var q data.Problem
		if err := rows.Scan(&q.Code, &q.At.File, &q.At.Sheet, &q.At.Cell, &q.Doubt, &q.Detail); err != nil {
			return nil, wrap(ctx, "list problems", err)
		}
		out = append(out, q)
	}
	return out, wrap(ctx, "list problems", rows.Err())
}

// insertProblems stores the problems of a batch.
func insertProblems(ctx context.Context, tx *sql.Tx, batch int64, problems []data.Problem) error {
	const text = `INSERT INTO problem (batch, number, code, file, sheet, cell, doubt, detail)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
	stmt, err := tx.PrepareContext(ctx, text)
	if err != nil {
		return wrap(ctx, "save problems", err)
	}
	defer stmt.Close()
	for i, q := range problems {
		_, err := stmt.ExecContext(ctx, batch, i+1, string(q.Code), q.At.File, q.At.Sheet, q.At.Cell, q.Doubt, q.Detail)
		if err != nil {
			return wrap(ctx, "save problems", err)
		}
	}
	return nil
}
