package main

import (
	"os"
	"runtime"

	"fyne.io/fyne/v2/lang"
)

// locale returns the language of the system, and "" where it states none, as with
// LANG=C. The toolkit would take that for English.
func locale() string {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return lang.SystemLocale().LanguageString()
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if stated(v) {
				return v
			}
			break
		}
	}
	return ""
}

// stated reports whether a locale names a language.
func stated(v string) bool { return v != "" && v != "C" && v != "POSIX" && v[:min(2, len(v))] != "C." }
