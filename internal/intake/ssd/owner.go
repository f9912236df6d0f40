package ssd

import (
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/table"
)

// nobody is the owner of a row that belongs to no case, or to one that only its
// key can tell.
const nobody = -1

// owner finds the case of a row by the child's id, else by the period of care.
func (v *surveyor) owner(s *source, row table.Row) (int, *fault) {
	if s.role == service || s.role == extendsStaff || s.role == person {
		return nobody, nil
	}
	if id := s.id(row.Cells, s.caseAt); id != "" {
		at, known := v.byID[id]
		switch {
		case known:
			return at, nil
		case v.refusedIDs[id]:
			return nobody, &fault{s.file.Header[s.caseAt], "the row of this case in " + v.holder("ssd_person") + " was refused: mend that row first"}
		}
		return nobody, &fault{s.file.Header[s.caseAt], "no such case in " + v.holder("ssd_person") + ": add the child there or mend the id"}
	}
	if period := s.id(row.Cells, s.through); period != "" {
		at, known := v.periods[period]
		switch {
		case !known:
			return nobody, &fault{s.file.Header[s.through], "no such period of care in ssd_cla_episodes.csv: add the episode there or mend the id"}
		case at == several:
			return nobody, &fault{s.file.Header[s.through], "more than one child has this period of care in ssd_cla_episodes.csv: give the child's id"}
		}
		return at, nil
	}
	if s.role == factors || s.role == extends && s.caseAt < 0 {
		return nobody, nil
	}
	return nobody, &fault{s.file.Header[max(s.caseAt, 0)], "the row has no id of a child: give it one"}
}

// place files the row by its table's role.
func (v *surveyor) place(s *source, owner int, r reading, row table.Row, where casefile.Location) (int, *fault) {
	switch s.role {
	case person:
		return v.person(s, row)
	case items:
		if cla, ok := r.own["cla_id"].(string); ok {
			v.periods[cla] = oneOf(v.periods, cla, owner)
		}
		if key, _ := s.keyOf(r); key != "" && v.wanted(s.entity) {
			kind, _ := r.values["type"].(string)
			v.keys.add(s.entity.Name, owner, key, kind)
		}
	case factors:
		id, _ := r.own["assessment_id"].(string)
		at, found := v.keys.owner("assessments", owner, id)
		if !found {
			return nobody, &fault{s.columnOf("assessment_id"), "no such assessment in " + v.holder("ssd_cin_assessments") + ": add it there or mend the id"}
		}
		return at, nil
	case extends:
		return v.extends(s, owner, r, row)
	case extendsCase:
		return owner, v.once(hashOf(s.file.Called(), v.people[owner].id), s, s.caseAt, row.Line)
	case service:
		v.ledger.Service(s.entity.Name, r.values, where)
		v.ledger.Dates(s.entity, r.values, where)
		if key, _ := s.keyOf(r); key != "" {
			if _, again := v.staff[s.entity.Name+"\x00"+key]; !again {
				v.staff[s.entity.Name+"\x00"+key] = kept{r.values, where}
			}
		}
	case extendsStaff:
		return nobody, v.extendsStaff(s, r, row, where)
	case identifiers:
		if kind, _ := r.own["type"].(string); isNHS(kind) {
			s.nhs = true
		}
	}
	return owner, nil
}

// holder is what the export calls the table of the dataset that has this name.
func (v *surveyor) holder(table string) string {
	for _, s := range v.export.sources {
		if s.spec != nil && s.spec.Table == table {
			return s.file.Called()
		}
	}
	return table
}

// person opens a case.
func (v *surveyor) person(s *source, row table.Row) (int, *fault) {
	id := s.id(row.Cells, s.caseAt)
	if id == "" {
		return nobody, &fault{s.file.Header[s.caseAt], "the row has no id of a child: give it one"}
	}
	if err := casefile.CheckCaseID(id); err != nil {
		return nobody, &fault{s.file.Header[s.caseAt], err.Error()}
	}
	if first, again := v.byID[id]; again {
		return nobody, &fault{s.file.Header[s.caseAt], fmt.Sprintf("the case already stands on row %d: keep one row a child", v.people[first].refs[0].line)}
	}
	v.byID[id] = len(v.people)
	v.people = append(v.people, &caseRows{id: id})
	return len(v.people) - 1, nil
}

// extends finds the item that a row of a practice table extends.
func (v *surveyor) extends(s *source, owner int, r reading, row table.Row) (int, *fault) {
	key, column := s.keyOf(r)
	if key == "" {
		return owner, &fault{column, "the row has no " + s.key.Label + ", so that nothing says what it extends: give it one"}
	}
	at, found := v.keys.owner(s.entity.Name, owner, key)
	if !found && owner != nobody && v.export.standsAlone(s.entity, r) {
		v.keys.add(s.entity.Name, owner, key, text(r.values, "type"))
		return owner, v.once(hashOf(s.file.Called(), v.people[owner].id, key, ""), s, s.column(s.key.Name), row.Line)
	}
	if !found {
		return owner, &fault{column, fmt.Sprintf("no item of %s has this %s: add it to the dataset's table or mend the id", s.entity.Label, s.key.Label)}
	}
	if at == several {
		return nobody, &fault{column, fmt.Sprintf("items of several cases have this %s: add a column case_id", s.key.Label)}
	}
	kind, _ := r.values["type"].(string)
	narrow, one := v.keys.one(s.entity.Name, at, key, kind)
	if !one {
		return at, &fault{column, fmt.Sprintf("several items of the case have this %s: add a column type that tells them apart", s.key.Label)}
	}
	return at, v.once(hashOf(s.file.Called(), v.people[at].id, key, narrow), s, s.column(s.key.Name), row.Line)
}

// standsAlone reports whether a row of a practice table is an item of its own: it is
// of a kind, such as a private fostering visit, that no table of the export holds.
func (e *Export) standsAlone(entity *casefile.Entity, r reading) bool {
	kind := text(r.values, "type")
	return kind != "" && !slices.ContainsFunc(e.sources, func(s *source) bool {
		return s.spec != nil && s.entity == entity && (s.spec.Kind == "" || s.spec.Kind == kind)
	})
}

// once refuses a second row for one thing.
func (v *surveyor) once(h hash, s *source, column, line int) *fault {
	if first, again := v.extended[h]; again {
		return &fault{s.file.Header[column], fmt.Sprintf("row %d of this file already speaks of it: keep one row", first)}
	}
	v.extended[h] = int32(line)
	return nil
}

// wanted reports whether some table names items of the entity by their key.
func (v *surveyor) wanted(e *casefile.Entity) bool {
	return slices.ContainsFunc(v.export.sources, func(s *source) bool {
		return s.role == extends && s.entity == e || s.role == factors && e.Name == "assessments"
	})
}

// keyOf gives the key of a row's item and the column it stands in.
func (s *source) keyOf(r reading) (key, column string) {
	if s.key == nil {
		return "", ""
	}
	key, _ = r.values[s.key.Name].(string)
	return key, s.columnOf(s.key.Name)
}

func (s *source) columnOf(field string) string {
	for _, b := range s.bindings {
		if b.field.Name == field {
			return s.file.Header[b.column]
		}
	}
	return ""
}
