package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// oversight is MO-01: a manager's decision and its reasons, in the last 30 days.
func oversight() Expectation {
	recent := func(v *View, d Item) bool { return v.Clock.Within(text(d, "date"), timing.OversightDays) }
	return Expectation{
		ID: "MO-01", Unit: "record", Needs: openNeeds("decisions.date", "decisions.rationale"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.openFor(timing.OversightDays) {
				return NotAudited
			}
			for _, d := range v.Items("decisions") {
				if recent(v, d) && recorded(d, "rationale") {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "oversight-lapsed", About: "No manager looked at the case for weeks.", Plant: func(v *View, _ Item, r *rand.Rand) bool {
				v.lapse("decisions", timing.OversightDays, v.since(), func(d Item) bool { return recent(v, d) }, r)
				return true
			}},
			{Name: "oversight-without-reason", About: "A manager decides and does not say why.", Plant: func(v *View, _ Item, r *rand.Rand) bool {
				for _, d := range v.Items("decisions") {
					if recent(v, d) {
						silence(d, "rationale", r)
					}
				}
				return true
			}},
		},
	}
}

// supervision is MO-02: the case was discussed in supervision in the last five weeks, and that is recorded.
func supervision() Expectation {
	recent := func(v *View, s Item) bool { return v.Clock.Within(text(s, "date"), timing.SupervisionDays) }
	return Expectation{
		ID: "MO-02", Unit: "record", Needs: openNeeds("supervision.date", "supervision.recorded_date"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.openFor(timing.SupervisionDays) {
				return NotAudited
			}
			for _, s := range v.Items("supervision") {
				if recent(v, s) && v.Clock.Happened(text(s, "recorded_date")) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "supervision-lapsed", About: "The case was not discussed in supervision for weeks.", Plant: func(v *View, _ Item, r *rand.Rand) bool {
				v.lapse("supervision", timing.SupervisionDays, v.since(), func(s Item) bool { return recent(v, s) }, r)
				return true
			}},
			{Name: "supervision-unrecorded", About: "Supervision took place and was not recorded.", Plant: func(v *View, _ Item, _ *rand.Rand) bool {
				for _, s := range v.Items("supervision") {
					if recent(v, s) {
						delete(s, "recorded_date")
					}
				}
				return true
			}},
		},
	}
}
