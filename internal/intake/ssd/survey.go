package ssd

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Survey reads every row of every table once, then puts every case together
// once, so that faults between tables are known too.
func (e *Export) Survey(ctx context.Context) (*casefile.Survey, error) {
	sources, ignored, err := e.open(ctx)
	if err != nil {
		return nil, err
	}
	defer closeAll(sources)
	e.sources, e.people = sources, nil
	v := &surveyor{export: e, ledger: ledger.New(e.dictionary, Format), byID: map[string]int{}, refusedIDs: map[string]bool{},
		periods: map[string]int{}, keys: keys{}, extended: map[hash]int{}, staff: map[string]kept{}}
	for name, why := range e.ignored {
		v.ledger.Ignore(name, why)
	}
	for _, line := range ignored {
		name, why, _ := cut(line)
		v.ledger.Ignore(name, why)
	}
	for at := range sources {
		if err := v.table(ctx, at); err != nil {
			return nil, err
		}
	}
	v.supply()
	for _, p := range v.people {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		rec, err := e.assemble(p, v.ledger)
		if err != nil {
			return nil, err
		}
		v.account(rec)
	}
	s, err := v.ledger.Close()
	if err != nil {
		return nil, err
	}
	e.people = v.people
	if e.people == nil {
		e.people = []*caseRows{}
	}
	return s, nil
}

// surveyor is what the first reading keeps.
type surveyor struct {
	export     *Export
	ledger     *ledger.Ledger
	people     []*caseRows
	byID       map[string]int  // case id: index of people
	refusedIDs map[string]bool // ids whose row in ssd_person was refused
	periods    map[string]int  // id of a period of care: index of people, or several
	keys       keys
	extended   map[hash]int    // items and cases that a row has extended: its line
	staff      map[string]kept // items of the service by entity and key
}

// several stands for more than one case.
const several = -2

// hash stands for a row or a key, so that memory does not grow with its text.
type hash [16]byte

func hashOf(parts ...string) hash {
	h := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(h, "%d:", len(part))
		h.Write([]byte(part))
	}
	return hash(h.Sum(nil)[:16])
}

// table reads one table.
func (v *surveyor) table(ctx context.Context, at int) error {
	s := v.export.sources[at]
	f := s.file
	in := v.ledger.Input(casefile.Input{Name: f.Name, Entity: s.label(), SHA256: f.SHA256, Encoding: f.Encoding, Delimiter: f.Delimiter})
	top := casefile.Location{File: f.Name, Row: f.HeaderLine}
	for _, column := range s.unknown {
		v.ledger.Count(casefile.Note{Kind: ledger.UnknownColumn, At: top, Text: fmt.Sprintf("column %s is not known and was not read", casefile.Quote(column))})
	}
	if f.Encoding == "windows-1252" {
		v.ledger.Count(casefile.Note{Kind: ledger.Encoding, At: top, Text: "the file is not UTF-8 and was read as Windows-1252: check that accented names look right"})
	}
	once := map[hash]bool{}
	return f.Rows(ctx, func(row table.Row) error {
		where := casefile.Location{File: f.Name, Row: row.Line}
		v.oddities(row, where)
		if row.Fault != "" {
			in.Rows += row.Lost
			v.refuse(row.Lost, s, row, fault{"", row.Fault})
			return nil
		}
		in.Rows++
		if h := hashOf(row.Cells...); once[h] {
			in.Duplicates++
			v.ledger.Count(casefile.Note{Kind: ledger.DuplicateRow, At: where, Text: "rows that repeat another exactly were dropped"})
			return nil
		} else {
			once[h] = true
		}
		if wrong := v.row(at, row, where); wrong != nil {
			v.refuse(1, s, row, *wrong)
			return nil
		}
		in.Read++
		s.keep(row.Cells)
		return nil
	})
}

func (v *surveyor) oddities(row table.Row, where casefile.Location) {
	if row.Loose {
		v.ledger.Note(casefile.Note{Kind: ledger.StrayQuote, At: where, Text: "a quotation mark is out of place and was kept as text: check the row"})
	}
	if row.RowLike {
		v.ledger.Note(casefile.Note{Kind: ledger.RowsInCell, At: where,
			Text: fmt.Sprintf("a quoted cell runs over %d lines that look like rows of their own: check the quotation marks", row.Lines)})
	}
	if row.Replaced > 0 {
		v.ledger.Count(casefile.Note{Kind: ledger.Encoding, At: where, Count: row.Replaced, Text: "characters that could not be decoded were replaced"})
	}
}

// refuse lists a row that is not read, and counts it against its case when it
// can be told whose it is.
func (v *surveyor) refuse(rows int, s *source, row table.Row, wrong fault) {
	id := s.id(row.Cells, s.caseAt)
	if s.role == person {
		if _, has := v.byID[id]; !has && id != "" {
			v.refusedIDs[id] = true
		}
	}
	if at, known := v.byID[id]; known {
		v.people[at].refused += rows
	} else if period, known := v.periods[s.id(row.Cells, s.through)]; known && period >= 0 && id == "" {
		id = v.people[period].id
		v.people[period].refused += rows
	} else if row.Fault != "" {
		id = "" // what stands in a damaged row's column may be anything
	}
	v.ledger.Refuse(rows, casefile.Refusal{At: casefile.Location{File: s.file.Name, Row: row.Line}, Column: wrong.column, CaseID: id, Reason: wrong.reason})
}

// row reads one row, finds whose it is and keeps its place.
func (v *surveyor) row(at int, row table.Row, where casefile.Location) *fault {
	s := v.export.sources[at]
	type odd struct {
		field *casefile.Field
		raw   string
	}
	var odds []odd
	owner, wrong := v.owner(s, row)
	if wrong != nil {
		return wrong
	}
	r, wrong := s.read(row.Cells, func(f *casefile.Field, raw string) { odds = append(odds, odd{f, raw}) })
	if wrong != nil {
		return wrong
	}
	if owner, wrong = v.place(s, owner, r, row, where); wrong != nil {
		return wrong
	}
	if owner >= 0 {
		p := v.people[owner]
		p.refs = append(p.refs, ref{offset: row.Offset, length: int32(row.Length), line: int32(row.Line), source: int32(at)})
	}
	for _, o := range odds {
		v.ledger.Unmatched(o.field, o.raw, where)
	}
	return nil
}

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
			return nobody, &fault{s.file.Header[s.caseAt], "the row of this case in ssd_person.csv was refused: mend that row first"}
		}
		return nobody, &fault{s.file.Header[s.caseAt], "no such case in ssd_person.csv: add the child there or mend the id"}
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
			if have, again := v.periods[cla]; again && have != owner {
				owner, v.periods[cla] = owner, several
			} else {
				v.periods[cla] = owner
			}
		}
		if key, _ := s.keyOf(r); key != "" && v.wanted(s.entity) {
			kind, _ := r.values["type"].(string)
			v.keys.add(s.entity.Name, owner, key, kind)
		}
	case factors:
		id, _ := r.own["assessment_id"].(string)
		at, found := v.keys.owner("assessments", owner, id)
		if !found {
			return nobody, &fault{s.columnOf("assessment_id"), "no such assessment in ssd_cin_assessments.csv: add it there or mend the id"}
		}
		return at, nil
	case extends:
		return v.extends(s, owner, r, row)
	case extendsCase:
		return owner, v.once(hashOf(s.file.Name, v.people[owner].id), s, s.caseAt, row.Line)
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

// person opens a case.
func (v *surveyor) person(s *source, row table.Row) (int, *fault) {
	id := s.id(row.Cells, s.caseAt)
	if id == "" {
		return nobody, &fault{s.file.Header[s.caseAt], "the row has no id of a child: give it one"}
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
		return nobody, &fault{column, "the row has no " + s.key.Label + ", so that nothing says what it extends: give it one"}
	}
	at, found := v.keys.owner(s.entity.Name, owner, key)
	if !found {
		return nobody, &fault{column, fmt.Sprintf("no item of %s has this %s: add it to the dataset's table or mend the id", s.entity.Label, s.key.Label)}
	}
	if at == several {
		return nobody, &fault{column, fmt.Sprintf("items of several cases have this %s: add a column case_id", s.key.Label)}
	}
	kind, _ := r.values["type"].(string)
	narrow, one := v.keys.one(s.entity.Name, at, key, kind)
	if !one {
		return nobody, &fault{column, fmt.Sprintf("several items of the case have this %s: add a column type that tells them apart", s.key.Label)}
	}
	return at, v.once(hashOf(s.file.Name, v.people[at].id, key, narrow), s, s.column(s.key.Name), row.Line)
}

// once refuses a second row for one thing.
func (v *surveyor) once(h hash, s *source, column, line int) *fault {
	if first, again := v.extended[h]; again {
		return &fault{s.file.Header[column], fmt.Sprintf("row %d of this file already speaks of it: keep one row", first)}
	}
	v.extended[h] = line
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

// keep counts a row that was read, and the placeholders in it.
func (s *source) keep(cells []string) {
	s.rows++
	for _, b := range s.bindings {
		if casefile.Trim(cells[b.column]) == placeholder {
			s.placeholders[b.column]++
		}
	}
}

// account takes the finished record into the ledger.
func (v *surveyor) account(rec *casefile.Record) {
	v.ledger.Record(rec.CaseID, rec.Child())
	v.ledger.Dates(v.export.dictionary.Child, rec.Child(), rec.Source)
	for _, e := range v.export.dictionary.Entities {
		for i, item := range rec.Items(e.Name) {
			v.ledger.Dates(e, item.(map[string]any), rec.Where[e.Name][i])
		}
	}
}
