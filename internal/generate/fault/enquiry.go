package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// strategyDiscussion is CP-01: police and health took part in a strategy discussion
// in the fifteen working days up to the enquiry.
func strategyDiscussion() Expectation {
	return Expectation{
		ID: "CP-01", Unit: "section_47",
		Needs: []string{"section_47.strategy_discussion_date", "section_47.police_attended", "section_47.health_attended", "section_47.start_date"},
		Judge: func(v *View, s Item) Verdict {
			start, held := text(s, "start_date"), text(s, "strategy_discussion_date")
			if !v.Clock.Audited(start) {
				return NotAudited
			}
			intime := held != "" && held <= start && start <= v.Clock.Working(held, timing.StrategyWD)
			return verdict(intime && yes(s, "police_attended") && yes(s, "health_attended"))
		},
		Faults: []Fault{
			{Name: "strategy-discussion-afterwards", About: "The strategy discussion is held after the enquiry began.",
				Plant: func(v *View, s Item, r *rand.Rand) bool {
					late := timing.Days(text(s, "start_date"), over(r, 6))
					if !v.Clock.Happened(late) {
						return false
					}
					s["strategy_discussion_date"] = late
					return true
				}},
			{Name: "strategy-discussion-long-before", About: "The strategy discussion is weeks older than the enquiry.",
				Plant: func(v *View, s Item, r *rand.Rand) bool {
					day := text(s, "strategy_discussion_date")
					for v.Clock.Working(day, timing.StrategyWD) >= text(s, "start_date") {
						day = timing.Days(day, -1)
					}
					s["strategy_discussion_date"] = timing.Days(day, 1-over(r, 8))
					return true
				}},
			{Name: "strategy-discussion-unrecorded", About: "Nothing shows that there was a strategy discussion.", Plant: without("strategy_discussion_date")},
			{Name: "strategy-discussion-without-police", About: "The police had no part in the strategy discussion.", Plant: absent("police_attended")},
			{Name: "strategy-discussion-without-health", About: "Health had no part in the strategy discussion.", Plant: absent("health_attended")},
		},
	}
}

// absent is the fault of a yes that is a no, or blank.
func absent(field string) func(*View, Item, *rand.Rand) bool {
	return func(_ *View, item Item, r *rand.Rand) bool {
		if item[field] = false; r.IntN(3) == 0 {
			delete(item, field)
		}
		return true
	}
}

// jointEnquiry is CP-02: the enquiry was joint with the police, or it says why not.
func jointEnquiry() Expectation {
	return Expectation{
		ID: "CP-02", Unit: "section_47", Needs: []string{"section_47.conducted", "section_47.single_agency_reason", "section_47.start_date"},
		Judge: func(v *View, s Item) Verdict {
			if !v.Clock.Audited(text(s, "start_date")) {
				return NotAudited
			}
			how := code(s, "conducted")
			return verdict(how == "joint" || (how == "single_agency" && recorded(s, "single_agency_reason")))
		},
		Faults: []Fault{
			{Name: "single-agency-without-reason", About: "An enquiry is made without the police and nobody says why.",
				Plant: func(_ *View, s Item, r *rand.Rand) bool {
					s["conducted"] = "single_agency"
					return silence(s, "single_agency_reason", r)
				}},
			{Name: "enquiry-manner-unrecorded", About: "Nothing shows whether the enquiry was made with the police.", Plant: without("conducted")},
		},
	}
}
