package sheet

import (
	"cmp"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/table/xlsx"
)

// down carries values that are merged over several rows to the rows below.
type down struct {
	waiting []xlsx.Range // by their first row, those not yet come to
	open    []carried
}

// carried is a value on its way down its column.
type carried struct {
	column, last int
	text         string
}

// newDown takes the merged ranges of a sheet whose header ends with row body. A
// heading is no value of the rows below it.
func newDown(merges []xlsx.Range, body int) *down {
	d := &down{}
	for _, m := range merges {
		if m.FirstRow > body && m.LastRow > m.FirstRow {
			d.waiting = append(d.waiting, m)
		}
	}
	slices.SortStableFunc(d.waiting, func(a, b xlsx.Range) int { return cmp.Compare(a.FirstRow, b.FirstRow) })
	return d
}

// fill puts into a row's blank cells what comes down to them, and takes up what
// begins in it. Rows come in rising order.
func (d *down) fill(row int, cells []string) {
	if len(d.waiting) == 0 && len(d.open) == 0 {
		return
	}
	d.open = slices.DeleteFunc(d.open, func(c carried) bool { return c.last < row })
	for _, c := range d.open {
		if c.column <= len(cells) && strings.TrimSpace(cells[c.column-1]) == "" {
			cells[c.column-1] = c.text
		}
	}
	for len(d.waiting) > 0 && d.waiting[0].FirstRow <= row {
		m := d.waiting[0]
		d.waiting = d.waiting[1:]
		if m.FirstRow < row || m.FirstColumn > len(cells) {
			continue // a blank row has nothing to carry
		}
		if text := cells[m.FirstColumn-1]; strings.TrimSpace(text) != "" {
			d.open = append(d.open, carried{m.FirstColumn, m.LastRow, text})
		}
	}
}
