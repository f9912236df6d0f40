package native

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// surveyor collects what the first reading shows. What one line showed goes to
// the ledger only when the line is kept.
type surveyor struct {
	ledger  *ledger.Ledger
	ids     map[string]int // case ids and the line of each
	fields  map[*casefile.Field]bool
	at      casefile.Location
	found   []*casefile.Field // keys of this line not met before
	pending []func()
}

// begin forgets what the last line showed.
func (s *surveyor) begin(at casefile.Location) {
	s.at, s.found, s.pending = at, s.found[:0], s.pending[:0]
}

// keep takes account of what this line showed. A refused line supplies nothing:
// a field that only it had would be blank in every record that is read.
func (s *surveyor) keep() {
	for _, f := range s.found {
		s.fields[f] = true
		s.ledger.Supply().Add(f.Path())
	}
	for _, take := range s.pending {
		take()
	}
}

// record reads a line's record and takes account of it.
func (s *surveyor) record(d *casefile.Dictionary, object map[string]any, at casefile.Location) *fault {
	s.begin(at)
	rec, wrong := reader{d, s}.record(object, at)
	if wrong != nil {
		return wrong
	}
	if line, again := s.ids[rec.CaseID]; again {
		return &fault{"case_id", fmt.Sprintf("the case already stands on line %d: keep one record a case", line)}
	}
	s.ids[rec.CaseID] = at.Row
	s.keep()
	s.ledger.Record(rec.CaseID, rec.Child())
	s.ledger.Dates(d.Child, rec.Child(), at)
	for _, e := range d.Entities {
		for i, item := range rec.Items(e.Name) {
			s.ledger.Dates(e, item.(map[string]any), rec.Where[e.Name][i])
		}
	}
	return nil
}

func (s *surveyor) supplied(f *casefile.Field) {
	if !s.fields[f] {
		s.found = append(s.found, f)
	}
}

func (s *surveyor) unknown(path string) {
	at := s.at
	s.pending = append(s.pending, func() {
		s.ledger.Count(casefile.Note{Kind: ledger.UnknownField, At: at, Text: path + " is not in the dictionary and was not read"})
	})
}

func (s *surveyor) unmatched(f *casefile.Field, raw any) {
	at := s.at
	s.pending = append(s.pending, func() { s.ledger.Unmatched(f, raw, at) })
}

func (s *surveyor) repeated(entity, part string) {
	at := s.at
	s.pending = append(s.pending, func() {
		s.ledger.Count(casefile.Note{Kind: ledger.DuplicateItem, At: at, Field: entity,
			Text: entity + ": items that repeat another of the same case exactly were dropped"})
	})
}

// isSupplies tells a line that declares fields from a record.
func isSupplies(object map[string]any) bool {
	_, has := object["supplies"]
	return has && len(object) == 1
}

// supplies reads the list of fields that the export declares to have.
func (s *surveyor) supplies(d *casefile.Dictionary, raw any) *fault {
	list, ok := raw.([]any)
	if !ok {
		return &fault{"supplies", `it is not a list: write ["assessments.analysis", ...]`}
	}
	fields := make([]*casefile.Field, 0, len(list))
	for i, element := range list {
		path, ok := element.(string)
		f, known := d.Field(path)
		if !ok || !known {
			return &fault{fmt.Sprintf("supplies[%d]", i), casefile.Quote(element) + " is no field of the dictionary: write entity.field"}
		}
		fields = append(fields, f)
	}
	s.begin(s.at)
	s.found = fields
	s.keep()
	return nil
}

// nothing is told what was seen and forgets it.
type nothing struct{}

func (nothing) supplied(*casefile.Field)       {}
func (nothing) unknown(string)                 {}
func (nothing) unmatched(*casefile.Field, any) {}
func (nothing) repeated(string, string)        {}
