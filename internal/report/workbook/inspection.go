package workbook

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/inspection"
)

// The sheets of an inspection, beside Summary and Criteria.
const (
	sheetSteps   = "What to add"
	sheetInputs  = "Inputs"
	sheetColumns = "Columns"
	sheetFields  = "Fields"
	sheetValues  = "Values not known"
	sheetRefused = "Rows refused"
	sheetNotes   = "Notes"
)

// WriteInspection writes what an export was found to be, before anything is judged,
// as a workbook that looks like an audit's. The program's name and version stand in
// its properties. Writing the same inspection again gives the same bytes.
func WriteInspection(ctx context.Context, w io.Writer, found *inspection.Inspection, program string, opts Options) error {
	if opts.Marking == "" {
		opts.Marking = DefaultMarking
	}
	date, err := time.Parse(time.DateOnly, found.Survey.Newest)
	if err != nil {
		date = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // no event, and no clock
	}
	if opts.RunID == "" {
		opts.RunID = inspectionID(found, program)
	}
	fields, err := casefile.NewDictionary()
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	x := &inspected{book: &book{fields: fields, opts: opts}, found: found}
	if err := x.begin(ctx, cover{title: x.title(), program: program, date: date}, x.contents(), 0); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return x.write(w)
}

// inspected is the workbook of an inspection while it is being written.
type inspected struct {
	*book
	found *inspection.Inspection
}

func (x *inspected) title() string {
	return "Inspection of the export: " + inspection.FormatWords(x.found.Survey.Format)
}

// contents is every sheet in order.
func (x *inspected) contents() []sheet {
	of := func(write func() error) func(*book) error { return func(*book) error { return write() } }
	return []sheet{
		{name: sheetSummary, tab: navy, write: of(x.writeSummary)},
		{name: sheetSteps, tab: red, about: "What one more column or table would unlock", write: of(x.writeSteps)},
		{name: sheetCriteria, tab: navy, about: "Which criteria can be assessed, and what the others lack", write: of(x.writeCriteria)},
		{name: sheetInputs, tab: navy, about: "Each file or sheet: header, encoding, dates, rows", write: of(x.writeInputs)},
		{name: sheetColumns, tab: navy, about: "Each column and what it was read as", write: of(x.writeColumns)},
		{name: sheetFields, tab: navy, about: "Each field, whether it is supplied and by which column", write: of(x.writeFields)},
		{name: sheetValues, tab: red, about: "Values that stand where codes stand and are none", write: of(x.writeValues)},
		{name: sheetRefused, tab: red, about: "Rows that could not be read, and why", write: of(x.writeRefused)},
		{name: sheetNotes, tab: grey, about: "Oddities that did not stop the reading", write: of(x.writeNotes)},
	}
}

// inspectionID names an inspection by what went into it.
func inspectionID(found *inspection.Inspection, program string) string {
	h := sha256.New()
	fmt.Fprintln(h, program)
	for _, in := range found.Survey.Inputs {
		fmt.Fprintln(h, in.Page(), in.SHA256)
	}
	return "inspect-" + hex.EncodeToString(h.Sum(nil))[:8]
}
