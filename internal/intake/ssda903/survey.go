package ssda903

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Survey reads every row of every table once, then puts every child together
// once, so that what the rows say together is known too.
func (e *Export) Survey(ctx context.Context) (*casefile.Survey, error) {
	e.people = nil
	sources, err := e.open(ctx)
	if err != nil {
		return nil, err
	}
	defer closeAll(sources)
	e.sources = sources
	v := &surveyor{export: e, ledger: ledger.New(e.dictionary, Format), byID: map[string]int{}, refused: map[string]bool{}}
	v.ignore()
	for at := range sources {
		if err := v.table(ctx, at); err != nil {
			return nil, err
		}
	}
	supplied(v.ledger.Supply(), v.has)
	e.listed = v.has(uasc, "CHILD")
	for _, p := range v.people {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c, err := e.assemble(p)
		if err != nil {
			return nil, err
		}
		c.Keep(v.ledger)
	}
	s, err := v.ledger.Close()
	if err != nil {
		return nil, err
	}
	e.people = append([]*caseRows{}, v.people...)
	return s, nil
}

// surveyor is what the first reading keeps.
type surveyor struct {
	export  *Export
	ledger  *ledger.Ledger
	people  []*caseRows
	byID    map[string]int  // child's id: index of people
	refused map[string]bool // ids whose row in the header was refused
}

func (v *surveyor) has(name, column string) bool {
	return slices.ContainsFunc(v.export.sources, func(s *source) bool {
		_, has := s.at[column]
		return has && s.name == name
	})
}

func (v *surveyor) ignore() {
	for _, name := range slices.Sorted(maps.Keys(v.export.ignored)) {
		v.ledger.Ignore(name, v.export.ignored[name])
	}
	for _, path := range v.export.files {
		base := filepath.Base(path)
		if why := Unused(TableName(base)); why != "" {
			v.ledger.Ignore(base, why)
		}
	}
}

// table reads one table.
func (v *surveyor) table(ctx context.Context, at int) error {
	s := v.export.sources[at]
	f := s.file
	in := v.ledger.Input(casefile.Input{Name: f.Name, Entity: s.label, SHA256: f.SHA256, Encoding: f.Encoding, Delimiter: f.Delimiter,
		HeaderRow: f.HeaderLine, Columns: s.described})
	v.columns(s)
	once := map[[16]byte]bool{}
	return f.Rows(ctx, func(row table.Row) error {
		where := casefile.Location{File: f.Name, Row: row.Line}
		v.oddities(row, where)
		if row.Fault != "" {
			in.Rows += row.Lost
			v.refuse(row.Lost, s, row, returns.Fault{At: where, Reason: row.Fault})
			return nil
		}
		in.Rows++
		if h := sum(row.Cells); once[h] {
			in.Duplicates++
			v.ledger.Count(casefile.Note{Kind: ledger.DuplicateRow, At: where, Text: "rows that repeat another exactly were dropped"})
			return nil
		} else {
			once[h] = true
		}
		s.sawDates(v.export.dictionary, row.Cells)
		if wrong := v.row(at, row, where); wrong != nil {
			v.refuse(1, s, row, *wrong)
			return nil
		}
		in.Read++
		return nil
	})
}

// columns notes the columns that nobody reads, and an encoding that is guessed.
func (v *surveyor) columns(s *source) {
	top := casefile.Location{File: s.file.Name, Row: s.file.HeaderLine}
	for _, c := range s.described {
		if c.Use == casefile.ColumnUnknown {
			v.ledger.Count(casefile.Note{Kind: ledger.UnknownColumn, At: top, Text: fmt.Sprintf("column %s is not known and was not read", casefile.Quote(c.Name))})
		}
	}
	if s.file.Encoding == "windows-1252" {
		v.ledger.Count(casefile.Note{Kind: ledger.Encoding, At: top, Text: "the file is not UTF-8 and was read as Windows-1252: check that accented names look right"})
	}
}

// sawDates counts how the dates of a row are written.
func (s *source) sawDates(d *casefile.Dictionary, cells []string) {
	for _, c := range s.spec.columns {
		at, has := s.at[c.name]
		if f, known := d.Field(c.field); has && known && f.Dated() {
			s.described[at].SawDate(cells[at])
		}
	}
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

// row reads one row, finds whose it is and keeps its place.
func (v *surveyor) row(at int, r table.Row, where casefile.Location) *returns.Fault {
	s := v.export.sources[at]
	id := casefile.Trim(r.Cells[s.at["CHILD"]])
	owner, known := v.byID[id]
	fault := func(reason string) *returns.Fault {
		return &returns.Fault{At: where, Column: s.file.Header[s.at["CHILD"]], Reason: reason}
	}
	switch {
	case id == "":
		return fault("the row has no child's id: write whose it is")
	case s.name == header && known:
		return fault(fmt.Sprintf("the child already stands on row %d with other values: keep one row a child", v.people[owner].refs[0].line))
	case s.name == header && v.refused[id]:
		return fault("another row of the child was refused: mend it, and keep one row a child")
	case s.name != header && !known && v.refused[id]:
		return fault("the child's row in the header was refused: mend it first")
	case s.name != header && !known:
		return fault("the child is not in the header: add the child there or take the row out")
	}
	if err := casefile.CheckCaseID(id); err != nil {
		return fault(err.Error())
	}
	c := returns.NewRow(v.export.dictionary)
	s.read(c, where, s.cells(r.Cells, where))
	if c.Fault != nil {
		return c.Fault
	}
	if s.name == header {
		v.byID[id] = len(v.people)
		owner = len(v.people)
		v.people = append(v.people, &caseRows{id: id})
	}
	p := v.people[owner]
	p.refs = append(p.refs, ref{offset: r.Offset, length: int32(r.Length), line: int32(r.Line), source: int32(at)})
	return nil
}

// refuse lists a row that is not read, and counts it against its child when it
// can be told whose it is.
func (v *surveyor) refuse(rows int, s *source, row table.Row, wrong returns.Fault) {
	id := ""
	if at := s.at["CHILD"]; at < len(row.Cells) {
		id = casefile.Trim(row.Cells[at])
	}
	owner, known := v.byID[id]
	switch {
	case known:
		v.people[owner].refused++
	case s.name == header && row.Fault == "":
		v.refused[id] = id != ""
	case row.Fault != "":
		id = "" // what stands in a damaged row's column may be anything
	}
	v.ledger.Refuse(rows, casefile.Refusal{At: wrong.At, Column: wrong.Column, CaseID: id, Reason: wrong.Reason})
}

// column903 is a column's name as the return spells it.
func column903(h string) string { return strings.ToUpper(casefile.Fold(h)) }

func sum(cells []string) [16]byte {
	var b []byte
	for _, cell := range cells {
		b = append(binary.AppendUvarint(b, uint64(len(cell))), cell...)
	}
	h := sha256.Sum256(b)
	return [16]byte(h[:16])
}
