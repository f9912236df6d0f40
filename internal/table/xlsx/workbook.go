package xlsx

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

// Options are what a reader of a workbook may set.
type Options struct {
	// Password opens an encrypted workbook. It is not needed for others, and is
	// then not looked at.
	Password []byte
}

// Workbook is an Excel workbook, everything but its sheets' rows read and
// checked. It is not safe for use by several goroutines at once.
type Workbook struct {
	Path      string
	Name      string   // base name
	SHA256    string   // of the file's bytes, in hexadecimal
	Encrypted bool     // a password opened it
	Date1904  bool     // its dates count from 1904
	Sheets    []*Sheet // those that can hold rows, in the workbook's order

	file    *handle.File
	memory  []byte // the file, decrypted
	limits  limits
	archive *archive
	texts   []string // shared strings
	formats []format // by style
	macros  bool
	remarks []noted // on the workbook, not on a sheet's rows
}

// Open reads a workbook's list of sheets, strings and styles, and reads every
// other part but the sheets to its end, so that a damage shows. The caller
// closes it.
func Open(ctx context.Context, path string, o Options) (*Workbook, error) {
	return open(ctx, path, o, standard())
}

func open(ctx context.Context, path string, o Options, l limits) (*Workbook, error) {
	w := &Workbook{Path: path, Name: filepath.Base(path), limits: l}
	if err := w.open(ctx, o); err != nil {
		return nil, errors.Join(w.named(err), w.Close())
	}
	return w, nil
}

func (w *Workbook) open(ctx context.Context, o Options) (err error) {
	if w.file, err = handle.Open(w.Path); err != nil {
		return err
	}
	size := w.file.Size()
	if size > w.limits.file {
		return fmt.Errorf("the file has %d bytes and the limit is %d: split the export", size, w.limits.file)
	}
	head, err := w.hash(ctx)
	if err != nil {
		return err
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK")):
	case bytes.HasPrefix(head, []byte(compound)):
		if err := w.decrypt(ctx, o.Password); err != nil {
			return err
		}
	default:
		return fmt.Errorf("%w: %s", ErrKind, otherwise(head))
	}
	if w.Encrypted {
		size = int64(len(w.memory))
	}
	if w.archive, err = openArchive(content{w}, size, w.limits); err != nil {
		return err
	}
	if err := w.book(ctx); err != nil {
		return err
	}
	if w.macros && !w.has(Macros) {
		w.remark(Remark{Kind: Macros, Text: "the workbook is of the kind that holds macros, which were not run", Count: 1})
	}
	if w.Date1904 {
		w.remark(Remark{Kind: Epoch1904, Text: "the workbook counts its dates from 1904; they were read so", Count: 1})
	}
	return nil
}

// otherwise says what a file is that is no workbook.
func otherwise(head []byte) string {
	switch trimmed := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"); {
	case len(head) == 0:
		return "the file is empty: export it again"
	case bytes.HasPrefix(trimmed, []byte("<")):
		return "it is a web page or XML under a workbook's name; open it in Excel and save it as Excel Workbook (.xlsx)"
	}
	return "if it is text with commas or tabs, name it .csv; else open it in Excel and save it as Excel Workbook (.xlsx)"
}

// hash reads the whole file once and gives its first bytes.
func (w *Workbook) hash(ctx context.Context) ([]byte, error) {
	sum := sha256.New()
	var head []byte
	r := w.file.All()
	buf := make([]byte, 256<<10)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := r.Read(buf)
		sum.Write(buf[:n])
		if len(head) == 0 {
			head = bytes.Clone(buf[:min(n, 512)])
		}
		if errors.Is(err, io.EOF) {
			w.SHA256 = hex.EncodeToString(sum.Sum(nil))
			return head, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// content is the workbook's bytes, wherever they are now.
type content struct{ w *Workbook }

func (c content) ReadAt(b []byte, at int64) (int, error) {
	if c.w.Encrypted {
		return bytes.NewReader(c.w.memory).ReadAt(b, at)
	}
	return c.w.file.ReadAt(b, at)
}

// Sheet gives a sheet by its name; nil when there is none.
func (w *Workbook) Sheet(name string) *Sheet {
	for _, s := range w.Sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Remarks gives what should be known of the workbook and of its sheets. Some of
// it stands behind the rows, so that a sheet that was not yet read to its end is
// read now: nothing of a workbook whose remarks were given is unread.
func (w *Workbook) Remarks(ctx context.Context) ([]Remark, error) {
	list := w.OwnRemarks()
	for _, s := range w.Sheets {
		if s.seen == nil {
			if err := s.Rows(ctx, func(*Row) error { return nil }); err != nil {
				return nil, err
			}
		}
		list = append(list, s.seen.remarks(s)...)
	}
	return list, nil
}

// OwnRemarks gives what should be known of the workbook beside what reading its
// sheets shows.
func (w *Workbook) OwnRemarks() []Remark {
	var list []Remark
	for _, n := range w.remarks {
		n.Place, n.Count = n.places.String(), n.places.count
		list = append(list, n.Remark)
	}
	sortRemarks(list)
	return list
}

// noted is a remark and all the places that it was made of.
type noted struct {
	Remark
	places places
}

// remark adds a remark, to one that says the same of another place if there is
// one.
func (w *Workbook) remark(r Remark) {
	for i := range w.remarks {
		if have := &w.remarks[i]; have.Kind == r.Kind && have.Sheet == r.Sheet && have.Text == r.Text {
			have.places.add(r.Place, r.Count)
			return
		}
	}
	n := noted{Remark: r}
	n.places.add(r.Place, r.Count)
	w.remarks = append(w.remarks, n)
}

func (w *Workbook) has(kind string) bool {
	for _, r := range w.remarks {
		if r.Kind == kind {
			return true
		}
	}
	return false
}

// named gives an error the workbook's name.
func (w *Workbook) named(err error) error {
	if err == nil || stopped(err) {
		return err
	}
	var f *Fault
	if errors.As(err, &f) {
		f.File = w.Name
		return f
	}
	return &Fault{File: w.Name, Err: err}
}

// Close lets go of the file. What Open found out stays.
func (w *Workbook) Close() error { return w.file.Close() }

// Reopen opens a closed workbook again, to read its sheets once more. A file
// that has changed since Open is refused.
func (w *Workbook) Reopen() error { return w.named(w.file.Reopen()) }

// Unchanged says whether the file is still the one that was opened.
func (w *Workbook) Unchanged() error { return w.named(w.file.Unchanged()) }
