package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// steppedDown is CP-14: when a protection plan ends and the case goes on, a child in
// need plan takes its place.
func steppedDown() Expectation {
	due := func(v *View, p Item) string { return v.Clock.Working(text(p, "end_date"), timing.StepDownWD) }
	return Expectation{
		ID: "CP-14", Unit: "plans", Needs: protectionNeeds("referrals.close_date"),
		Judge: func(v *View, p Item) Verdict {
			end := text(p, "end_date")
			if text(p, "type") != "child_protection" || !v.Clock.Audited(end) || closedOn(v, end) {
				return NotAudited
			}
			if len(supportAfter(v, end, due(v, p))) > 0 {
				return Met
			}
			return deadline(v.Clock, due(v, p), "")
		},
		Faults: []Fault{
			{Name: "step-down-late", About: "Weeks pass between a protection plan and the child in need plan after it.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					after, late := supportAfter(v, text(p, "end_date"), due(v, p)), v.Clock.Working(due(v, p), over(r, 12))
					if len(after) != 1 || !v.Clock.Happened(late) || (text(after[0], "end_date") != "" && text(after[0], "end_date") < late) {
						return false
					}
					after[0]["start_date"] = late
					v.Keep("meetings", func(m Item) bool {
						return text(m, "plan_id") != text(after[0], "plan_id") || text(m, "date") >= late
					})
					return true
				}},
			{Name: "no-step-down", About: "A protection plan ends and no plan takes its place.",
				Plant: func(v *View, p Item, _ *rand.Rand) bool {
					if due(v, p) >= v.Clock.AsAt {
						return false
					}
					gone := map[string]bool{}
					for _, plan := range supportAfter(v, text(p, "end_date"), due(v, p)) {
						plan["type"], gone[text(plan, "plan_id")] = "care", true
						delete(plan, "worker_id") // as the dataset has it
					}
					v.Keep("meetings", func(m Item) bool { return !gone[text(m, "plan_id")] })
					return true
				}},
		},
	}
}

// supportAfter are the child in need plans that begin from a day to another, or are
// open on the day after it.
func supportAfter(v *View, end, due string) []Item {
	var plans []Item
	for _, p := range v.Items("plans") {
		start, until, next := text(p, "start_date"), text(p, "end_date"), timing.Days(end, 1)
		begins := v.Clock.Happened(start) && start >= end && start <= due
		open := start <= next && (start == "" || v.Clock.Happened(start)) && (until == "" || until > next)
		if text(p, "type") == "child_in_need" && (begins || open) {
			plans = append(plans, p)
		}
	}
	return plans
}

// closedOn reports whether the case was closed on a day: some referral was, and none was open.
func closedOn(v *View, day string) bool {
	closed := false
	for _, ref := range v.Items("referrals") {
		from, until := text(ref, "date"), text(ref, "close_date")
		switch {
		case until != "" && until <= day:
			closed = true
		case !yes(ref, "no_further_action") && from <= day && (from == "" || v.Clock.Happened(from)):
			return false
		}
	}
	return closed
}
