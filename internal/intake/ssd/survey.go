package ssd

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/progress"
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
		periods: map[string]int{}, keys: newKeys(), extended: map[hash]int32{}, staff: map[string]kept{}}
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
	stage := progress.Begin(ctx, "putting cases together", int64(len(v.people)), progress.Records)
	defer stage.End()
	for n, p := range v.people {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		stage.At(int64(n))
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
	keys       *keys
	extended   map[hash]int32  // items and cases that a row has extended: its line
	staff      map[string]kept // items of the service by entity and key
}

// several stands for more than one case.
const several = -2

// hash stands for a row or a key, so that memory does not grow with its text.
type hash [16]byte

func hashOf(parts ...string) hash {
	var b []byte
	for _, part := range parts {
		b = append(binary.AppendUvarint(b, uint64(len(part))), part...)
	}
	sum := sha256.Sum256(b)
	return hash(sum[:16])
}

// oneOf gives the owner of an id: several once two cases have it.
func oneOf[K comparable, O int | int32](owners map[K]O, id K, owner O) O {
	if have, again := owners[id]; again && have != owner {
		return several
	}
	return owner
}

// table reads one table.
func (v *surveyor) table(ctx context.Context, at int) error {
	s := v.export.sources[at]
	f := s.file
	in := v.ledger.Input(casefile.Input{Name: f.Name, Sheet: f.Sheet, Entity: s.label(), SHA256: f.SHA256, Encoding: f.Encoding, Delimiter: f.Delimiter,
		HeaderRow: f.HeaderLine, Columns: s.columns})
	top := casefile.Location{File: f.Name, Sheet: f.Sheet, Row: f.HeaderLine}
	for _, column := range s.columns {
		if column.Use == casefile.ColumnUnknown {
			v.ledger.Count(casefile.Note{Kind: ledger.UnknownColumn, At: top, Text: fmt.Sprintf("column %s is not known and was not read", casefile.Quote(column.Name))})
		}
	}
	if f.Encoding == "windows-1252" {
		v.ledger.Count(casefile.Note{Kind: ledger.Encoding, At: top, Text: "the file is not UTF-8 and was read as Windows-1252: check that accented names look right"})
	}
	once := newRepeats(s, at)
	if err := f.Rows(ctx, func(row table.Row) error {
		where := casefile.Location{File: f.Name, Sheet: f.Sheet, Row: row.Line}
		v.oddities(row, where)
		if row.Fault != "" {
			in.Rows += row.Lost
			owner, _ := v.owner(s, row) // as far as the damaged row tells
			v.refuse(row.Lost, s, row, owner, fault{"", row.Fault})
			return nil
		}
		in.Rows++
		told, wrong := v.owner(s, row) // as far as the row itself tells
		h := hashOf(row.Cells...)
		again, err := once.again(h, row, told, v.people)
		if err != nil {
			return err
		}
		if again {
			in.Duplicates++
			v.ledger.Count(casefile.Note{Kind: ledger.DuplicateRow, At: where, Text: "rows that repeat another exactly were dropped"})
			return nil
		}
		s.sawDates(row.Cells)
		owner := told
		if wrong == nil {
			owner, wrong = v.row(at, row, told, h, where)
		}
		if wrong != nil {
			once.met(h, nobody)
			v.refuse(1, s, row, owner, *wrong)
			return nil
		}
		once.met(h, told)
		in.Read++
		s.keep(row.Cells)
		return nil
	}); err != nil {
		return err
	}
	v.ledger.Table(f)
	return nil
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
func (v *surveyor) refuse(rows int, s *source, row table.Row, owner int, wrong fault) {
	id := s.id(row.Cells, s.caseAt)
	if s.role == person && id != "" {
		if at, has := v.byID[id]; has {
			owner = at
		} else {
			v.refusedIDs[id] = true
		}
	}
	switch {
	case owner >= 0:
		id = v.people[owner].id
		v.people[owner].refused++
	case row.Fault != "":
		id = "" // what stands in a damaged row's column may be anything
	}
	v.ledger.Refuse(rows, casefile.Refusal{At: casefile.Location{File: s.file.Name, Sheet: s.file.Sheet, Row: row.Line}, Column: wrong.column, CaseID: id, Reason: wrong.reason})
}

// row reads one row of a case, or of nobody, and keeps its place with its case, which
// its key may tell. A row that is refused may have an owner too.
func (v *surveyor) row(at int, row table.Row, owner int, h hash, where casefile.Location) (int, *fault) {
	s := v.export.sources[at]
	type odd struct {
		field *casefile.Field
		raw   string
	}
	var odds []odd
	r, wrong := s.read(row.Cells, func(f *casefile.Field, raw string) { odds = append(odds, odd{f, raw}) })
	if wrong != nil {
		return owner, wrong
	}
	if owner, wrong = v.place(s, owner, r, row, where); wrong != nil {
		return owner, wrong
	}
	if owner >= 0 {
		p := v.people[owner]
		p.refs = append(p.refs, ref{offset: row.Offset, length: int32(row.Length), line: int32(row.Line), source: int32(at), short: h.short()})
	}
	for _, o := range odds {
		v.ledger.Unmatched(o.field, o.raw, where)
	}
	return owner, nil
}

// sawDates counts how the dates of a row are written.
func (s *source) sawDates(cells []string) {
	for _, b := range s.bindings {
		if b.field.Dated() {
			s.columns[b.column].SawDate(s.cell(cells[b.column]))
		}
	}
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
