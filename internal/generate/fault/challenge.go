package fault

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// challengeAnswered is MO-11: a reviewing officer's or chair's challenge is answered in time.
func challengeAnswered() Expectation {
	due := func(v *View, c Item) string { return v.Clock.Working(text(c, "raised_date"), timing.ChallengeWD) }
	return Expectation{
		ID: "MO-11", Unit: "challenges", Needs: []string{"challenges.raised_date", "challenges.by_role", "challenges.answered_date"},
		Judge: func(v *View, c Item) Verdict {
			role := code(c, "by_role")
			if !v.Clock.Audited(text(c, "raised_date")) || (role != "reviewing_officer" && role != "conference_chair") {
				return NotAudited
			}
			return deadline(v.Clock, due(v, c), text(c, "answered_date"))
		},
		Faults: lateOrNever("challenge-answered-late", "A reviewing officer or chair waits weeks for an answer to a challenge.",
			"challenge-unanswered", "Nobody answers a reviewing officer's or chair's challenge.", "answered_date", due, 15),
	}
}
