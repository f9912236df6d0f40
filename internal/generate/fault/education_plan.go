package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// educationPlanned is CC-07: the education plan of a child in care was reviewed in the last term.
func educationPlanned() Expectation {
	recent := func(v *View, e, p Item) bool {
		return v.during(e, text(p, "date")) && v.Clock.Within(text(p, "date"), timing.EducationDays)
	}
	return Expectation{
		ID: "CC-07", Unit: "care_episodes",
		Needs: careNeeds("education_plans.date", "care_episodes.entered_care_date", "child.date_of_birth"),
		Judge: func(v *View, e Item) Verdict {
			if !v.counted(e) || !v.Clock.MonthsAgo(v.entered(e), timing.EducationFromMonths) ||
				!v.aged(timing.EducationAge, v.Clock.AsAt) || v.aged(18, v.Clock.AsAt) {
				return NotAudited
			}
			for _, p := range v.Items("education_plans") {
				if recent(v, e, p) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "education-plan-lapsed", About: "The education plan of a child in care was not reviewed for more than a term.",
			Plant: func(v *View, e Item, r *rand.Rand) bool {
				v.stale("education_plans", timing.Days(v.Clock.AsAt, -timing.EducationDays), v.entered(e),
					func(p Item) bool { return recent(v, e, p) }, r)
				return true
			}}},
	}
}

// educationPlanSays is CC-08: an education plan has the child's views and targets of its own.
func educationPlanSays() Expectation {
	return Expectation{
		ID: "CC-08", Unit: "education_plans", Anchor: "date",
		Needs: []string{"education_plans.child_views", "education_plans.targets_specific", "education_plans.date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.Clock.Audited(text(p, "date")) {
				return NotAudited
			}
			return verdict(recorded(p, "child_views") && recorded(p, "targets_specific"))
		},
		Faults: []Fault{
			{Name: "education-plan-without-views", About: "An education plan does not have the child's views.", Plant: silent("child_views")},
			{Name: "education-plan-without-targets", About: "An education plan has no specific targets.", Plant: silent("targets_specific")},
		},
	}
}
