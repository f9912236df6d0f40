package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// lateOrNever are the two faults of an item that has something due: it is done up
// to n working days late, or not at all.
func lateOrNever(late, aboutLate, never, aboutNever, field string, due func(*View, Item) string, n int) []Fault {
	return []Fault{
		{Name: late, About: aboutLate, Plant: func(v *View, item Item, r *rand.Rand) bool {
			day := v.Clock.Working(due(v, item), over(r, n))
			if !v.Clock.Happened(day) {
				return false
			}
			item[field] = day
			return true
		}},
		{Name: never, About: aboutNever, Plant: func(v *View, item Item, _ *rand.Rand) bool {
			if due(v, item) >= v.Clock.AsAt {
				return false
			}
			delete(item, field)
			return true
		}},
	}
}

// without is the fault of leaving a field blank.
func without(field string) func(*View, Item, *rand.Rand) bool {
	return func(_ *View, item Item, _ *rand.Rand) bool {
		delete(item, field)
		return true
	}
}

// grow adds an item to an entity.
func (v *View) grow(entity string, item Item) {
	list, _ := v.Values[entity].([]any)
	v.Values[entity] = append(list, item)
}

// stale drops the items of an entity of which pass says that they are recent. Half
// of the time one of them is of a day before a limit instead, though not before from.
func (v *View) stale(entity, limit, from string, recent func(Item) bool, r *rand.Rand) {
	var last Item
	v.Keep(entity, func(item Item) bool {
		if recent(item) {
			last = item
		}
		return !recent(item)
	})
	day := timing.Days(limit, -over(r, 30))
	if last == nil || day < from || r.IntN(2) == 0 {
		return
	}
	for _, item := range v.Items(entity) {
		if text(item, "date") == day { // or the two could not be told apart
			return
		}
	}
	last["date"] = day
	delete(last, "reviewer_met_child_date")
	if _, dated := last["recorded_date"]; dated {
		last["recorded_date"] = day
	}
	v.grow(entity, last)
}
