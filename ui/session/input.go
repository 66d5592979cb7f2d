package session

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yunxing/data"
	"yunxing/data/sheet"
)

// An Input is a file to take in: one at a path, or content under a name, such as
// what was pasted.
type Input struct {
	Path    string
	Name    string // without folders
	Content []byte // of one without a path
	found   bool   // in a folder, not named by a person
}

// Inputs returns the files at paths; a folder stands for all files in it and below,
// but for hidden ones and those that a spreadsheet program keeps while it has a
// workbook open. Errors are those of the file system.
func Inputs(paths []string) ([]Input, error) {
	var out []Input
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			out = append(out, Input{Path: p, Name: filepath.Base(p)}) // reading tells what is wrong with it
			continue
		}
		err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			switch name := d.Name(); {
			case err != nil:
				return err
			case path != p && hiddenName(name) && d.IsDir():
				return fs.SkipDir
			case d.Type().IsRegular() && !hiddenName(name):
				out = append(out, Input{Path: path, Name: name, found: true})
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("session: %w", err)
		}
	}
	return out, nil
}

// hiddenName reports whether a name is that of a file which is not meant to be seen.
func hiddenName(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~")
}

// PasteName returns the name of what is pasted at a time.
func PasteName(word string, now time.Time) string {
	return word + " " + now.Format("2006-01-02 15.04.05")
}

// hash returns the SHA-256 of the content.
func (i Input) hash() (string, error) {
	b := i.Content
	if i.Path != "" {
		var err error
		if b, err = os.ReadFile(i.Path); err != nil {
			return "", fmt.Errorf("session: %w", err)
		}
	}
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:]), nil
}

// open returns the sheets of the file.
func (i Input) open(ctx context.Context) ([]*data.Grid, error) {
	if i.Path != "" {
		return sheet.Open(ctx, i.Path)
	}
	return sheet.ReadAll(ctx, i.Name, bytes.NewReader(i.Content))
}

// pass reports whether err says no more than that a file which lies in a folder is
// not one to read, and returns the problem to tell.
func (i Input) pass(err error) (data.Problem, bool) {
	file := (&sheet.Error{})
	if !i.found || !errors.As(err, &file) {
		return data.Problem{}, false
	}
	p, _ := FileProblem(err)
	p.Detail = "" // the words for the code say it in the language of the reader
	switch file.Code {
	case sheet.Picture, sheet.Document, sheet.NotWorkbook, sheet.Empty, sheet.Structured:
		p.Doubt = false // no workbook at all
	}
	return p, true
}
