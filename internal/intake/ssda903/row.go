package ssda903

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// row is a row of a table, by column; blank values are left out.
type row struct {
	at     casefile.Location
	values map[string]any
}

func (r row) text(column string) string {
	s, _ := r.values[column].(string)
	return s
}

// read reads the cells of a row; a wrong one is a fault of the case.
func (t spec) read(c *returns.Case, at casefile.Location, cell func(column string) (returns.Cell, bool)) row {
	r := row{at: at, values: make(map[string]any, len(t.columns))}
	for _, col := range t.columns {
		from, has := cell(col.name)
		if !has {
			continue
		}
		var value any
		if col.field == "" {
			text, _ := from.Raw.(string)
			if text = strings.ToUpper(casefile.Trim(text)); text != "" {
				value = text
			}
		} else {
			value = c.Read(col.field, from)
		}
		if value != nil {
			r.values[col.name] = value
		}
	}
	return r
}
