package table

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

var errNoHeader = errors.New("it has no header row: the first line must name the columns")

// delimiters in the order in which a tie is settled.
var delimiters = []struct {
	mark byte
	name string
}{{',', ","}, {';', ";"}, {'\t', "tab"}, {'|', "|"}}

// readHeader finds the first line that is not blank, takes the delimiter that
// stands in it most often outside quotes, and checks the names.
func (f *File) readHeader() error {
	s := &scanner{file: f, base: f.start, next: f.start, line: 1}
	for {
		line, ok, err := s.physical()
		if err != nil {
			return err
		}
		if !ok {
			return errNoHeader
		}
		if !white(line) {
			f.comma, f.Delimiter = sniff(line)
			break
		}
		s.advance(len(line), 1)
	}
	s.file.HeaderLine = s.line
	row, ok, err := s.row()
	if err != nil {
		return err
	}
	if !ok || row.Fault != "" || row.Loose {
		why := row.Fault
		if why == "" {
			why = "a quotation mark in it is out of place"
		}
		return fmt.Errorf("line %d: the header row cannot be read: %s", f.HeaderLine, why)
	}
	f.body, f.bodyLine = s.next, s.line
	return f.nameColumns(row.Cells)
}

func sniff(line []byte) (mark byte, name string) {
	best, most := delimiters[0], 0
	for _, d := range delimiters {
		if n := outsideQuotes(line, d.mark); n > most {
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
	if len(cells) > MaxColumns {
		return fmt.Errorf("line %d: the header has %d columns and the limit is %d", f.HeaderLine, len(cells), MaxColumns)
	}
	seen := map[string]int{}
	for i, cell := range cells {
		name := strings.TrimFunc(cell, func(r rune) bool {
			return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
		})
		if name == "" {
			return fmt.Errorf("line %d: column %d has no name: name it or take it out of the export", f.HeaderLine, i+1)
		}
		if first, again := seen[strings.ToLower(name)]; again {
			return fmt.Errorf("line %d: columns %d and %d are both named %q: rename one", f.HeaderLine, first, i+1, name)
		}
		seen[strings.ToLower(name)] = i + 1
		f.Header = append(f.Header, name)
	}
	return nil
}

func white(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }
