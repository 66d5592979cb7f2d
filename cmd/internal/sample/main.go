package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	os.Exit(run(os.Args[1:]))
}

// run writes the workbooks into the folder that args name and returns the exit
// code: 0 done, 1 failed, 2 wrong usage.
func run(args []string) int {
	set := flag.NewFlagSet("sample", flag.ContinueOnError)
	dir := set.String("o", "", "folder to write the workbooks into")
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	if *dir == "" || set.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "usage: sample -o DIR")
		return 2
	}
	if err := writeAll(*dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// writeAll writes every workbook of the sample into dir.
func writeAll(dir string) error {
	for _, book := range All() {
		content, err := book.bytes()
		if err != nil {
			return fmt.Errorf("%s: %w", book.Name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, book.Name), content, 0o644); err != nil {
			return fmt.Errorf("sample: %w", err)
		}
	}
	return nil
}
