package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// connectedCarer is CC-20: a relative or friend is approved, or the placement ends, before the temporary approval does.
func connectedCarer() Expectation {
	first := func(p Item) string {
		return timing.Days(text(p, "temporary_approval_date"), timing.ConnectedApprovalDays)
	}
	due := func(v *View, p Item) string {
		extended := text(p, "approval_extended_date")
		if v.Clock.Happened(extended) && extended >= text(p, "temporary_approval_date") && extended <= first(p) {
			return timing.Days(first(p), timing.ConnectedExtensionDays)
		}
		return first(p)
	}
	settled := func(p Item) string {
		approved, end := text(p, "approved_date"), text(p, "end_date")
		if approved == "" || (end != "" && end < approved) {
			return end
		}
		return approved
	}
	endsInTime := func(v *View, p Item) bool { end := text(p, "end_date"); return end != "" && end <= due(v, p) }
	return Expectation{
		ID: "CC-20", Unit: "placements",
		Needs: []string{"placements.temporary_approval_date", "placements.approved_date", "placements.end_date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.Clock.Audited(text(p, "temporary_approval_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, p), settled(p))
		},
		Faults: []Fault{
			{Name: "connected-carer-approved-late", About: "A relative is approved weeks after the temporary approval ended.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					late := timing.Days(due(v, p), over(r, 30))
					if endsInTime(v, p) || !v.Clock.Happened(late) {
						return false
					}
					p["approved_date"] = late
					return true
				}},
			{Name: "approval-extended-too-late", About: "The temporary approval of a relative is extended after it had ended.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					late := timing.Days(first(p), over(r, 20))
					if settled(p) <= first(p) || !v.Clock.Happened(late) {
						return false
					}
					p["approval_extended_date"] = late
					return true
				}},
			{Name: "connected-carer-unapproved", About: "The temporary approval of a relative ended, and nobody approved the placement.",
				Plant: func(v *View, p Item, _ *rand.Rand) bool {
					if endsInTime(v, p) || due(v, p) >= v.Clock.AsAt {
						return false
					}
					delete(p, "approved_date")
					return true
				}},
		},
	}
}
