package fault

import (
	"fmt"
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// placementStable is CC-10: fewer than three placements begun in a year. A measure.
func placementStable() Expectation {
	return Expectation{
		ID: "CC-10", Unit: "care_episodes", Needs: careNeeds("placements.start_date"),
		Judge: func(v *View, e Item) Verdict {
			if !v.counted(e) {
				return NotAudited
			}
			begun := 0
			for _, p := range v.Items("placements") {
				if day := text(p, "start_date"); v.during(e, day) && v.Clock.WithinMonths(day, timing.StableMonths) {
					begun++
				}
			}
			return verdict(begun <= timing.MostPlacements)
		},
		Faults: []Fault{{Name: "placements-many", About: "A child in care has moved three times or more in a year.",
			Plant: func(v *View, e Item, r *rand.Rand) bool {
				last := v.placement(e)
				first := max(timing.Months(v.Clock.AsAt, -timing.StableMonths), v.entered(e), text(last, "start_date"))
				if last == nil || timing.Between(first, v.Clock.AsAt) < 12 {
					return false
				}
				for n := range 3 {
					moved := timing.Days(first, 3+n*3+r.IntN(3))
					next := Item{"placement_id": fmt.Sprint(text(last, "placement_id"), n+1), "type": "U6", "start_date": moved}
					last["end_date"] = moved
					v.grow("placements", next)
					last = next
				}
				return true
			}}},
	}
}

// placement is the open placement of a period of care that began last.
func (v *View) placement(e Item) Item {
	var last Item
	for _, p := range v.Items("placements") {
		if v.during(e, text(p, "start_date")) && v.openPlan(p) && (last == nil || text(p, "start_date") > text(last, "start_date")) {
			last = p
		}
	}
	return last
}

// notConvicted is CC-11: no conviction in the last year of care. A measure.
func notConvicted() Expectation {
	return Expectation{
		ID: "CC-11", Unit: "care_episodes",
		Needs: careNeeds("convictions.date", "care_episodes.entered_care_date", "child.date_of_birth"),
		Judge: func(v *View, e Item) Verdict {
			if !v.counted(e) || !v.Clock.MonthsAgo(v.entered(e), timing.StableMonths) || !v.aged(timing.ConvictionAge, v.Clock.AsAt) {
				return NotAudited
			}
			for _, c := range v.Items("convictions") {
				if v.Clock.WithinMonths(text(c, "date"), timing.StableMonths) {
					return NotMet
				}
			}
			return Met
		},
		Faults: []Fault{{Name: "convicted-in-care", About: "A child in care was cautioned or convicted in the last year.",
			Plant: func(v *View, _ Item, r *rand.Rand) bool {
				since := timing.Months(v.Clock.AsAt, -timing.StableMonths)
				v.grow("convictions", Item{"date": timing.Days(since, r.IntN(4)*r.IntN(timing.Between(since, v.Clock.AsAt)/3))})
				return true
			}}},
	}
}
