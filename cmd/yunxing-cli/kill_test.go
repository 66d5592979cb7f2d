package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yunxing/ui/session"
)

// largeTable writes a text table of 70 680 figures: six tables below each
// other, provinces down and months across.
func largeTable(t *testing.T, path string) {
	t.Helper()
	var b strings.Builder
	for i, indicator := range strings.Fields("利润总额 营业收入 营业成本 资产总计 负债合计 应收账款") {
		fmt.Fprintf(&b, "规模以上工业企业%s(亿元)\n地区", indicator)
		for m := range 380 {
			fmt.Fprintf(&b, ",%d年%d月", 1990+m/12, 1+m%12)
		}
		for r, region := range strings.Fields("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆") {
			b.WriteString("\n" + region)
			for m := range 380 {
				fmt.Fprintf(&b, ",%.1f", float64((i*31+r*7919+m*104729)%100003)/10)
			}
		}
		b.WriteString("\n\n")
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A victim is a project that imports are broken off in.
type victim struct {
	project string
	before  []byte // the file as it was
}

// newVictim makes a project that holds the sample.
func newVictim(t *testing.T, dir string) victim {
	t.Helper()
	if _, err := session.WriteSample(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	v := victim{project: filepath.Join(dir, "sample.yunxing")}
	var err error
	if v.before, err = os.ReadFile(v.project); err != nil {
		t.Fatal(err)
	}
	return v
}

// journal returns the path of the file that holds what an import overwrites.
func (v victim) journal() string { return v.project + "-journal" }

// size returns the size of a file, -1 where there is none.
func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return -1
	}
	return info.Size()
}

// unchanged states that the project opens, is sound, and is to the byte what it was.
func (v victim) unchanged(t *testing.T, when string) {
	t.Helper()
	s, err := session.Open(t.Context(), v.project)
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	batches, err := s.Batches(t.Context())
	if err = errors.Join(err, s.Close()); err != nil || len(batches) != 1 {
		t.Errorf("%s there are %d imports, want 1; %v", when, len(batches), err)
	}
	if verdict := integrity(t, v.project); verdict != "ok" {
		t.Errorf("%s the project is not sound: %s", when, verdict)
	}
	after, err := os.ReadFile(v.project)
	if err != nil || !bytes.Equal(after, v.before) {
		t.Errorf("%s the project is another: %d bytes for %d; %v", when, len(after), len(v.before), err)
	}
	// A journal that was not complete when it was broken off may stay; it counts for
	// nothing, and the next import writes over it.
	if b, err := os.ReadFile(v.journal()); err == nil && bytes.HasPrefix(b, []byte("\xd9\xd5\x05\xf9")) {
		t.Errorf("%s a journal that counts is left", when)
	}
}

// integrity returns what SQLite says of the soundness of a database.
func integrity(t *testing.T, path string) (verdict string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err == nil {
		err = errors.Join(db.QueryRow("PRAGMA integrity_check").Scan(&verdict), db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	return verdict
}

// killAt runs an import and kills it, with no chance to tidy up, as soon as ripe
// says so. It reports whether that came before the end.
func (v victim) killAt(t *testing.T, table string, ripe func() bool) bool {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "yunxing-cli", "import", "-project", v.project, table)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	tick := time.NewTicker(500 * time.Microsecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return false
		case <-tick.C:
			if ripe() {
				_ = cmd.Process.Kill() // it may just have ended
				return <-done != nil
			}
		}
	}
}

// TestKilledImport states that an import that is killed at any moment leaves the
// project as it was, and that the same import works afterwards.
func TestKilledImport(t *testing.T) {
	if testing.Short() {
		t.Skip("imports 70 000 figures several times")
	}
	dir := t.TempDir()
	v := newVictim(t, dir)
	table := filepath.Join(dir, "table.csv")
	largeTable(t, table)
	whole := int64(len(v.before))
	written := 0
	for _, moment := range []struct {
		name string
		ripe func() bool
	}{
		{"when it begins to write", func() bool { return size(v.journal()) >= 0 }},
		{"when the journal has a page", func() bool { return size(v.journal()) > 4096 }},
		{"when the project begins to grow", func() bool { return size(v.project) > whole }},
		{"when the project has grown by 1 MB", func() bool { return size(v.project) > whole+1<<20 }},
		{"when the project has grown by 3 MB", func() bool { return size(v.project) > whole+3<<20 }},
	} {
		if !v.killAt(t, table, moment.ripe) {
			t.Logf("%s: it was too quick to be killed", moment.name)
			if err := os.WriteFile(v.project, v.before, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		journal, grown := size(v.journal()), size(v.project)-whole
		if journal > 0 {
			written++
		}
		t.Logf("killed %s: a journal of %d bytes, the project grown by %d", moment.name, journal, grown)
		v.unchanged(t, "killed "+moment.name)
	}
	if written == 0 {
		t.Error("no import was killed while it was writing")
	}
	if out, err := exec.CommandContext(t.Context(), "yunxing-cli", "import", "-lang", "en", "-project", v.project, table).CombinedOutput(); err != nil || !strings.Contains(string(out), "70,680 figures") {
		t.Errorf("the same import afterwards: %v: %s", err, out)
	}
	if verdict := integrity(t, v.project); verdict != "ok" {
		t.Errorf("after the import the project is not sound: %s", verdict)
	}
}

// TestCancelledImport states that an import that is interrupted while it writes
// leaves the project as it was.
func TestCancelledImport(t *testing.T) {
	dir := t.TempDir()
	v := newVictim(t, dir)
	table := filepath.Join(dir, "table.csv")
	largeTable(t, table)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	tick := time.NewTicker(500 * time.Microsecond)
	defer tick.Stop()
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				if size(v.journal()) >= 0 {
					cancel()
				}
			}
		}
	}()
	var out, words bytes.Buffer
	p := program{in: strings.NewReader(""), out: &out, err: &words, now: time.Now}
	if code := p.run(ctx, []string{"import", "-project", v.project, table}); code != exitInterrupted {
		t.Errorf("exit code %d, not %d: %s", code, exitInterrupted, &words)
	}
	v.unchanged(t, "interrupted")
}

// TestFailingImport states that of several files none is stored if one cannot be
// read, wherever it stands among them.
func TestFailingImport(t *testing.T) {
	dir := t.TempDir()
	v := newVictim(t, dir)
	good, bad := filepath.Join(dir, "good.csv"), filepath.Join(dir, "bad.xlsx")
	if err := os.WriteFile(good, []byte("规模以上工业企业利润总额(亿元)\n地区,2012年,2013年\n北京,1.0,2.0\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bad, []byte("PK\x03\x04cut off"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, files := range [][]string{{good, bad}, {bad, good}, {good, filepath.Join(dir, "none.csv")}, {good, good, filepath.Join(dir, "none")}} {
		var out, words bytes.Buffer
		p := program{in: strings.NewReader(""), out: &out, err: &words, now: time.Now}
		if code := p.run(t.Context(), append([]string{"import", "-project", v.project}, files...)); code != exitFailed || words.Len() == 0 {
			t.Errorf("exit code %d, not %d: %s", code, exitFailed, &words)
		}
		v.unchanged(t, "after an import that failed")
	}
}
