package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// assessor is AS-19: a registered social worker made the assessment.
func assessor() Expectation {
	return Expectation{
		ID: "AS-19", Unit: "assessments",
		Needs: []string{"assessments.worker_id", "professionals.professional_id", "professionals.registration_number", "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			if !completed(v, a) {
				return NotAudited
			}
			return verdict(v.Registered[text(a, "worker_id")])
		},
		Faults: []Fault{
			{Name: "assessed-by-unqualified", About: "A worker who is no registered social worker made the assessment.",
				Plant: func(v *View, a Item, _ *rand.Rand) bool {
					a["worker_id"] = v.Unqualified
					return true
				}},
			{Name: "assessor-unknown", About: "Nothing shows who made the assessment.", Plant: func(_ *View, a Item, r *rand.Rand) bool {
				if delete(a, "worker_id"); r.IntN(3) == 0 {
					a["worker_id"] = "99999" // somebody who is on no list
				}
				return true
			}},
		},
	}
}

// unbornAssessed is AS-20: an unborn child is assessed four weeks before the birth is
// expected, and before it.
func unbornAssessed() Expectation {
	return Expectation{
		ID: "AS-20", Unit: "record",
		Needs: []string{"assessments.type", "child.expected_date_of_birth", "assessments.completed_date", "child.date_of_birth", "assessments.start_date"},
		Judge: func(v *View, _ Item) Verdict {
			due := unbornDue(v)
			list := beforeBirth(v)
			if len(list) == 0 || due == "" {
				return NotAudited
			}
			first := ""
			for _, a := range list {
				if done := text(a, "completed_date"); v.Clock.Happened(done) && (first == "" || done < first) {
					first = done
				}
			}
			return deadline(v.Clock, due, first)
		},
		Faults: []Fault{
			{Name: "unborn-assessed-late", About: "An unborn child is assessed too shortly before the birth.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					late := timing.Days(unbornDue(v), over(r, 20))
					signed := v.Clock.Working(late, r.IntN(timing.SignOffWD+1))
					if !v.Clock.Happened(signed) {
						return false
					}
					for _, a := range beforeBirth(v) {
						if a["completed_date"] = late; text(a, "signed_off_date") != "" {
							a["signed_off_date"] = signed
						}
						if text(a, "outcome_shared_date") != "" {
							a["outcome_shared_date"] = signed
						}
					}
					return true
				}},
			{Name: "unborn-not-assessed", About: "The assessment of an unborn child is not completed in time for the birth.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					if unbornDue(v) >= v.Clock.AsAt {
						return false
					}
					for _, a := range beforeBirth(v) {
						unfinish(a)
					}
					return true
				}},
		},
	}
}

// beforeBirth are the pre-birth assessments begun in the audit period.
func beforeBirth(v *View) []Item {
	var list []Item
	for _, a := range v.Items("assessments") {
		if text(a, "type") == "pre_birth" && v.Clock.Audited(text(a, "start_date")) {
			list = append(list, a)
		}
	}
	return list
}

// unbornDue is the last day for the assessment of an unborn child; "" when nobody can say.
func unbornDue(v *View) string {
	due, born := "", text(v.Child(), "date_of_birth")
	if expected := text(v.Child(), "expected_date_of_birth"); expected != "" {
		due = timing.Days(expected, -timing.PreBirthDays)
	}
	if v.Clock.Happened(born) && (due == "" || timing.Days(born, -1) < due) {
		due = timing.Days(born, -1)
	}
	return due
}
