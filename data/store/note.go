package store

import (
	"context"
	"database/sql"

	"yunxing/data"
)

// Notes returns what the last import of a sheet found printed around its tables, in
// the order of the sheet; of all sheets, by import, where file is "".
func (p *Project) Notes(ctx context.Context, file, sheet string) ([]data.Note, error) {
	text := "SELECT file, sheet, cell, title, text FROM note ORDER BY batch, number"
	var args []any
	if file != "" {
		text = `SELECT file, sheet, cell, title, text FROM note WHERE file = ?1 AND sheet = ?2
			AND batch = (SELECT max(batch) FROM note WHERE file = ?1 AND sheet = ?2) ORDER BY number`
		args = []any{file, sheet}
	}
	rows, err := p.read.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, wrap(ctx, "list notes", err)
	}
	defer rows.Close()
	var out []data.Note
	for rows.Next() {
		var n data.Note
		if err := rows.Scan(&n.At.File, &n.At.Sheet, &n.At.Cell, &n.Title, &n.Text); err != nil {
			return nil, wrap(ctx, "list notes", err)
		}
		out = append(out, n)
	}
	return out, wrap(ctx, "list notes", rows.Err())
}

// insertNotes stores the notes of a batch.
func insertNotes(ctx context.Context, tx *sql.Tx, batch int64, notes []data.Note) error {
	const text = "INSERT INTO note (batch, number, file, sheet, cell, title, text) VALUES (?, ?, ?, ?, ?, ?, ?)"
	stmt, err := tx.PrepareContext(ctx, text)
	if err != nil {
		return wrap(ctx, "save notes", err)
	}
	defer stmt.Close()
	for i, n := range notes {
		if _, err := stmt.ExecContext(ctx, batch, i+1, n.At.File, n.At.Sheet, n.At.Cell, n.Title, n.Text); err != nil {
			return wrap(ctx, "save notes", err)
		}
	}
	return nil
}
