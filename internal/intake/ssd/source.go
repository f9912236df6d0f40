package ssd

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/table"
)

// source is one file of the export and how its columns are read.
type source struct {
	file     *table.Table
	spec     *tableSpec // nil for a practice table
	role     role
	entity   *casefile.Entity // nil where the rows become no items
	bindings []binding
	caseAt   int // column of the child's id, -1 when there is none
	through  int // column of the id of the period of care, or -1
	key      *casefile.Field
	columns  []casefile.Column

	rows         int         // rows kept
	placeholders map[int]int // by column, rows that hold only a placeholder
	nhs          bool        // some row gives an NHS number
}

// binding is a column and the field it is read as.
type binding struct {
	column int
	field  *casefile.Field
	own    bool              // for the reader, not the record
	codes  map[string]string // the table's words for the dictionary's
}

// caseColumns are the names that the child's id may have in a practice table.
var caseColumns = [...]string{"case_id", "pers_person_id", "person_id"}

// column finds a column by name, spaces and case folded.
func (s *source) column(name string) int {
	return slices.IndexFunc(s.file.Header, func(h string) bool { return casefile.Fold(h) == name })
}

// caseColumn finds the column of the child's id.
func (s *source) caseColumn() int {
	if s.spec != nil && s.spec.Case != "" {
		if at := s.column(s.spec.Case); at >= 0 {
			return at
		}
	}
	for _, name := range caseColumns {
		if at := s.column(name); at >= 0 {
			return at
		}
	}
	return -1
}

// bind works out what each column is read as. It fails when the file cannot be
// tied to children, or gives one field twice.
func (s *source) bind(d *casefile.Dictionary) error {
	s.caseAt, s.through, s.placeholders = -1, -1, map[int]int{}
	if s.role != service && s.role != extendsStaff {
		s.caseAt = s.caseColumn()
	}
	bound := map[string]int{}
	add := func(column int, f *casefile.Field, own bool) error {
		name := f.Path()
		if first, again := bound[name]; again {
			return fmt.Errorf("%s: columns %q and %q both give %s: keep one", s.file.Called(), s.file.Header[first], s.file.Header[column], f.Label)
		}
		bound[name] = column
		b := binding{column: column, field: f, own: own}
		if s.spec != nil {
			b.codes = s.spec.Codes[f.Name]
		}
		s.bindings = append(s.bindings, b)
		return nil
	}
	for at, header := range s.file.Header {
		if at == s.caseAt {
			continue
		}
		if f := s.fieldOf(d, casefile.Fold(header)); f != nil {
			if err := add(at, f, false); err != nil {
				return err
			}
		}
	}
	if s.spec != nil {
		s.through = s.column(s.spec.Through)
		for _, name := range slices.Sorted(maps.Keys(s.spec.Fields)) {
			own := s.spec.Fields[name]
			if at := s.column(own.Column); at >= 0 {
				if err := add(at, &casefile.Field{Entity: s.spec.Table, Name: name, Type: own.Type, Label: own.Column, Personal: own.Personal}, true); err != nil {
					return err
				}
			}
		}
	}
	if s.entity != nil {
		s.key, _ = s.entity.Key()
	}
	s.describe()
	return s.tied()
}

// fieldOf gives the field that a column supplies, nil when it supplies none.
func (s *source) fieldOf(d *casefile.Dictionary, column string) *casefile.Field {
	var fields []*casefile.Field
	switch {
	case s.role == extendsCase:
		fields = append(append(fields, d.Record...), d.Child.Fields...)
	case s.entity != nil:
		fields = s.entity.Fields
	}
	for _, f := range fields {
		if f.Name == "type" && s.spec != nil && s.spec.Kind != "" {
			continue
		}
		if f.Name == column {
			return f
		}
		if s.spec != nil && (slices.Contains(f.SSD, column) || s.spec.Columns[column] == f.Name) {
			return f
		}
	}
	return nil
}

// describe says what becomes of each column.
func (s *source) describe() {
	s.columns = make([]casefile.Column, len(s.file.Header))
	for at, header := range s.file.Header {
		c := casefile.Column{Name: header}
		switch {
		case at == s.caseAt:
			c.Use = "the child's id"
		case at == s.through:
			c.Use = "the id of the period of care, which says whose the row is"
		case s.spec != nil && slices.Contains(s.spec.Unused, casefile.Fold(header)):
			c.Use = casefile.ColumnUnused
		default:
			c.Use = casefile.ColumnUnknown
		}
		s.columns[at] = c
	}
	for _, b := range s.bindings {
		c := &s.columns[b.column]
		if c.Use == casefile.ColumnUnknown || c.Use == casefile.ColumnUnused {
			c.Use = ""
		}
		if b.own {
			fields, use := s.ownUse(b.field.Name)
			c.Fields, c.Use = append(c.Fields, fields...), use
		} else {
			c.Fields = append(c.Fields, b.field.Path())
		}
	}
}

// ownUse says what becomes of a column that the reader needs for itself: the fields
// that are made of it, or what it tells.
func (s *source) ownUse(name string) (fields []string, use string) {
	switch string(s.role) + "." + name {
	case string(disabilities) + ".codes":
		return []string{"child.disabilities"}, ""
	case string(factors) + ".codes":
		return []string{"assessments.factors"}, ""
	case string(factors) + ".assessment_id":
		return nil, "says which assessment the factors belong to"
	case string(legalStatus) + ".status":
		return []string{"care_episodes.legal_status"}, ""
	case string(legalStatus) + ".start", string(legalStatus) + ".end":
		return nil, "says when the legal status was in force"
	case string(identifiers) + ".value":
		return []string{"child.upn", "child.nhs_number"}, ""
	case string(identifiers) + ".type":
		return nil, "tells the UPN from the NHS number"
	case string(identifiers) + ".from", string(identifiers) + ".to":
		return nil, "says which of several identifiers is the one in use"
	case string(items) + ".cla_id":
		return nil, "the id of the period of care, by which other tables name the child"
	case string(items) + ".cancelled":
		return nil, "tells reviews that were cancelled, which are left out"
	case string(items) + ".check":
		return nil, "tells initial health assessments from reviews"
	}
	return nil, "read, to put the record together"
}

// tied fails when nothing in a row says whose it is.
func (s *source) tied() error {
	ok, need := true, "a column case_id with the child's id"
	switch s.role {
	case service:
		return nil
	case factors:
		ok, need = s.own("assessment_id"), "a column cinf_assessment_id"
	case extends, extendsStaff:
		ok = s.bound(s.key.Name)
	case items:
		ok = s.caseAt >= 0 || s.through >= 0
	default:
		ok = s.caseAt >= 0
	}
	if s.spec != nil && s.spec.Case != "" {
		need = "a column " + s.spec.Case + " with the child's id"
	}
	if !ok {
		return fmt.Errorf("%s: nothing says whose rows these are: add %s", s.file.Called(), need)
	}
	return nil
}

func (s *source) own(name string) bool {
	return slices.ContainsFunc(s.bindings, func(b binding) bool { return b.own && b.field.Name == name })
}

// bound reports whether a column gives the record's field of this name.
func (s *source) bound(name string) bool {
	return slices.ContainsFunc(s.bindings, func(b binding) bool { return !b.own && b.field.Name == name })
}

// reading is one row as fields.
type reading struct {
	values map[string]any // of the record's fields, blank ones left out
	own    map[string]any // what the reader itself needs
}

// fault is why a row is refused, and the column.
type fault struct{ column, reason string }

// read reads a row's cells. unmatched is told of codes that are none of the
// field's; it may be nil.
func (s *source) read(cells []string, unmatched func(*casefile.Field, string)) (reading, *fault) {
	r := reading{values: make(map[string]any, len(s.bindings))}
	var wrong *fault
	more := 0
	for _, b := range s.bindings {
		raw := s.cell(cells[b.column])
		if word, ok := b.codes[casefile.Fold(raw)]; ok {
			raw = word
		}
		value, odd, err := b.field.Read(raw)
		switch {
		case err != nil && wrong == nil:
			wrong = &fault{s.file.Header[b.column], err.Error()}
		case err != nil:
			more++
		case odd && unmatched != nil:
			unmatched(b.field, raw)
		}
		if value == nil || err != nil {
			continue
		}
		if b.own {
			if r.own == nil {
				r.own = map[string]any{}
			}
			r.own[b.field.Name] = value
		} else {
			r.values[b.field.Name] = value
		}
	}
	if more > 0 {
		wrong.reason += fmt.Sprintf(" (and %d more of its cells cannot be read)", more)
	}
	if s.spec != nil && s.spec.Kind != "" {
		r.values["type"] = s.spec.Kind
	}
	return r, wrong
}

// placeholder is what the dataset's own scripts write in columns to come.
const placeholder = "PLACEHOLDER_DATA"

// cell gives a cell's text; what exports of the dataset write for nothing is
// nothing.
func (s *source) cell(cell string) string {
	if s.spec != nil {
		if c := strings.TrimSpace(cell); c == "NULL" || c == placeholder {
			return ""
		}
	}
	return cell
}

// id reads a cell that holds an id; "" when it is blank or there is no column.
func (s *source) id(cells []string, at int) string {
	if at < 0 || at >= len(cells) {
		return ""
	}
	return casefile.Trim(s.cell(cells[at]))
}

// label is what the file was read as, for a person.
func (s *source) label() string {
	switch {
	case s.role == extendsCase:
		return "cases"
	case s.spec != nil && s.spec.Kind != "":
		return s.entity.Label + " (" + strings.ReplaceAll(s.spec.Kind, "_", " ") + ")"
	case s.entity != nil:
		return s.entity.Label
	}
	return strings.ReplaceAll(string(s.role), "_", " ")
}
