package annexa

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/caseaudit/caseaudit/internal/table"
)

// listed is a table that is one of the lists.
type listed struct {
	list      *list
	ref       table.Ref
	headerRow int
	header    []string
	columns   bound
}

// Lists is what was found of Annex A among tables.
type Lists struct {
	found    []listed
	numbered bool // some table is called by the number of its list
	ignored  map[string]string
	others   []table.Ref // those of ignored that are not empty
	lists    []*list
}

// Found reports whether the tables are an Annex A: two of its lists, or one that
// is called by its number. A lone table of contacts may be anybody's.
func (l *Lists) Found() bool { return len(l.found) > 1 || len(l.found) == 1 && l.numbered }

// Recognise finds the lists of Annex A among tables, each by its header; its name
// says only which list to look for first. It fails when a table called by the
// number of a list is not that list, or two are the same, for leaving one out
// would lose every child on it.
func Recognise(ctx context.Context, refs []table.Ref) (*Lists, error) {
	lists, err := readLists()
	if err != nil {
		return nil, err
	}
	l := &Lists{lists: lists, ignored: map[string]string{}}
	for _, ref := range refs {
		one, why, err := l.recognise(ctx, ref)
		if err != nil {
			return nil, err
		}
		if one == nil {
			l.ignored[ref.Called()] = why
			if why == noList {
				l.others = append(l.others, ref)
			}
			continue
		}
		if at := slices.IndexFunc(l.found, func(other listed) bool { return other.list == one.list }); at >= 0 {
			return nil, fmt.Errorf("%s and %s are both list %d of Annex A (%s): keep one", l.found[at].ref.Called(), ref.Called(), one.list.Number, one.list.Title)
		}
		l.found = append(l.found, *one)
		l.numbered = l.numbered || numberOf(nameOf(ref)) > 0
	}
	return l, nil
}

// Others are the tables that are none of the lists.
func (l *Lists) Others() []table.Ref { return l.others }

const noList = "no list of Annex A"

// recognise opens one table and reads its header; nil, and why, when it is none
// of the lists.
func (l *Lists) recognise(ctx context.Context, ref table.Ref) (*listed, string, error) {
	number := numberOf(nameOf(ref))
	candidates := l.candidates(nameOf(ref), number)
	empty := true
	t, err := ref.Open(ctx, table.Layout{IsHeader: func(cells []string) bool {
		empty = false
		return best(candidates, cells) != nil
	}})
	var none *table.HeaderError
	switch {
	case errors.As(err, &none) && empty:
		return nil, "it is empty, and counts as a list that the export lacks", nil
	case errors.As(err, &none) && number > 0:
		return nil, "", fmt.Errorf("%w; it is called by the number of list %d of Annex A (%s), which has at least the columns %s: correct its header, or take it out of the export",
			err, number, candidates[0].Title, some(candidates[0]))
	case errors.As(err, &none):
		return nil, noList, nil
	case err != nil:
		return nil, "", err
	}
	defer t.Close()
	list := best(candidates, t.Header)
	if list == nil {
		if number > 0 {
			return nil, "", fmt.Errorf("%s: row %d is not the header of list %d of Annex A (%s), which has at least the columns %s: correct it, or take the table out of the export",
				t.Called(), t.HeaderLine, number, candidates[0].Title, some(candidates[0]))
		}
		return nil, noList, nil
	}
	columns, err := list.bind(t.Header)
	if err != nil {
		return nil, "", fmt.Errorf("%s: row %d: %w", t.Called(), t.HeaderLine, err)
	}
	return &listed{list: list, ref: ref, headerRow: t.HeaderLine, header: t.Header, columns: columns}, "", nil
}

// nameOf is what a table is called, its sheet's name before its file's.
func nameOf(ref table.Ref) string {
	if ref.Sheet != "" {
		return ref.Sheet
	}
	return ref.Name
}

var numbered = regexp.MustCompile(`(?i)(?:^|[^a-z])list[ _.-]*0?(1[01]|[1-9])(?:[^0-9]|$)`)

// numberOf gives the list that a name numbers: "List_7", "annex_a_list_07"; 0 when
// it numbers none.
func numberOf(name string) int {
	match := numbered.FindStringSubmatch(name)
	if match == nil {
		return 0
	}
	n, _ := strconv.Atoi(match[1])
	return n
}

// candidates are the lists that a table of this name may be: the one it numbers,
// else the one whose title it has before all others.
func (l *Lists) candidates(name string, number int) []*list {
	if number > 0 {
		return slices.DeleteFunc(slices.Clone(l.lists), func(c *list) bool { return c.Number != number })
	}
	titled := func(c *list) bool {
		return slices.ContainsFunc(c.Names, func(n string) bool { return fold(n) == fold(name) })
	}
	sorted := slices.Clone(l.lists)
	slices.SortStableFunc(sorted, func(a, b *list) int {
		switch {
		case titled(a) == titled(b):
			return 0
		case titled(a):
			return -1
		}
		return 1
	})
	return sorted
}

// best is the list of which a header has most, the first of several; nil when it
// has most of none. A header whose names are not clear is that list's all the
// same: what is wrong with it is said when it is bound.
func best(candidates []*list, header []string) *list {
	var found *list
	most := 0.0
	for _, c := range candidates {
		b, err := c.bind(header)
		if err != nil {
			b = c.exactly(header)
		}
		if share := float64(len(b)) / float64(len(c.Columns)); c.most(b) && share > most {
			found, most = c, share
		}
	}
	return found
}

// exactly binds names that fit exactly, the first of each.
func (l *list) exactly(header []string) bound {
	b := bound{}
	for _, c := range l.Columns {
		if at := slices.IndexFunc(header, func(name string) bool { return c.goesBy(fold(name)) }); at >= 0 {
			b[c] = header[at]
		}
	}
	return b
}

// some names the first columns by which a list is known.
func some(l *list) string {
	text := ""
	for i, c := range []*column{l.key(), l.Columns[min(5, len(l.Columns)-1)], l.Columns[min(6, len(l.Columns)-1)]} {
		if i > 0 {
			text += ", "
		}
		text += strconv.Quote(c.Name)
	}
	return text
}
