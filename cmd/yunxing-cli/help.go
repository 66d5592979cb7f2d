package main

import (
	"context"
	"flag"
	"fmt"
	"strings"
)

// printHelp tells what the commands are, or how one of them is used.
func printHelp(p *program, _ *flag.FlagSet) action {
	return func(_ context.Context, operands []string) error {
		if len(operands) == 0 {
			return p.overview()
		}
		c, ok := find(operands[0])
		if !ok {
			return p.usage("cli.error.command", "name", operands[0], "commands", p.list(commandNames()))
		}
		return p.describe(c)
	}
}

// printVersion prints the name and version of the program.
func printVersion(p *program, _ *flag.FlagSet) action {
	return func(context.Context, []string) error {
		_, err := fmt.Fprintln(p.out, "yunxing", version)
		return err
	}
}

// overview prints the commands with a line on each.
func (p *program) overview() error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", p.words.Text("cli.help.head"))
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-14s%s\n", c.name, p.words.Text("cli."+c.name+".summary"))
	}
	fmt.Fprintf(&b, "\n%s\n", p.words.Text("cli.help.foot"))
	_, err := p.out.Write([]byte(b.String()))
	return err
}

// describe prints how a command is used, with its flags.
func (p *program) describe(c command) error {
	_, flags := c.prepare(p)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n", p.words.Text("cli."+c.name+".summary"),
		p.words.Text("cli.help.usage", "usage", strings.TrimSpace(programName+" "+c.name+" "+p.synopsis(flags)+c.operands)))
	fmt.Fprintln(&b)
	flags.VisitAll(func(f *flag.Flag) {
		value, text := p.unquote(f)
		fmt.Fprintf(&b, "  %-22s %s\n", strings.TrimSpace("-"+f.Name+" "+value), text)
	})
	if key := "cli." + c.name + ".more"; p.words.Has(key) {
		fmt.Fprintf(&b, "\n%s\n", p.words.Text(key))
	}
	_, err := p.out.Write([]byte(b.String()))
	return err
}

// synopsis returns the flags in short.
func (p *program) synopsis(flags *flag.FlagSet) string {
	var b strings.Builder
	flags.VisitAll(func(f *flag.Flag) {
		value, _ := p.unquote(f)
		fmt.Fprintf(&b, "[%s] ", strings.TrimSpace("-"+f.Name+" "+value))
	})
	return b.String()
}

// unquote returns the words for the value of a flag and for the flag itself, with
// its default.
func (p *program) unquote(f *flag.Flag) (value, text string) {
	value, text = flag.UnquoteUsage(&flag.Flag{Name: f.Name, Usage: p.words.Text(f.Usage), Value: f.Value, DefValue: f.DefValue})
	if f.DefValue != "" && f.DefValue != "false" {
		text = p.words.Text("cli.help.default", "text", text, "default", f.DefValue)
	}
	return value, text
}

// helpFor returns the command that tells more about the one with this title.
func helpFor(title string) string {
	command, ok := strings.CutPrefix(title, programName+" ")
	if !ok || command == "help" {
		return programName + " help"
	}
	return programName + " help " + command
}
