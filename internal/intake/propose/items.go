package propose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/intake/mapping"
)

// items writes down what a row becomes.
func (v *vocabulary) items(g *draft) {
	var order []string
	of := map[string][]binding{}
	for _, b := range g.reading.bindings {
		entity := b.target.field.Entity
		if entity == "" {
			entity = mapping.Case
		}
		if _, listed := of[entity]; !listed {
			order = append(order, entity)
		}
		of[entity] = append(of[entity], b)
	}
	rank := func(entity string) int {
		switch entity {
		case mapping.Case:
			return 0
		case "child":
			return 1
		case g.reading.about.entity.Name:
			return 2
		}
		return 3
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	for _, entity := range order {
		it := mapping.Items{Entity: entity, Fields: map[string]string{}}
		place := fmt.Sprintf(".items[%d]", len(g.table.Items))
		for _, b := range of[entity] {
			it.Fields[b.target.field.Name] = g.page.header[b.column]
			it.Latest = it.Latest || b.latest
			remark := fmt.Sprintf("%.0f %%", 100*b.confidence)
			if checks := g.shown.Columns[b.column].Checks; len(checks) > 0 {
				remark += "; " + strings.Join(checks, "; ")
			}
			g.remarks[place+".fields."+b.target.field.Name] = remark
		}
		if s := of[entity][0].subject; rank(entity) > 1 {
			v.kind(g, s, &it, of[entity], place)
			if s != g.reading.about || rank(order[len(order)-1]) > 2 {
				it.Needs = needs(g.page.header, of[entity])
			}
		}
		if it.Latest {
			g.remarks[place+".latest"] = "the heading says so: take this out if earlier ones stand in the table too"
		}
		g.table.Items = append(g.table.Items, it)
	}
}

// needs gives the columns that say whether a row has an item at all, where it gives
// several: that of the key, or else those of its dates.
func needs(header []string, bindings []binding) []string {
	var dates []string
	for _, b := range bindings {
		switch {
		case b.target.field.Key:
			return []string{header[b.column]}
		case b.target.field.Dated():
			dates = append(dates, header[b.column])
		}
	}
	return dates
}

// kind settles the type of items whose table has no column for it.
func (v *vocabulary) kind(g *draft, s *subject, it *mapping.Items, bindings []binding, place string) {
	if len(s.kinds) == 0 || it.Fields["type"] != "" {
		return
	}
	said := set{}
	if s == g.reading.about {
		said = v.tokens(g.page.ref.Name + " " + stem(g.page.ref.File) + " " + g.page.titles)
	}
	code := s.kindOf(said)
	for _, b := range bindings {
		if code == "" {
			code = s.kindOf(v.tokens(g.page.header[b.column]))
		}
	}
	if code == "" {
		g.check(fmt.Sprintf("nothing says of what type the %s are: add always: {type: ...} if all are of one (%s)", s.entity.Label, kinds(s)))
		return
	}
	it.Always = map[string]string{"type": code}
	g.remarks[place+".always.type"] = "by the names of the table and its columns"
}

func kinds(s *subject) string {
	if f, ok := s.entity.Field("type"); ok {
		return strings.Join(f.Values, ", ")
	}
	return ""
}

// kindOf gives the kind that a name names, by its longest phrase; "" when it names
// none, or two alike.
func (s *subject) kindOf(name set) string {
	code, longest := "", 0
	for _, k := range s.kinds {
		for _, phrase := range k.phrases {
			switch {
			case !name.holds(phrase) || len(phrase) < longest:
			case len(phrase) > longest:
				code, longest = k.code, len(phrase)
			case k.code != code:
				code = ""
			}
		}
	}
	return code
}
