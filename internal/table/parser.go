package table

import "bytes"

// parser parts one row into cells. It is given bytes that begin with the row.
type parser struct {
	comma byte
	cells [][]byte
	from  []int // where each cell begins in the bytes, unless changed
	used  int   // bytes of the row, its line end included
	lines int   // line ends passed
	// opened is the number of line ends before the last quotation mark that
	// opened a cell.
	opened int
	// changed says that some cell is not a piece of the bytes that were given.
	changed bool
}

// state is how far a row could be read.
type state int

const (
	whole state = iota // a row, ended by a line end or the end of the file
	short              // the bytes ran out: more are needed
	open               // the file ran out inside quotation marks
	stray              // a quotation mark stands where none may
)

// strict reads a row by the rules of RFC 4180: a cell is quoted when it begins
// with a quotation mark, and the mark that closes it is followed by a delimiter
// or a line end. final says that no bytes follow b in the file.
func (p *parser) strict(b []byte, final bool) state {
	p.cells, p.from, p.used, p.lines, p.changed = p.cells[:0], p.from[:0], 0, 0, false
	i := 0
	if final && bytes.IndexByte(b, '"') < 0 {
		return p.unquoted(b)
	}
	for {
		var cell []byte
		if i < len(b) && b[i] == '"' {
			i++
			p.opened = p.lines
			from, doubled := i, false
			for {
				n := p.toQuote(b[i:])
				if n < 0 {
					if final {
						return open
					}
					return short
				}
				i += n
				if i+1 < len(b) && b[i+1] == '"' {
					doubled = true
					i += 2
					continue
				}
				if i+1 == len(b) && !final {
					return short
				}
				break
			}
			cell = b[from:i]
			p.from = append(p.from, from)
			if doubled {
				p.changed = true
				cell = bytes.ReplaceAll(cell, []byte(`""`), []byte(`"`))
			}
			i++
			if i < len(b) && b[i] != p.comma && b[i] != '\n' && b[i] != '\r' {
				return stray
			}
		} else {
			from := i
			for i < len(b) && b[i] != p.comma && b[i] != '\n' && b[i] != '\r' {
				if b[i] == '"' {
					return stray
				}
				i++
			}
			cell = b[from:i]
			p.from = append(p.from, from)
		}
		p.cells = append(p.cells, cell)
		if i == len(b) {
			if !final {
				return short
			}
			p.used = i
			return whole
		}
		if b[i] == p.comma {
			i++
			continue
		}
		n := lineEnd(b[i:], final)
		if n == 0 {
			return short
		}
		p.lines++
		p.used = i + n
		return whole
	}
}

// unquoted reads a row without a quotation mark in it, which most are: its line
// ends at the first line end, or with the file.
func (p *parser) unquoted(b []byte) state {
	line := b
	if at := endOfLine(b); at >= 0 {
		line, p.lines = b[:at], 1
		p.used = at + lineEnd(b[at:], true)
	} else {
		p.used = len(b)
	}
	for from := 0; ; {
		p.from = append(p.from, from)
		n := bytes.IndexByte(line[from:], p.comma)
		if n < 0 {
			p.cells = append(p.cells, line[from:])
			return whole
		}
		p.cells = append(p.cells, line[from:from+n])
		from += n + 1
	}
}

// toQuote finds the next quotation mark and counts the line ends before it.
func (p *parser) toQuote(b []byte) int {
	n := bytes.IndexByte(b, '"')
	if n >= 0 {
		p.lines += countLines(b[:n])
	}
	return n
}

// loose reads one physical line in which a quotation mark is out of place: a
// mark is closing only before a delimiter or the line's end, and any other is
// text. It fails when a quoted cell is not closed on the line, for then nobody
// can say where the row ends.
func (p *parser) loose(line []byte) bool {
	p.cells, p.used, p.changed = p.cells[:0], len(line), true
	b := bytes.TrimRight(line, "\r\n")
	if bytes.ContainsAny(b, "\r\n") {
		return false
	}
	for i := 0; ; i++ {
		var cell []byte
		if i < len(b) && b[i] == '"' {
			n := p.closing(b[i+1:])
			if n < 0 {
				return false
			}
			cell = bytes.ReplaceAll(b[i+1:i+1+n], []byte(`""`), []byte(`"`))
			i += n + 2
		} else {
			n := bytes.IndexByte(b[i:], p.comma)
			if n < 0 {
				n = len(b) - i
			}
			cell = b[i : i+n]
			i += n
		}
		p.cells = append(p.cells, cell)
		if i >= len(b) {
			return true
		}
	}
}

// closing finds the mark that closes a quoted cell: the first that a delimiter
// or the end of the line follows and that is not half of a doubled one.
func (p *parser) closing(b []byte) int {
	for i := 0; i < len(b); i++ {
		if b[i] != '"' {
			continue
		}
		if i+1 == len(b) || b[i+1] == p.comma {
			return i
		}
		if b[i+1] == '"' {
			i++
		}
	}
	return -1
}

// lineEnd is the length of the line end that b begins with: \n, \r\n or \r. It
// is 0 when more bytes are needed to tell.
func lineEnd(b []byte, final bool) int {
	if b[0] == '\n' {
		return 1
	}
	if len(b) > 1 && b[1] == '\n' {
		return 2
	}
	if len(b) == 1 && !final {
		return 0
	}
	return 1
}

// countLines counts line ends: \n, \r\n or \r.
func countLines(b []byte) int {
	return bytes.Count(b, []byte{'\n'}) + bytes.Count(b, []byte{'\r'}) - bytes.Count(b, []byte("\r\n"))
}
