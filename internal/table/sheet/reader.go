package sheet

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/scratch"
	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/xlsx"
)

// reader reads the rows of one sheet.
type reader struct {
	book    *Book
	at      int // of the sheet in the book
	width   int // columns of the header
	body    int // the header's last row
	height  int // rows of the header
	aside   func([]string) string
	held    bool
	remarks []table.Remark // by the last reading to the end
	record  []byte
}

func (r *reader) sheet() *xlsx.Sheet { return r.book.work.Sheets[r.at] }

func (r *reader) hold(ctx context.Context) error {
	if r.held {
		return nil
	}
	err := r.book.hold(ctx)
	r.held = err == nil
	return err
}

// Close lets go of the file. The rows that Rows gave stay.
func (r *reader) Close() error {
	if !r.held {
		return nil
	}
	r.held = false
	return r.book.release()
}

// Unchanged says whether the file is still the one that was opened.
func (r *reader) Unchanged() error {
	if r.book.work == nil {
		return nil // the rows are kept apart, and reading them anew compares the hash
	}
	return r.book.work.Unchanged()
}

// Reopen is for reading rows by their place, which takes no file.
func (r *reader) Reopen() error { return r.Unchanged() }

// Remarks gives those on the workbook, and those on the sheet once it has been
// read to its end.
func (r *reader) Remarks() []table.Remark {
	return append(slices.Clone(r.book.remarks), r.remarks...)
}

// Rows reads the sheet from the header to its end.
func (r *reader) Rows(ctx context.Context, yield func(table.Row) error) (err error) {
	if !r.held {
		if err := r.hold(ctx); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, r.Close()) }()
	}
	s := r.sheet()
	merges, err := s.Merges(ctx)
	if err != nil {
		return err
	}
	down := newDown(merges, r.body)
	if err := s.Rows(ctx, func(row *xlsx.Row) error {
		if row.Number <= r.body {
			return nil
		}
		read, err := r.row(row, down)
		if err != nil {
			return fmt.Errorf("%s: %w", r.book.Name, err)
		}
		return yield(read)
	}); err != nil {
		return err
	}
	if err := r.book.work.Unchanged(); err != nil {
		return err
	}
	r.book.read = true
	r.remarks = r.said(s.Remarks(), merges)
	return nil
}

// row turns a row of the sheet into one of the table and keeps it.
func (r *reader) row(from *xlsx.Row, down *down) (table.Row, error) {
	row := table.Row{Line: from.Number, Lines: 1}
	cells := texts(from, r.width)
	down.fill(from.Number, cells)
	if r.aside != nil {
		row.Aside = r.aside(cells)
	}
	if row.Aside == "" {
		row.Fault = r.fault(cells, from.Number)
	}
	if row.Fault != "" {
		row.Lost = 1
	}
	for _, cell := range cells {
		row.Replaced += strings.Count(cell, string(utf8.RuneError))
	}
	if row.Fault != "" || row.Aside != "" {
		row.Cells = cells[:r.width]
		return row, nil
	}
	var err error
	r.record = scratch.AppendRow(r.record[:0], cells[:r.width])
	if row.Cells, err = scratch.Row(r.record); err != nil {
		return row, err
	}
	row.Offset, row.Length, err = r.book.store.Append(r.record)
	return row, err
}

// fault says why a row is refused: something stands where no column has a name,
// or the row is longer than any row is.
func (r *reader) fault(cells []string, number int) string {
	size := 0
	for i, cell := range cells {
		size += len(cell)
		if i >= r.width && strings.TrimSpace(cell) != "" {
			return fmt.Sprintf("something stands in cell %s, to the right of the header's last column (%s): name its column in row %d, or clear the cell",
				xlsx.CellName(i+1, number), xlsx.ColumnName(r.width), r.body)
		}
	}
	if size > table.MaxRowBytes {
		return fmt.Sprintf("the row is longer than %d bytes", table.MaxRowBytes)
	}
	return ""
}

// texts gives a row's cells, at least width of them. A formula without a value
// must not pass for a blank.
func texts(row *xlsx.Row, width int) []string {
	cells := row.Strings(width)
	for i := range row.Cells {
		if c := &row.Cells[i]; c.Type == xlsx.Missing {
			cells[c.Column-1] = table.NoValue
		}
	}
	return cells
}

// RowAt reads again the row that Rows gave at this place.
func (r *reader) RowAt(offset int64, length int) ([]string, error) {
	record, err := r.book.store.ReadAt(offset, length)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.book.Name, err)
	}
	cells, err := scratch.Row(record)
	if err == nil && len(cells) != r.width {
		err = errors.New("no row of this sheet stands there")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.book.Name, err)
	}
	return cells, nil
}

// said words the reader's remarks for what is done here. That the sheet is
// hidden has been said with the workbook, and merged titles concern nobody.
func (r *reader) said(list []table.Remark, merges []xlsx.Range) []table.Remark {
	below := slices.ContainsFunc(merges, func(m xlsx.Range) bool { return m.LastRow > r.body-r.height })
	var said []table.Remark
	for _, remark := range list {
		switch remark.Kind {
		case xlsx.HiddenSheet:
			continue
		case xlsx.Merged:
			if !below {
				continue
			}
			remark.Text = "merged cells: a value merged over several rows was read for each of them, and one merged over several columns for the first alone"
		case xlsx.NoValue:
			remark.Text = "formulas whose result is not in the file could not be read: open the workbook in Excel, save it and read it again"
		}
		said = append(said, remark)
	}
	return said
}
