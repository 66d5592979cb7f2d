// Command yunxing opens the window of the program.
//
//	yunxing [-version] [FILE.yunxing] [WORKBOOK…]
//
// Without a project it opens a copy of the sample in the user's data folder.
// Workbooks are taken into the project that is opened.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"yunxing/ui"
	"yunxing/ui/clip"
)

// version is set when the program is linked.
var version = "dev"

// id names the program to the system; its preferences lie in a folder of that name.
const id = "cn.yunxing.desktop"

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "yunxing:", err)
		os.Exit(1)
	}
}

// run opens the window on what the arguments name.
func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("yunxing", flag.ContinueOnError)
	show := flags.Bool("version", false, "print the version and end / 显示版本")
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "usage: yunxing [-version] [FILE.yunxing] [WORKBOOK…]")
		flags.PrintDefaults()
	}
	switch err := flags.Parse(args); {
	case err == flag.ErrHelp:
		return nil
	case err != nil:
		os.Exit(2)
	case *show:
		_, err := fmt.Fprintln(out, "yunxing", version)
		return err
	}
	system := locale()
	app.SetMetadata(fyne.AppMetadata{ID: id, Name: "Yunxing", Version: version})
	a := app.NewWithID(id)
	file, err := openLog(a)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		return err
	}
	log.SetOutput(&watch{out: file, fail: exit})
	return ui.Run(a, ui.Options{
		Version: version, Files: absolute(flags.Args()), Locale: system, Folder: dataFolder(), Now: time.Now,
		Log: slog.New(slog.NewTextHandler(file, nil)), CopyPicture: clip.Picture,
	})
}

// openLog opens the log file, which lies beside the preferences and holds one run.
func openLog(a fyne.App) (*os.File, error) {
	dir := a.Storage().RootURI().Path()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	return os.Create(filepath.Join(dir, "yunxing.log"))
}

// absolute returns paths that do not depend on the folder the program was started in.
func absolute(paths []string) []string {
	var out []string
	for _, p := range paths {
		if abs, err := filepath.Abs(p); err == nil {
			p = abs
		}
		out = append(out, p)
	}
	return out
}
