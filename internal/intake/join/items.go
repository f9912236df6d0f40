package join

import (
	"encoding/json"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// merging puts the items of one entity together, part after part.
type merging struct {
	entity *casefile.Entity
	key    string // the field that names an item; "" when none does
	tables bool   // an export keeps the kinds of the entity in tables of their own
	caseID string
	noter  *noter // may be nil
	things []*thing
}

func (e *Export) merging(entity *casefile.Entity, caseID string, n *noter) *merging {
	m := &merging{entity: entity, tables: e.tables[entity.Name], caseID: caseID, noter: n}
	if key, keyed := entity.Key(); keyed {
		m.key = key.Name
	}
	return m
}

// arrival is an item of the part that is being added.
type arrival struct {
	item  map[string]any
	at    casefile.Location
	taken bool // it is told of by a thing that was there
}

// add adds the items of the next part.
func (m *merging) add(part int, items []any, at func(i int) casefile.Location) {
	arrivals := make([]*arrival, len(items))
	for i, x := range items {
		arrivals[i] = &arrival{item: x.(map[string]any), at: at(i)}
	}
	if len(m.things) > 0 && len(items) > 0 {
		m.repeats(part, arrivals)
		m.merge(part, arrivals)
	}
	earlier := len(m.things)
	for _, a := range arrivals {
		if !a.taken {
			m.things = append(m.things, &thing{values: a.item, at: a.at, parts: 1 << part})
		}
	}
	if m.noter != nil && earlier > 0 {
		m.noter.likely(m.entity, m.key, m.things[:earlier], m.things[earlier:], part)
	}
}

// repeats takes the items that say exactly what one that is there says, each of
// which can be repeated once by a part.
func (m *merging) repeats(part int, arrivals []*arrival) {
	there := map[string][]*thing{}
	for _, t := range m.things {
		text := said(t.values)
		there[text] = append(there[text], t)
	}
	for _, a := range arrivals {
		text := said(a.item)
		same := there[text]
		if len(same) == 0 {
			continue
		}
		if m.noter != nil {
			m.noter.repeated(m.entity, same[0].at, a.at)
		}
		same[0].parts |= 1 << part
		a.taken = true
		there[text] = same[1:]
	}
}

// merge merges the items into those that are there with the same id.
func (m *merging) merge(part int, arrivals []*arrival) {
	if m.key == "" {
		return
	}
	there := map[string][]*thing{}
	for _, t := range m.things {
		if id := text(t.values, m.key); id != "" && t.parts&(1<<part) == 0 {
			there[id] = append(there[id], t)
		}
	}
	here := map[string][]*arrival{}
	for _, a := range arrivals {
		if id := text(a.item, m.key); id != "" && !a.taken {
			here[id] = append(here[id], a)
		}
	}
	for _, a := range arrivals {
		id := text(a.item, m.key)
		if a.taken || id == "" || len(there[id]) == 0 {
			continue
		}
		t, unclear := m.meant(a, there[id], here[id])
		switch {
		case t != nil:
			a.taken = true
			t.merge(m.entity.Fields, a.item, part, a.at, m.caseID, m.noter)
		case unclear && m.noter != nil:
			m.noter.unclear(m.entity, m.key, a.at)
		}
	}
}

// meant finds the thing that an arrival tells of among those of its id, nil when
// there is none. Where the id stands several times, or the kinds have tables of
// their own, the type decides; unclear says that it does not.
func (m *merging) meant(a *arrival, there []*thing, here []*arrival) (t *thing, unclear bool) {
	kind := text(a.item, "type")
	if len(there) == 1 && len(here) == 1 {
		other := text(there[0].values, "type")
		if !m.tables || kind == "" || other == "" || kind == other {
			return there[0], false
		}
		return nil, false
	}
	var like []*thing
	for _, each := range there {
		if text(each.values, "type") == kind {
			like = append(like, each)
		}
	}
	alike := 0
	for _, each := range here {
		if text(each.item, "type") == kind {
			alike++
		}
	}
	if len(like) == 1 && alike == 1 {
		return like[0], false
	}
	return nil, len(like) > 0 || !m.tables
}

// said is what an item says, written alike for items that say the same.
func said(item map[string]any) string {
	b, _ := json.Marshal(item) // plain values with sorted keys cannot fail
	return string(b)
}

func text(item map[string]any, field string) string {
	s, _ := item[field].(string)
	return s
}
