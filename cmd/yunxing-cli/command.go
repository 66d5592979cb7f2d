package main

import (
	"context"
	"flag"
	"slices"
)

// A command is one thing that the program does.
type command struct {
	name     string
	operands string // what follows the flags, such as FILE…; "" for nothing
	// define adds the flags of the command, each with the key of its words for
	// usage, and returns what the command does with their values and the operands.
	define func(p *program, flags *flag.FlagSet) action
}

// An action carries a command out.
type action func(ctx context.Context, operands []string) error

// commands returns every command in the order of the help. A new command is one
// function and one line here.
func commands() []command {
	return []command{
		{"import", "FILE…", importFiles},
		{"imports", "", listImports},
		{"undo", "", undoImport},
		{"templates", "", listTemplates},
		{"observations", "", listObservations},
		{"revisions", "", listRevisions},
		{"notes", "", listNotes},
		{"compute", "", computeMeasure},
		{"audit", "", auditProject},
		{"sample", "", writeSample},
		{"forecast", "", forecastSeries},
		{"fullyear", "", projectYears},
		{"scenario", "", tryScenario},
		{"adjust", "", adjustSeries},
		{"chart", "", drawChart},
		{"report", "", writeReport},
		{"version", "", printVersion},
		{"help", "[COMMAND]", printHelp},
	}
}

// find returns the command of that name.
func find(name string) (command, bool) {
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == name })
	if i < 0 {
		return command{}, false
	}
	return all[i], true
}

// commandNames returns the names of the commands in the order of the help.
func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// prepare returns what c does and its flags. Every command takes -lang.
func (c command) prepare(p *program) (action, *flag.FlagSet) {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	run := c.define(p, flags)
	flags.String("lang", "zh", "cli.flag.lang")
	return run, flags
}
