package fault

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// homelessChild reports whether a child of 16 or 17 came to the council as homeless in
// the audit period.
func homelessChild(v *View, h Item) bool {
	came := text(h, "presented_date")
	return v.Clock.Audited(came) && v.aged(16, came) && !v.aged(18, came)
}

// homelessAssessed is AS-21: a homeless child is assessed in time, and together with housing.
func homelessAssessed() Expectation {
	due := func(v *View, h Item) string {
		return v.Clock.Working(text(h, "presented_date"), timing.HomelessAssessedWD)
	}
	return Expectation{
		ID: "AS-21", Unit: "homelessness",
		Needs: []string{"homelessness.presented_date", "homelessness.assessed_date", "homelessness.housing_joined", "child.date_of_birth"},
		Judge: func(v *View, h Item) Verdict {
			if !homelessChild(v, h) {
				return NotAudited
			}
			return beside(deadline(v.Clock, due(v, h), text(h, "assessed_date")), yes(h, "housing_joined"))
		},
		Faults: append(lateOrNever("homeless-child-assessed-late", "A homeless child is assessed weeks after coming to the council.",
			"homeless-child-unassessed", "Nobody assesses a homeless child.", "assessed_date", due, 15),
			Fault{Name: "homeless-child-assessed-without-housing", About: "The housing authority has no part in the assessment of a homeless child.",
				Plant: absent("housing_joined")}),
	}
}

// homelessTold is AS-22: a homeless child is told of the right to be accommodated.
func homelessTold() Expectation {
	due := func(v *View, h Item) string {
		return v.Clock.Working(text(h, "presented_date"), timing.HomelessToldWD)
	}
	return Expectation{
		ID: "AS-22", Unit: "homelessness",
		Needs: []string{"homelessness.presented_date", "homelessness.section_20_told_date", "child.date_of_birth"},
		Judge: func(v *View, h Item) Verdict {
			if !homelessChild(v, h) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, h), text(h, "section_20_told_date"))
		},
		Faults: lateOrNever("homeless-child-told-late", "A homeless child is told of the right to be accommodated days later.",
			"homeless-child-not-told", "Nothing shows that a homeless child was told of the right to be accommodated.", "section_20_told_date", due, 10),
	}
}
