package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// recordCheck is WF-01: staff in contact with children have a criminal record check in date.
func recordCheck() Expectation {
	return Expectation{
		ID: "WF-01", Unit: "professionals", Service: true,
		Needs: []string{"professionals.record_check_date", "professionals.contact_with_children", "professionals.end_date", "professionals.start_date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.running(p) || !yes(p, "contact_with_children") {
				return NotAudited
			}
			return verdict(v.Clock.WithinMonths(text(p, "record_check_date"), timing.RecordCheckMonths))
		},
		Faults: []Fault{
			{Name: "record-check-missing", About: "A worker in contact with children has no criminal record check.", Plant: func(_ *View, p Item, _ *rand.Rand) bool {
				delete(p, "record_check_date")
				return true
			}},
			{Name: "record-check-old", About: "A worker's criminal record check is more than three years old.", Plant: func(v *View, p Item, r *rand.Rand) bool {
				p["record_check_date"] = timing.Days(timing.Months(v.Clock.AsAt, -timing.RecordCheckMonths), -over(r, 900))
				return true
			}},
			{Name: "contact-centre-unchecked", About: "A worker who processes first contacts has no criminal record check.",
				Plant: func(_ *View, p Item, _ *rand.Rand) bool {
					if text(p, "role") != "CONTACT CENTRE" {
						return false
					}
					delete(p, "record_check_date")
					return true
				}},
		},
	}
}
