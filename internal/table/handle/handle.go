// Package handle holds a file of an export that is read more than once and must
// be the same file every time: places noted at the first reading mean nothing in
// another file, and what they would give is another child's row.
package handle

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"
)

var (
	errIrregular = errors.New("it is not a regular file")
	errChanged   = errors.New("the file has changed since it was first read: run the audit again")
)

// File is a file that was opened once and may be closed and opened again. Its
// errors name neither the file nor its folder: whoever has the file says which
// one it is.
type File struct {
	path    string
	size    int64     // when it was opened
	changed time.Time // its time of change then
	raw     *os.File  // nil while it is closed
}

// Open opens a regular file for reading.
func Open(path string) (*File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, Reason(err)
	}
	// Asked before opening: opening a pipe would wait for somebody to write to it.
	if !info.Mode().IsRegular() {
		return nil, errIrregular
	}
	f := &File{path: path, size: info.Size(), changed: info.ModTime()}
	if err := f.open(); err != nil {
		return nil, err
	}
	return f, nil
}

func (f *File) open() error {
	raw, err := os.Open(f.path)
	if err != nil {
		return Reason(err)
	}
	f.raw = raw
	return nil
}

// Name is the file's base name.
func (f *File) Name() string { return filepath.Base(f.path) }

// Size is the file's bytes when it was first opened.
func (f *File) Size() int64 { return f.size }

// Unchanged says whether the file is, by its size and time of change, still the
// one that was opened.
func (f *File) Unchanged() error {
	info, err := os.Stat(f.path)
	if err != nil {
		return Reason(err)
	}
	if info.Size() != f.size || !info.ModTime().Equal(f.changed) {
		return errChanged
	}
	return nil
}

// Reopen opens a closed file again, unless it has changed. One that is open
// stays so.
func (f *File) Reopen() error {
	if err := f.Unchanged(); err != nil || f.raw != nil {
		return err
	}
	return f.open()
}

// Close lets go of the file. It may be called again.
func (f *File) Close() error {
	if f == nil || f.raw == nil {
		return nil
	}
	err := f.raw.Close()
	f.raw = nil
	return err
}

// ReadAt reads the open file.
func (f *File) ReadAt(b []byte, at int64) (int, error) {
	if f.raw == nil {
		return 0, os.ErrClosed
	}
	n, err := f.raw.ReadAt(b, at)
	if err != nil && !errors.Is(err, io.EOF) {
		err = Reason(err)
	}
	return n, err
}

// All reads the file from its beginning, as far as it went when it was opened.
func (f *File) All() *io.SectionReader { return io.NewSectionReader(f, 0, f.size) }

// Reason drops the path from a file error: the name has been said, and the
// folder is nobody's business.
func Reason(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
