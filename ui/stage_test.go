package ui

import (
	"context"
	"path/filepath"

	"yunxing/ui/session"
)

// createIn returns what creates a project in a folder.
func createIn(dir string) func(context.Context) (*session.Session, error) {
	return func(ctx context.Context) (*session.Session, error) {
		return session.Create(ctx, filepath.Join(dir, "mine.yunxing"))
	}
}
