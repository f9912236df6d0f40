package workbook

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/progress"
)

// sheet is one entry of the workbook's contents.
type sheet struct {
	name  string
	tab   string // colour
	about string // for the list on Summary
	write func(*book) error
}

// book is a workbook while it is being written: of an audit, or of an inspection,
// which has neither audit nor letter nor places.
type book struct {
	file     *excelize.File
	audit    *audit.Audit
	letter   *letter.Letter
	fields   *casefile.Dictionary
	opts     Options
	contents []sheet
	styles   map[style]int
	places   *places

	stopped func() error // why the writing is to stop; nil when it is not
	stage   progress.Stage
	written int64 // rows of tables
}

// noTemp is a folder that cannot exist: the library then keeps streams in memory
// instead of writing case records to the system's temporary folder.
const noTemp = "/nonexistent/caseaudit"

func newBook(ctx context.Context, a *audit.Audit, l *letter.Letter, opts Options) (*book, error) {
	fields, err := casefile.NewDictionary()
	if err != nil {
		return nil, err
	}
	asAt, err := time.Parse(time.DateOnly, a.AsAt)
	if err != nil {
		return nil, fmt.Errorf("the date of the audit: %w", err)
	}
	b := &book{audit: a, letter: l, fields: fields, opts: opts, places: findPlaces(a, l)}
	return b, b.begin(ctx, cover{title: b.title(), program: a.Program, date: asAt}, contents(len(b.places.findings)), len(b.places.findings)+len(a.Summary.Children))
}

// cover is what a workbook says of itself.
type cover struct {
	title   string
	program string
	date    time.Time // of all that it is made of
}

// begin makes the file with its styles and empty sheets. Some of its rows, by far
// most of them, are counted for whoever watches.
func (b *book) begin(ctx context.Context, c cover, sheets []sheet, rows int) error {
	f := excelize.NewFile(excelize.Options{TmpDir: noTemp})
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newArchive(w, c.date, ctx.Err) })
	b.file, b.contents, b.stopped = f, sheets, ctx.Err
	b.stage = progress.Begin(ctx, "writing the workbook", int64(rows), progress.Rows)
	if err := f.SetDefaultFont(fontName); err != nil {
		return err
	}
	var err error
	if b.styles, err = register(f); err != nil {
		return err
	}
	for i, s := range b.contents {
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err != nil {
			return err
		}
	}
	f.SetActiveSheet(0)
	return b.describe(c)
}

// describe sets the document's properties. Nothing in them comes from a record.
func (b *book) describe(c cover) error {
	stamp := c.date.Format("2006-01-02T15:04:05Z")
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title:          clean(c.title),
		Subject:        clean(b.opts.Marking),
		Category:       clean(b.opts.Marking),
		Creator:        clean(c.program),
		LastModifiedBy: clean(c.program),
		Identifier:     clean(b.opts.RunID),
		Created:        stamp,
		Modified:       stamp,
		Language:       "en-GB",
	})
	if err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel", AppVersion: "16.0300"})
}

func (b *book) title() string {
	title := "Case audit to " + longDate(b.audit.AsAt)
	if b.audit.Council != "" {
		title = b.audit.Council + ": case audit to " + longDate(b.audit.AsAt)
	}
	return title
}

// runID names a run by what went into it, so that the same input has the same id.
func runID(a *audit.Audit) string {
	h := sha256.New()
	fmt.Fprintln(h, a.AsAt, a.From, a.Policies, a.Program)
	if a.Survey != nil {
		for _, in := range a.Survey.Inputs {
			fmt.Fprintln(h, in.Name, in.SHA256)
		}
	}
	return a.AsAt + "-" + hex.EncodeToString(h.Sum(nil))[:8]
}
