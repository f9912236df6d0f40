package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// allegationDecided is CP-18: what is to be done about an allegation is decided in a day.
func allegationDecided() Expectation {
	due := func(v *View, a Item) string {
		return v.Clock.Working(text(a, "received_date"), timing.AllegationDecidedWD)
	}
	return Expectation{
		ID: "CP-18", Unit: "allegations", Service: true, Needs: []string{"allegations.received_date", "allegations.decided_date"},
		Judge: func(v *View, a Item) Verdict {
			if !v.Clock.Audited(text(a, "received_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, a), text(a, "decided_date"))
		},
		Faults: lateOrNever("allegation-decided-late", "Days pass before it is decided what to do about an allegation.",
			"allegation-undecided", "Nobody decides what to do about an allegation.", "decided_date", due, 8),
	}
}

// allegationConcluded is CP-19: an allegation is concluded in three months, with an outcome and reasons.
func allegationConcluded() Expectation {
	due := func(a Item) string { return timing.Months(text(a, "received_date"), timing.AllegationMonths) }
	return Expectation{
		ID: "CP-19", Unit: "allegations", Service: true,
		Needs: []string{"allegations.received_date", "allegations.concluded_date", "allegations.outcome", "allegations.rationale"},
		Judge: func(v *View, a Item) Verdict {
			if !v.Clock.Audited(text(a, "received_date")) {
				return NotAudited
			}
			return beside(deadline(v.Clock, due(a), text(a, "concluded_date")), text(a, "outcome") != "" && recorded(a, "rationale"))
		},
		Faults: []Fault{
			{Name: "allegation-concluded-late", About: "An allegation is concluded weeks too late.", Plant: func(v *View, a Item, r *rand.Rand) bool {
				late := timing.Days(due(a), over(r, 40))
				if !v.Clock.Happened(late) {
					return false
				}
				a["concluded_date"] = late
				return true
			}},
			{Name: "allegation-not-concluded", About: "An allegation is still open after months.", Plant: func(v *View, a Item, _ *rand.Rand) bool {
				if due(a) >= v.Clock.AsAt {
					return false
				}
				for _, field := range []string{"concluded_date", "outcome", "rationale"} {
					delete(a, field)
				}
				return true
			}},
			{Name: "allegation-without-outcome", About: "An allegation is concluded and nobody says how.", Plant: without("outcome")},
			{Name: "allegation-without-reasons", About: "An allegation is concluded and nobody says why.", Plant: silent("rationale")},
		},
	}
}
