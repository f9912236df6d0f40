package table

import (
	"fmt"
	"strings"
	"unicode"
)

// HeaderError is why a page has no header that could be used. It tells a page
// that holds no table from one that is damaged.
type HeaderError struct{ Err error }

func (e *HeaderError) Error() string { return e.Err.Error() }

// Unwrap gives the reason.
func (e *HeaderError) Unwrap() error { return e.Err }

// ErrNoHeader is the *HeaderError of a page on which no row is the header.
var ErrNoHeader error = &HeaderError{fmt.Errorf("none of its first %d rows is a header that is looked for", MaxTitleRows)}

func headerError(format string, args ...any) error {
	return &HeaderError{fmt.Errorf(format, args...)}
}

// Names gives the names of a header's columns, white space trimmed. Every column
// must have one, and none the same; column gives what a message calls the column
// at a place. The error is a *HeaderError.
func Names(cells []string, column func(at int) string) ([]string, error) {
	if len(cells) > MaxColumns {
		return nil, headerError("the header has %d columns and the limit is %d", len(cells), MaxColumns)
	}
	names := make([]string, len(cells))
	seen := map[string]int{}
	for i, cell := range cells {
		name := trim(cell)
		if name == "" {
			return nil, headerError("column %s has no name: name it or take it out of the export", column(i))
		}
		if first, again := seen[strings.ToLower(name)]; again {
			return nil, headerError("columns %s and %s are both named %q: rename one", column(first), column(i), name)
		}
		seen[strings.ToLower(name)] = i
		names[i] = name
	}
	return names, nil
}

// Names gives the names of a header's columns as the function Names does, by their
// place where the layout allows it.
func (l Layout) Names(cells []string, column func(at int) string) ([]string, error) {
	if !l.ByPlace || len(cells) > MaxColumns {
		return Names(cells, column)
	}
	named, seen := make([]string, len(cells)), map[string]bool{}
	for i, cell := range cells {
		if named[i] = trim(cell); named[i] == "" {
			named[i] = "column " + column(i)
		} else if seen[strings.ToLower(named[i])] {
			named[i] += " (column " + column(i) + ")"
		}
		seen[strings.ToLower(named[i])] = true
	}
	return Names(named, column)
}

// JoinHeader makes one row of a header of several: the texts of each column from
// the top, a space between them. Blank cells at the end are left out.
func JoinHeader(rows [][]string) []string {
	var joined []string
	for _, row := range rows {
		for at, cell := range row {
			cell = trim(cell)
			if cell == "" {
				continue
			}
			for len(joined) <= at {
				joined = append(joined, "")
			}
			if joined[at] != "" {
				cell = " " + cell
			}
			joined[at] += cell
		}
	}
	return joined
}

// trim drops white space, and the invisible marks that programs leave in names.
func trim(cell string) string {
	return strings.TrimFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
	})
}
