package table

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// File is one CSV file, its encoding and delimiter known and its header read.
type File struct {
	Path       string
	Name       string // base name
	SHA256     string // of the file's bytes, in hexadecimal
	Encoding   string // "utf-8", "utf-16le", "utf-16be" or "windows-1252"
	Delimiter  string // ",", ";", "tab" or "|"
	Header     []string
	HeaderLine int

	raw      *os.File
	content  io.ReaderAt // the file itself, or its text when it is UTF-16
	length   int64       // of content
	start    int64       // where the text begins, after a byte order mark
	body     int64       // where the first line after the header begins
	bodyLine int
	comma    byte
	size     int64 // of the file, and its time of change, when it was opened
	changed  time.Time
}

// Open reads the file once for its hash and encoding, and its header. The
// caller closes it.
func Open(ctx context.Context, path string) (*File, error) {
	f := &File{Path: path, Name: filepath.Base(path)}
	if err := f.open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", f.Name, err), f.Close())
	}
	return f, nil
}

func (f *File) open(ctx context.Context) error {
	if err := f.openRaw(); err != nil {
		return err
	}
	if f.size > MaxFileBytes {
		return fmt.Errorf("the file has %d bytes and the limit is %d: split the export", f.size, int64(MaxFileBytes))
	}
	hash := sha256.New()
	mark, err := detect(ctx, io.TeeReader(io.NewSectionReader(f.raw, 0, f.size), hash))
	if err != nil {
		return err
	}
	f.SHA256 = hex.EncodeToString(hash.Sum(nil))
	f.Encoding, f.start = mark.encoding, mark.bom
	f.content, f.length = f.raw, f.size
	if mark.wide() {
		if f.size > MaxUTF16Bytes {
			return fmt.Errorf("the file is UTF-16 of %d bytes and the limit is %d: save it as UTF-8", f.size, MaxUTF16Bytes)
		}
		text, err := mark.toUTF8(io.NewSectionReader(f.raw, 0, f.size))
		if err != nil {
			return err
		}
		f.content, f.length, f.start = bytes.NewReader(text), int64(len(text)), 0
	}
	return f.readHeader()
}

func (f *File) openRaw() error {
	info, err := os.Stat(f.Path)
	if err != nil {
		return reason(err)
	}
	// Asked before opening: opening a pipe would wait for somebody to write to it.
	if !info.Mode().IsRegular() {
		return errors.New("it is not a regular file")
	}
	if f.raw, err = os.Open(f.Path); err != nil {
		return reason(err)
	}
	f.size, f.changed = info.Size(), info.ModTime()
	return nil
}

// reason drops the path from a file error: the name has been said.
func reason(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// Close lets go of the file. What Open found out stays.
func (f *File) Close() error {
	if f.raw == nil {
		return nil
	}
	err := f.raw.Close()
	f.raw = nil
	return err
}

// Reopen opens a closed file again, to read rows by their place. A file that
// has changed since Open is refused: its places would be wrong.
func (f *File) Reopen() error {
	if err := f.Unchanged(); err != nil {
		return err
	}
	raw, err := os.Open(f.Path)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, reason(err))
	}
	f.raw = raw
	if _, memory := f.content.(*bytes.Reader); !memory {
		f.content = raw
	}
	return nil
}

// Unchanged says whether the file is still the one that was opened.
func (f *File) Unchanged() error {
	info, err := os.Stat(f.Path)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, reason(err))
	}
	if info.Size() != f.size || !info.ModTime().Equal(f.changed) {
		return fmt.Errorf("%s: the file has changed since it was first read: run the audit again", f.Name)
	}
	return nil
}

// Table gives the file as a table.
func (f *File) Table() *Table {
	return &Table{Name: f.Name, SHA256: f.SHA256, Encoding: f.Encoding, Delimiter: f.Delimiter,
		Header: f.Header, HeaderLine: f.HeaderLine, Reader: f}
}
