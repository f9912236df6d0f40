package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// childSeen is AS-02: the child is seen during the assessment.
func childSeen() Expectation {
	return Expectation{
		ID: "AS-02", Unit: "assessments",
		Needs: []string{"assessments.child_seen | assessments.child_seen_date", "assessments.start_date",
			"assessments.type", "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			if !v.Clock.Audited(text(a, "completed_date")) || text(a, "type") == "pre_birth" {
				return NotAudited
			}
			seen, start := text(a, "child_seen_date"), text(a, "start_date")
			during := v.Clock.Happened(seen) && start != "" && start <= seen && seen <= text(a, "completed_date")
			return verdict(yes(a, "child_seen") || during)
		},
		Faults: []Fault{
			{Name: "child-not-seen", About: "The assessment says that the child was not seen.", Plant: func(_ *View, a Item, _ *rand.Rand) bool {
				a["child_seen"] = false
				delete(a, "child_seen_date")
				return true
			}},
			{Name: "child-seen-unrecorded", About: "The assessment does not say whether the child was seen.", Plant: func(_ *View, a Item, _ *rand.Rand) bool {
				delete(a, "child_seen")
				delete(a, "child_seen_date")
				return true
			}},
			{Name: "child-seen-late", About: "The child is seen after the assessment is completed and before it is signed off.",
				Plant: func(v *View, a Item, _ *rand.Rand) bool {
					late := timing.Days(text(a, "completed_date"), 1)
					if !v.Supplies("assessments.child_seen_date") || !v.Clock.Happened(late) || late > text(a, "signed_off_date") {
						return false
					}
					delete(a, "child_seen")
					a["child_seen_date"] = late
					return true
				}},
		},
	}
}
