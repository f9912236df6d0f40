package xlsx

import (
	"strconv"
	"strings"
)

// ColumnName gives a column's letters: 1 is A, 27 is AA.
func ColumnName(column int) string {
	if column < 1 {
		return strconv.Itoa(column)
	}
	var b [8]byte
	i := len(b)
	for ; column > 0 && i > 0; column = (column - 1) / 26 {
		i--
		b[i] = byte('A' + (column-1)%26)
	}
	return string(b[i:])
}

// CellName gives a cell's name, such as C214.
func CellName(column, row int) string { return ColumnName(column) + strconv.Itoa(row) }

// parseCell reads a cell's name; column and row are 0 when it is none.
func parseCell(name []byte) (column, row int) {
	i := 0
	for i < len(name) && i < 4 && name[i] >= 'A' && name[i] <= 'Z' {
		column = column*26 + int(name[i]-'A') + 1
		i++
	}
	row = parseNumber(name[i:], lastRow)
	if i == 0 || column > lastColumn || row == 0 {
		return 0, 0
	}
	return column, row
}

// parseNumber reads a whole number from 1 to most; 0 when it is none.
func parseNumber(b []byte, most int) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0
		}
		if n = n*10 + int(c-'0'); n > most {
			return 0
		}
	}
	return n
}

// Range is a rectangle of cells, its corners included.
type Range struct{ FirstColumn, FirstRow, LastColumn, LastRow int }

// String gives the range as Excel writes it: B2:D2.
func (r Range) String() string {
	first, last := CellName(r.FirstColumn, r.FirstRow), CellName(r.LastColumn, r.LastRow)
	if first == last {
		return first
	}
	return first + ":" + last
}

// parseRange reads a range; ok is false when it is none.
func parseRange(text string) (r Range, ok bool) {
	first, last, two := strings.Cut(strings.ReplaceAll(text, "$", ""), ":")
	if !two {
		last = first
	}
	r.FirstColumn, r.FirstRow = parseCell([]byte(first))
	r.LastColumn, r.LastRow = parseCell([]byte(last))
	return r, r.FirstRow > 0 && r.LastRow >= r.FirstRow && r.LastColumn >= r.FirstColumn
}
