package xlsx

import (
	"context"
	"errors"

	"github.com/caseaudit/caseaudit/internal/progress"
)

// Sheet is a sheet that can hold rows.
type Sheet struct {
	Name  string
	State State

	book *Workbook
	part *part
	seen *seen // by the last reading to the end; nil before
}

// State is whether Excel shows a sheet.
type State uint8

// The states of a sheet.
const (
	Visible    State = iota
	Hidden           // can be shown from Excel's menu
	VeryHidden       // can be shown by a macro only
)

func (s State) String() string {
	return [...]string{"visible", "hidden", "very hidden"}[s]
}

// Row is a row of a sheet in which something stands.
type Row struct {
	Sheet  string
	Number int  // 1 is the sheet's first row
	Hidden bool // Excel does not show it
	// Cells are those in which something stands, by column. A formula without
	// a value is among them. They are valid until yield returns; their texts stay.
	Cells []Cell
}

// Cell is one cell of a row.
type Cell struct {
	Column int // 1 is A
	Type   Type
	// Raw is what the file holds: a number's digits, a date's serial number,
	// 1 for true; of a text, the text.
	Raw string
	// Text is what a reader of rows takes: ISO dates ("2024-07-05",
	// "2024-07-05T09:30:00"), "09:30:00" for a time of day or an elapsed time,
	// "true" and "false", whole numbers without an exponent. An error is its
	// code, such as #N/A; a formula without value is "".
	Text string
}

// Type is what a cell holds.
type Type uint8

// The types of cell.
const (
	Text Type = iota
	Number
	Bool
	Date    // a number in the style of a date, a day with or without a time
	Clock   // a number in the style of a time: a time of day, or an elapsed time
	Error   // #N/A and its like
	Missing // a formula whose value is not in the file
)

func (t Type) String() string {
	return [...]string{"text", "number", "bool", "date", "time", "error", "formula without value"}[t]
}

// Strings gives the row's texts by column, at least n of them: the cells of a
// table.Row. It is longer when something stands beyond column n.
func (r *Row) Strings(n int) []string {
	if len(r.Cells) > 0 {
		n = max(n, r.Cells[len(r.Cells)-1].Column)
	}
	texts := make([]string, n)
	for i := range r.Cells {
		texts[r.Cells[i].Column-1] = r.Cells[i].Text
	}
	return texts
}

// Rows calls yield with every row in which something stands, in order. It stops
// at the first error, yield's own included. When the sheet is damaged the error
// is a *Fault, and what was yielded before must not be used: only nil says that
// the sheet was read whole.
func (s *Sheet) Rows(ctx context.Context, yield func(*Row) error) error {
	w := s.book
	r := &sheetReader{sheet: s, limits: w.limits, texts: w.texts, formats: w.formats, epoch1904: w.Date1904, yield: yield, seen: &seen{}}
	r.row.Sheet = s.Name
	stage := progress.Begin(ctx, "reading "+w.Name+" "+s.Name, int64(s.part.file.UncompressedSize64), progress.Bytes)
	defer stage.End()
	r.stage = stage
	err := w.archive.scan(ctx, s.part, func(x *scanner) error {
		r.x = x
		return r.worksheet()
	})
	if err == nil {
		s.seen = r.seen
		return nil
	}
	if r.yielded != nil {
		return r.yielded
	}
	var f *Fault
	if !stopped(err) && errors.As(err, &f) {
		f.Sheet, f.Row = s.Name, r.number
	}
	return w.named(err)
}

// Merged gives the sheet's merged ranges, 100,000 at most, in the file's order.
// They stand behind the rows: there are none before Rows has ended without an
// error.
func (s *Sheet) Merged() []Range {
	if s.seen == nil {
		return nil
	}
	return s.seen.merged
}
