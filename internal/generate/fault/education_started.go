package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// educationStarted is CC-21: a child who enters care has an education plan within two weeks.
func educationStarted() Expectation {
	due := func(v *View, e Item) string { return v.Clock.Working(v.entered(e), timing.EducationStartedWD) }
	intime := func(v *View, e, p Item) bool { return v.during(e, text(p, "date")) && text(p, "date") <= due(v, e) }
	return Expectation{
		ID: "CC-21", Unit: "care_episodes",
		Needs: careNeeds("education_plans.date", "care_episodes.entered_care_date", "child.date_of_birth"),
		Judge: func(v *View, e Item) Verdict {
			entered := v.entered(e)
			if !v.counted(e) || !v.Clock.Audited(entered) || !v.aged(timing.EducationStartedFromAge, entered) || v.aged(18, entered) {
				return NotAudited
			}
			first := ""
			for _, p := range v.Items("education_plans") {
				if day := text(p, "date"); v.during(e, day) && (first == "" || day < first) {
					first = day
				}
			}
			return deadline(v.Clock, due(v, e), first)
		},
		Faults: []Fault{
			{Name: "first-education-plan-late", About: "A child enters care and the first education plan is weeks late.",
				Plant: func(v *View, e Item, r *rand.Rand) bool {
					late := v.Clock.Working(due(v, e), over(r, 20))
					if !v.Clock.Happened(late) {
						return false
					}
					moved := false
					for _, p := range v.Items("education_plans") {
						moved = moved || text(p, "date") == late // or the two could not be told apart
					}
					v.Keep("education_plans", func(p Item) bool {
						if !intime(v, e, p) {
							return true
						}
						if moved {
							return false
						}
						p["date"], moved = late, true
						return true
					})
					return true
				}},
			{Name: "no-first-education-plan", About: "A child enters care and nobody starts an education plan.",
				Plant: func(v *View, e Item, _ *rand.Rand) bool {
					if due(v, e) >= v.Clock.AsAt {
						return false
					}
					v.Keep("education_plans", func(p Item) bool { return !intime(v, e, p) })
					return true
				}},
		},
	}
}
