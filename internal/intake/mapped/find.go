package mapped

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// find gives, for each table of the mapping, the table of the export that it
// names, and the tables that it names nowhere.
func (e *Export) find() (named []table.Ref, others []table.Ref, err error) {
	by := map[int]int{} // table of the export: table of the mapping
	var errs []error
	for i := range e.mapping.Tables {
		at, err := e.match(i)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if first, again := by[at]; again {
			errs = append(errs, fmt.Errorf("%s: %s is named already, by tables[%d] of the mapping: put all its items in one table", e.place(i, "file"), e.refs[at].Called(), first))
			continue
		}
		by[at] = i
		named = append(named, e.refs[at])
	}
	for at, r := range e.refs {
		if _, is := by[at]; !is {
			others = append(others, r)
		}
	}
	return named, others, errors.Join(errs...)
}

// match finds the one table of the export that a table of the mapping names: by
// its plain name, or else as a pattern.
func (e *Export) match(i int) (int, error) {
	t := &e.mapping.Tables[i]
	find := func(same func(pattern, name string) bool) (found []int) {
		for at, r := range e.refs {
			if same(t.File, r.File) && (t.Sheet == "" || same(t.Sheet, r.Sheet)) {
				found = append(found, at)
			}
		}
		return found
	}
	found := find(strings.EqualFold)
	if len(found) == 0 {
		found = find(mapping.Matches)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return 0, fmt.Errorf("%s: the export has no %s: add it, or take the table out of the mapping%s", e.place(i, "file"), called(t), e.meant(t))
	}
	var names []string
	for _, at := range found {
		names = append(names, e.refs[at].Called())
	}
	return 0, fmt.Errorf("%s: %s fits %s: keep one in the export, or name one here", e.place(i, "file"), called(t), strings.Join(names, ", "))
}

// called is how a message names a table of the mapping.
func called(t *mapping.Table) string { return (&table.Table{Name: t.File, Sheet: t.Sheet}).Called() }

// meant suggests the table of the export that the mapping may have meant.
func (e *Export) meant(t *mapping.Table) string {
	var names []string
	for _, r := range e.refs {
		names = append(names, r.Called())
	}
	if best := casefile.Nearest(called(t), names); best != "" {
		return ": did you mean " + best + "?"
	}
	return ""
}

// place is how a message names a place of a table of the mapping.
func (e *Export) place(i int, path string) string {
	return e.mapping.Place(fmt.Sprintf("tables[%d].%s", i, path))
}

// open opens the tables of the mapping, in its order, and binds their columns.
func (e *Export) open(ctx context.Context) (sources []*source, others []table.Ref, err error) {
	defer func() {
		if err != nil {
			closeAll(sources)
		}
	}()
	named, others, err := e.find()
	if err != nil {
		return nil, nil, err
	}
	for i, r := range named {
		s := &source{export: e, at: i, spec: &e.mapping.Tables[i]}
		if s.table, err = r.Open(ctx, s.layout()); err != nil {
			return sources, nil, s.lacking(err)
		}
		sources = append(sources, s)
		if err := s.bind(); err != nil {
			return sources, nil, err
		}
	}
	return sources, others, nil
}

// layout says how the rows of the table stand on its page. Where the mapping does
// not say which row is the header, it is the first that has every column that the
// mapping names.
func (s *source) layout() table.Layout {
	l := table.Layout{HeaderRow: s.spec.HeaderRow, HeaderRows: s.spec.HeaderRows, ByPlace: true, Aside: s.aside}
	if l.HeaderRow > 0 {
		return l
	}
	wanted := s.wanted()
	fewest := len(wanted)
	l.IsHeader = func(cells []string) bool {
		var lacks []string
		for _, name := range wanted {
			// What the page's header says of a column that is named by its place.
			said := mapping.Fold(byPlace.ReplaceAllString(casefile.Trim(name.column), ""))
			if said != "" && !slices.ContainsFunc(cells, func(cell string) bool { return mapping.Fold(cell) == said }) {
				lacks = append(lacks, name.column)
			}
		}
		if len(lacks) < fewest {
			fewest, s.lacks = len(lacks), lacks
		}
		return len(lacks) == 0
	}
	return l
}

// byPlace is what table.Layout adds to a name, or has for one.
var byPlace = regexp.MustCompile(`(?i)(^| \()column [0-9A-Z]+\)?$`)

// lacking says of a table in which no row was the header what the row that comes
// nearest lacks.
func (s *source) lacking(err error) error {
	var header *table.HeaderError
	if !errors.As(err, &header) || len(s.lacks) == 0 {
		return err
	}
	quoted := make([]string, len(s.lacks))
	for i, name := range s.lacks {
		quoted[i] = casefile.Quote(name)
	}
	return fmt.Errorf("%w; no row has all the columns that %s names, and the one that has most lacks %s: correct the names there, or give header_row",
		err, s.export.mapping.Place(fmt.Sprintf("tables[%d]", s.at)), strings.Join(quoted, ", "))
}

// aside says why a row is none of the table.
func (s *source) aside(cells []string) string {
	for _, cell := range cells {
		if first := mapping.Fold(cell); first != "" {
			for _, word := range s.spec.Aside {
				if strings.HasPrefix(first, mapping.Fold(word)) {
					return fmt.Sprintf("it begins with %s", casefile.Quote(word))
				}
			}
			break
		}
	}
	if s.table != nil && mapping.HeaderAgain(s.table.Header, cells) {
		return "it is the header again"
	}
	return ""
}
