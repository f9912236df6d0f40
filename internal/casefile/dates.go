package casefile

import (
	"bytes"
	"encoding/json"
)

// DateTables is the JSON document that policies see as data.dictionary: the names
// of the dated fields by entity, for checks that go through every date.
//
//	dates    all dates of a case
//	events   those of them that tell when something happened (see Field.LooksAhead)
//	service  events beside the cases
func (d *Dictionary) DateTables() []byte {
	var b bytes.Buffer
	b.WriteString("{\n\"source\": \"generated from internal/casefile/dictionary.yaml by go generate ./internal/casefile\"")
	for _, table := range []struct {
		name     string
		entities []*Entity
		in       func(*Field) bool
	}{
		{"dates", d.Entities, (*Field).Dated},
		{"events", d.Entities, event},
		{"service", d.Service, event},
	} {
		b.WriteString(",\n\"" + table.name + "\": {")
		first := true
		for _, e := range table.entities {
			var names []string
			for _, f := range e.Fields {
				if table.in(f) {
					names = append(names, f.Name)
				}
			}
			if len(names) == 0 {
				continue
			}
			if !first {
				b.WriteByte(',')
			}
			first = false
			text, _ := json.Marshal(names) // texts cannot fail
			b.WriteString("\n  \"" + e.Name + "\": ")
			b.Write(text)
		}
		b.WriteString("\n}")
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}

func event(f *Field) bool { return f.Dated() && !f.LooksAhead() }
