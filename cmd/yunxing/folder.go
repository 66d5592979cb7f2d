package main

import (
	"os"
	"path/filepath"
	"runtime"
)

// dataFolder returns the folder of the user's data: $XDG_DATA_HOME/yunxing or
// ~/.local/share/yunxing, on Windows %LocalAppData%\yunxing, on macOS
// ~/Library/Application Support/yunxing.
func dataFolder() string {
	const name = "yunxing"
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return filepath.Join(dir, name)
		}
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", name)
	default:
		if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, name)
		}
	}
	return filepath.Join(home, ".local", "share", name)
}
