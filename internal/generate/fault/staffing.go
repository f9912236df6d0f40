package fault

import (
	"math"
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// caseload is WF-02: a registered worker has no more cases than there is time for.
func caseload() Expectation {
	return Expectation{
		ID: "WF-02", Unit: "professionals", Service: true,
		Needs: []string{"involvements.professional_id | professionals.caseload", "professionals.professional_id", "professionals.registration_number",
			"professionals.start_date", "professionals.end_date"},
		Judge: func(v *View, p Item) Verdict {
			held := casesHeld(v, p)
			if !v.running(p) || text(p, "registration_number") == "" || held == 0 {
				return NotAudited
			}
			return verdict(held*100 <= timing.CaseloadMax*hundredths(p))
		},
		Faults: []Fault{{Name: "caseload-too-high", About: "A part-time worker has the cases of a full-time one.",
			Plant: func(v *View, p Item, r *rand.Rand) bool {
				held := casesHeld(v, p)
				if held < 4 {
					return false
				}
				most := (held*100 - 1) / timing.CaseloadMax // the largest part of full time that is too little
				p["fte"] = float64(most-r.IntN(2)*r.IntN(most/3)) / 100
				return true
			}}},
	}
}

func casesHeld(v *View, p Item) int {
	if v.Tally == nil {
		return 0
	}
	if v.Supplies("involvements.professional_id") {
		return v.Tally.Held[text(p, "professional_id")]
	}
	held, _ := p["caseload"].(int)
	return held
}

// hundredths is how much somebody works, in hundredths of full time; full time where nobody wrote it.
func hundredths(p Item) int {
	fte, _ := p["fte"].(float64)
	if fte <= 0 {
		fte = 1
	}
	return int(math.Round(100 * fte))
}

// staffSupervised is WF-06: staff in contact with children are supervised every five weeks.
func staffSupervised() Expectation {
	return Expectation{
		ID: "WF-06", Unit: "professionals", Service: true,
		Needs: []string{"staff_supervision.date", "staff_supervision.professional_id", "professionals.professional_id",
			"professionals.contact_with_children", "professionals.start_date", "professionals.end_date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.running(p) || !v.Clock.Ago(text(p, "start_date"), timing.StaffSupervisionDays) || !yes(p, "contact_with_children") {
				return NotAudited
			}
			for _, s := range v.with("staff_supervision", "professional_id", text(p, "professional_id")) {
				if v.Clock.Within(text(s, "date"), timing.StaffSupervisionDays) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "staff-supervision-lapsed", About: "A worker has had no supervision for weeks.", Plant: func(v *View, p Item, r *rand.Rand) bool {
			day := timing.Days(v.Clock.AsAt, -timing.StaffSupervisionDays-over(r, 40))
			for _, s := range v.with("staff_supervision", "professional_id", text(p, "professional_id")) {
				if v.Clock.Within(text(s, "date"), timing.StaffSupervisionDays) {
					s["date"], day = day, timing.Days(day, -7)
				}
			}
			return true
		}}},
	}
}
