package casefile

import (
	"maps"
	"strings"
)

// Merge adds what another export supplies that is read as one with this. What one
// of them has in full is had in full, though the other has only the latest.
func (s *Supply) Merge(o *Supply) {
	s.settle(o)
	o = o.clone()
	o.settle(s)
	for entity := range entities(s, o) {
		s.kinds[entity] = mergedKinds(s, o, entity)
		if s.kinds[entity] == nil {
			delete(s.kinds, entity)
		}
	}
	union(s.full, o.full)
	union(s.latest, o.latest)
	for path := range o.fields {
		if of, copied := o.copies[path]; copied {
			s.AddCopy(path, of)
		} else {
			s.Add(path)
		}
	}
}

// settle marks as full what this supply has the latest of and another all.
func (s *Supply) settle(o *Supply) {
	for entity, kinds := range s.latest {
		for kind := range kinds {
			all := o.kinds[entity] == nil && (kind == "" || o.tellsKinds(entity)) || o.kinds[entity][everyKind]
			if !o.holds(entity) || o.Latest(entity, kind) || !all && !o.kinds[entity][kind] {
				continue
			}
			if s.full[entity] == nil {
				s.full[entity] = map[string]bool{}
			}
			s.full[entity][kind] = true
		}
	}
}

// holds reports whether any field of the entity is supplied.
func (s *Supply) holds(entity string) bool {
	for path := range s.fields {
		if of, _, _ := strings.Cut(path, "."); of == entity {
			return true
		}
	}
	return false
}

func entities(s, o *Supply) map[string]bool {
	found := map[string]bool{}
	for _, kinds := range []map[string]map[string]bool{s.kinds, o.kinds} {
		for entity := range kinds {
			found[entity] = true
		}
	}
	return found
}

// tellsKinds reports whether the items of an entity say of what kind they are. A
// table of visits that does not adds visits of no kind, and no kinds.
func (s *Supply) tellsKinds(entity string) bool { return s.fields[entity+".type"] }

// mergedKinds gives the kinds of an entity that either holds, nil when one of
// them holds every kind.
func mergedKinds(s, o *Supply, entity string) map[string]bool {
	merged := map[string]bool{}
	for _, one := range []*Supply{s, o} {
		if one.kinds[entity] == nil && one.tellsKinds(entity) {
			return nil
		}
		maps.Copy(merged, one.kinds[entity])
	}
	return merged
}

func union(into, from map[string]map[string]bool) {
	for entity, kinds := range from {
		if into[entity] == nil {
			into[entity] = map[string]bool{}
		}
		maps.Copy(into[entity], kinds)
	}
}

func (s *Supply) clone() *Supply {
	c := NewSupply()
	maps.Copy(c.fields, s.fields)
	maps.Copy(c.copies, s.copies)
	union(c.kinds, s.kinds)
	union(c.full, s.full)
	union(c.latest, s.latest)
	return c
}
