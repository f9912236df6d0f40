package letter

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// standings is an area of practice by the criteria that something is concluded
// from: a rule that failed or a handful of items makes no area strong.
type standings struct {
	area criteria.Area
	audit.Count
	concluded, all int // of its criteria
}

func (d *draft) areas() []*standings {
	var areas []*standings
	for _, r := range d.audit.Summary.Criteria {
		i := slices.IndexFunc(areas, func(s *standings) bool { return s.area.Name == r.Criterion.Area.Name })
		if i < 0 {
			i = len(areas)
			areas = append(areas, &standings{area: r.Criterion.Area})
		}
		s := areas[i]
		s.all++
		if d.classes[r.Criterion.ID].rank() > 0 {
			s.concluded++
			s.Met += r.Met
			s.NotMet += r.NotMet
		}
	}
	return areas
}

// extremes are the areas of practice where items were met least and most often.
// Areas that stand alike stand together.
func (d *draft) extremes() []Item {
	areas := slices.DeleteFunc(d.areas(), func(s *standings) bool { return s.Audited() == 0 })
	if len(areas) < 2 {
		return []Item{{Basis: "Areas of practice", Places: []Place{{Sheet: Criteria}},
			Text: "Too little was judged to call one area of practice weaker or stronger than another."}}
	}
	slices.SortStableFunc(areas, byShare)
	first, last := areas[0], areas[len(areas)-1]
	if byShare(first, last) == 0 {
		return []Item{named("Items were met equally often in every area of practice of which something is concluded: ", areas)}
	}
	return []Item{
		named("Items were met least often in ", alike(areas, first)),
		named("Items were met most often in ", alike(areas, last)),
	}
}

// byShare orders areas by the share met, lowest first, compared as fractions.
func byShare(a, b *standings) int { return cmp.Compare(a.Met*b.Audited(), b.Met*a.Audited()) }

func alike(areas []*standings, like *standings) []*standings {
	return slices.DeleteFunc(slices.Clone(areas), func(s *standings) bool { return byShare(s, like) != 0 })
}

// named lists areas with their counts and how many of their criteria these are of.
func named(lead string, areas []*standings) Item {
	var item Item
	var words, titles []string
	for _, s := range areas {
		words = append(words, fmt.Sprintf("%s (%d of %s, %s, by %d of its %s)", s.area.Title, s.Met, counted(s.Audited(), "item", "items"),
			PerCent(s.Met, s.Audited()), s.concluded, counted(s.all, "criterion", "criteria")))
		titles = append(titles, s.area.Title)
		item.Count.Met += s.Met
		item.Count.NotMet += s.NotMet
		item.Places = append(item.Places, Place{Criteria, "Area", s.area.Title})
	}
	item.Text = lead + enumerate(words) + "."
	item.Basis = enumerate(titles)
	return item
}
