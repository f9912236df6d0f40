package fault

import "math/rand/v2"

// The criteria of what an assessment says: each asks that one narrative is recorded.

// agencyChecks is AS-04.
func agencyChecks() Expectation {
	return assessmentSays("AS-04", "agency_checks", "no-agency-checks", "Checks with other agencies are not recorded.")
}

// analysis is AS-05.
func analysis() Expectation {
	return assessmentSays("AS-05", "analysis", "no-analysis", "The assessment has no analysis.")
}

// identity is AS-11.
func identity() Expectation {
	return assessmentSays("AS-11", "identity", "no-identity", "The assessment does not consider the child's identity.")
}

func assessmentSays(id, field, fault, about string) Expectation {
	return Expectation{
		ID: id, Unit: "assessments", Needs: []string{"assessments." + field, "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			if !v.Clock.Audited(text(a, "completed_date")) {
				return NotAudited
			}
			return verdict(recorded(a, field))
		},
		Faults: []Fault{{Name: fault, About: about, Plant: silent(field)}},
	}
}

// silent is the fault of leaving a narrative out.
func silent(field string) func(*View, Item, *rand.Rand) bool {
	return func(_ *View, item Item, r *rand.Rand) bool { return silence(item, field, r) }
}
