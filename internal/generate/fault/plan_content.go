package fault

import "math/rand/v2"

// reportHistory is CP-05: the report to an initial conference has the history of earlier involvement.
func reportHistory() Expectation {
	return says("CP-05", "conferences", []string{"conferences.date", "conferences.type"}, initialInPeriod, []string{"report_history"},
		Fault{Name: "no-report-history", About: "The report to the conference leaves out earlier involvement.", Plant: silent("report_history")})
}

// planRisks is CP-08: a protection plan says what the risks are and how they are managed.
func planRisks() Expectation {
	return says("CP-08", "plans", protectionNeeds(), (*View).openProtection, []string{"risks", "risk_management"},
		Fault{Name: "plan-without-risks", About: "The protection plan does not say what the risks are.", Plant: silent("risks")},
		Fault{Name: "plan-without-risk-management", About: "The protection plan does not say how the risks are managed.", Plant: silent("risk_management")})
}

// planFocus is CP-09: a protection plan is about this child.
func planFocus() Expectation {
	return says("CP-09", "plans", protectionNeeds(), (*View).openProtection, []string{"child_focus"},
		Fault{Name: "plan-not-about-child", About: "The protection plan is not about this child.", Plant: silent("child_focus")})
}

func protectionNeeds(more ...string) []string {
	return append(more, "plans.end_date", "plans.start_date", "plans.type")
}

// planChange is RE-07: a change of plan is explained on the file.
func planChange() Expectation {
	return says("RE-07", "plans", []string{"plans.last_updated_date", "plans.start_date"}, func(v *View, p Item) bool {
		updated, start := text(p, "last_updated_date"), text(p, "start_date")
		return v.Clock.Audited(updated) && start != "" && updated > start
	}, []string{"change_reason"},
		Fault{Name: "change-of-plan-unexplained", About: "The plan was changed and nobody says why.", Plant: silent("change_reason")})
}

// plansRepeated is CP-15, a measure: it is the child's first protection plan.
func plansRepeated() Expectation {
	return Expectation{
		ID: "CP-15", Unit: "plans", Needs: []string{"plans.previous_plans", "plans.start_date", "plans.type"},
		Judge: func(v *View, p Item) Verdict {
			earlier, known := p["previous_plans"].(int)
			if text(p, "type") != "child_protection" || !v.Clock.Audited(text(p, "start_date")) || !known {
				return NotAudited
			}
			return verdict(earlier == 0)
		},
		Faults: []Fault{{Name: "repeated-protection-plan", About: "The child has had a protection plan before.", Plant: func(_ *View, p Item, r *rand.Rand) bool {
			p["previous_plans"] = 1 + r.IntN(3)
			return true
		}}},
	}
}
