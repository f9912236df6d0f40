package annexa

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// nothing lists what programs write in a cell where there is nothing.
func nothing() []string { return []string{"-", "NULL", "nan", "n/a"} }

// mapping says what the lists that were found mean. A list that the audit does not
// use is in none of its tables.
func (l *Lists) mapping(codes map[string]*words) *mapping.Mapping {
	m := &mapping.Mapping{Version: mapping.Version}
	for _, number := range order() {
		for _, one := range l.found {
			if one.list.Number != number {
				continue
			}
			if t, some := one.table(codes); some {
				m.Tables = append(m.Tables, t)
			}
		}
	}
	return m
}

// table says what one list means.
func (o listed) table(codes map[string]*words) (mapping.Table, bool) {
	t := mapping.Table{File: o.ref.File, Sheet: o.ref.Sheet, HeaderRow: o.headerRow, Blank: nothing(), Case: o.columns[o.list.key()]}
	read := map[string]bool{t.Case: true}
	for _, g := range items(o.list.Number) {
		it, some := o.items(g, codes)
		if !some {
			continue
		}
		t.Items = append(t.Items, it)
		for _, name := range g.columnsOf() {
			if header, has := o.columns[o.list.column(name)]; has {
				read[header] = true
			}
		}
	}
	for _, name := range o.columns.known(o.header) {
		if !read[name] {
			t.Unused = append(t.Unused, name)
		}
	}
	return t, len(t.Items) > 0
}

// items says what a row becomes in one entity, as far as the table has the
// columns.
func (o listed) items(g gives, codes map[string]*words) (it mapping.Items, some bool) {
	it = mapping.Items{Entity: g.entity, Fields: map[string]string{}, Always: g.always, Values: map[string]map[string]string{}, Latest: g.latest, Closed: true}
	for field, name := range g.fields {
		c := o.list.column(name)
		header, has := o.columns[c]
		if !has {
			continue
		}
		it.Fields[field] = header
		if words := codesOf(c, field, codes); words != nil {
			it.Values[field] = words
		}
	}
	here := func(names []string) (headers []string) {
		for _, name := range names {
			if header, has := o.columns[o.list.column(name)]; has {
				headers = append(headers, header)
			}
		}
		return slices.Clip(headers)
	}
	it.Needs, it.Unless = here(g.needs), here(g.unless)
	return it, len(it.Fields) > 0 && (len(g.needs) == 0 || len(it.Needs) > 0)
}
