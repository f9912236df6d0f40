package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/caseaudit/caseaudit/internal/progress"
)

// sheetReader reads the part of one sheet.
type sheetReader struct {
	x         *scanner
	sheet     *Sheet
	limits    limits
	texts     []string
	formats   []format
	epoch1904 bool
	yield     func(*Row) error
	yielded   error // yield's own
	seen      *seen
	stage     progress.Stage

	row    Row
	number int    // of the row being read
	column int    // of the cell being read
	buf    []byte // the row's texts, save shared strings
	spans  []span // of each cell, in buf
	value  []byte // of the cell being read
	cells  int
	bytes  int64
}

// span is where a cell's raw and read texts stand in the row's buffer; from is
// -1 when they stand elsewhere.
type span struct{ from, to, textFrom, textTo int }

func (r *sheetReader) worksheet() error {
	x := r.x
	if kind, err := x.next(); err != nil || kind != tokenStart || !x.is("worksheet") {
		return orFault(err, x, "the part holds no worksheet")
	}
	found := false
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == tokenEOF:
			if !found {
				return x.fault("the part holds no rows element")
			}
			return nil
		case kind == tokenText && !x.white():
			return x.fault("text between the parts of a sheet")
		case kind != tokenStart:
			continue
		case x.is("sheetData"):
			if found {
				return x.fault("the part holds two rows elements")
			}
			found = true
			err = r.sheetData()
		default:
			err = r.aside()
		}
		if err != nil {
			return err
		}
	}
}

// aside reads an element of the sheet that holds no rows.
func (r *sheetReader) aside() error {
	x := r.x
	var visit func() error
	switch {
	case x.is("sheetPr") && x.yes("filterMode"):
		r.seen.filters.add("", 1)
	case x.is("cols"):
		visit = r.columns
	case x.is("autoFilter"):
		ref, _ := x.attr("ref")
		place, on := string(ref), false
		visit = func() error {
			if x.is("filterColumn") && !on {
				on = true
				r.seen.filters = places{}
				r.seen.filters.add(place, 1)
			}
			return nil
		}
	case x.is("mergeCells"):
		visit = r.merge
	}
	for depth := 1; depth > 0; {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == tokenEnd:
			depth--
		case kind == tokenStart:
			depth++
			if visit != nil {
				if err := visit(); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (r *sheetReader) columns() error {
	x := r.x
	if !x.is("col") || !x.yes("hidden") {
		return nil
	}
	from, _ := x.attr("min")
	to, _ := x.attr("max")
	first, last := parseNumber(from, lastColumn), parseNumber(to, lastColumn)
	switch {
	case first == 0 || last < first:
		return x.fault("hidden columns that are none of the sheet's")
	case first == last:
		r.seen.hiddenColumns.add("column "+ColumnName(first), 1)
	default:
		r.seen.hiddenColumns.add("columns "+ColumnName(first)+" to "+ColumnName(last), last-first+1)
	}
	return nil
}

func (r *sheetReader) merge() error {
	x := r.x
	if !x.is("mergeCell") {
		return nil
	}
	ref, _ := x.attr("ref")
	cells, ok := parseRange(string(ref))
	if !ok {
		return x.fault("merged cells that are none of the sheet's")
	}
	if r.seen.mergedCount++; r.seen.mergedCount <= mergedKept {
		r.seen.merged = append(r.seen.merged, cells)
	}
	return nil
}

// sheetData reads the rows, which must rise.
func (r *sheetReader) sheetData() error {
	x := r.x
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == tokenEnd:
			return nil
		case kind == tokenText && !x.white():
			return x.fault("text between rows")
		case kind != tokenStart:
			continue
		case !x.is("row"):
			return x.fault("an element that is no row stands between rows")
		}
		if err := r.readRow(); err != nil {
			return err
		}
	}
}

func (r *sheetReader) readRow() error {
	x := r.x
	number := r.number + 1
	if value, ok := x.attr("r"); ok {
		last := number
		if number = parseNumber(value, lastRow); number == 0 {
			return x.fault("the row after this has a number that no row has")
		} else if number < last {
			return x.fault("the row after this has the same number or a lower one")
		}
	}
	if number > lastRow {
		return x.fault("a row below the last that a sheet has")
	}
	r.number, r.column = number, 0
	r.row.Number, r.row.Hidden = number, x.yes("hidden")
	r.row.Cells, r.spans, r.buf = r.row.Cells[:0], r.spans[:0], r.buf[:0]
	if r.row.Hidden {
		r.seen.hiddenRows.add(number)
	}
	for {
		kind, err := x.next()
		switch {
		case err != nil:
			return err
		case kind == tokenEnd:
			return r.endRow()
		case kind == tokenText && !x.white():
			return x.fault("text between cells")
		case kind != tokenStart:
			continue
		case x.is("c"):
			err = r.readCell()
		case x.is("extLst"):
			err = x.skip()
		default:
			err = x.fault("an element that is no cell stands between cells")
		}
		if err != nil {
			return err
		}
	}
}

// endRow gives the cells their texts, which stand in one piece of memory, and
// yields the row unless it is blank.
func (r *sheetReader) endRow() error {
	all := string(r.buf)
	blank := true
	for i := range r.row.Cells {
		c := &r.row.Cells[i]
		if at := r.spans[i]; at.from >= 0 {
			c.Raw = all[at.from:at.to]
			c.Text = c.Raw
			if at.textFrom >= 0 {
				c.Text = all[at.textFrom:at.textTo]
			}
		}
		blank = blank && c.Type != Missing && strings.TrimSpace(c.Text) == ""
	}
	if blank {
		return nil
	}
	if r.number%progress.Every == 0 {
		r.stage.At(r.x.base)
	}
	r.yielded = r.yield(&r.row)
	return r.yielded
}

// cellFault names the cell, and never what stands in it.
func (r *sheetReader) cellFault(format string, args ...any) error {
	return r.x.fault("cell %s: %s", CellName(r.column, r.number), fmt.Sprintf(format, args...))
}

// bounded counts a cell that holds something.
func (r *sheetReader) bounded(size int) error {
	r.cells++
	r.bytes += int64(size)
	switch {
	case r.column > r.limits.columns:
		return fmt.Errorf("cell %s: something stands beyond column %s, the last that is read: delete what is not part of the export", CellName(r.column, r.number), ColumnName(r.limits.columns))
	case r.cells > r.limits.cells:
		return fmt.Errorf("the sheet has more than %d cells: split the export", r.limits.cells)
	case r.bytes > r.limits.text:
		return fmt.Errorf("the sheet's cells hold more than %d bytes of text: split the export", r.limits.text)
	}
	return nil
}

// style gives the format of the cell begun last.
func (r *sheetReader) style() (format, error) {
	value, ok := r.x.attr("s")
	if !ok || len(value) == 1 && value[0] == '0' && len(r.formats) == 0 {
		if len(r.formats) > 0 {
			return r.formats[0], nil
		}
		return format{}, nil
	}
	n, err := strconv.ParseUint(string(value), 10, 31)
	if err != nil || int(n) >= len(r.formats) {
		return format{}, r.cellFault("it has a style that the workbook does not have")
	}
	return r.formats[n], nil
}
