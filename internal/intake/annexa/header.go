package annexa

import (
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// bound is which of a header's names each column of a list goes by here.
type bound map[*column]string

// bind finds the columns of a list in a header. Names that fit exactly come
// first, so that a wide pattern cannot take them; a pattern is tried on what is
// left, and never gives a name to two columns. Two names for one column are an
// error: which of them is meant is not for a program to guess.
func (l *list) bind(header []string) (bound, error) {
	b, used := bound{}, map[int]bool{}
	for _, fits := range []func(c *column, name string) bool{
		func(c *column, name string) bool { return c.goesBy(fold(name)) },
		func(c *column, name string) bool { return c.looksLike(plain(name)) },
	} {
		taken := map[int]*column{}
		for _, c := range l.Columns {
			if _, has := b[c]; has {
				continue
			}
			first := -1
			for at, name := range header {
				if used[at] || taken[at] != nil || !fits(c, name) {
					continue
				}
				if first >= 0 {
					return nil, fmt.Errorf("columns %s and %s may both be %q: rename or delete one", casefile.Quote(header[first]), casefile.Quote(name), c.Name)
				}
				first = at
			}
			if first >= 0 {
				b[c], taken[first] = header[first], c
			}
		}
		for at := range taken {
			used[at] = true
		}
	}
	return b, nil
}

// most reports whether a header has the column that says whose the row is and at
// least half of the list's columns.
func (l *list) most(b bound) bool {
	_, keyed := b[l.key()]
	return keyed && 2*len(b) >= len(l.Columns)
}

// known lists the names of a header that are columns of the list, in its order.
func (b bound) known(header []string) []string {
	var names []string
	for _, name := range header {
		for _, has := range b {
			if has == name {
				names = append(names, name)
				break
			}
		}
	}
	return slices.Clip(names)
}
