package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// chronologyUnderpins is AS-09: an up-to-date chronology underpins the assessment.
func chronologyUnderpins() Expectation {
	return Expectation{
		ID: "AS-09", Unit: "assessments", Needs: []string{"chronology.recorded_date", "assessments.type", "assessments.completed_date"},
		Judge: func(v *View, a Item) Verdict {
			if !completedInFull(v, a) {
				return NotAudited
			}
			for _, e := range v.Items("chronology") {
				if underpins(v, e, a) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "assessed-without-chronology", About: "The chronology was not brought up to date for the assessment.",
			Plant: func(v *View, a Item, r *rand.Rand) bool {
				var last Item
				v.Keep("chronology", func(e Item) bool {
					if underpins(v, e, a) {
						last = e
						return false
					}
					return true
				})
				before := timing.Days(timing.Months(text(a, "completed_date"), -timing.ChronologyBeforeMonths), -over(r, 40))
				if len(v.Items("chronology")) == 0 {
					last["date"], last["recorded_date"] = before, before
					v.grow("chronology", last)
				}
				return true
			}}},
	}
}

func underpins(v *View, entry, a Item) bool {
	on, done := text(entry, "recorded_date"), text(a, "completed_date")
	return v.Clock.Happened(on) && on <= done && on >= timing.Months(done, -timing.ChronologyBeforeMonths)
}
