package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// signedOffSeen is AS-18: an assessment is not signed off before the child is
// seen. Where the export has the date of seeing the child, the date decides.
func signedOffSeen() Expectation {
	const seenDate = "assessments.child_seen_date"
	return Expectation{
		ID: "AS-18", Unit: "assessments",
		Needs: []string{"assessments.signed_off_date", "assessments.child_seen | assessments.child_seen_date", "assessments.type"},
		Judge: func(v *View, a Item) Verdict {
			signed, seen := text(a, "signed_off_date"), text(a, "child_seen_date")
			if !v.Clock.Audited(signed) || text(a, "type") == "pre_birth" {
				return NotAudited
			}
			if v.Supplies(seenDate) {
				return verdict(v.Clock.Happened(seen) && seen <= signed)
			}
			return verdict(yes(a, "child_seen"))
		},
		Faults: []Fault{
			{Name: "signed-off-child-unseen", About: "The child is seen only after the assessment is signed off.",
				Plant: func(v *View, a Item, r *rand.Rand) bool {
					late := timing.Days(text(a, "signed_off_date"), over(r, 10))
					if !v.Supplies(seenDate) || !v.Clock.Happened(late) {
						return false
					}
					a["child_seen_date"] = late
					if v.Supplies("assessments.child_seen") {
						a["child_seen"] = true
					}
					return true
				}},
			{Name: "signed-off-seen-undated", About: "The assessment says that the child was seen and not when.",
				Plant: func(v *View, a Item, _ *rand.Rand) bool {
					if !v.Supplies(seenDate) || !v.Supplies("assessments.child_seen") {
						return false
					}
					delete(a, "child_seen_date")
					a["child_seen"] = true
					return true
				}},
		},
	}
}
