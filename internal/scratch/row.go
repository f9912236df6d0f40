package scratch

import (
	"encoding/binary"
	"errors"
)

var errRow = errors.New("scratch: the record is no row")

// AppendRow appends a row's cells to dst: their number, then each cell that is
// not empty after the number of empty ones before it. Rows of workbooks are
// mostly empty.
func AppendRow(dst []byte, cells []string) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(cells)))
	empty := uint64(0)
	for _, cell := range cells {
		if cell == "" {
			empty++
			continue
		}
		dst = binary.AppendUvarint(dst, empty)
		dst = binary.AppendUvarint(dst, uint64(len(cell)))
		dst = append(dst, cell...)
		empty = 0
	}
	return dst
}

// maxCells is more than any table has columns.
const maxCells = 1 << 16

// Row gives the cells of a row that AppendRow wrote.
func Row(record []byte) ([]string, error) {
	n, used := binary.Uvarint(record)
	if used <= 0 || n > maxCells {
		return nil, errRow
	}
	text := string(record) // the cells stand in one piece of memory
	cells := make([]string, n)
	at := uint64(0)
	for used < len(record) {
		empty, a := binary.Uvarint(record[used:])
		if a <= 0 || empty > n {
			return nil, errRow
		}
		length, b := binary.Uvarint(record[used+a:])
		used += a + b
		if b <= 0 || length == 0 || length > uint64(len(record)-used) {
			return nil, errRow
		}
		if at += empty; at >= n {
			return nil, errRow
		}
		cells[at] = text[used : used+int(length)]
		used += int(length)
		at++
	}
	return cells, nil
}
