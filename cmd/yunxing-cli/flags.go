package main

import (
	"errors"
	"flag"
	"strings"
)

// isHelp reports that the flags ask for help.
func isHelp(err error) bool { return errors.Is(err, flag.ErrHelp) }

// parse sets flags from args and returns the operands. Flags may stand before,
// between and behind operands; "--" ends them. Its errors are in words, and
// flag.ErrHelp where -help is given, or -h and the command has no such flag.
func (p *program) parse(flags *flag.FlagSet, args []string) (operands []string, err error) {
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			return append(operands, args...), nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			operands = append(operands, arg)
			continue
		}
		name, value, joined := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		f := flags.Lookup(name)
		if f == nil {
			if name == "help" || name == "h" {
				return nil, flag.ErrHelp
			}
			return nil, p.usage("cli.error.flag", "flag", name, "flags", p.list(flagNames(flags)))
		}
		if !joined && isSwitch(f) {
			value = "true"
		} else if !joined {
			if len(args) == 0 {
				return nil, p.usage("cli.error.flag-value", "flag", name)
			}
			value, args = args[0], args[1:]
		}
		if err := flags.Set(name, value); err != nil {
			return nil, p.usage("cli.error.value", "flag", name, "value", value)
		}
	}
	return operands, nil
}

// isSwitch reports whether f takes no value.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// flagNames returns the flags of a command in alphabetical order.
func flagNames(flags *flag.FlagSet) []string {
	var names []string
	flags.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return names
}

// need returns a usage error unless the flag of that name was given a value.
func (p *program) need(flag, value string) error {
	if value == "" {
		return p.usage("cli.error.needed", "flag", flag)
	}
	return nil
}
