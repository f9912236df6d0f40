package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// signedOffComplete is AS-17: nothing incomplete is signed off.
func signedOffComplete() Expectation {
	return Expectation{
		ID: "AS-17", Unit: "assessments",
		Needs: []string{"assessments.signed_off_date", "assessments.completed_date", "assessments.sections_missing"},
		Judge: func(v *View, a Item) Verdict {
			signed, completed := text(a, "signed_off_date"), text(a, "completed_date")
			if !v.Clock.Audited(signed) {
				return NotAudited
			}
			return verdict(a["sections_missing"] == 0 && completed != "" && completed <= signed)
		},
		Faults: []Fault{
			{Name: "signed-off-incomplete", About: "An assessment is signed off with mandatory sections blank.",
				Plant: func(_ *View, a Item, r *rand.Rand) bool {
					a["sections_missing"] = 1 + r.IntN(5)
					return true
				}},
			{Name: "sections-not-counted", About: "Nobody recorded whether the assessment was whole when it was signed off.",
				Plant: func(_ *View, a Item, _ *rand.Rand) bool {
					delete(a, "sections_missing")
					return true
				}},
			{Name: "signed-off-before-completion", About: "An assessment is signed off before it is completed.",
				Plant: func(v *View, a Item, r *rand.Rand) bool {
					early := timing.Days(text(a, "completed_date"), -1-r.IntN(3))
					if early < text(a, "start_date") || !v.Clock.Audited(early) {
						return false
					}
					a["signed_off_date"] = early
					return true
				}},
		},
	}
}
