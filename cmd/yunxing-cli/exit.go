package main

import (
	"context"
	"errors"

	"yunxing/ui/session"
)

// Exit codes that scripts rely on.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitStrict      = 3
	exitInterrupted = 130
)

// A usageError is a mistake in the command line, already in words.
type usageError struct{ text string }

// Error implements error.
func (e *usageError) Error() string { return e.text }

// usage returns a usageError with the text under key.
func (p *program) usage(key string, args ...string) error {
	return &usageError{text: p.words.Text(key, args...)}
}

// errStrict reports problems under -strict that were told already.
var errStrict = errors.New("problems under -strict")

// A located error says which file or project it is about.
type located struct {
	where string
	err   error
}

// Error implements error.
func (e *located) Error() string { return e.where + ": " + e.err.Error() }

// Unwrap returns the cause.
func (e *located) Unwrap() error { return e.err }

// at says that err is about the file where; nil stays nil.
func at(where string, err error) error {
	if err == nil {
		return nil
	}
	return &located{where, err}
}

// report tells an error in words and returns the exit code for it.
func (p *program) report(ctx context.Context, title string, err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errStrict), errors.Is(err, session.ErrDoubts):
		return exitStrict
	case ctx.Err() != nil && !errors.As(err, &usage), errors.Is(err, context.Canceled):
		p.say(p.words.Text("cli.error.line", "title", title, "text", p.words.Text("error.interrupted")))
		return exitInterrupted
	case errors.As(err, &usage):
		p.say(p.words.Text("cli.error.line", "title", title, "text", usage.text))
		p.say(p.words.Text("cli.error.help", "command", helpFor(title)))
		return exitUsage
	}
	p.say(p.words.Text("cli.error.line", "title", title, "text", p.explain(err)))
	return exitFailed
}

// explain returns what happened, where and what to do.
func (p *program) explain(err error) string {
	text := session.Explain(p.words, err)
	if where := (&located{}); errors.As(err, &where) {
		return p.words.Text("cli.error.where", "where", where.where, "text", text)
	}
	return text
}
