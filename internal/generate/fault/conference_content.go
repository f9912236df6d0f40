package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// reportChronology is CP-04: the report to an initial conference has a chronology.
func reportChronology() Expectation {
	return Expectation{
		ID: "CP-04", Unit: "conferences", Needs: []string{"conferences.report_chronology", "conferences.date", "conferences.type"},
		Judge: func(v *View, c Item) Verdict {
			if !initialInPeriod(v, c) {
				return NotAudited
			}
			return verdict(recorded(c, "report_chronology"))
		},
		Faults: []Fault{{Name: "no-report-chronology", About: "The report to the conference has no chronology.", Plant: silent("report_chronology")}},
	}
}

// decisionsSent is CP-06: the decisions and the outline plan go out within a day.
func decisionsSent() Expectation {
	due := func(v *View, c Item) string { return v.Clock.Working(text(c, "date"), timing.DecisionsSentWD) }
	return Expectation{
		ID: "CP-06", Unit: "conferences", Needs: []string{"conferences.decisions_sent_date", "conferences.date", "conferences.type"},
		Judge: func(v *View, c Item) Verdict {
			if !initialInPeriod(v, c) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, c), text(c, "decisions_sent_date"))
		},
		Faults: []Fault{
			{Name: "decisions-sent-late", About: "The decisions of a conference go out days later.", Plant: func(v *View, c Item, r *rand.Rand) bool {
				late := v.Clock.Working(due(v, c), over(r, 9))
				if !v.Clock.Happened(late) {
					return false
				}
				c["decisions_sent_date"] = late
				return true
			}},
			{Name: "decisions-not-sent", About: "Nothing shows that the decisions of a conference were sent.", Plant: func(v *View, c Item, _ *rand.Rand) bool {
				if due(v, c) >= v.Clock.AsAt {
					return false
				}
				delete(c, "decisions_sent_date")
				return true
			}},
		},
	}
}

func initialInPeriod(v *View, c Item) bool {
	return text(c, "type") == "initial" && v.Clock.Audited(text(c, "date"))
}
