package mapped

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// assemble reads the rows of a case again and puts its record together. notes is
// nil when the oddities have been taken.
func (e *Export) assemble(c *caseRows, notes *ledger.Ledger) (*casefile.Record, error) {
	rec := e.dictionary.NewRecord(c.id)
	rec.Refused, rec.Source = c.refused, e.at(c.first)
	g := newGathered(e.dictionary)
	own := map[string]casefile.Location{} // where each field of the child and the record stands
	for i, r := range c.refs {
		s := e.sources[r.source]
		cells, err := s.table.RowAt(r.offset, int(r.length))
		if err != nil {
			return nil, err
		}
		list, _, wrong := s.read(cells, c.id, nil)
		if wrong != nil {
			return nil, s.table.Changed(int(r.line))
		}
		at := e.at(r)
		if i == 0 {
			rec.Source = at
		}
		for _, reading := range list {
			switch it := reading.items; {
			case it.spec.Entity == mapping.Case:
				fill(rec.Values, reading.values, e.dictionary.Record, own, at, c.id, notes)
			case it.one():
				fill(rec.Child(), reading.values, e.dictionary.Child.Fields, own, at, c.id, notes)
			case it.ofCase():
				g.add(notes, reading, int(r.source), at, c.id)
			}
		}
	}
	rec.Team, _ = rec.Values["team"].(string)
	g.deliver(rec.Add)
	if notes != nil {
		g.alike(notes)
	}
	return rec, nil
}

// fill puts a row's values among those that other rows gave. A value that is
// there stands, and lists are joined; own keeps where each value came from.
func fill(into, values map[string]any, fields []*casefile.Field, own map[string]casefile.Location, at casefile.Location, caseID string, notes *ledger.Ledger) {
	for _, f := range fields {
		value, has := values[f.Name]
		if !has {
			continue
		}
		stands, filled := into[f.Name]
		switch {
		case !filled:
			into[f.Name], own[f.Path()] = value, at
		case f.Type == casefile.Codes:
			into[f.Name] = joined(stands, value)
		case stands != value && notes != nil:
			notes.Conflict(f, stands, value, own[f.Path()], at, caseID)
		}
	}
}

// joined gives two lists of codes as one, each code once.
func joined(a, b any) any {
	have, _ := a.([]any)
	more, _ := b.([]any)
	list := append([]any{}, have...)
	for _, code := range more {
		if !contains(list, code) {
			list = append(list, code)
		}
	}
	return list
}

func contains(list []any, code any) bool {
	for _, each := range list {
		if each == code {
			return true
		}
	}
	return false
}
