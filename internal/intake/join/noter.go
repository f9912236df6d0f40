package join

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// Kinds of note, beside those of the ledger.
const (
	LikelyItem  = "possibly the same item"
	LikelyCase  = "possibly the same case"
	NotListed   = "not in every export"
	NotSupplied = "not supplied by every export"
	SameFile    = "same file"
)

// noter takes account of what the joining of cases shows.
type noter struct {
	export  *Export
	ledger  *ledger.Ledger
	tellers map[teller]int
}

// teller is an entity ("" for the record's own fields) and the parts that told
// of an item of it.
type teller struct {
	entity string
	parts  uint64
}

// told counts items by the parts that told of them.
func (n *noter) told(entity string, parts uint64, items int) {
	n.tellers[teller{entity, parts}] += items
}

func (n *noter) things(e *casefile.Entity, list []*thing) {
	for _, t := range list {
		n.told(e.Name, t.parts, 1)
	}
}

// single counts a case that stands in one part.
func (n *noter) single(r *casefile.Record, part int) {
	n.told("", 1<<part, 1)
	n.told(n.export.dictionary.Child.Name, 1<<part, 1)
	for _, e := range n.export.dictionary.Entities {
		if items := len(r.Items(e.Name)); items > 0 {
			n.told(e.Name, 1<<part, items)
		}
	}
}

// repeated notes an item that says what one of another part says.
func (n *noter) repeated(e *casefile.Entity, first, at casefile.Location) {
	n.ledger.Count(casefile.Note{Kind: ledger.DuplicateItem, At: row(at), Field: e.Name,
		Text: fmt.Sprintf("%s: items that %s has too, exactly so, were taken once", e.Label, first.Page())})
}

// unclear notes an item whose id does not say which one it is.
func (n *noter) unclear(e *casefile.Entity, key string, at casefile.Location) {
	f, _ := e.Field(key)
	n.ledger.Count(casefile.Note{Kind: ledger.RepeatedKey, At: row(at), Field: f.Path(),
		Text: fmt.Sprintf("%s: where a case has several of one %s, those of another export were kept beside them and not merged: give each its own", e.Label, f.Label)})
}

// likely counts the added items that agree with one of the earlier in all that
// both hold, a date among it, and were kept beside it.
func (n *noter) likely(e *casefile.Entity, key string, earlier, added []*thing, part int) {
	if len(added) == 0 {
		return
	}
	onDay := map[string][]*thing{} // by field and day
	days := func(t *thing, take func(day string)) {
		for _, f := range e.Fields {
			if date := text(t.values, f.Name); f.Dated() && len(date) >= len("2006-01-02") {
				take(f.Name + " " + date[:len("2006-01-02")])
			}
		}
	}
	for _, t := range earlier {
		if t.parts&(1<<part) == 0 {
			days(t, func(day string) { onDay[day] = append(onDay[day], t) })
		}
	}
	for _, a := range added {
		var like *thing
		days(a, func(day string) {
			for _, t := range onDay[day] {
				keyed := key != "" && text(a.values, key) != "" && text(t.values, key) != ""
				if like == nil && !keyed && consistent(e.Fields, a.values, t.values) {
					like = t
				}
			}
		})
		if like != nil {
			n.ledger.Count(casefile.Note{Kind: LikelyItem, At: row(a.at), Field: e.Name,
				Text: fmt.Sprintf("%s: items that agree with one of %s in all that both hold, a date among it, were kept beside it: give both exports the same ids, or leave the table out of one, for else they count twice", e.Label, like.at.Page())})
		}
	}
}

// consistent reports whether two items agree in every field that both have.
func consistent(fields []*casefile.Field, a, b map[string]any) bool {
	for _, f := range fields {
		x, hasX := a[f.Name]
		y, hasY := b[f.Name]
		if hasX && hasY && !agree(f, x, y) {
			return false
		}
	}
	return true
}

// supply notes the items that came only from parts without a field that another
// part has: they read as blank and were never asked.
func (n *noter) supply() {
	e := n.export
	all := n.ledger.Supply()
	order := []*casefile.Entity{{Label: "cases", Fields: e.dictionary.Record}, e.dictionary.Child}
	order = append(append(order, e.dictionary.Entities...), e.dictionary.Service...)
	place := map[string]int{}
	for i, entity := range order {
		place[entity.Name] = i
	}
	for _, t := range slices.SortedFunc(maps.Keys(n.tellers), func(a, b teller) int {
		return cmp.Or(cmp.Compare(place[a.entity], place[b.entity]), cmp.Compare(a.parts, b.parts))
	}) {
		var lacks []string
		entity := order[place[t.entity]]
		for _, f := range entity.Fields {
			if all.Has(f.Path()) && !n.has(t.parts, f.Path()) {
				lacks = append(lacks, f.Label)
			}
		}
		if len(lacks) > 0 {
			n.ledger.Note(casefile.Note{Kind: NotSupplied, Field: t.entity, Count: n.tellers[t],
				Text: fmt.Sprintf("%s that stand only in %s, which lacks %s: those fields read as blank there, as though nobody had filled them in", entity.Label, n.partNames(t.parts), few(lacks))})
		}
	}
}

// has reports whether one of the parts supplies a field, and not as a copy of
// another where some part has it by itself.
func (n *noter) has(parts uint64, path string) bool {
	_, copied := n.ledger.Supply().Copies()[path]
	for part, s := range n.export.supplies {
		_, copies := s.Copies()[path]
		if parts&(1<<part) != 0 && s.Has(path) && (copied || !copies) {
			return true
		}
	}
	return false
}

func (n *noter) partNames(parts uint64) string {
	var names []string
	for part, name := range n.export.names {
		if parts&(1<<part) != 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return strings.Join(names, " and ")
}

// fewest is how many names a note lists before it only counts them.
const fewest = 8

func few(names []string) string {
	if len(names) > fewest {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:fewest], ", "), len(names)-fewest)
	}
	return strings.Join(names, ", ")
}

// row is the place of a whole row, as notes that are counted give it.
func row(at casefile.Location) casefile.Location {
	at.Part = ""
	return at
}
