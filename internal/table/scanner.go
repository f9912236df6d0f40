package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/caseaudit/caseaudit/internal/table/handle"
)

// chunk is how many bytes are read at a time.
const chunk = 256 << 10

// scanner goes through a file row by row. Its window, buf, holds the bytes from
// base on; a row that fails can therefore be taken back to its first line.
type scanner struct {
	file *File
	buf  []byte
	base int64 // of buf[0]
	next int64 // where the next row begins
	line int   // the line it begins on
	p    parser
}

var errLong = errors.New("longer than a row may be")

// window gives the bytes from next on, at least n of them unless the file ends.
func (s *scanner) window(n int) (b []byte, final bool, err error) {
	if skip := s.next - s.base; skip > 0 && (skip >= int64(len(s.buf)) || len(s.buf)-int(skip) < n) {
		kept := copy(s.buf, s.buf[min(skip, int64(len(s.buf))):])
		s.buf, s.base = s.buf[:kept], s.next
	}
	for int64(len(s.buf))-(s.next-s.base) < int64(n) {
		at := s.base + int64(len(s.buf))
		if at >= s.file.length {
			break
		}
		size := int(min(max(chunk, int64(n)), s.file.length-at))
		old := len(s.buf)
		s.buf = append(s.buf, make([]byte, size)...)
		got, err := s.file.content.ReadAt(s.buf[old:], at)
		s.buf = s.buf[:old+got]
		if err != nil && (!errors.Is(err, io.EOF) || got < size) {
			return nil, false, fmt.Errorf("byte %d: %w", at+int64(got), handle.Reason(err))
		}
	}
	return s.buf[s.next-s.base:], s.base+int64(len(s.buf)) >= s.file.length, nil
}

// physical gives the line that begins at next, its end included; ok is false
// at the end of the file, and the error is errLong when no line end is in sight.
func (s *scanner) physical() (line []byte, ok bool, err error) {
	for n := 4 << 10; ; n *= 2 {
		b, final, err := s.window(n)
		if err != nil || len(b) == 0 {
			return nil, false, err
		}
		if at := endOfLine(b); at >= 0 {
			if end := lineEnd(b[at:], final); end > 0 {
				if at+end > MaxRowBytes {
					return b[:at+end], true, errLong
				}
				return b[:at+end], true, nil
			}
		} else if final {
			if len(b) > MaxRowBytes {
				return b, true, errLong
			}
			return b, true, nil
		}
		if len(b) > MaxRowBytes {
			return b, true, errLong
		}
	}
}

// endOfLine finds the first \n or \r; -1 when there is none. It looks for each in
// pieces that grow, because one of the two may stand in no line of the file.
func endOfLine(b []byte) int {
	for from, size := 0, 256; from < len(b); from, size = from+size, 2*size {
		piece := b[from:min(from+size, len(b))]
		n := bytes.IndexByte(piece, '\n')
		if n >= 0 {
			piece = piece[:n]
		}
		if r := bytes.IndexByte(piece, '\r'); r >= 0 {
			n = r
		}
		if n >= 0 {
			return from + n
		}
	}
	return -1
}

func (s *scanner) advance(bytes, lines int) {
	s.next += int64(bytes)
	s.line += lines
}

// row reads the next row; ok is false at the end of the file.
func (s *scanner) row() (row Row, ok bool, err error) {
	for {
		line, ok, err := s.physical()
		if errors.Is(err, errLong) {
			return s.tooLong()
		}
		if err != nil || !ok {
			return Row{}, false, err
		}
		if !white(line) {
			return s.logical(line)
		}
		s.advance(len(line), 1)
	}
}

// logical reads the row that begins with this line: strictly; if need be over
// several lines; and where a quotation mark is out of place, loosely.
func (s *scanner) logical(line []byte) (Row, bool, error) {
	row := Row{Line: s.line, Lines: 1, Offset: s.next, Length: len(line)}
	s.p.comma = s.file.comma
	found := s.p.strict(line, true)
	if found == open {
		for n := 2 * len(line); ; n *= 2 {
			b, final, err := s.window(min(n, MaxRowBytes+1))
			if err != nil {
				return Row{}, false, err
			}
			line = b[:row.Length]
			if found = s.p.strict(b, final); found != short {
				if found == whole && s.p.used > MaxRowBytes {
					found = open
				}
				if found == whole {
					row.Length, row.Lines = s.p.used, max(1, countLines(bytes.TrimRight(b[:s.p.used], "\r\n"))+1)
					row.RowLike = s.rowLike(b[:s.p.used])
					line = b[:s.p.used]
				}
				break
			}
			if len(b) > MaxRowBytes {
				found = open
				break
			}
		}
	}
	switch found {
	case open:
		return s.unclosed(row)
	case stray:
		row.Loose = true
		if !s.p.loose(line) {
			row.Loose = false
			s.refuse(&row, line, "a quotation mark is out of place, so that nobody can say where a cell ends: double the quotation marks inside cells")
			return row, true, nil
		}
	}
	if bytes.IndexByte(line, 0) >= 0 {
		row.Loose = false
		s.refuse(&row, line, "the row holds a NUL byte, which no text has: export the file again")
		return row, true, nil
	}
	row.Cells, row.Replaced = s.file.cells(&s.p, line)
	lines := s.p.lines
	if found != whole {
		lines = countLines(line)
	}
	s.advance(row.Length, lines)
	return row, true, nil
}

// refuse gives up the bytes of a row and goes on after them. The cells before
// the first quotation mark are kept, so that a caller may see whose row it was.
func (s *scanner) refuse(row *Row, line []byte, why string) {
	row.Fault, row.Lost = why, 1
	sound := line
	if at := bytes.IndexAny(line, "\"\x00\r\n"); at >= 0 {
		sound = line[:at]
	}
	if parts := bytes.Split(sound, []byte{s.file.comma}); len(parts) > 1 {
		for _, part := range parts[:len(parts)-1] {
			text, _ := s.file.decode(part)
			row.Cells = append(row.Cells, text)
		}
	}
	s.advance(len(line), countLines(line))
}

// unclosed refuses everything from a quotation mark that is never closed: what
// follows may be rows or may be text, and nobody can say which.
func (s *scanner) unclosed(row Row) (Row, bool, error) {
	at := row.Line + s.p.opened
	for {
		line, ok, err := s.physical()
		if err != nil && !errors.Is(err, errLong) {
			return Row{}, false, err
		}
		if !ok {
			break
		}
		if err != nil {
			if _, _, err := s.tooLong(); err != nil {
				return Row{}, false, err
			}
			row.Lost++
			continue
		}
		if !white(line) {
			row.Lost++
		}
		s.advance(len(line), 1)
	}
	row.Length = int(min(s.next-row.Offset, MaxRowBytes))
	row.Fault = fmt.Sprintf("the quotation mark opened on line %d is not closed before the end of the file, or within %d bytes: no line from %d on was read; close it and export again", at, MaxRowBytes, row.Line)
	return row, true, nil
}

// tooLong refuses a line longer than a row may be.
func (s *scanner) tooLong() (Row, bool, error) {
	row := Row{Line: s.line, Lines: 1, Offset: s.next, Lost: 1,
		Fault: fmt.Sprintf("the line is longer than %d bytes: check the export's line ends", MaxRowBytes)}
	for {
		b, final, err := s.window(chunk)
		if err != nil {
			return Row{}, false, err
		}
		at := bytes.IndexAny(b, "\r\n")
		if at < 0 {
			s.next += int64(len(b))
			if final {
				return row, true, nil
			}
			continue
		}
		end := lineEnd(b[at:], final)
		if end == 0 {
			s.next += int64(at)
			continue
		}
		s.advance(at+end, 1)
		return row, true, nil
	}
}

// rowLike reports whether a line after a row's first has delimiters enough to
// be a row of its own.
func (s *scanner) rowLike(b []byte) bool {
	want := s.file.width - 1
	if want < 1 {
		return false
	}
	lines := bytes.FieldsFunc(b, func(r rune) bool { return r == '\r' || r == '\n' })
	for _, line := range lines[1:] {
		if bytes.Count(line, []byte{s.file.comma}) >= want {
			return true
		}
	}
	return false
}
