package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// unregisteredVisited is CC-18: a child in an unregistered home is seen every week.
func unregisteredVisited() Expectation {
	recent := func(v *View, i Item) bool {
		return text(i, "type") == "care" && yes(i, "child_seen") && v.Clock.Within(text(i, "date"), timing.UnregisteredVisitDays)
	}
	return Expectation{
		ID: "CC-18", Unit: "placements",
		Needs: []string{"placements.unregistered", "placements.start_date", "placements.end_date", "visits.date", "visits.child_seen", "visits.type"},
		Judge: func(v *View, p Item) Verdict {
			if !yes(p, "unregistered") || !v.openPlan(p) || !v.Clock.Ago(text(p, "start_date"), timing.UnregisteredVisitDays) {
				return NotAudited
			}
			for _, i := range v.Items("visits") {
				if recent(v, i) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "unregistered-home-visits-lapsed", About: "Nobody has visited a child in an unregistered home for more than a week.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					v.stale("visits", timing.Days(v.Clock.AsAt, -timing.UnregisteredVisitDays), text(p, "start_date"),
						func(i Item) bool { return recent(v, i) }, r)
					return true
				}},
			{Name: "unregistered-home-child-not-seen", About: "A child in an unregistered home is visited and not seen.",
				Plant: func(v *View, _ Item, _ *rand.Rand) bool {
					for _, i := range v.Items("visits") {
						if recent(v, i) {
							i["child_seen"] = false
							delete(i, "seen_alone")
						}
					}
					return true
				}},
		},
	}
}

// unregisteredBrief is CC-19: the regulator knows of an unregistered home, and the child is soon out of it.
func unregisteredBrief() Expectation {
	tell := func(v *View, p Item) string { return v.Clock.Working(text(p, "start_date"), timing.RegulatorToldWD) }
	leave := func(p Item) string { return timing.Days(text(p, "start_date"), timing.UnregisteredDays) }
	return Expectation{
		ID: "CC-19", Unit: "placements",
		Needs: []string{"placements.unregistered", "placements.start_date", "placements.end_date", "placements.regulator_told_date"},
		Judge: func(v *View, p Item) Verdict {
			if !yes(p, "unregistered") || !v.Clock.Audited(text(p, "start_date")) {
				return NotAudited
			}
			return all(deadline(v.Clock, tell(v, p), text(p, "regulator_told_date")), deadline(v.Clock, leave(p), text(p, "end_date")))
		},
		Faults: append([]Fault{
			{Name: "unregistered-home-too-long", About: "A child is in an unregistered home for weeks too long.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					late := timing.Days(leave(p), over(r, 20))
					return v.Clock.Happened(late) && v.moveOn(p, late)
				}},
			{Name: "unregistered-home-unended", About: "Nothing shows that a child ever left an unregistered home.",
				Plant: func(v *View, p Item, _ *rand.Rand) bool {
					if leave(p) >= v.Clock.AsAt {
						return false
					}
					delete(p, "end_date")
					return true
				}},
		}, lateOrNever("regulator-told-late", "The regulator learns of an unregistered home days later.",
			"regulator-not-told", "Nobody tells the regulator of an unregistered home.", "regulator_told_date", tell, 10)...),
	}
}

// moveOn makes the child leave a placement later, on a day on which the next one and its
// episode of care begin instead; it changes nothing when one of them had ended by then.
func (v *View) moveOn(p Item, day string) bool {
	left := text(p, "end_date")
	begun := func(i Item) bool { return itself(i) != itself(p) && text(i, "start_date") == left }
	next := []Item{}
	for _, entity := range []string{"placements", "care_episodes"} {
		for _, i := range v.Items(entity) {
			if begun(i) {
				next = append(next, i)
			}
		}
	}
	for _, i := range next {
		if end := text(i, "end_date"); end != "" && end < day {
			return false
		}
	}
	for _, i := range next {
		i["start_date"] = day
	}
	for _, e := range v.Items("care_episodes") {
		if text(e, "end_date") == left {
			e["end_date"] = day
		}
	}
	p["end_date"] = day
	return true
}
