package database

import (
	"encoding/binary"
	"errors"
	"slices"

	"github.com/caseaudit/caseaudit/internal/scratch"
)

// rows is a table's rows in a store, and where each stands. The places are kept
// in the store too, a page of them at a time, so that memory does not grow with
// the rows.
type rows struct {
	store *scratch.Store
	pages []place
	page  []byte // places that are not in the store yet
	held  int    // how many
}

type place struct {
	offset int64
	length int
}

// pageRows is how many places stand in a page.
const pageRows = 4096

var errRecord = errors.New("the record is none")

// appendRecord encodes a row: its cells, after them the fault when there is one.
func appendRecord(dst []byte, cells []string, fault string) []byte {
	if fault == "" {
		return scratch.AppendRow(append(dst, 0), cells)
	}
	return scratch.AppendRow(append(dst, 1), append(slices.Clone(cells), fault))
}

func (r *rows) append(record []byte) error {
	offset, length, err := r.store.Append(record)
	if err != nil {
		return err
	}
	r.page = binary.AppendUvarint(binary.AppendUvarint(r.page, uint64(offset)), uint64(length))
	if r.held++; r.held == pageRows {
		return r.end()
	}
	return nil
}

// end puts the last places into the store.
func (r *rows) end() error {
	if r.held == 0 {
		return nil
	}
	offset, length, err := r.store.Append(r.page)
	if err != nil {
		return err
	}
	r.pages = append(r.pages, place{offset, length})
	r.page, r.held = r.page[:0], 0
	return nil
}

// each calls yield with the place of every row in order.
func (r *rows) each(yield func(offset int64, length int) error) error {
	for _, p := range r.pages {
		page, err := r.store.ReadAt(p.offset, p.length)
		if err != nil {
			return err
		}
		for len(page) > 0 {
			offset, n := binary.Uvarint(page)
			length, m := binary.Uvarint(page[max(n, 0):])
			if n <= 0 || m <= 0 {
				return errRecord
			}
			page = page[n+m:]
			if err := yield(int64(offset), int(length)); err != nil {
				return err
			}
		}
	}
	return nil
}

// at gives the row at a place.
func (r *rows) at(offset int64, length int) (cells []string, fault string, err error) {
	record, err := r.store.ReadAt(offset, length)
	if err != nil {
		return nil, "", err
	}
	if len(record) == 0 {
		return nil, "", errRecord
	}
	if cells, err = scratch.Row(record[1:]); err != nil || record[0] == 0 {
		return cells, "", err
	}
	if len(cells) == 0 {
		return nil, "", errRecord
	}
	return cells[:len(cells)-1], cells[len(cells)-1], nil
}
