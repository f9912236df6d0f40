package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// entryApproved is MO-10: a senior manager approves that a child enters care.
func entryApproved() Expectation {
	due := func(v *View, e Item) string {
		return v.Clock.Working(text(e, "entered_care_date"), timing.EntryApprovedWD)
	}
	return Expectation{
		ID: "MO-10", Unit: "care_episodes",
		Needs: []string{"care_episodes.entry_approved_by_role", "care_episodes.entry_approved_date", "care_episodes.entered_care_date",
			"care_episodes.start_date"},
		Judge: func(v *View, e Item) Verdict {
			entered := text(e, "entered_care_date")
			if !v.Clock.Audited(entered) || text(e, "start_date") != entered || code(e, "legal_status") == "v3" {
				return NotAudited
			}
			role := code(e, "entry_approved_by_role")
			return beside(deadline(v.Clock, due(v, e), text(e, "entry_approved_date")), role == "service_manager" || role == "head_of_service")
		},
		Faults: append(lateOrNever("entry-to-care-approved-late", "A senior manager approves a child's entry to care days afterwards.",
			"entry-to-care-unapproved", "Nothing shows that a senior manager approved a child's entry to care.", "entry_approved_date", due, 9),
			Fault{Name: "entry-to-care-approved-too-low", About: "Nobody more senior than a team manager approved a child's entry to care.",
				Plant: func(_ *View, e Item, r *rand.Rand) bool {
					if e["entry_approved_by_role"] = "TEAM_MANAGER"; r.IntN(3) == 0 {
						delete(e, "entry_approved_by_role")
					}
					return true
				}}),
	}
}
