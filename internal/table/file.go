package table

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/caseaudit/caseaudit/internal/table/handle"
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

	file     *handle.File
	content  io.ReaderAt // the file itself, or its text when it is UTF-16
	length   int64       // of content
	start    int64       // where the text begins, after a byte order mark
	body     int64       // where the first line after the header begins
	bodyLine int
	width    int // cells of a row, those of columns without a name at the end included
	comma    byte
	layout   Layout
}

// Open reads the file once for its hash and encoding, and its header, which is
// its first line that is not blank. The caller closes it.
func Open(ctx context.Context, path string) (*File, error) {
	return OpenAs(ctx, path, Layout{})
}

// OpenAs is Open for a file whose header stands elsewhere, or whose rows are not
// all rows of the table.
func OpenAs(ctx context.Context, path string, l Layout) (*File, error) {
	f := &File{Path: path, Name: filepath.Base(path), layout: l}
	if err := f.open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", f.Name, err), f.Close())
	}
	return f, nil
}

func (f *File) open(ctx context.Context) (err error) {
	if f.file, err = handle.Open(f.Path); err != nil {
		return err
	}
	size := f.file.Size()
	if size > MaxFileBytes {
		return tooLarge(size)
	}
	if err := f.text(); err != nil {
		return err
	}
	hash := sha256.New()
	mark, err := detect(ctx, io.TeeReader(f.file.All(), hash))
	if err != nil {
		return err
	}
	f.SHA256 = hex.EncodeToString(hash.Sum(nil))
	f.Encoding, f.start = mark.encoding, mark.bom
	f.content, f.length = f.file, size
	if mark.wide() {
		if size > MaxUTF16Bytes {
			return fmt.Errorf("the file is UTF-16 of %d bytes and the limit is %d: save it as UTF-8", size, MaxUTF16Bytes)
		}
		text, err := mark.toUTF8(f.file.All())
		if err != nil {
			return err
		}
		f.content, f.length, f.start = bytes.NewReader(text), int64(len(text)), 0
	}
	return f.readHeader()
}

// text refuses a workbook under a CSV file's name: its bytes could pass for a
// line of text.
func (f *File) text() error {
	head := make([]byte, 8)
	n, err := f.file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if head = head[:n]; bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")) {
		return errors.New("it is no text but a workbook or another packed file under a CSV file's name: if it is a workbook, name it .xlsx")
	}
	return nil
}

func tooLarge(size int64) error {
	return fmt.Errorf("the file has %d bytes and the limit is %d: split the export", size, int64(MaxFileBytes))
}

// Close lets go of the file. What Open found out stays.
func (f *File) Close() error { return f.file.Close() }

// Reopen opens a closed file again, to read rows by their place. A file that
// has changed since Open is refused: its places would be wrong.
func (f *File) Reopen() error { return f.named(f.file.Reopen()) }

// Unchanged says whether the file is still the one that was opened.
func (f *File) Unchanged() error { return f.named(f.file.Unchanged()) }

func (f *File) named(err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	return nil
}

// Table gives the file as a table.
func (f *File) Table() *Table {
	return &Table{Name: f.Name, SHA256: f.SHA256, Encoding: f.Encoding, Delimiter: f.Delimiter,
		Header: f.Header, HeaderLine: f.HeaderLine, Reader: f}
}
