package table

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/caseaudit/caseaudit/internal/progress"
	"github.com/caseaudit/caseaudit/internal/table/handle"
)

// Text is a file of text that is read from end to end and not by rows: XML or
// JSON. Unlike a File it is never held in memory, whatever its encoding.
type Text struct {
	Name     string // base name
	SHA256   string // of the file's bytes, in hexadecimal
	Encoding string // "utf-8", "utf-16le", "utf-16be" or "windows-1252"

	path string
	file *handle.File // nil before it is opened
	bom  int64
}

// OpenText reads the file once, for its hash and encoding, and lets go of it.
func OpenText(ctx context.Context, path string) (*Text, error) {
	t := newText(path)
	if err := t.open(ctx, MaxFileBytes); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", t.Name, err), t.file.Close())
	}
	return t, t.file.Close()
}

func newText(path string) *Text {
	return &Text{Name: filepath.Base(path), path: path}
}

// open reads up to limit bytes for what they tell.
func (t *Text) open(ctx context.Context, limit int64) (err error) {
	if t.file, err = handle.Open(t.path); err != nil {
		return err
	}
	size := t.file.Size()
	if size > MaxFileBytes {
		return tooLarge(size)
	}
	hash := sha256.New()
	mark, err := detect(ctx, io.TeeReader(io.NewSectionReader(t.file, 0, min(size, limit)), hash))
	if err != nil {
		return err
	}
	t.SHA256, t.Encoding, t.bom = hex.EncodeToString(hash.Sum(nil)), mark.encoding, mark.bom
	return nil
}

// Read opens the file again and calls use with its text as UTF-8. A file that
// has changed since OpenText is refused before and after.
func (t *Text) Read(ctx context.Context, use func(io.Reader) error) error {
	err := t.file.Reopen()
	if err == nil {
		stage := progress.Begin(ctx, "reading "+t.Name, t.file.Size(), progress.Bytes)
		defer stage.End()
		err = use(progress.Reader(&watched{ctx, t.decoded(t.file.Size())}, stage))
	}
	if err == nil {
		err = t.file.Unchanged()
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", t.Name, err)
	}
	return errors.Join(err, t.file.Close())
}

// decoded gives the text of the open file's first bytes as UTF-8. What an
// encoding does not have becomes U+FFFD.
func (t *Text) decoded(limit int64) io.Reader {
	raw := io.NewSectionReader(t.file, t.bom, max(0, limit-t.bom))
	switch t.Encoding {
	case utf16leTag:
		return transform.NewReader(raw, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case utf16beTag:
		return transform.NewReader(raw, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	case windows:
		return transform.NewReader(raw, charmap.Windows1252.NewDecoder())
	}
	return raw
}

// watched stops reading when the context is done.
type watched struct {
	ctx  context.Context
	from io.Reader
}

func (w *watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.from.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = handle.Reason(err)
	}
	return n, err
}
