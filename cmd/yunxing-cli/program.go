package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"yunxing/ui/i18n"
)

// programName is what the program is called in its own words.
const programName = "yunxing-cli"

// A program is one run: its streams, its clock and its language.
type program struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time
	exit     func(code int) // ends the program where it waits for input
	words    i18n.Printer
}

// run carries out the command that args name and returns the exit code.
func (p *program) run(ctx context.Context, args []string) int {
	lang, err := languageOf(args)
	if p.words, err = speak(lang, err); err != nil {
		return p.report(ctx, programName, err)
	}
	title, err := p.dispatch(ctx, args)
	return p.report(ctx, title, err)
}

// dispatch finds the command and runs it. It returns the title under which an
// error is reported.
func (p *program) dispatch(ctx context.Context, args []string) (title string, err error) {
	if len(args) == 0 {
		return programName, p.usage("cli.error.no-command", "commands", p.list(commandNames()))
	}
	first, rest := args[0], args[1:]
	switch first {
	case "-h", "-help", "--help":
		first = "help"
	case "-version", "--version":
		first = "version"
	}
	c, ok := find(first)
	if !ok {
		return programName, p.usage("cli.error.command", "name", first, "commands", p.list(commandNames()))
	}
	title = programName + " " + c.name
	run, flags := c.prepare(p)
	operands, err := p.parse(flags, rest)
	if isHelp(err) {
		return title, p.describe(c)
	}
	if err != nil {
		return title, err
	}
	if c.operands == "" && len(operands) > 0 {
		return title, p.usage("cli.error.operand", "text", operands[0])
	}
	return title, run(ctx, operands)
}

// list joins the names of what there is.
func (p *program) list(names []string) string {
	return strings.Join(names, p.words.Text("list.comma"))
}

// say writes a line of words to standard error.
func (p *program) say(text string) { fmt.Fprintln(p.err, text) }

// speak returns the printer of a language. With an error it returns the printer
// of the default language, in which the error is to be told.
func speak(lang i18n.Lang, err error) (i18n.Printer, error) {
	words, loadErr := i18n.New(lang)
	if loadErr != nil {
		return words, loadErr
	}
	if err != nil {
		return words, &usageError{text: words.Text("cli.error.language", "detail", "zh, en")}
	}
	return words, nil
}

// languageOf returns the language that args ask for, the default where they ask
// for none. It is wanted before the flags are read, since they may be wrong.
func languageOf(args []string) (i18n.Lang, error) {
	for i, a := range args {
		if a == "--" {
			break
		}
		name, value, joined := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a, "-"), "-"), "=")
		if !strings.HasPrefix(a, "-") || name != "lang" {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		lang, err := i18n.ParseLang(value)
		if err != nil {
			return i18n.Languages()[0], err
		}
		return lang, nil
	}
	return i18n.Languages()[0], nil
}
