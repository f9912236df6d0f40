package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// returnedHome is CC-16: a plan supports the child for four weeks after coming home from care.
func returnedHome() Expectation {
	supports := func(v *View, e, p Item) bool {
		end, start := text(e, "end_date"), text(p, "start_date")
		return (text(p, "type") == "child_in_need" || text(p, "type") == "care") && v.Clock.Happened(start) &&
			start <= v.Clock.Working(end, timing.StepDownWD) &&
			(!v.Clock.Happened(text(p, "end_date")) || text(p, "end_date") >= timing.Days(end, timing.HomeSupportDays))
	}
	judge := func(v *View, e Item) Verdict {
		end := text(e, "end_date")
		if !v.Clock.Audited(end) || !slices.Contains([]string{"E4A", "E4B", "E13"}, text(e, "end_reason")) || text(e, "legal_status") == "V3" {
			return NotAudited
		}
		for _, p := range v.Items("plans") {
			if supports(v, e, p) {
				if timing.Days(end, timing.HomeSupportDays) > v.Clock.AsAt {
					return NotAudited
				}
				return Met
			}
		}
		return deadline(v.Clock, v.Clock.Working(end, timing.StepDownWD), "")
	}
	// supporting changes the plans that support the child.
	supporting := func(change func(*View, Item, Item, *rand.Rand)) func(*View, Item, *rand.Rand) bool {
		return trying(judge, "plans", func(v *View, e Item, r *rand.Rand) {
			for _, p := range v.Items("plans") {
				if supports(v, e, p) {
					change(v, e, p, r)
				}
			}
		})
	}
	return Expectation{
		ID: "CC-16", Unit: "care_episodes", Judge: judge, Anchor: "end_date",
		Needs: careNeeds("care_episodes.end_reason", "plans.start_date", "plans.type", "plans.end_date"),
		Faults: []Fault{
			{Name: "support-at-home-late", About: "A child came home from care and the plan for help began weeks later.",
				Plant: supporting(func(v *View, e, p Item, r *rand.Rand) {
					late := v.Clock.Working(v.Clock.Working(text(e, "end_date"), timing.StepDownWD), over(r, 15))
					if end := text(p, "end_date"); v.Clock.Happened(late) && (end == "" || end > late) {
						p["start_date"] = late
					}
				})},
			{Name: "support-at-home-cut-short", About: "A child came home from care and the plan for help ended within weeks.",
				Plant: supporting(func(v *View, e, p Item, r *rand.Rand) {
					if short := timing.Days(text(e, "end_date"), timing.HomeSupportDays-over(r, 12)); short >= text(p, "start_date") {
						p["end_date"] = short
					}
				})},
			{Name: "no-support-at-home", About: "A child came home from care and no plan for help followed.",
				Plant: func(v *View, e Item, _ *rand.Rand) bool {
					return v.try(judge, e, "plans", func() { v.Keep("plans", func(p Item) bool { return !supports(v, e, p) }) })
				}},
		},
	}
}
