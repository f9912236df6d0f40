package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// noDrift is MO-07: no work lies about, unless a manager has allowed it.
func noDrift() Expectation {
	return Expectation{
		ID: "MO-07", Unit: "record",
		Needs: openNeeds("assessments.start_date", "assessments.type", "visits.date", "case_notes.date", "decisions.date", "decisions.kind",
			"meetings.date", "plan_actions.due_date", "plan_actions.done_date"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.openFor(timing.DriftDays) {
				return NotAudited
			}
			return verdict(driftAllowed(v) || (activeLately(v) && !assessmentDrifts(v) && !actionDrifts(v)))
		},
		Faults: []Fault{
			{Name: "nothing-happens", About: "Nothing happened in the case for weeks.", Plant: func(v *View, _ Item, _ *rand.Rand) bool {
				for _, entity := range activity() {
					v.Keep(entity, func(item Item) bool { return !v.Clock.Within(text(item, "date"), timing.DriftDays) })
				}
				return true
			}},
			{Name: "action-overdue", About: "An action of the plan is weeks overdue.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					actions := openActions(v)
					if len(actions) == 0 || driftAllowed(v) {
						return false
					}
					a := actions[r.IntN(len(actions))]
					a["due_date"] = timing.Days(v.Clock.AsAt, -timing.DriftDays-over(r, 60))
					delete(a, "done_date")
					return true
				}},
		},
	}
}

// activity are the entities whose items show that somebody does something.
func activity() []string {
	return []string{"visits", "meetings", "conferences", "care_reviews", "decisions", "case_notes"}
}

func activeLately(v *View) bool {
	return slices.ContainsFunc(activity(), func(entity string) bool {
		return slices.ContainsFunc(v.Items(entity), func(item Item) bool { return v.Clock.Within(text(item, "date"), timing.DriftDays) })
	})
}

func driftAllowed(v *View) bool {
	return slices.ContainsFunc(v.Items("decisions"), func(d Item) bool {
		return code(d, "kind") == "drift_authorised" && v.Clock.Within(text(d, "date"), timing.DriftDays)
	})
}

// assessmentDrifts reports whether an assessment of an open referral is unfinished after its last day.
func assessmentDrifts(v *View) bool {
	for _, ref := range v.Items("referrals") {
		if !v.openReferral(ref) {
			continue
		}
		for _, a := range v.Items("assessments") {
			if !ofReferral(a, ref) || v.Clock.Happened(text(a, "completed_date")) || v.Clock.Happened(text(a, "signed_off_date")) {
				continue
			}
			if due := assessmentDue(v, a); v.Clock.Happened(text(a, "start_date")) && due != "" && due < v.Clock.AsAt {
				return true
			}
		}
	}
	return false
}

// openActions are the actions of open plans.
func openActions(v *View) []Item {
	var actions []Item
	plans := openPlans(v)
	for _, a := range v.Items("plan_actions") {
		if slices.ContainsFunc(plans, func(p Item) bool { return ofPlan(a, p) }) {
			actions = append(actions, a)
		}
	}
	return actions
}

func actionDrifts(v *View) bool {
	return slices.ContainsFunc(openActions(v), func(a Item) bool {
		due := text(a, "due_date")
		return due != "" && !v.Clock.Happened(text(a, "done_date")) && due < timing.Days(v.Clock.AsAt, -timing.DriftDays)
	})
}
