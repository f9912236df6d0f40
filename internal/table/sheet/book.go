package sheet

import (
	"context"
	"errors"
	"fmt"
	"weak"

	"github.com/caseaudit/caseaudit/internal/scratch"
	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/xlsx"
)

// Options are what the opening of a workbook may be given.
type Options struct {
	// Password opens an encrypted workbook; others do not look at it.
	Password []byte
	// Scratch keeps the rows. Several workbooks may share one. Nil makes one for
	// this workbook alone.
	Scratch *scratch.Store
}

// Book is a workbook whose sheets are tables. Neither it nor its tables are safe
// for use by several goroutines at once.
type Book struct {
	Name   string // base name
	SHA256 string // of the file's bytes, in hexadecimal

	path     string
	password []byte
	store    *scratch.Store
	sheets   []string
	remarks  []table.Remark // on the workbook, and on sheets that hold no rows or are hidden

	work  *xlsx.Workbook              // nil when it has been let go of
	old   weak.Pointer[xlsx.Workbook] // to that which was let go of last
	users int                         // tables that are open
	read  bool                        // a sheet has been read to its end
}

// Open reads a workbook's list of sheets and every part of it but the sheets'
// rows, and lets go of the file. The errors are those of package xlsx:
// xlsx.ErrPassword, xlsx.ErrKind and *xlsx.Fault, naming the file.
func Open(ctx context.Context, path string, o Options) (*Book, error) {
	w, err := xlsx.Open(ctx, path, xlsx.Options{Password: o.Password})
	if err != nil {
		return nil, err
	}
	b := &Book{Name: w.Name, SHA256: w.SHA256, path: path, password: o.Password, store: o.Scratch, work: w, remarks: w.OwnRemarks()}
	if b.store == nil {
		b.store = scratch.New(scratch.DefaultLimit, "")
	}
	for _, s := range w.Sheets {
		b.sheets = append(b.sheets, s.Name)
		if s.State != xlsx.Visible {
			b.remarks = append(b.remarks, table.Remark{Kind: xlsx.HiddenSheet, Sheet: s.Name, Count: 1,
				Text: "the sheet is " + s.State.String() + " in Excel, and is taken for a part of the export like any other"})
		}
	}
	return b, w.Close()
}

// Refs gives the sheets as tables, in the workbook's order. Charts, dialogues and
// sheets of macros are not among them.
func (b *Book) Refs() []table.Ref {
	refs := make([]table.Ref, len(b.sheets))
	for at, name := range b.sheets {
		refs[at] = table.Ref{Name: name, File: b.Name, Sheet: name, Open: func(ctx context.Context, l table.Layout) (*table.Table, error) {
			return b.open(ctx, at, l)
		}}
	}
	return refs
}

// open reads a sheet as far as its header.
func (b *Book) open(ctx context.Context, at int, l table.Layout) (*table.Table, error) {
	r := &reader{book: b, at: at, aside: l.Aside}
	if err := r.hold(ctx); err != nil {
		return nil, err
	}
	t := &table.Table{Name: b.Name, Sheet: b.sheets[at], SHA256: b.SHA256, Reader: r}
	names, row, err := header(ctx, r.sheet(), l)
	if err != nil {
		var fault *xlsx.Fault // names the sheet itself
		if !errors.As(err, &fault) && ctx.Err() == nil {
			err = fmt.Errorf("%s: %w", t.Called(), err)
		}
		return nil, errors.Join(err, r.Close())
	}
	t.Header, t.HeaderLine = names, row
	r.width, r.body, r.height = len(names), row, max(l.HeaderRows, 1)
	return t, nil
}

// hold opens the file for one more table.
func (b *Book) hold(ctx context.Context) error {
	if b.work == nil {
		b.work = b.old.Value()
	}
	if b.work != nil {
		if err := b.work.Reopen(); err != nil {
			return err
		}
		b.users++
		return nil
	}
	w, err := xlsx.Open(ctx, b.path, xlsx.Options{Password: b.password})
	if err != nil {
		return err
	}
	if w.SHA256 != b.SHA256 {
		return errors.Join(fmt.Errorf("%s: the file has changed since it was first read: run the audit again", b.Name), w.Close())
	}
	b.work = w
	b.users++
	return nil
}

// release closes the file when no table is open any more; what it held in memory
// goes too, once it has served and memory is wanted. Who reads one sheet after
// another, each closed before the next, seldom has to open the workbook anew.
func (b *Book) release() error {
	if b.users--; b.users > 0 {
		return nil
	}
	err := b.work.Close()
	if b.read {
		b.old, b.work = weak.Make(b.work), nil
	}
	return err
}
