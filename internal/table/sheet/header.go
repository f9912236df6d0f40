package sheet

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/caseaudit/caseaudit/internal/table"
	"github.com/caseaudit/caseaudit/internal/table/xlsx"
)

// heading is a row at the top of a sheet, copied.
type heading struct {
	number int
	cells  []string // blank ones at the end cut
	odd    string   // a cell that holds an error or a formula without value
}

// errFound stops the reading of a sheet whose header has been found.
var errFound = errors.New("found")

// header finds the header of a sheet and gives the columns' names and its last
// row.
func header(ctx context.Context, s *xlsx.Sheet, l table.Layout) (names []string, row int, err error) {
	rows, row, err := top(ctx, s, l)
	if err != nil {
		return nil, 0, err
	}
	height := max(l.HeaderRows, 1)
	if height > 1 || gaps(rows) {
		merges, err := s.Merges(ctx)
		if err != nil {
			return nil, 0, err
		}
		rows = spread(rows, merges, row-height+1, row)
	}
	var header [][]string
	for _, h := range rows {
		if h.number <= row-height || h.number > row {
			continue
		}
		if h.odd != "" {
			return nil, 0, &table.HeaderError{Err: fmt.Errorf("cell %s of the header holds an error, or a formula without a value: write the column's name there", h.odd)}
		}
		header = append(header, h.cells)
	}
	names, err = l.Names(table.JoinHeader(header), func(at int) string { return xlsx.ColumnName(at + 1) })
	if err != nil {
		return nil, 0, fmt.Errorf("row %d: %w", row, err)
	}
	return names, row, nil
}

// top reads rows until it has the header, and gives them and the header's last.
// Of the rows above the header no more are kept than could belong to it.
func top(ctx context.Context, s *xlsx.Sheet, l table.Layout) (rows []heading, row int, err error) {
	if err := l.Valid(); err != nil {
		return nil, 0, err
	}
	looked, last := 0, l.HeaderRow
	err = s.Rows(ctx, func(r *xlsx.Row) error {
		h := newHeading(r)
		if last > 0 && r.Number > last {
			return errFound
		}
		if rows = append(rows, h); len(rows) > table.MaxTitleRows {
			rows = rows[1:]
		}
		switch looked++; {
		case last > 0:
		case l.IsHeader == nil:
			last = r.Number + max(l.HeaderRows, 1) - 1
		case l.IsHeader(h.cells):
			last = r.Number
		case looked >= table.MaxTitleRows:
			return table.ErrNoHeader
		}
		if r.Number == last {
			return errFound
		}
		return nil
	})
	switch {
	case err != nil && !errors.Is(err, errFound):
		return nil, 0, err
	case len(rows) == 0:
		return nil, 0, &table.HeaderError{Err: errors.New("nothing stands in it, and its header should")}
	case last == 0:
		return nil, 0, table.ErrNoHeader
	case rows[len(rows)-1].number != last:
		return nil, 0, &table.HeaderError{Err: fmt.Errorf("row %d was to be the header, and nothing stands in it", last)}
	}
	return rows, last, nil
}

func newHeading(r *xlsx.Row) heading {
	h := heading{number: r.Number, cells: texts(r, 0)}
	for len(h.cells) > 0 && strings.TrimSpace(h.cells[len(h.cells)-1]) == "" {
		h.cells = h.cells[:len(h.cells)-1]
	}
	for i := range r.Cells {
		if c := &r.Cells[i]; h.odd == "" && (c.Type == xlsx.Error || c.Type == xlsx.Missing) {
			h.odd = xlsx.CellName(c.Column, r.Number)
		}
	}
	return h
}

// gaps reports whether a blank stands between the names of a header of one row:
// one that is merged, perhaps.
func gaps(rows []heading) bool {
	for _, cell := range rows[len(rows)-1].cells {
		if strings.TrimSpace(cell) == "" {
			return true
		}
	}
	return false
}

// spread puts merged headings over each of their columns, once in each, and adds
// those that begin above the header and reach into it.
func spread(rows []heading, merges []xlsx.Range, first, last int) []heading {
	at := map[int]int{}
	for i, h := range rows {
		at[h.number] = i
	}
	for _, m := range merges {
		from, ok := at[m.FirstRow]
		if !ok || m.LastRow < first || m.FirstRow > last || m.FirstColumn > len(rows[from].cells) {
			continue
		}
		text := rows[from].cells[m.FirstColumn-1]
		into, ok := at[max(m.FirstRow, first)]
		if !ok || strings.TrimSpace(text) == "" || m.LastColumn > table.MaxColumns {
			continue
		}
		h := &rows[into]
		for len(h.cells) < m.LastColumn {
			h.cells = append(h.cells, "")
		}
		for c := m.FirstColumn; c <= m.LastColumn; c++ {
			if strings.TrimSpace(h.cells[c-1]) == "" {
				h.cells[c-1] = text
			}
		}
	}
	return rows
}
