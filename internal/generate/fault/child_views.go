package fault

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// childViews is AS-12: the views of a child old enough to have them are recorded.
func childViews() Expectation {
	return Expectation{
		ID: "AS-12", Unit: "assessments",
		Needs: []string{"assessments.child_views", "child.date_of_birth", "assessments.type", "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			born, completed := text(v.Child(), "date_of_birth"), text(a, "completed_date")
			if !v.Clock.Audited(completed) || text(a, "type") == "pre_birth" || !v.Clock.Happened(born) ||
				timing.Birthday(born, timing.ViewsFromAge) > completed {
				return NotAudited
			}
			return verdict(recorded(a, "child_views"))
		},
		Faults: []Fault{{Name: "no-child-views", About: "The assessment does not record the child's views.", Plant: silent("child_views")}},
	}
}
