package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// coreGroups is CP-12: the core group first meets within ten working days, and then
// at least every six weeks.
func coreGroups() Expectation {
	first := func(v *View, p Item) string { return v.Clock.Working(text(p, "start_date"), timing.CoreGroupWD) }
	return Expectation{
		ID: "CP-12", Unit: "plans", Needs: protectionNeeds("meetings.type", "meetings.date", "plans.plan_id"),
		Judge: func(v *View, p Item) Verdict {
			if !v.openProtection(p) || text(p, "start_date") == "" {
				return NotAudited
			}
			days := coreGroupDays(v, p)
			earliest, second := "", Met
			if len(days) > 0 {
				earliest = days[0]
			}
			if v.Clock.Ago(text(p, "start_date"), timing.CoreGroupDays) {
				second = verdict(len(days) > 0 && v.Clock.Within(days[len(days)-1], timing.CoreGroupDays))
			}
			return all(deadline(v.Clock, first(v, p), earliest), second)
		},
		Faults: []Fault{
			{Name: "first-core-group-late", About: "The core group first meets weeks after the plan began.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					due := first(v, p)
					late := v.Clock.Working(due, over(r, 12))
					if !v.Clock.Happened(late) {
						return false
					}
					v.Keep("meetings", func(m Item) bool { return !(isCoreGroup(m, p) && text(m, "date") <= due) })
					if !slices.Contains(coreGroupDays(v, p), late) {
						v.grow("meetings", Item{"type": "core_group", "date": late, "plan_id": p["plan_id"]})
					}
					return true
				}},
			{Name: "core-groups-lapsed", About: "The core group has not met for weeks.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					if !v.Clock.Ago(text(p, "start_date"), timing.CoreGroupDays) {
						return false
					}
					v.stale("meetings", timing.Days(v.Clock.AsAt, -timing.CoreGroupDays), text(p, "start_date"), func(m Item) bool {
						return isCoreGroup(m, p) && v.Clock.Within(text(m, "date"), timing.CoreGroupDays)
					}, r)
					return true
				}},
			{Name: "no-core-group", About: "The core group never met.",
				Plant: func(v *View, p Item, _ *rand.Rand) bool {
					if first(v, p) >= v.Clock.AsAt {
						return false
					}
					v.Keep("meetings", func(m Item) bool { return !isCoreGroup(m, p) })
					return true
				}},
		},
	}
}

func isCoreGroup(m, plan Item) bool { return text(m, "type") == "core_group" && ofPlan(m, plan) }

// ofPlan reports whether something belongs to a plan: it names it, or names none.
func ofPlan(item, plan Item) bool {
	id := text(item, "plan_id")
	return id == "" || id == text(plan, "plan_id")
}

// coreGroupDays are the days, from its start on, on which the core group of a plan met, in order.
func coreGroupDays(v *View, p Item) []string {
	return eventDays(v, "meetings", func(m Item) bool { return isCoreGroup(m, p) && text(m, "date") >= text(p, "start_date") })
}

// eventDays are the days, up to as-at, of the items that pass: each once, in order.
func eventDays(v *View, entity string, pass func(Item) bool) []string {
	var days []string
	for _, item := range v.Items(entity) {
		if v.Clock.Happened(text(item, "date")) && pass(item) {
			days = append(days, text(item, "date"))
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
