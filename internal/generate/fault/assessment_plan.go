package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// assessmentPlan is AS-07: an assessment leads to a plan or refers to one.
func assessmentPlan() Expectation {
	return Expectation{
		ID: "AS-07", Unit: "assessments",
		Needs: []string{"assessments.plan_id", "plans.start_date", "assessments.no_further_action", "assessments.start_date",
			"plans.plan_id", "assessments.completed_date", "assessments.type"},
		Judge: func(v *View, a Item) Verdict {
			kind := text(a, "type")
			if (kind != "core" && kind != "single") || !v.Clock.Audited(text(a, "completed_date")) || yes(a, "no_further_action") {
				return NotAudited
			}
			if v.find("plans", "plan_id", text(a, "plan_id")) != nil || len(plansFrom(v, a)) > 0 {
				return Met
			}
			return deadline(v.Clock, planDue(v, a), "")
		},
		Faults: []Fault{
			{Name: "assessment-names-no-plan", About: "A new assessment of a child with a plan does not refer to the plan.",
				Plant: func(v *View, a Item, r *rand.Rand) bool {
					if len(plansFrom(v, a)) > 0 || planDue(v, a) >= v.Clock.AsAt {
						return false
					}
					delete(a, "plan_id")
					if r.IntN(4) == 0 {
						a["plan_id"] = "99999999" // a plan that is not in the record
					}
					return true
				}},
			{Name: "plan-after-assessment-late", About: "The plan that an assessment leads to begins too late.",
				Plant: func(v *View, a Item, r *rand.Rand) bool {
					plans, late := plansFrom(v, a), v.Clock.Working(planDue(v, a), over(r, 15))
					if len(plans) != 1 || text(plans[0], "type") != "child_in_need" || !v.Clock.Happened(late) ||
						(text(plans[0], "end_date") != "" && text(plans[0], "end_date") < late) {
						return false
					}
					delete(a, "plan_id")
					plans[0]["start_date"] = late
					v.Keep("meetings", func(m Item) bool {
						return text(m, "plan_id") != text(plans[0], "plan_id") || text(m, "date") >= late
					})
					return true
				}},
			{Name: "assessment-leads-to-no-plan", About: "An assessment finds that the child needs help and no plan follows.",
				Plant: func(v *View, a Item, _ *rand.Rand) bool {
					plans := plansFrom(v, a)
					if len(plans) != 1 || text(plans[0], "type") != "child_in_need" || planDue(v, a) >= v.Clock.AsAt {
						return false
					}
					gone := text(plans[0], "plan_id")
					if named := text(a, "plan_id"); named != "" && named != gone {
						return false
					}
					for _, entity := range []string{"plans", "plan_actions", "meetings"} {
						v.Keep(entity, func(item Item) bool { return text(item, "plan_id") != gone })
					}
					delete(a, "plan_id")
					return true
				}},
		},
	}
}

func planDue(v *View, a Item) string {
	return v.Clock.Working(text(a, "completed_date"), timing.PlanWD)
}

// plansFrom are the plans begun between the start of an assessment and the last
// day for a plan after it.
func plansFrom(v *View, a Item) []Item {
	var plans []Item
	for _, p := range v.Items("plans") {
		start := text(p, "start_date")
		if v.Clock.Happened(start) && text(a, "start_date") != "" && start >= text(a, "start_date") && start <= planDue(v, a) {
			plans = append(plans, p)
		}
	}
	return plans
}
