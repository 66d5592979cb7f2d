package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"yunxing/data"
)

// A Batch is one import, of one file or of several at once.
type Batch struct {
	ID           int64     // given by Save
	File         string    // base names, joined
	Hash         string    // of the contents
	At           time.Time // when it was imported, as the caller says
	Vintage      data.Date // day of release of what states none itself
	Observations int       // how many; counted by Save
	Templates    []Template
	Notes        []data.Note
}

// Batches returns the imports of the project in their order, without their
// templates and notes.
func (p *Project) Batches(ctx context.Context) ([]Batch, error) {
	rows, err := p.read.QueryContext(ctx, "SELECT id, file, hash, at, vintage, observations FROM batch ORDER BY id")
	if err != nil {
		return nil, wrap(ctx, "list imports", err)
	}
	defer rows.Close()
	var out []Batch
	for rows.Next() {
		var b Batch
		var at string
		var vintage int64
		if err := rows.Scan(&b.ID, &b.File, &b.Hash, &at, &vintage, &b.Observations); err != nil {
			return nil, wrap(ctx, "list imports", err)
		}
		if b.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return nil, fmt.Errorf("%w: time of import %d: %w", ErrDamaged, b.ID, err)
		}
		if b.Vintage, err = dayFromCode(vintage); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, wrap(ctx, "list imports", rows.Err())
}

// Undo takes an import back with all that came with it. What it had replaced is
// valid again. It returns ErrNoBatch if there is none of that number.
func (p *Project) Undo(ctx context.Context, batch int64) error {
	tx, err := p.write.BeginTx(ctx, nil)
	if err != nil {
		return wrap(ctx, "undo import", err)
	}
	defer tx.Rollback()
	if err := undo(ctx, tx, batch); err != nil {
		return err
	}
	return wrap(ctx, "undo import", tx.Commit())
}

// undo deletes a batch and the series that it leaves empty. Sheets, terms and
// problems go with the batch by themselves.
func undo(ctx context.Context, tx *sql.Tx, batch int64) error {
	touched, err := seriesOf(ctx, tx, batch)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM observation WHERE batch = ?", batch); err != nil {
		return wrap(ctx, "undo import", err)
	}
	done, err := tx.ExecContext(ctx, "DELETE FROM batch WHERE id = ?", batch)
	if err != nil {
		return wrap(ctx, "undo import", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return fmt.Errorf("%w: %d", ErrNoBatch, batch)
	}
	if err := summarize(ctx, tx, touched); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM series WHERE observations = 0")
	return wrap(ctx, "undo import", err)
}

// seriesOf returns the series that a batch has observations of.
func seriesOf(ctx context.Context, tx *sql.Tx, batch int64) ([]int64, error) {
	rows, err := tx.QueryContext(ctx, "SELECT DISTINCT series FROM observation WHERE batch = ? ORDER BY series", batch)
	if err != nil {
		return nil, wrap(ctx, "list series of import", err)
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, wrap(ctx, "list series of import", err)
		}
		out = append(out, id)
	}
	return out, wrap(ctx, "list series of import", rows.Err())
}

// summarize counts anew what is stored of the given series. The lower half of the
// code of a period is its ordinal; a merged January–February has that of its
// February.
func summarize(ctx context.Context, tx *sql.Tx, series []int64) error {
	const text = `UPDATE series SET (observations, first, last) = (
		SELECT count(*),
			min(CASE WHEN value IS NOT NULL THEN period & 0xffffffff END),
			max(CASE WHEN value IS NOT NULL THEN period & 0xffffffff END)
		FROM observation WHERE series = ?1)
		WHERE id = ?1`
	stmt, err := tx.PrepareContext(ctx, text)
	if err != nil {
		return wrap(ctx, "count observations", err)
	}
	defer stmt.Close()
	for _, id := range series {
		if _, err := stmt.ExecContext(ctx, id); err != nil {
			return wrap(ctx, "count observations", err)
		}
	}
	return nil
}
