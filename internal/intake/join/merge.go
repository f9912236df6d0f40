package join

import (
	"slices"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// layer is what one part says of a case.
type layer struct {
	part   int
	record *casefile.Record
}

// merge puts the record of a case together from what the parts say of it, in
// their order.
func (e *Export) merge(id string, layers []layer, n *noter) *casefile.Record {
	if len(layers) == 1 && layers[0].record.CaseID == id {
		r := layers[0].record
		if n != nil {
			n.single(r, layers[0].part)
		}
		return r
	}
	r := e.dictionary.NewRecord(id)
	var fields, child thing
	for _, l := range layers {
		at := e.source(l)
		fields.merge(e.dictionary.Record, own(e.dictionary, l.record.Values), l.part, at, id, n)
		child.merge(e.dictionary.Child.Fields, l.record.Child(), l.part, at, id, n)
		if r.Source.File == "" && !e.parts[l.part].Practice {
			r.Source = l.record.Source
		}
	}
	for name, value := range fields.values {
		r.Values[name] = value
	}
	r.Values["case_id"] = id
	r.Team, _ = r.Values["team"].(string)
	r.Values["child"] = child.object()
	if n != nil {
		n.told("", fields.parts, 1)
		n.told(e.dictionary.Child.Name, child.parts, 1)
	}
	for _, entity := range e.dictionary.Entities {
		m := e.merging(entity, id, n)
		for _, l := range layers {
			m.add(l.part, l.record.Items(entity.Name), func(i int) casefile.Location { return placeOf(l.record, entity.Name, i) })
		}
		for _, t := range m.things {
			r.Add(entity.Name, t.object(), t.at)
		}
		if n != nil {
			n.things(entity, m.things)
		}
	}
	return r
}

// source is where a part has its fields of the case and the child: the row of the
// case in a part of one table, and in one of several the part, for the fields may
// come from any of them.
func (e *Export) source(l layer) casefile.Location {
	if e.tabled[l.part] == 1 {
		return l.record.Source
	}
	return casefile.Location{File: e.names[l.part]}
}

// thing is an item, or a child, put together from several parts.
type thing struct {
	values map[string]any
	at     casefile.Location
	from   map[string]casefile.Location // of fields that stand elsewhere than at
	parts  uint64                       // those that told of it
}

func (t *thing) object() map[string]any {
	if t.values == nil {
		return map[string]any{}
	}
	return t.values
}

// merge adds what a part says of the thing. What is there stands; where the two
// differ it is noted.
func (t *thing) merge(fields []*casefile.Field, values map[string]any, part int, at casefile.Location, caseID string, n *noter) {
	if t.parts == 0 {
		t.values, t.at, t.parts = values, at, 1<<part
		return
	}
	t.parts |= 1 << part
	for _, f := range fields {
		value, has := values[f.Name]
		if !has || f.Path() == "case_id" {
			continue
		}
		stands, filled := t.values[f.Name]
		switch {
		case !filled, finer(f, stands, value):
			t.values[f.Name] = value
			if t.from == nil {
				t.from = map[string]casefile.Location{}
			}
			t.from[f.Name] = at
		case n != nil && !agree(f, stands, value):
			from, elsewhere := t.from[f.Name]
			if !elsewhere {
				from = t.at
			}
			n.ledger.Conflict(f, stands, value, from, at, caseID)
		}
	}
}

// finer reports whether a value is the one that stands and says more: the same
// day, with the time of day.
func finer(f *casefile.Field, stands, value any) bool {
	day, _ := stands.(string)
	time, _ := value.(string)
	return f.Type == casefile.DateTime && len(day) == len("2006-01-02") && len(time) > len(day) && time[:len(day)] == day
}

// agree reports whether two values of a field say the same: codes in any order,
// and of a datetime its day where one has no more.
func agree(f *casefile.Field, a, b any) bool {
	switch x := a.(type) {
	case []any:
		y, _ := b.([]any)
		return len(x) == len(y) && !slices.ContainsFunc(x, func(code any) bool { return !slices.Contains(y, code) })
	case string:
		y, _ := b.(string)
		return x == y || finer(f, b, a)
	}
	return a == b
}
