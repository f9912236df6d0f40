package database

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/table"
)

// reader gives the rows of a table that was read. There is nothing to open again
// and nothing that could change.
type reader struct {
	kept  *kept
	table *table.Table
	aside func([]string) string
}

// Rows gives the rows in their order; a row's line is its number in it. Rows of
// nothing but blanks are counted and skipped.
func (r *reader) Rows(ctx context.Context, yield func(table.Row) error) error {
	number := 0
	return r.kept.rows.each(func(offset int64, length int) error {
		if number++; number%256 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		cells, fault, err := r.cells(offset, length)
		if err != nil {
			return err
		}
		row := table.Row{Line: number, Lines: 1, Offset: offset, Length: length, Cells: cells, Fault: fault}
		blank := true
		for _, cell := range cells {
			blank = blank && strings.TrimSpace(cell) == ""
			row.Replaced += strings.Count(cell, string(utf8.RuneError))
		}
		switch {
		case fault != "":
			row.Lost = 1
		case blank:
			return nil
		case r.aside != nil:
			row.Aside = r.aside(cells)
		}
		return yield(row)
	})
}

// RowAt gives the row that stands at this place.
func (r *reader) RowAt(offset int64, length int) ([]string, error) {
	cells, _, err := r.cells(offset, length)
	return cells, err
}

func (r *reader) cells(offset int64, length int) (cells []string, fault string, err error) {
	cells, fault, err = r.kept.rows.at(offset, length)
	if err == nil && len(cells) != len(r.kept.header) {
		err = errRecord
	}
	if err != nil {
		return nil, "", fmt.Errorf("%s: a row that was set aside cannot be read again: %w", r.table.Called(), err)
	}
	for i, cut := range r.kept.cut {
		if cut && midnight(cells[i]) {
			cells[i] = cells[i][:len("2006-01-02")]
		}
	}
	return cells, fault, nil
}

// Reopen does nothing.
func (r *reader) Reopen() error { return nil }

// Unchanged is always so.
func (r *reader) Unchanged() error { return nil }

// Close does nothing: the rows stay for Reopen.
func (r *reader) Close() error { return nil }

// Remarks says which columns are not read, and how the database was read.
func (r *reader) Remarks() []table.Remark { return r.kept.remarks }
