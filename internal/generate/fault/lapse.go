package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// over is by how much a limit is missed: from 1 to n, often by 1.
func over(r *rand.Rand, n int) int {
	if r.IntN(3) == 0 {
		return 1
	}
	return 1 + r.IntN(n)
}

// lapse drops the recent items of an entity, those of the n days up to as-at. Half
// of the time one of them turns out to be older instead, though not before a day.
func (v *View) lapse(entity string, n int, from string, recent func(Item) bool, r *rand.Rand) {
	var last Item
	v.Keep(entity, func(item Item) bool {
		if recent(item) {
			last = item
		}
		return !recent(item)
	})
	day := timing.Days(v.Clock.AsAt, -n-over(r, 20))
	if last == nil || day < from || r.IntN(2) == 0 {
		return
	}
	last["date"] = day
	if _, dated := last["recorded_date"]; dated {
		last["recorded_date"] = day
	}
	list, _ := v.Values[entity].([]any)
	v.Values[entity] = append(list, last)
}
