package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"yunxing/ui/i18n"
)

// TestInterrupted fails where an interrupted command does not end with 130, or
// leaves a project that it had begun.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	table := dir + "/table.csv"
	if err := os.WriteFile(table, []byte("a,b\n1,2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, words bytes.Buffer
	p := program{in: strings.NewReader(""), out: &out, err: &words, now: time.Now}
	if code := p.run(ctx, []string{"import", "-project", dir + "/p.yunxing", table}); code != exitInterrupted {
		t.Errorf("exit code %d, not %d: %s", code, exitInterrupted, &words)
	}
	if _, err := os.Stat(dir + "/p.yunxing"); err == nil {
		t.Error("an interrupted import left a new project")
	}
}

// TestInterruptWhileReading fails where Ctrl-C does not end a command that waits
// for standard input.
func TestInterruptWhileReading(t *testing.T) {
	cmd := exec.Command("yunxing-cli", "forecast", "-h", "1", "-csv")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	deadline := time.After(20 * time.Second)
	for {
		select {
		case <-done:
			// A signal before the program listens for it ends it by the signal, which
			// the shell tells as 130 too.
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted && code != -1 {
				t.Errorf("exit code %d, not %d", code, exitInterrupted)
			}
			return
		case <-time.After(300 * time.Millisecond):
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Logf("signal: %v", err)
			}
		case <-deadline:
			_ = cmd.Process.Kill()
			t.Fatal("the program did not end")
		}
	}
}

// TestLanguageOf fails where a language is not found wherever -lang stands, or is
// taken from anything but -lang.
func TestLanguageOf(t *testing.T) {
	for _, c := range []struct {
		args string
		want i18n.Lang
	}{
		{"", i18n.Chinese},
		{"report -lang en", i18n.English},
		{"report --lang=en -o x.docx", i18n.English},
		{"-lang zh-CN report", i18n.Chinese},
		{"import -- -lang en", i18n.Chinese},
		{"import lang en", i18n.Chinese},
	} {
		if got, err := languageOf(strings.Fields(c.args)); got != c.want || err != nil {
			t.Errorf("%q: %q, %v; want %q", c.args, got, err, c.want)
		}
	}
}

// TestEveryCommandHasWords fails where a command or a flag has no words in one of
// the languages.
func TestEveryCommandHasWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		words, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range commands() {
			var out bytes.Buffer
			p := program{out: &out, words: words}
			if err := p.describe(c); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(out.String(), "cli.") {
				t.Errorf("%s, %s: a text is missing:\n%s", lang, c.name, &out)
			}
		}
	}
}
