package ssd

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/table"
)

// Known parts the tables that are named as one of the dataset or as an entity of
// the dictionary from the others. A database may hold thousands of those.
func Known(d *casefile.Dictionary, tables []table.Ref) (known, others []table.Ref, err error) {
	e, err := New(d, nil, nil)
	if err != nil {
		return nil, nil, err
	}
	for _, t := range tables {
		if e.known(TableName(t.Name)) {
			known = append(known, t)
		} else {
			others = append(others, t)
		}
	}
	return known, others, nil
}
