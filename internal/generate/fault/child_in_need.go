package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// needPlanned is PL-01: a child found in need by an assessment has a plan.
func needPlanned() Expectation {
	return Expectation{
		ID: "PL-01", Unit: "record",
		Needs: openNeeds("plans.type", "assessments.no_further_action", "assessments.referral_id", "assessments.completed_date", "referrals.referral_id"),
		Judge: func(v *View, _ Item) Verdict {
			if !foundInNeed(v) {
				return NotAudited
			}
			return verdict(len(openPlans(v)) > 0)
		},
		Faults: []Fault{
			{Name: "plan-ended-too-soon", About: "The plan ended and the case goes on without one.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					end := timing.Days(v.Clock.AsAt, -over(r, 20))
					for _, p := range openPlans(v) {
						if text(p, "start_date") > end {
							return false
						}
					}
					for _, p := range openPlans(v) {
						p["end_date"] = end
					}
					return true
				}},
			{Name: "child-in-need-without-plan", About: "A child was found in need and has no plan.",
				Plant: func(v *View, _ Item, _ *rand.Rand) bool {
					gone := map[string]bool{}
					for _, p := range openPlans(v) {
						gone[text(p, "plan_id")] = true
					}
					for _, entity := range []string{"plans", "plan_actions", "meetings"} {
						v.Keep(entity, func(item Item) bool { return !gone[text(item, "plan_id")] })
					}
					return true
				}},
		},
	}
}

// foundInNeed reports whether an open referral has an assessment, completed more than
// ten working days ago, that did not end the matter.
func foundInNeed(v *View) bool {
	for _, ref := range v.Items("referrals") {
		if !v.openReferral(ref) {
			continue
		}
		for _, a := range v.Items("assessments") {
			done := text(a, "completed_date")
			if ofReferral(a, ref) && done != "" && v.Clock.Working(done, timing.PlanWD) < v.Clock.AsAt && !yes(a, "no_further_action") {
				return true
			}
		}
	}
	return false
}

func openPlans(v *View) []Item {
	var plans []Item
	for _, p := range v.Items("plans") {
		if v.openPlan(p) {
			plans = append(plans, p)
		}
	}
	return plans
}

func (v *View) openNeedPlan(p Item) bool { return text(p, "type") == "child_in_need" && v.openPlan(p) }

// needPlanReviewed is PL-02: a child in need plan is reviewed every ninety days.
func needPlanReviewed() Expectation {
	recent := func(v *View, m, p Item) bool {
		return text(m, "type") == "child_in_need_review" && ofPlan(m, p) && v.Clock.Within(text(m, "date"), timing.ReviewDays)
	}
	return Expectation{
		ID: "PL-02", Unit: "plans", Needs: protectionNeeds("meetings.type", "meetings.date", "plans.plan_id"),
		Judge: func(v *View, p Item) Verdict {
			if !v.openNeedPlan(p) || !v.Clock.Ago(text(p, "start_date"), timing.ReviewDays) {
				return NotAudited
			}
			for _, m := range v.Items("meetings") {
				if recent(v, m, p) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "plan-reviews-lapsed", About: "A child in need plan has not been reviewed for months.",
			Plant: func(v *View, p Item, r *rand.Rand) bool {
				v.stale("meetings", timing.Days(v.Clock.AsAt, -timing.ReviewDays), text(p, "start_date"),
					func(m Item) bool { return recent(v, m, p) }, r)
				return true
			}}},
	}
}

// needPlanOverseen is PL-03: a manager oversees the plans held by practitioners without registration.
func needPlanOverseen() Expectation {
	recent := func(v *View, d Item) bool {
		return code(d, "kind") == "oversight" && v.Clock.Within(text(d, "date"), timing.OversightDays)
	}
	return Expectation{
		ID: "PL-03", Unit: "plans",
		Needs: []string{"plans.worker_id", "professionals.professional_id", "professionals.registration_number", "decisions.date", "decisions.kind",
			"plans.end_date", "plans.type"},
		Judge: func(v *View, p Item) Verdict {
			if holder := text(p, "worker_id"); !v.openNeedPlan(p) || !v.Listed[holder] || v.Registered[holder] {
				return NotAudited
			}
			for _, d := range v.Items("decisions") {
				if recent(v, d) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "unqualified-not-overseen", About: "No manager looked at a plan that is held by an unqualified worker.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					v.lapse("decisions", timing.OversightDays, v.since(), func(d Item) bool { return recent(v, d) }, r)
					return true
				}},
			{Name: "unqualified-directed-only", About: "An unqualified worker holds a plan; managers decide about it and do not oversee it.",
				Plant: func(v *View, _ Item, _ *rand.Rand) bool {
					for _, d := range v.Items("decisions") {
						if recent(v, d) {
							d["kind"] = "direction"
						}
					}
					return true
				}},
		},
	}
}
