package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"yunxing/ui/session"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"yunxing-cli": main})
}

// TestScripts runs the scripts in testdata/script. A failure means that a script
// which relies on the command line would break: an output, a file, an exit code or
// a message is not what the contract says. With -update the golden files inside
// the scripts are written anew.
func TestScripts(t *testing.T) {
	sample := t.TempDir()
	if _, err := session.WriteSample(t.Context(), sample); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLE", sample)
			// The words follow -lang alone, whatever the system speaks.
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("LC_ALL", "en_GB.UTF-8")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":    runForCode,
			"badfile": writeBadFile,
			"magic":   checkMagic,
			"rows":    countRows,
		},
	})
}

// runForCode runs a program and fails unless it ends with the exit code given
// first: code 2 yunxing-cli chart.
func runForCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program [args…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit := (*exec.ExitError)(nil)
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, not %d", got, want)
	}
}

// checkMagic fails unless a file begins with the given text, in Go syntax: magic
// chart.png "\x89PNG".
func checkMagic(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: magic file text")
	}
	want, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	if got := ts.ReadFile(args[0]); !strings.HasPrefix(got, want) {
		ts.Fatalf("%s begins with %q", args[0], got[:min(len(got), 12)])
	}
}

// countRows fails unless a file has at least so many lines: rows all.csv 1000.
func countRows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: rows file N")
	}
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); got < want {
		ts.Fatalf("%s has %d lines, fewer than %d", args[0], got, want)
	}
}
