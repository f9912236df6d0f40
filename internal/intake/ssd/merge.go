package ssd

import (
	"fmt"
	"reflect"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
	"github.com/caseaudit/caseaudit/internal/table"
)

// merge adds a row's values to an item that another table gave. A value that is
// there stands; where the two differ, a note names both places.
func merge(into, values map[string]any, fields []*casefile.Field, at, also casefile.Location, caseID string, notes *ledger.Ledger) {
	for _, f := range fields {
		value, has := values[f.Name]
		if !has {
			continue
		}
		stands, filled := into[f.Name]
		if !filled {
			into[f.Name] = value
			continue
		}
		if notes == nil || reflect.DeepEqual(stands, value) {
			continue
		}
		notes.Conflict(f, stands, value, at, also, caseID)
	}
}

// extendsStaff adds a row's values to the item of the service with its key.
func (v *surveyor) extendsStaff(s *source, r reading, row table.Row, where casefile.Location) *fault {
	key, column := s.keyOf(r)
	have, found := v.staff[s.entity.Name+"\x00"+key]
	if key == "" || !found {
		return &fault{column, fmt.Sprintf("no item of %s has this %s: add it to the dataset's table or mend the id", s.entity.Label, s.key.Label)}
	}
	if wrong := v.once(hashOf(s.file.Called(), key), s, s.column(s.key.Name), row.Line); wrong != nil {
		return wrong
	}
	merge(have.item, r.values, s.entity.Fields, have.at, where, "", v.ledger)
	v.ledger.Dates(s.entity, r.values, where)
	return nil
}
