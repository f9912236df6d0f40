package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// careVisited is CC-17: a child in care is visited after each move and regularly.
func careVisited() Expectation {
	judge := func(v *View, e Item) Verdict {
		if !v.counted(e) {
			return NotAudited
		}
		seen := v.careVisits(e)
		parts := []Verdict{v.gapsKept(e, seen)}
		if len(seen) == 0 {
			parts = append(parts, NotAudited) // unless the first visit is overdue
		}
		for _, p := range v.Items("placements") {
			if start := text(p, "start_date"); v.during(e, start) && v.Clock.Audited(start) {
				first := ""
				for _, day := range seen {
					if first == "" && day >= start {
						first = day
					}
				}
				parts = append(parts, deadline(v.Clock, timing.Days(start, timing.PlacementVisitDays), first))
			}
		}
		return all(parts...)
	}
	drop := func(which func(*View, Item, string) bool) func(*View, Item, *rand.Rand) bool {
		return trying(judge, "visits", func(v *View, e Item, _ *rand.Rand) {
			v.Keep("visits", func(i Item) bool { return text(i, "type") != "care" || !which(v, e, text(i, "date")) })
		})
	}
	return Expectation{
		ID: "CC-17", Unit: "care_episodes", Judge: judge,
		Needs: careNeeds("visits.type", "visits.date", "visits.child_seen", "placements.start_date", "placements.type", "placements.end_date",
			"care_episodes.entered_care_date"),
		Faults: []Fault{
			{Name: "placement-visit-late", About: "A child in care moved and nobody saw the child within a week.",
				Plant: trying(judge, "visits", func(v *View, e Item, r *rand.Rand) { v.visitMoveLate(r) })},
			{Name: "care-visits-lapsed", About: "Nobody has seen a child in care for months.",
				Plant: drop(func(v *View, e Item, day string) bool {
					return timing.Days(day, timing.LongCareVisitDays) >= v.Clock.AsAt
				})},
			{Name: "care-visit-gap", About: "A visit to a child in care fell out.", Plant: func(v *View, e Item, r *rand.Rand) bool {
				seen := v.careVisits(e)
				if len(seen) < 3 {
					return false
				}
				gone := seen[1+r.IntN(len(seen)-2)]
				return v.try(judge, e, "visits", func() {
					v.Keep("visits", func(i Item) bool { return text(i, "type") != "care" || text(i, "date") != gone })
				})
			}},
			{Name: "care-visit-late", About: "A visit to a child in care is days late.", Plant: func(v *View, e Item, r *rand.Rand) bool {
				seen := v.careVisits(e)
				if len(seen) < 2 {
					return false
				}
				n := 1 + r.IntN(len(seen)-1)
				late := timing.Days(seen[n-1], v.visitDays(seen[n-1])+over(r, 20))
				if !v.Clock.Happened(late) || (n+1 < len(seen) && late >= seen[n+1]) {
					return false
				}
				return v.try(judge, e, "visits", func() {
					for _, i := range v.Items("visits") {
						if text(i, "type") == "care" && text(i, "date") == seen[n] {
							i["date"], i["recorded_date"] = late, late
						}
					}
				})
			}},
			{Name: "care-visited-not-seen", About: "A child in care is visited and not seen.",
				Plant: trying(judge, "visits", func(v *View, e Item, r *rand.Rand) {
					for _, i := range v.Items("visits") {
						if text(i, "type") == "care" && v.Clock.Within(text(i, "date"), 2*timing.LongCareVisitDays) {
							i["child_seen"] = false
							delete(i, "seen_alone")
						}
					}
				})},
		},
	}
}

// visitMoveLate takes away the visits that followed a move in time, or makes them
// days late.
func (v *View) visitMoveLate(r *rand.Rand) {
	for _, p := range v.Items("placements") {
		start := text(p, "start_date")
		late := timing.Days(start, timing.PlacementVisitDays+over(r, 10))
		moved := r.IntN(2) == 0 && v.Clock.Happened(late)
		v.Keep("visits", func(i Item) bool {
			if day := text(i, "date"); text(i, "type") != "care" || !v.Clock.Audited(start) || day < start ||
				day > timing.Days(start, timing.PlacementVisitDays) {
				return true
			}
			i["date"], i["recorded_date"] = late, late
			return moved
		})
	}
}

// careVisits are the days on which the child was seen in a period of care, in order.
func (v *View) careVisits(e Item) []string {
	var days []string
	for _, i := range v.Items("visits") {
		if day := text(i, "date"); text(i, "type") == "care" && yes(i, "child_seen") && v.during(e, day) {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return days
}

// gapsKept judges the gaps that began in the period, from entering care and from
// each visit, and always the last one, up to as-at.
func (v *View) gapsKept(e Item, seen []string) Verdict {
	if entered := v.entered(e); entered != "" {
		seen = append([]string{entered}, seen...)
	}
	for i, day := range seen {
		next := v.Clock.AsAt
		if i+1 < len(seen) {
			if next = seen[i+1]; !v.Clock.Audited(day) {
				continue
			}
		}
		if timing.Days(day, v.visitDays(day)) < next {
			return NotMet
		}
	}
	return Met
}

// visitDays is how long the next visit may take after one on a day.
func (v *View) visitDays(day string) int {
	for _, p := range v.Items("placements") {
		kind, start, end := text(p, "type"), text(p, "start_date"), text(p, "end_date")
		if (kind == "U1" || kind == "U4") && start != "" && timing.Months(start, 12) <= day && (end == "" || end > day) {
			return timing.LongCareVisitDays
		}
	}
	return timing.CareVisitDays
}
