package mapped

import (
	"errors"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// source is one table of the export and how its rows are read.
type source struct {
	export *Export
	at     int // in the mapping
	spec   *mapping.Table
	table  *table.Table
	lacks  []string // columns that the row most like a header lacks

	caseAt  int // column of the child's id, -1 when there is none
	items   []*items
	columns []casefile.Column
	blank   map[string]bool // words that stand for nothing
	group   string          // the id that stands for the rows below it, when grouped
}

// items is what a row becomes in one entity.
type items struct {
	spec     *mapping.Items
	entity   *casefile.Entity // nil for the record's own fields
	key      *casefile.Field  // nil when the items have none
	bindings []binding
	always   map[string]any
	needs    []int // columns
	unless   []int
	where    []condition
	found    int // rows that the survey found to meet where
}

// binding is a field and the column that it is read from.
type binding struct {
	field  *casefile.Field
	column int
	time   int               // column of the time of day, -1 when there is none
	codes  map[string]string // by folded word
	known  map[string]bool   // what codes give, folded
	date   *mapping.DateFormat
}

// condition is a column and the folded word that it must hold.
type condition struct {
	column int
	word   string
	shown  bool // what stands there may be said in a note
}

// ofCase reports whether the items belong to a case, as those of the service do not.
func (it *items) ofCase() bool { return it.entity == nil || !it.entity.Service }

// one reports whether a case has only one of these: the child, the record.
func (it *items) one() bool {
	return it.entity == nil || it.entity.Name == it.spec.Entity && it.spec.Entity == "child"
}

// wanted gives every column that the mapping names in the table, each once, and
// where it names it first.
func (s *source) wanted() []mention {
	var list []mention
	add := func(column, path string) {
		if column != "" && !slices.ContainsFunc(list, func(m mention) bool { return mapping.Fold(m.column) == mapping.Fold(column) }) {
			list = append(list, mention{column, path})
		}
	}
	add(s.spec.Case, "case")
	for i := range s.spec.Items {
		it := &s.spec.Items[i]
		at := fmt.Sprintf("items[%d].", i)
		for _, field := range sortedKeys(it.Fields) {
			add(it.Fields[field], at+"fields."+field)
		}
		for _, field := range sortedKeys(it.Times) {
			add(it.Times[field], at+"times."+field)
		}
		for n, column := range it.Needs {
			add(column, fmt.Sprintf("%sneeds[%d]", at, n))
		}
		for n, column := range it.Unless {
			add(column, fmt.Sprintf("%sunless[%d]", at, n))
		}
		for _, column := range sortedKeys(it.Where) {
			add(column, at+"where."+column)
		}
	}
	return list
}

// mention is a column and the path at which the mapping names it.
type mention struct{ column, path string }

// column finds a column by its name, -1 when there is none.
func (s *source) column(name string) int {
	return slices.IndexFunc(s.table.Header, func(h string) bool { return mapping.Fold(h) == mapping.Fold(name) })
}

// bind finds the columns that the mapping names. All must be there, those that are
// not used excepted: a report may drop them.
func (s *source) bind() error {
	var errs []error
	for _, m := range s.wanted() {
		if s.column(m.column) < 0 {
			hint := ""
			if best := casefile.Nearest(m.column, s.table.Header); best != "" {
				hint = fmt.Sprintf(": did you mean %s?", casefile.Quote(best))
			}
			errs = append(errs, fmt.Errorf("%s: %s has no column %s in row %d%s", s.export.place(s.at, m.path), s.table.Called(), casefile.Quote(m.column), s.table.HeaderLine, hint))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	s.caseAt, s.blank = -1, map[string]bool{}
	if s.spec.Case != "" {
		s.caseAt = s.column(s.spec.Case)
	}
	for _, word := range s.spec.Blank {
		s.blank[mapping.Fold(word)] = true
	}
	for i := range s.spec.Items {
		it, err := s.bindItems(&s.spec.Items[i])
		if err != nil {
			return err
		}
		s.items = append(s.items, it)
	}
	s.shown()
	s.describe()
	return nil
}

func (s *source) bindItems(spec *mapping.Items) (*items, error) {
	d := s.export.dictionary
	it := &items{spec: spec, always: map[string]any{}}
	fields := d.Record
	if spec.Entity != mapping.Case {
		it.entity, _ = d.Entity(spec.Entity)
		it.key, _ = it.entity.Key()
		fields = it.entity.Fields
	}
	for _, f := range fields {
		if value, ok := spec.Always[f.Name]; ok {
			it.always[f.Name], _, _ = f.Read(value) // Check has read it
		}
		column, ok := spec.Fields[f.Name]
		if !ok {
			continue
		}
		b := binding{field: f, column: s.column(column), time: -1}
		if time, has := spec.Times[f.Name]; has {
			b.time = s.column(time)
		}
		codes, own := spec.Values[f.Name]
		if !own {
			codes = find(s.spec.Values, column)
		}
		b.take(codes)
		if format := find(s.spec.Dates, column); format != "" && f.Dated() {
			parsed, err := mapping.ParseDateFormat(format)
			if err != nil {
				return nil, err
			}
			b.date = &parsed
		}
		it.bindings = append(it.bindings, b)
	}
	for _, column := range spec.Needs {
		it.needs = append(it.needs, s.column(column))
	}
	for _, column := range spec.Unless {
		it.unless = append(it.unless, s.column(column))
	}
	for _, column := range sortedKeys(spec.Where) {
		it.where = append(it.where, condition{column: s.column(column), word: mapping.Fold(spec.Where[column])})
	}
	return it, nil
}

// take keeps the codes of a column by their folded words.
func (b *binding) take(codes map[string]string) {
	if len(codes) == 0 {
		return
	}
	b.codes, b.known = map[string]string{}, map[string]bool{}
	for word, code := range codes {
		b.codes[mapping.Fold(word)] = code
		b.known[mapping.Fold(code)] = true
	}
}

// find gives what a table of the mapping has for a column.
func find[V any](of map[string]V, column string) (found V) {
	for name, value := range of {
		if mapping.Fold(name) == mapping.Fold(column) {
			return value
		}
	}
	return found
}
