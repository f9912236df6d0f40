package ssd

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// building is a record while its rows are put together.
type building struct {
	export      *Export
	rec         *casefile.Record
	notes       *ledger.Ledger              // nil when they have been taken
	own         map[string][]map[string]any // beside each item, what only the reader needs
	identifiers []map[string]any
	statuses    []map[string]any
}

// assemble reads the rows of a case again and puts its record together. Rows
// come in the order of their sources, so an item stands before what extends it.
func (e *Export) assemble(p *caseRows, notes *ledger.Ledger) (*casefile.Record, error) {
	b := &building{export: e, rec: e.dictionary.NewRecord(p.id), notes: notes, own: map[string][]map[string]any{}}
	b.rec.Refused = p.refused
	for _, ref := range p.refs {
		s := e.sources[ref.source]
		cells, err := s.file.RowAt(ref.offset, int(ref.length))
		if err != nil {
			return nil, err
		}
		r, wrong := s.read(cells, nil)
		if wrong != nil {
			return nil, s.file.Changed(int(ref.line))
		}
		b.add(s, r, casefile.Location{File: s.file.Name, Sheet: s.file.Sheet, Row: int(ref.line)})
	}
	b.finish()
	return b.rec, nil
}

// add takes one row into the record, by the role of its table.
func (b *building) add(s *source, r reading, at casefile.Location) {
	switch s.role {
	case person:
		b.rec.Source = at
		b.rec.Values["child"] = r.values
	case items:
		if cancelled, _ := r.own["cancelled"].(bool); cancelled {
			if b.notes != nil {
				b.notes.Count(casefile.Note{Kind: "cancelled review", At: at, Field: s.entity.Name, Text: "reviews marked as cancelled were left out"})
			}
			return
		}
		b.rec.Add(s.entity.Name, r.values, at)
		b.own[s.entity.Name] = append(b.own[s.entity.Name], r.own)
	case disabilities:
		addCodes(b.rec.Child(), "disabilities", r.own["codes"])
	case identifiers:
		b.identifiers = append(b.identifiers, r.own)
	case legalStatus:
		b.statuses = append(b.statuses, r.own)
	case factors:
		for _, item := range b.rec.Items("assessments") {
			if a := item.(map[string]any); a["assessment_id"] == r.own["assessment_id"] {
				addCodes(a, "factors", r.own["codes"])
			}
		}
	case extends:
		b.extend(s, r, at)
	case extendsCase:
		d := b.export.dictionary
		merge(b.rec.Values, r.values, d.Record, b.rec.Source, at, b.rec.CaseID, b.notes)
		merge(b.rec.Child(), r.values, d.Child.Fields, b.rec.Source, at, b.rec.CaseID, b.notes)
	}
}

// addCodes adds codes to a list, each once.
func addCodes(item map[string]any, field string, codes any) {
	have, _ := item[field].([]any)
	more, _ := codes.([]any)
	for _, code := range more {
		if !slices.Contains(have, code) {
			have = append(have, code)
		}
	}
	if len(have) > 0 {
		item[field] = have
	}
}

// extend adds a practice row to the item that has its key; where there is none, the
// row is an item of its own.
func (b *building) extend(s *source, r reading, at casefile.Location) {
	key := r.values[s.key.Name]
	var found []int
	list := b.rec.Items(s.entity.Name)
	for i, item := range list {
		if item.(map[string]any)[s.key.Name] == key {
			found = append(found, i)
		}
	}
	if len(found) == 0 {
		b.rec.Add(s.entity.Name, r.values, at)
		b.own[s.entity.Name] = append(b.own[s.entity.Name], r.own)
	}
	for _, i := range found {
		item := list[i].(map[string]any)
		if len(found) > 1 && item["type"] != r.values["type"] {
			continue
		}
		merge(item, r.values, s.entity.Fields, b.rec.Where[s.entity.Name][i], at, b.rec.CaseID, b.notes)
	}
}
