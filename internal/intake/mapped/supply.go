package mapped

import (
	"cmp"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// shown settles which conditions' columns may be quoted: those that give no
// personal field and nothing that people wrote.
func (s *source) shown() {
	private := map[int]bool{}
	for _, it := range s.items {
		for _, b := range it.bindings {
			if b.field.Personal || b.field.Type == casefile.Narrative || b.field.Type == casefile.Text {
				private[b.column] = true
			}
		}
	}
	for _, it := range s.items {
		for i := range it.where {
			it.where[i].shown = !private[it.where[i].column]
		}
	}
}

// describe says what becomes of each column.
func (s *source) describe() {
	s.columns = make([]casefile.Column, len(s.table.Header))
	use := func(at int, text string) {
		if c := &s.columns[at]; c.Use == "" {
			c.Use = text
		}
	}
	for at, name := range s.table.Header {
		s.columns[at].Name = name
	}
	if s.caseAt >= 0 {
		use(s.caseAt, "the child's id")
	}
	for _, it := range s.items {
		for _, b := range it.bindings {
			c := &s.columns[b.column]
			if path := b.field.Path(); !slices.Contains(c.Fields, path) {
				c.Fields = append(c.Fields, path)
			}
			if b.time >= 0 {
				use(b.time, "the time of day of "+b.field.Path())
			}
		}
		for _, w := range it.where {
			use(w.column, "says which rows give "+it.spec.Entity)
		}
		for _, at := range slices.Concat(it.needs, it.unless) {
			use(at, "says which rows give "+it.spec.Entity)
		}
	}
	for at := range s.columns {
		c := &s.columns[at]
		if len(c.Fields) > 0 && at != s.caseAt {
			c.Use = ""
		}
		unused := slices.ContainsFunc(s.spec.Unused, func(name string) bool { return mapping.Fold(name) == mapping.Fold(c.Name) })
		switch {
		case len(c.Fields) > 0 || c.Use != "":
		case unused:
			c.Use = casefile.ColumnUnused
		default:
			c.Use = casefile.ColumnUnknown
		}
	}
}

// label is what the table was read as, for a person.
func (s *source) label() string {
	var parts []string
	for _, it := range s.items {
		name := "cases"
		if it.entity != nil {
			name = it.entity.Label
		}
		if kind, ok := it.always["type"].(string); ok {
			name += " (" + strings.ReplaceAll(kind, "_", " ") + ")"
		}
		if !slices.Contains(parts, name) {
			parts = append(parts, name)
		}
	}
	return strings.Join(parts, ", ")
}

// supply says what the table could have told us.
func (s *source) supply(have *casefile.Supply) {
	for _, it := range s.items {
		by := map[int]*casefile.Field{} // column: the first field that it gives
		for _, b := range it.bindings {
			if first := by[b.column]; first != nil && b.field.Dated() && first.Dated() {
				have.AddCopy(b.field.Path(), first.Path())
				continue
			}
			by[b.column] = cmp.Or(by[b.column], b.field)
			have.Add(b.field.Path())
		}
		for _, name := range sortedKeys(it.always) {
			have.Add(path(it.spec.Entity, name))
		}
		if it.entity != nil && it.ofCase() && !it.one() {
			s.supplyKinds(have, it)
		}
	}
	if s.caseAt >= 0 {
		have.Add("case_id")
	}
}

// supplyKinds says which kinds of an entity the table holds, and whether all or
// each child's latest of them.
func (s *source) supplyKinds(have *casefile.Supply, it *items) {
	kind, fixed := it.always["type"].(string)
	typed := slices.ContainsFunc(it.bindings, func(b binding) bool { return b.field.Name == "type" })
	f, _ := it.entity.Field("type")
	switch {
	case fixed && it.spec.Latest:
		have.AddLatest(it.entity.Name, kind)
	case fixed:
		have.AddKind(it.entity.Name, kind)
	case typed && it.spec.Latest && len(f.Values) > 0:
		for _, kind := range f.Values {
			have.AddLatest(it.entity.Name, kind)
		}
	case it.spec.Latest:
		have.AddLatest(it.entity.Name, "")
	case typed:
		have.AddEveryKind(it.entity.Name)
	}
}

func path(entity, field string) string {
	if entity == mapping.Case {
		return field
	}
	return entity + "." + field
}
