package mapped

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/progress"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Kinds of note.
const (
	notARow     = "not a row"
	noItem      = "row without an item"
	decimalIDs  = "id with decimals"
	likelyOne   = "ids likely one"
	itemsAlike  = "items alike"
	notReadWhy  = "the mapping does not name it"
	rowsWithout = "rows that hold the child's id and nothing else that the mapping reads"
)

// Survey reads every row of every table once, then puts every case together
// once, so that what contradicts itself between tables is known too.
func (e *Export) Survey(ctx context.Context) (*casefile.Survey, error) {
	e.cases = nil
	sources, others, err := e.open(ctx)
	if err != nil {
		return nil, err
	}
	defer closeAll(sources)
	e.sources = sources
	v := &surveyor{export: e, ledger: ledger.New(e.dictionary, e.options.Format), byID: map[string]int{}, refused: map[string]int{},
		service: newGathered(e.dictionary)}
	for _, name := range sortedKeys(e.options.Ignored) {
		v.ledger.Ignore(name, e.options.Ignored[name])
	}
	for _, r := range others {
		v.ledger.Ignore(r.Called(), notReadWhy)
	}
	for at, s := range sources {
		s.supply(v.ledger.Supply())
		if err := v.table(ctx, at); err != nil {
			return nil, err
		}
	}
	v.ids()
	if err := v.records(ctx); err != nil {
		return nil, err
	}
	v.service.deliver(func(entity string, item map[string]any, at casefile.Location) {
		v.ledger.Service(entity, item, at)
	})
	s, err := v.ledger.Close()
	if err != nil {
		return nil, err
	}
	e.cases = v.cases
	if e.cases == nil {
		e.cases = []*caseRows{}
	}
	return s, nil
}

// surveyor is what the first reading keeps.
type surveyor struct {
	export  *Export
	ledger  *ledger.Ledger
	cases   []*caseRows
	byID    map[string]int // case id: index of cases
	refused map[string]int // rows refused, by the id that stands in them
	service *gathered

	// Of the row being read: what is odd in it, kept until it is known to be read.
	where casefile.Location
	odd   []func()
}

// hash stands for a row, so that memory does not grow with its text.
type hash [16]byte

func hashOf(id string, cells []string) hash {
	b := append(binary.AppendUvarint(nil, uint64(len(id))), id...)
	for _, cell := range cells {
		b = append(binary.AppendUvarint(b, uint64(len(cell))), cell...)
	}
	sum := sha256.Sum256(b)
	return hash(sum[:16])
}

// table reads one table.
func (v *surveyor) table(ctx context.Context, at int) error {
	s := v.export.sources[at]
	t := s.table
	in := v.ledger.Input(casefile.Input{Name: t.Name, Sheet: t.Sheet, Entity: s.label(), SHA256: t.SHA256, Encoding: t.Encoding, Delimiter: t.Delimiter,
		HeaderRow: t.HeaderLine, Columns: s.columns})
	top := casefile.Location{File: t.Name, Sheet: t.Sheet, Row: t.HeaderLine}
	for _, column := range s.columns {
		if column.Use == casefile.ColumnUnknown {
			v.ledger.Count(casefile.Note{Kind: ledger.UnknownColumn, At: top, Text: fmt.Sprintf("column %s stands nowhere in the mapping and was not read", casefile.Quote(column.Name))})
		}
	}
	if t.Encoding == "windows-1252" {
		v.ledger.Count(casefile.Note{Kind: ledger.Encoding, At: top, Text: "the file is not UTF-8 and was read as Windows-1252: check that accented names look right"})
	}
	once := map[hash]bool{}
	err := t.Rows(ctx, func(row table.Row) error {
		v.where = casefile.Location{File: t.Name, Sheet: t.Sheet, Row: row.Line}
		v.oddities(row)
		switch {
		case row.Aside != "":
			v.ledger.Note(casefile.Note{Kind: notARow, At: v.where, Text: "left out as no row of the table: " + row.Aside})
			return nil
		case row.Fault != "":
			in.Rows += row.Lost
			v.damaged(s, row)
			return nil
		}
		in.Rows++
		id, wrong := v.id(s, row.Cells)
		if wrong == nil {
			h := hashOf(id, row.Cells)
			if once[h] {
				in.Duplicates++
				v.ledger.Count(casefile.Note{Kind: ledger.DuplicateRow, At: v.where, Text: "rows that repeat another exactly were dropped"})
				return nil
			}
			once[h] = true
			wrong = v.row(at, id, row)
		}
		if wrong != nil {
			v.refuse(1, id, *wrong)
			return nil
		}
		in.Read++
		return nil
	})
	if err != nil {
		return err
	}
	v.ledger.Table(t)
	v.unmet(s, in.Rows)
	return nil
}

// id reads whose the row is: "" in a table without a column for it.
func (v *surveyor) id(s *source, cells []string) (string, *fault) {
	if s.caseAt < 0 {
		return "", nil
	}
	id, decimal, wrong := s.caseID(cells[s.caseAt])
	if wrong != nil {
		s.group = "" // the rows below are somebody's who is not known
		return "", wrong
	}
	if decimal {
		v.ledger.Count(casefile.Note{Kind: decimalIDs, At: v.where, Text: "ids written as numbers with decimals (123.0) were read without (123)"})
	}
	if id == "" && s.spec.Grouped {
		id = s.group
	}
	if id == "" {
		return "", &fault{s.table.Header[s.caseAt], "the row has no id of a child: give it one, or say in the mapping under aside how such rows begin if they are none of the table"}
	}
	s.group = id
	return id, nil
}

// row reads one row and keeps its place.
func (v *surveyor) row(at int, id string, row table.Row) *fault {
	s := v.export.sources[at]
	v.odd = v.odd[:0]
	list, aside, wrong := s.read(row.Cells, id, v)
	if wrong != nil {
		return wrong
	}
	for _, take := range v.odd {
		take()
	}
	v.sawDates(s, row.Cells)
	for i, it := range s.items {
		if !slices.Contains(aside, i) {
			it.found++
		}
	}
	v.without(s, row.Cells, list, aside)
	ours := s.caseAt >= 0
	here := ref{offset: row.Offset, length: int32(row.Length), line: int32(row.Line), source: int32(at)}
	if ours {
		c := v.caseOf(id, here)
		if hasOfCase(list) {
			c.refs = append(c.refs, here)
		}
	}
	for _, r := range list {
		if !r.items.ofCase() {
			v.service.add(v.ledger, r, at, v.where, "")
			v.ledger.Dates(r.items.entity, r.values, v.where)
		}
	}
	return nil
}

func hasOfCase(list []reading) bool {
	for _, r := range list {
		if r.items.ofCase() {
			return true
		}
	}
	return false
}

// caseOf finds or opens a case.
func (v *surveyor) caseOf(id string, first ref) *caseRows {
	if at, has := v.byID[id]; has {
		return v.cases[at]
	}
	c := &caseRows{id: id, first: first}
	v.byID[id] = len(v.cases)
	v.cases = append(v.cases, c)
	return c
}

// records puts every case together once.
func (v *surveyor) records(ctx context.Context) error {
	stage := progress.Begin(ctx, "putting cases together", int64(len(v.cases)), progress.Records)
	defer stage.End()
	for n, c := range v.cases {
		if err := ctx.Err(); err != nil {
			return err
		}
		stage.At(int64(n))
		c.refused = v.refused[c.id]
		rec, err := v.export.assemble(c, v.ledger)
		if err != nil {
			return err
		}
		v.ledger.Record(rec.CaseID, rec.Child())
		v.ledger.Dates(v.export.dictionary.Child, rec.Child(), rec.Source)
		for _, e := range v.export.dictionary.Entities {
			for i, item := range rec.Items(e.Name) {
				v.ledger.Dates(e, item.(map[string]any), rec.Where[e.Name][i])
			}
		}
	}
	return nil
}
