package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// contactDecided is CR-01: a contact is decided within one working day.
func contactDecided() Expectation {
	due := func(v *View, c Item) string { return v.Clock.Working(text(c, "received"), timing.ContactDecisionWD) }
	return Expectation{
		ID: "CR-01", Unit: "contacts", Needs: []string{"contacts.received", "contacts.decided"},
		Judge: func(v *View, c Item) Verdict {
			if !v.Clock.Audited(text(c, "received")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, c), text(c, "decided"))
		},
		Faults: []Fault{
			{Name: "contact-decided-late", About: "The decision on a contact comes days after it should.",
				Plant: func(v *View, c Item, r *rand.Rand) bool {
					late := v.Clock.Working(due(v, c), over(r, 6))
					if !v.Clock.Happened(late) {
						return false
					}
					c["decided"] = late + "T11:30:00"
					return true
				}},
			{Name: "contact-undecided", About: "Nobody ever decides what to do about a contact.",
				Plant: func(v *View, c Item, _ *rand.Rand) bool {
					if due(v, c) >= v.Clock.AsAt {
						return false
					}
					delete(c, "decided")
					return true
				}},
		},
	}
}
