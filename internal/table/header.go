package table

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

var errNoHeader = &HeaderError{errors.New("it has no header row: the first line must name the columns")}

// delimiters in the order in which a tie is settled.
var delimiters = []struct {
	mark byte
	name string
}{{',', ","}, {';', ";"}, {'\t', "tab"}, {'|', "|"}}

// readHeader finds the header, takes the delimiter that stands in it most often
// outside quotes, and checks the names.
func (f *File) readHeader() error {
	if err := f.layout.Valid(); err != nil {
		return err
	}
	last := f.layout.HeaderRow
	var err error
	switch {
	case last > 0:
	case f.layout.IsHeader != nil:
		last, err = f.search()
	default:
		last, err = f.firstLine()
		last += max(f.layout.HeaderRows, 1) - 1
	}
	if err != nil {
		return err
	}
	return f.readHeaderAt(last)
}

// from begins a scan at a line.
func (f *File) from(at int64, line int) *scanner {
	return &scanner{file: f, base: at, next: at, line: line}
}

// firstLine gives the number of the first line that is not blank.
func (f *File) firstLine() (int, error) {
	s := f.from(f.start, 1)
	for {
		line, ok, err := s.physical()
		if err != nil {
			return 0, err
		}
		if !ok {
			return 0, errNoHeader
		}
		if !white(line) {
			return s.line, nil
		}
		s.advance(len(line), 1)
	}
}

// search gives the line of the first row that the layout takes for the header.
// What stands above need not be rows of a table, so that a line that cannot be
// read as one is passed over by itself.
func (f *File) search() (int, error) {
	s := f.from(f.start, 1)
	for looked := 0; looked < MaxTitleRows; {
		line, ok, err := s.physical()
		if err != nil {
			return 0, err
		}
		if !ok {
			break
		}
		at, number, length := s.next, s.line, len(line)
		if white(line) {
			s.advance(length, 1)
			continue
		}
		f.comma, _ = sniff(line)
		row, ok, err := s.row()
		if err != nil {
			return 0, err
		}
		if !ok || row.Fault != "" || row.Loose {
			looked++
			s = f.from(at+int64(length), number+1)
			continue
		}
		if cells := cut(row.Cells); len(cells) > 0 {
			looked++
			if f.layout.IsHeader(cells) {
				return row.Line, nil
			}
		}
	}
	return 0, ErrNoHeader
}

// readHeaderAt reads the header whose last row begins on a line. Its upper rows
// are the lines above.
func (f *File) readHeaderAt(last int) error {
	height := max(f.layout.HeaderRows, 1)
	s := f.from(f.start, 1)
	for s.line <= last-height {
		line, ok, err := s.physical()
		if err != nil {
			return fmt.Errorf("line %d: %w", s.line, err)
		}
		if !ok {
			return headerError("the file ends before line %d, which was to be the header", last)
		}
		s.advance(len(line), 1)
	}
	lines, err := f.lines(s.next, s.line, height)
	if err != nil {
		return err
	}
	f.comma, f.Delimiter = sniff(lines...)
	f.HeaderLine = last
	rows := make([][]string, 0, height)
	for _, line := range lines {
		if white(line) {
			s.advance(len(line), 1)
			rows = append(rows, nil)
			continue
		}
		row, ok, err := s.row()
		if err != nil {
			return err
		}
		if !ok || row.Fault != "" || row.Loose {
			why := row.Fault
			if why == "" {
				why = "a quotation mark in it is out of place"
			}
			return fmt.Errorf("line %d: the header row cannot be read: %s", row.Line, why)
		}
		if rows = append(rows, row.Cells); len(rows) < height && row.Lines > 1 {
			return headerError("line %d: a heading above the header's last row runs over several lines: write it in one", row.Line)
		}
	}
	if f.width = len(rows[height-1]); f.width == 0 {
		return headerError("line %d was to be the header, and nothing stands in it", last)
	}
	f.body, f.bodyLine = s.next, s.line
	return f.nameColumns(JoinHeader(overBlanks(rows)))
}

// lines gives copies of so many lines.
func (f *File) lines(at int64, number, n int) ([][]byte, error) {
	s := f.from(at, number)
	var lines [][]byte
	for range n {
		line, ok, err := s.physical()
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", s.line, err)
		}
		if !ok {
			return nil, headerError("the file ends before line %d, which was to be the header", number+n-1)
		}
		lines = append(lines, bytes.Clone(line))
		s.advance(len(line), 1)
	}
	return lines, nil
}

// overBlanks puts a heading in an upper row of a header over the blank ones to
// its right, as far as there are names below.
func overBlanks(rows [][]string) [][]string {
	for i, row := range rows[:len(rows)-1] {
		wide := make([]string, 0, len(row))
		heading := ""
		for at := range max(len(row), len(rows[len(rows)-1])) {
			if at < len(row) && trim(row[at]) != "" {
				heading = row[at]
				wide = append(wide, heading)
				continue
			}
			cell := heading
			if !slices.ContainsFunc(rows[i+1:], func(below []string) bool { return at < len(below) && trim(below[at]) != "" }) {
				cell = ""
			}
			wide = append(wide, cell)
		}
		rows[i] = wide
	}
	return rows
}

// cut leaves blank cells at a row's end out.
func cut(cells []string) []string {
	for len(cells) > 0 && trim(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

func sniff(lines ...[]byte) (mark byte, name string) {
	best, most := delimiters[0], 0
	for _, d := range delimiters {
		n := 0
		for _, line := range lines {
			n += outsideQuotes(line, d.mark)
		}
		if n > most {
			best, most = d, n
		}
	}
	return best.mark, best.name
}

func outsideQuotes(line []byte, mark byte) int {
	n, quoted := 0, false
	for _, b := range line {
		switch {
		case b == '"':
			quoted = !quoted
		case b == mark && !quoted:
			n++
		}
	}
	return n
}

func (f *File) nameColumns(cells []string) error {
	header, err := f.layout.Names(cells, func(at int) string { return strconv.Itoa(at + 1) })
	if err != nil {
		return fmt.Errorf("line %d: %w", f.HeaderLine, err)
	}
	f.Header, f.width = header, max(f.width, len(header))
	return nil
}

func white(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }
