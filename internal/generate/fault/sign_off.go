package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// signOff is MO-03: a manager signs completed work off in time.
func signOff() Expectation {
	due := func(v *View, a Item) string { return v.Clock.Working(text(a, "completed_date"), timing.SignOffWD) }
	return Expectation{
		ID: "MO-03", Unit: "assessments", Needs: []string{"assessments.completed_date", "assessments.signed_off_date"},
		Judge: func(v *View, a Item) Verdict {
			if !v.Clock.Audited(text(a, "completed_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, a), text(a, "signed_off_date"))
		},
		Faults: []Fault{
			{Name: "sign-off-late", About: "A manager signs an assessment off days after it should be.",
				Plant: func(v *View, a Item, r *rand.Rand) bool {
					late := v.Clock.Working(due(v, a), over(r, 12))
					if !v.Clock.Happened(late) {
						return false
					}
					a["signed_off_date"] = late
					if _, shared := a["outcome_shared_date"]; shared {
						a["outcome_shared_date"] = late
					}
					return true
				}},
			{Name: "never-signed-off", About: "No manager ever signs a completed assessment off.",
				Plant: func(v *View, a Item, _ *rand.Rand) bool {
					if due(v, a) >= v.Clock.AsAt {
						return false
					}
					for _, field := range []string{"signed_off_date", "signed_off_by", "outcome_shared_date", "sections_missing"} {
						delete(a, field)
					}
					return true
				}},
		},
	}
}
