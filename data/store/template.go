package store

import (
	"context"
	"database/sql"
	"slices"
)

// A Template is what an import keeps of one of its files for the next of its kind.
// What its text says is not known here.
type Template struct {
	Batch int64 // given by Save
	Name  string
	Body  string
}

// Templates returns the valid template of every name, the latest import first.
func (p *Project) Templates(ctx context.Context) ([]Template, error) {
	const text = `SELECT t.batch, t.name, t.body FROM template AS t
		WHERE t.batch = (SELECT max(batch) FROM template WHERE name = t.name)
		ORDER BY t.batch DESC, t.number`
	rows, err := p.read.QueryContext(ctx, text)
	if err != nil {
		return nil, wrap(ctx, "list templates", err)
	}
	defer rows.Close()
	var out []Template
	for rows.Next() {
		var t Template
		if err := rows.Scan(&t.Batch, &t.Name, &t.Body); err != nil {
			return nil, wrap(ctx, "list templates", err)
		}
		if !slices.ContainsFunc(out, func(o Template) bool { return o.Name == t.Name }) {
			out = append(out, t)
		}
	}
	return out, wrap(ctx, "list templates", rows.Err())
}

// insertTemplates stores the templates of a batch.
func insertTemplates(ctx context.Context, tx *sql.Tx, batch int64, templates []Template) error {
	for i, t := range templates {
		_, err := tx.ExecContext(ctx, "INSERT INTO template (batch, number, name, body) VALUES (?, ?, ?, ?)", batch, i+1, t.Name, t.Body)
		if err != nil {
			return wrap(ctx, "save templates", err)
		}
	}
	return nil
}
