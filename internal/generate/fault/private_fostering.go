package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// privateFostering is CC-14: an arrangement is assessed in time and the child visited.
func privateFostering() Expectation {
	assessedBy := func(v *View, p Item) string {
		return v.Clock.Working(text(p, "notified_date"), timing.FosteringAssessedWD)
	}
	judge := func(v *View, p Item) Verdict {
		notified := text(p, "notified_date")
		if !v.openEpisode(Item{"start_date": notified, "end_date": p["end_date"]}) || notified == "" {
			return NotAudited
		}
		assessed := deadline(v.Clock, assessedBy(v, p), text(p, "assessed_date"))
		days, last := timing.FosteringVisitDays, ""
		if timing.Months(notified, 12) <= v.Clock.AsAt {
			days = timing.FosteringLaterDays
		}
		for _, visit := range v.Items("visits") {
			if day := text(visit, "date"); fosteringVisit(visit) && v.Clock.Happened(day) {
				last = max(last, day)
			}
		}
		visited := Met
		switch {
		case v.Clock.Within(last, days):
		case timing.Days(max(notified, last), days) >= v.Clock.AsAt:
			visited = NotAudited // none is due yet
		default:
			visited = NotMet
		}
		return all(assessed, visited)
	}
	return Expectation{
		ID: "CC-14", Unit: "private_fostering", Judge: judge,
		Needs: []string{"private_fostering.notified_date", "private_fostering.assessed_date", "visits.type", "private_fostering.end_date", "visits.date"},
		Faults: append([]Fault{{Name: "private-fostering-visits-lapsed", About: "Nobody visited a privately fostered child for weeks.",
			Plant: trying(judge, "visits", func(v *View, p Item, r *rand.Rand) {
				days := timing.FosteringVisitDays
				if timing.Months(text(p, "notified_date"), 12) <= v.Clock.AsAt {
					days = timing.FosteringLaterDays
				}
				v.stale("visits", timing.Days(v.Clock.AsAt, -days), text(p, "notified_date"),
					func(i Item) bool { return fosteringVisit(i) && v.Clock.Within(text(i, "date"), days) }, r)
			})}},
			lateOrNever("private-fostering-assessed-late", "A private fostering arrangement is assessed weeks late.",
				"private-fostering-unassessed", "A private fostering arrangement is never assessed.", "assessed_date", assessedBy, 15)...),
	}
}

func fosteringVisit(visit Item) bool { return text(visit, "type") == "private_fostering" }

// all is the verdict on something of several parts: one that fails decides, then
// one that is not due yet.
func all(parts ...Verdict) Verdict {
	whole := Met
	for _, part := range parts {
		if part == NotMet {
			return NotMet
		}
		if part == NotAudited {
			whole = NotAudited
		}
	}
	return whole
}
