package practice

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Recognised is what tables were recognised as.
type Recognised struct {
	Tables  []table.Ref      // those that are recognised
	Mapping *mapping.Mapping // what they mean; nil when there are none
	Others  map[string]error // why each other table is not, by how it is called
}

// maxNamed is how many tables of one fault are named one by one.
const maxNamed = 5

// Why says, in one sentence, why tables were not recognised.
func (r *Recognised) Why() string {
	by := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(r.Others)) {
		reason := r.Others[name].Error()
		by[reason] = append(by[reason], name)
	}
	var parts []string
	for _, reason := range slices.Sorted(maps.Keys(by)) {
		names := by[reason]
		if len(names) > maxNamed {
			names = append(slices.Clone(names[:maxNamed]), fmt.Sprintf("%d more", len(names)-maxNamed))
		}
		parts = append(parts, strings.Join(names, ", ")+": "+reason)
	}
	return strings.Join(parts, "; ")
}

// Recognise reads the headers of tables. It fails when a table cannot be opened,
// or when two hold the same entity.
func Recognise(ctx context.Context, d *casefile.Dictionary, refs []table.Ref) (*Recognised, error) {
	found := &Recognised{Others: map[string]error{}}
	m := &mapping.Mapping{Version: mapping.Version}
	holds := map[string]string{} // entity: table
	for _, ref := range refs {
		t, err := recognise(ctx, d, ref, names(ref, refs))
		if wrong := (*unknown)(nil); errors.As(err, &wrong) {
			found.Others[ref.Called()] = wrong
			continue
		}
		if err != nil {
			return nil, err
		}
		entity := t.Items[0].Entity
		if first, again := holds[entity]; again {
			return nil, fmt.Errorf("%s and %s both hold %s: keep one", first, ref.Called(), strings.ReplaceAll(entity, "_", " "))
		}
		holds[entity] = ref.Called()
		found.Tables = append(found.Tables, ref)
		m.Tables = append(m.Tables, *t)
	}
	if len(m.Tables) > 0 {
		found.Mapping = m
	}
	return found, nil
}

// unknown is why a table is not recognised, and what to do.
type unknown struct{ reason string }

func (u *unknown) Error() string { return u.reason }

func unknownf(format string, args ...any) error { return &unknown{fmt.Sprintf(format, args...)} }

// names are the names by which a table may be known: its own and, for the only
// sheet of a workbook, the workbook's.
func names(ref table.Ref, all []table.Ref) []string {
	list := []string{casefile.Fold(ref.Name)}
	only := !slices.ContainsFunc(all, func(o table.Ref) bool { return o.File == ref.File && o.Sheet != ref.Sheet })
	if ref.Sheet != "" && only {
		list = append(list, casefile.Fold(strings.TrimSuffix(ref.File, filepath.Ext(ref.File))))
	}
	return list
}

// recognise tells what a table is by its name, or else by its header.
func recognise(ctx context.Context, d *casefile.Dictionary, ref table.Ref, names []string) (*mapping.Table, error) {
	for _, name := range names {
		if k, known := kindOf(d, name); known {
			return byName(ctx, ref, k)
		}
	}
	return byHeader(ctx, d, ref)
}

// kind is what a table of a name holds.
type kind struct {
	name   string   // as an error calls it
	parts  []entity // what a row becomes
	ofCase bool     // its rows belong to a child
}

// entity is one of the things a row becomes, as a mapping calls it.
type entity struct {
	name   string
	fields []*casefile.Field
}

// kindOf gives what a table of this name holds.
func kindOf(d *casefile.Dictionary, name string) (kind, bool) {
	if name == "cases" || name == d.Child.Name {
		return kind{name, []entity{{mapping.Case, d.Record}, {d.Child.Name, d.Child.Fields}}, true}, true
	}
	for _, list := range [][]*casefile.Entity{d.Entities, d.Service} {
		for _, e := range list {
			if name == e.Name || name == casefile.Fold(e.Label) {
				return kind{e.Label, []entity{{e.Name, e.Fields}}, !e.Service}, true
			}
		}
	}
	return kind{}, false
}

// caseColumns are the names that the column of the child's id may have.
var caseColumns = [...]string{"case_id", "pers_person_id", "person_id"}

// byName reads the header of a table whose name says what it holds.
func byName(ctx context.Context, ref table.Ref, k kind) (*mapping.Table, error) {
	header, err := headerOf(ctx, ref, func(cells []string) bool {
		t, err := k.table(ref, cells)
		return err == nil && t != nil
	})
	if headed := (*table.HeaderError)(nil); errors.As(err, &headed) {
		if header, err = headerOf(ctx, ref, nil); err == nil {
			_, err = k.table(ref, header)
		}
	}
	if err != nil {
		return nil, err
	}
	return k.table(ref, header)
}

// table makes the mapping of a table with this header.
func (k kind) table(ref table.Ref, header []string) (*mapping.Table, error) {
	t := &mapping.Table{File: ref.File, Sheet: ref.Sheet}
	if k.ofCase {
		for _, name := range caseColumns {
			if at := column(header, name); at >= 0 && t.Case == "" {
				t.Case = header[at]
			}
		}
		if t.Case == "" {
			return nil, unknownf("it is named as %s and has no column case_id with the child's id: name it so, or `caseaudit map %s` proposes a mapping file", k.name, ref.File)
		}
	}
	for _, part := range k.parts {
		items := mapping.Items{Entity: part.name, Fields: map[string]string{}}
		for _, f := range part.fields {
			if at := fieldColumn(header, f); at >= 0 && header[at] != t.Case {
				items.Fields[f.Name] = header[at]
			}
		}
		if len(items.Fields) > 0 {
			t.Items = append(t.Items, items)
		}
	}
	if len(t.Items) == 0 {
		return nil, unknownf("it is named as %s and none of its columns is a field of %s: name them as the dictionary does, or `caseaudit map %s` proposes a mapping file", k.name, k.name, ref.File)
	}
	return t, nil
}

// byHeader recognises a table of the service whose columns are all fields of one
// list, and of one only.
func byHeader(ctx context.Context, d *casefile.Dictionary, ref table.Ref) (*mapping.Table, error) {
	header, err := headerOf(ctx, ref, nil)
	if headed := (*table.HeaderError)(nil); errors.As(err, &headed) {
		return nil, unknownf("it is not named as an entity of the dictionary, and its header cannot be read: %v", err)
	}
	if err != nil {
		return nil, err
	}
	// A log of supervision with case_id and date has the columns of a file audit.
	if slices.ContainsFunc(caseColumns[:], func(name string) bool { return column(header, name) >= 0 }) {
		return nil, unknownf("its name is not that of an entity of the dictionary (supervision, chronology, decisions, ...), and its columns cannot say what happened to the children in it: name it as what it is, or `caseaudit map %s` proposes a mapping file", ref.File)
	}
	var fitting []kind
	for _, e := range d.Service {
		every := !slices.ContainsFunc(header, func(cell string) bool {
			return !slices.ContainsFunc(e.Fields, func(f *casefile.Field) bool { return named(cell, f) })
		})
		if every {
			fitting = append(fitting, kind{e.Label, []entity{{e.Name, e.Fields}}, false})
		}
	}
	switch len(fitting) {
	case 1:
		return fitting[0].table(ref, header)
	case 0:
		return nil, unknownf("neither its name is that of an entity of the dictionary (supervision, chronology, posts, ...), nor are its columns exactly those of one list of the service: `caseaudit map %s` proposes a mapping file", ref.File)
	}
	var lists []string
	for _, k := range fitting {
		lists = append(lists, k.name)
	}
	return nil, unknownf("its columns fit %s: name it as the one it is, or `caseaudit map %s` proposes a mapping file", strings.Join(lists, " and "), ref.File)
}

// headerOf opens a table for its header; is tells the header's row, nil takes
// the first.
func headerOf(ctx context.Context, ref table.Ref, is func(cells []string) bool) ([]string, error) {
	t, err := ref.Open(ctx, table.Layout{IsHeader: is})
	if err != nil {
		return nil, err
	}
	return t.Header, t.Close()
}

func column(header []string, name string) int {
	return slices.IndexFunc(header, func(cell string) bool { return casefile.Fold(cell) == name })
}

func fieldColumn(header []string, f *casefile.Field) int {
	return slices.IndexFunc(header, func(cell string) bool { return named(cell, f) })
}

// named reports whether a column has the name of a field, or its label.
func named(cell string, f *casefile.Field) bool {
	folded := casefile.Fold(cell)
	return folded == f.Name || folded == casefile.Fold(f.Label)
}
