package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// strategyInTime is CP-17: the agencies talk within a working day of the concern.
func strategyInTime() Expectation {
	due := func(v *View, s Item) string {
		return v.Clock.Working(text(s, "concern_date"), timing.StrategyDiscussionWD)
	}
	return Expectation{
		ID: "CP-17", Unit: "section_47", Needs: []string{"section_47.concern_date", "section_47.strategy_discussion_date"},
		Judge: func(v *View, s Item) Verdict {
			if !v.Clock.Audited(text(s, "concern_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, s), text(s, "strategy_discussion_date"))
		},
		Faults: []Fault{
			{Name: "strategy-discussion-slow", About: "Days pass between the concern and the strategy discussion.",
				Plant: func(v *View, s Item, r *rand.Rand) bool {
					concern := Item{"concern_date": s["concern_date"]}
					for due(v, concern) >= text(s, "strategy_discussion_date") {
						concern["concern_date"] = timing.Days(text(concern, "concern_date"), -1)
					}
					day := timing.Days(text(concern, "concern_date"), 1-over(r, 6))
					if !v.Clock.Audited(day) {
						return false
					}
					s["concern_date"] = day
					return true
				}},
			{Name: "no-strategy-discussion-after-concern", About: "A concern leads to an enquiry and the agencies never talk.",
				Plant: func(v *View, s Item, _ *rand.Rand) bool {
					if due(v, s) >= v.Clock.AsAt {
						return false
					}
					delete(s, "strategy_discussion_date")
					return true
				}},
		},
	}
}
