package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// seenAlone is PL-07: a child with a plan was seen alone in the last eight weeks.
func seenAlone() Expectation {
	recent := func(v *View, i Item) bool {
		return yes(i, "seen_alone") && v.Clock.Within(text(i, "date"), timing.SeenAloneDays)
	}
	return Expectation{
		ID: "PL-07", Unit: "plans",
		Needs: protectionNeeds("visits.date", "visits.seen_alone", "child.date_of_birth"),
		Judge: func(v *View, p Item) Verdict {
			kind := text(p, "type")
			if (kind != "child_in_need" && kind != "child_protection") || !v.openPlan(p) ||
				!v.Clock.Ago(text(p, "start_date"), timing.SeenAloneDays) || !v.aged(timing.SeenAloneAge, v.Clock.AsAt) {
				return NotAudited
			}
			for _, i := range v.Items("visits") {
				if recent(v, i) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "seen-alone-long-ago", About: "A child with a plan was last seen alone months ago.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					day := timing.Days(v.Clock.AsAt, -timing.SeenAloneDays-over(r, 30))
					if day < text(p, "start_date") {
						return false
					}
					var last Item
					for _, i := range v.Items("visits") {
						if recent(v, i) {
							i["seen_alone"], last = false, i
						}
					}
					last["seen_alone"], last["date"], last["recorded_date"] = true, day, day
					return true
				}},
			{Name: "not-seen-alone", About: "A child with a plan is visited and never seen alone.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					for _, i := range v.Items("visits") {
						if recent(v, i) {
							if i["seen_alone"] = false; r.IntN(3) == 0 {
								delete(i, "seen_alone")
							}
						}
					}
					return true
				}},
		},
	}
}
