package join

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// joinService puts the lists of the service together as those of a case.
func (v *surveyor) joinService() {
	e := v.export
	v.service.Values = map[string]any{}
	for _, entity := range e.dictionary.Service {
		m := e.merging(entity, "", v.noter)
		for part, s := range v.surveys {
			items, _ := s.Service.Values[entity.Name].([]any)
			places := s.Service.Where[entity.Name]
			m.add(part, items, func(i int) casefile.Location {
				if i < len(places) {
					return places[i]
				}
				return casefile.Location{}
			})
		}
		list := make([]any, 0, len(m.things))
		for _, t := range m.things {
			list = append(list, t.object())
			v.ledger.Service(entity.Name, t.object(), t.at)
		}
		v.service.Values[entity.Name] = list
		v.noter.things(entity, m.things)
	}
}

// sameFiles notes files that are the same to the byte under different names.
func (v *surveyor) sameFiles() {
	names := map[string]map[string]bool{} // by hash
	for _, s := range v.surveys {
		for _, in := range s.Inputs {
			if in.SHA256 == "" {
				continue
			}
			if names[in.SHA256] == nil {
				names[in.SHA256] = map[string]bool{}
			}
			names[in.SHA256][in.Name] = true
		}
	}
	for _, hash := range slices.Sorted(maps.Keys(names)) {
		if same := slices.Sorted(maps.Keys(names[hash])); len(same) > 1 {
			v.ledger.Note(casefile.Note{Kind: SameFile, Text: fmt.Sprintf("%s are the same file to the byte: check that the right one was given", strings.Join(same, " and "))})
		}
	}
}

// finish notes what only the whole shows.
func (v *surveyor) finish() {
	v.notListed()
	v.noter.supply()
}
