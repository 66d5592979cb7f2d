package store

import (
	"context"
	"errors"
	"fmt"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// Errors that callers tell apart. Each leaves the file as it was.
var (
	ErrNotFound      = errors.New("store: no such file")
	ErrExists        = errors.New("store: the file exists already")
	ErrNotProject    = errors.New("store: not a project file")
	ErrForeign       = errors.New("store: a database of another program")
	ErrNewer         = errors.New("store: a project of a newer version of this program")
	ErrDamaged       = errors.New("store: the project file is damaged")
	ErrBusy          = errors.New("store: the project is being written elsewhere")
	ErrReadOnly      = errors.New("store: the project file cannot be written to")
	ErrFull          = errors.New("store: the disk is full")
	ErrNoBatch       = errors.New("store: no such import")
	ErrNoObservation = errors.New("store: no such observation")
	ErrObservation   = errors.New("store: an observation that cannot be stored")
)

// wrap says what failed and which of the errors above it is. The end of ctx goes
// before what the database says of it.
func wrap(ctx context.Context, op string, err error) error {
	if err == nil {
		return nil
	}
	if cause := ctx.Err(); cause != nil {
		return fmt.Errorf("store: %s: %w", op, cause)
	}
	if kind := kindOf(err); kind != nil {
		return fmt.Errorf("%w: %s: %w", kind, op, err)
	}
	return fmt.Errorf("store: %s: %w", op, err)
}

// kindOf returns the error of this package that a database error stands for, or
// nil.
func kindOf(err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return nil
	}
	switch e.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return ErrBusy
	case sqlite3.ErrReadonly, sqlite3.ErrPerm:
		return ErrReadOnly
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return ErrDamaged
	case sqlite3.ErrFull:
		return ErrFull
	}
	return nil
}
