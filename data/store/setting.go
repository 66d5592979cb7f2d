package store

import (
	"context"
	"database/sql"
	"errors"
)

// Setting returns a setting of the project, and false if it was never set.
// Settings are what changes a number or a picture, such as a target; what concerns
// the person or the window belongs to the program's preferences.
func (p *Project) Setting(ctx context.Context, name string) (value string, ok bool, err error) {
	err = p.read.QueryRowContext(ctx, "SELECT value FROM setting WHERE name = ?", name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return value, err == nil, wrap(ctx, "read setting", err)
}

// SetSetting sets a setting of the project; "" is a value as any other.
func (p *Project) SetSetting(ctx context.Context, name, value string) error {
	const text = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
	_, err := p.write.ExecContext(ctx, text, name, value)
	return wrap(ctx, "save setting", err)
}

// ClearSetting makes a setting one that was never set.
func (p *Project) ClearSetting(ctx context.Context, name string) error {
	_, err := p.write.ExecContext(ctx, "DELETE FROM setting WHERE name = ?", name)
	return wrap(ctx, "clear setting", err)
}
