package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// referralAllocated is CR-03: a referral is allocated promptly.
func referralAllocated() Expectation {
	due := func(v *View, ref Item) string { return v.Clock.Working(text(ref, "date"), timing.AllocationWD) }
	return Expectation{
		ID: "CR-03", Unit: "referrals",
		Needs: []string{"referrals.date", "referrals.allocated_date", "referrals.no_further_action"},
		Judge: func(v *View, ref Item) Verdict {
			if !v.Clock.Audited(text(ref, "date")) || yes(ref, "no_further_action") {
				return NotAudited
			}
			return deadline(v.Clock, due(v, ref), text(ref, "allocated_date"))
		},
		Faults: []Fault{
			{Name: "allocated-late", About: "A referral waits for a worker.", Plant: func(v *View, ref Item, r *rand.Rand) bool {
				late := v.Clock.Working(due(v, ref), over(r, 8))
				if !v.Clock.Happened(late) {
					return false
				}
				ref["allocated_date"] = late
				return true
			}},
			{Name: "never-allocated", About: "Nobody recorded who took a referral on.", Plant: func(v *View, ref Item, _ *rand.Rand) bool {
				if due(v, ref) >= v.Clock.AsAt {
					return false
				}
				delete(ref, "allocated_date")
				return true
			}},
		},
	}
}
