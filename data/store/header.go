package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// applicationID marks a project among SQLite files: "Yunx".
const applicationID = 0x59756e78

// headerSize is the size of the header of an SQLite file.
const headerSize = 100

// checkFile returns an error unless path is a project file that has at most the
// version newest. It reads the header as plain bytes, so that a file that is
// refused is not touched, not even by a lock.
func checkFile(path string, newest int) error {
	base := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %s", ErrNotFound, base)
	case err != nil:
		return fmt.Errorf("store: look at %s: %w", base, err)
	case info.IsDir():
		return fmt.Errorf("%w: %s is a folder", ErrNotProject, base)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: %s is not a regular file", ErrNotProject, base)
	}
	header, err := readHeader(path)
	if err != nil {
		return err
	}
	id, version := binary.BigEndian.Uint32(header[68:]), int(int32(binary.BigEndian.Uint32(header[60:])))
	switch {
	case id != applicationID:
		return fmt.Errorf("%w: %s", ErrForeign, base)
	case version < 1:
		return fmt.Errorf("%w: %s has no version", ErrDamaged, base)
	case version > newest:
		return fmt.Errorf("%w: %s is of version %d, this program knows up to %d", ErrNewer, base, version, newest)
	case info.Size() < sizeStated(header) && !hasJournal(path):
		return fmt.Errorf("%w: %s is cut off", ErrDamaged, base)
	}
	return nil
}

// readHeader returns the header of the SQLite file at path.
func readHeader(path string) ([]byte, error) {
	base := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("store: open %s: %w", base, err)
	}
	defer f.Close()
	header := make([]byte, headerSize)
	switch n, err := io.ReadFull(f, header); {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return nil, fmt.Errorf("%w: %s has only %d bytes", ErrNotProject, base, n)
	case err != nil:
		return nil, fmt.Errorf("store: read %s: %w", base, err)
	case string(header[:16]) != "SQLite format 3\x00":
		return nil, fmt.Errorf("%w: %s", ErrNotProject, base)
	}
	return header, nil
}

// sizeStated returns the size in bytes that the header gives the file.
func sizeStated(header []byte) int64 {
	page := int64(binary.BigEndian.Uint16(header[16:]))
	if page == 1 {
		page = 65536
	}
	return page * int64(binary.BigEndian.Uint32(header[28:]))
}

// hasJournal reports whether a write to the file at path was broken off, so that
// its size and header say nothing until it is opened.
func hasJournal(path string) bool {
	_, err := os.Stat(path + "-journal")
	return err == nil
}
