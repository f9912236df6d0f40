package mapped

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// gathered is the items of a case, or of the service, while they are put together.
type gathered struct {
	dictionary *casefile.Dictionary
	items      map[string][]*item
	byKey      map[string][]*item // by entity and key
}

// item is one item and the rows that gave it.
type item struct {
	values  map[string]any
	at      casefile.Location // of the first
	sources []int             // tables
}

func newGathered(d *casefile.Dictionary) *gathered {
	return &gathered{dictionary: d, items: map[string][]*item{}, byKey: map[string][]*item{}}
}

// add puts a row's item among those there are: into the one that has its key, or
// behind them. at is the table it came from.
func (g *gathered) add(notes *ledger.Ledger, r reading, source int, at casefile.Location, caseID string) {
	e := r.items.entity
	added := &item{values: r.values, at: at, sources: []int{source}}
	key := ""
	if r.items.key != nil {
		key, _ = r.values[r.items.key.Name].(string)
	}
	if key != "" {
		index := e.Name + "\x00" + key
		if g.extend(notes, e, g.byKey[index], added, key, caseID) {
			return
		}
		g.byKey[index] = append(g.byKey[index], added)
	}
	g.items[e.Name] = append(g.items[e.Name], added)
}

// extend puts an item into the one of its key that it does not contradict, else,
// when it comes from another table, into the first of its type. It reports
// whether there was one.
func (g *gathered) extend(notes *ledger.Ledger, e *casefile.Entity, have []*item, added *item, key, caseID string) bool {
	var differing *item
	for _, h := range have {
		kind, typed := h.values["type"]
		other, also := added.values["type"]
		if typed && also && kind != other {
			continue
		}
		if len(contradictions(e, h.values, added.values)) == 0 {
			h.take(e, added)
			return true
		}
		if differing == nil {
			differing = h
		}
	}
	if differing == nil {
		return false
	}
	if slices.Contains(differing.sources, added.sources[0]) {
		if notes != nil {
			notes.Note(casefile.Note{Kind: ledger.RepeatedKey, At: added.at, Field: e.Name, CaseID: caseID,
				Text: fmt.Sprintf("%s: the id %s stands in %s too, with other values; both are kept as items of their own", e.Label, casefile.Quote(key), differing.at)})
		}
		return false
	}
	if notes != nil {
		for _, f := range contradictions(e, differing.values, added.values) {
			notes.Conflict(f, differing.values[f.Name], added.values[f.Name], differing.at, added.at, caseID)
		}
	}
	differing.take(e, added)
	return true
}

// contradictions gives the fields that both have and that differ, lists of codes
// excepted.
func contradictions(e *casefile.Entity, a, b map[string]any) []*casefile.Field {
	var list []*casefile.Field
	for _, f := range e.Fields {
		first, has := a[f.Name]
		second, also := b[f.Name]
		if has && also && f.Type != casefile.Codes && first != second {
			list = append(list, f)
		}
	}
	return list
}

// take fills the item's blanks from another of its key.
func (i *item) take(e *casefile.Entity, other *item) {
	for _, f := range e.Fields {
		value, has := other.values[f.Name]
		if !has {
			continue
		}
		if stands, filled := i.values[f.Name]; !filled {
			i.values[f.Name] = value
		} else if f.Type == casefile.Codes {
			i.values[f.Name] = joined(stands, value)
		}
	}
	for _, source := range other.sources {
		if !slices.Contains(i.sources, source) {
			i.sources = append(i.sources, source)
		}
	}
}

// deliver gives the items in the dictionary's order of entities.
func (g *gathered) deliver(yield func(entity string, values map[string]any, at casefile.Location)) {
	for _, list := range [][]*casefile.Entity{g.dictionary.Entities, g.dictionary.Service} {
		for _, e := range list {
			for _, i := range g.items[e.Name] {
				yield(e.Name, i.values, i.at)
			}
		}
	}
}

// alike notes items without a key that agree in everything: likely one, repeated
// by a report that joins two lists.
func (g *gathered) alike(notes *ledger.Ledger) {
	for _, e := range g.dictionary.Entities {
		list := g.items[e.Name]
		if len(list) < 2 {
			continue
		}
		first := map[string]*item{}
		for _, i := range list {
			text := canonical(e, i.values)
			if one := first[text]; one != nil {
				notes.Count(casefile.Note{Kind: itemsAlike, At: i.at, Field: e.Name,
					Text: e.Label + ": items of one child that agree in all that is read of them, and count each; if the report repeats rows, map a column with the item's own id"})
				continue
			}
			first[text] = i
		}
	}
}

// canonical gives the same text for the same values.
func canonical(e *casefile.Entity, values map[string]any) string {
	var b strings.Builder
	for _, f := range e.Fields {
		if v, has := values[f.Name]; has {
			fmt.Fprintf(&b, "%s=%q ", f.Name, fmt.Sprint(v))
		}
	}
	return b.String()
}
