package casefile

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

// Location is where in the export a value stands.
type Location struct {
	File  string // base name of the file
	Sheet string // of a workbook, or the table of a database; else ""
	Row   int    // 1 is the first line of the file, header included; for NDJSON the line; 0 for the whole page
	Part  string // inside the row, when the row holds more than one item: "assessments[2]"
}

// String gives the location as a finding cites it: "ssd_cin_assessments.csv row 214",
// `annex-a.xlsx sheet "List 4" row 12`.
func (l Location) String() string {
	if l.File == "" {
		return ""
	}
	s := l.Page()
	if l.Row > 0 {
		s += fmt.Sprintf(" row %d", l.Row)
	}
	if l.Part != "" {
		s += " " + l.Part
	}
	return s
}

// Page is the file, and the sheet of a workbook: where rows are counted.
func (l Location) Page() string {
	if l.Sheet == "" {
		return l.File
	}
	return fmt.Sprintf("%s sheet %q", l.File, l.Sheet)
}

// Record is one child's case.
type Record struct {
	CaseID string
	Team   string // the team that holds the case now; may be empty
	// Values is what policies see as input, in the dictionary's shape: case_id,
	// team, child (an object) and every entity (a list of objects, empty when the
	// case has none). Blank fields are left out.
	Values map[string]any
	// Where gives, for each entity, the place of each item, in the same order.
	Where map[string][]Location
	// Source is the place of the record itself.
	Source Location
	// Refused counts rows of this case that could not be read, so that a report
	// can say that what it shows of this child may be incomplete.
	Refused int
}

// NewRecord makes a record with every entity present and empty.
func (d *Dictionary) NewRecord(caseID string) *Record {
	r := &Record{CaseID: caseID, Values: make(map[string]any, len(d.Entities)+3), Where: make(map[string][]Location, 4)}
	r.Values["case_id"] = caseID
	r.Values["child"] = map[string]any{}
	for _, e := range d.Entities {
		r.Values[e.Name] = []any{}
	}
	return r
}

// Add appends an item to an entity of the record.
func (r *Record) Add(entity string, item map[string]any, at Location) {
	list, _ := r.Values[entity].([]any)
	r.Values[entity] = append(list, item)
	r.Where[entity] = append(r.Where[entity], at)
}

// Child is the object that describes the child.
func (r *Record) Child() map[string]any { return r.Values["child"].(map[string]any) }

// Items is the list of an entity's items; nil when the record has no such entity.
func (r *Record) Items(entity string) []any {
	list, _ := r.Values[entity].([]any)
	return list
}

// Supply is what an export could have told us: its fields, and for entities
// that it keeps in several tables (plans, visits, conferences) the kinds it has
// a table for.
type Supply struct {
	fields map[string]bool
	kinds  map[string]map[string]bool
	full   map[string]map[string]bool // kinds of which the export has all items
	latest map[string]map[string]bool // kinds of which it has the latest; see AddLatest
	copies map[string]string          // see AddCopy
}

// everyKind stands for every kind of an entity.
const everyKind = "*"

// NewSupply makes an empty supply.
func NewSupply() *Supply {
	return &Supply{fields: map[string]bool{}, kinds: map[string]map[string]bool{}, full: map[string]map[string]bool{},
		latest: map[string]map[string]bool{}, copies: map[string]string{}}
}

// Add records that the export supplies a field, by its path.
func (s *Supply) Add(path string) {
	s.fields[path] = true
	delete(s.copies, path)
}

// AddKind records that the export has a table for one kind of an entity, such
// as ssd_cp_visits for visits of type child_protection. An entity for which no
// kind is ever added is taken to hold every kind.
func (s *Supply) AddKind(entity, kind string) {
	s.addKind(entity, kind)
	if s.full[entity] == nil {
		s.full[entity] = map[string]bool{}
	}
	s.full[entity][kind] = true
}

func (s *Supply) addKind(entity, kind string) {
	if s.kinds[entity] == nil {
		s.kinds[entity] = map[string]bool{}
	}
	s.kinds[entity][kind] = true
}

// AddEveryKind records that the export has a table of an entity that holds
// every kind, told apart by a type column.
func (s *Supply) AddEveryKind(entity string) { s.AddKind(entity, everyKind) }

// Has reports whether the export supplies a field.
func (s *Supply) Has(path string) bool { return s.fields[path] }

// HasKind reports whether the export holds a kind of an entity.
func (s *Supply) HasKind(entity, kind string) bool {
	kinds := s.kinds[entity]
	return kinds == nil || kinds[everyKind] || kinds[kind]
}

// Kinds lists, for each entity that the export keeps in tables of their own, the
// kinds it has a table for, sorted. An entity that holds every kind is not there.
func (s *Supply) Kinds() map[string][]string {
	kinds := map[string][]string{}
	for entity, has := range s.kinds {
		if !has[everyKind] {
			kinds[entity] = slices.Sorted(maps.Keys(has))
		}
	}
	return kinds
}

// Missing lists which of a criterion's needs the export does not supply, in the
// order given. A need is a path, several paths joined by "|" of which one is
// enough, or "entity=kind", a kind of an entity. A copy of another of the needs is
// missing too (see AddCopy).
func (s *Supply) Missing(needs []string) []string {
	var missing []string
	for _, need := range needs {
		if !s.meets(need) || slices.Contains(needs, s.copies[need]) {
			missing = append(missing, need)
		}
	}
	return missing
}

func (s *Supply) meets(need string) bool {
	for alternative := range strings.SplitSeq(need, "|") {
		alternative = strings.TrimSpace(alternative)
		if entity, kind, ok := strings.Cut(alternative, "="); ok {
			if s.HasKind(entity, kind) {
				return true
			}
		} else if s.Has(alternative) {
			return true
		}
	}
	return false
}

// Paths lists the fields supplied, sorted.
func (s *Supply) Paths() []string {
	paths := make([]string, 0, len(s.fields))
	for p := range s.fields {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	return paths
}
