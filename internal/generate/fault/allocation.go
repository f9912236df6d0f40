package fault

import (
	"maps"
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// holds reports whether somebody holds the case by an involvement: not a duty role.
func holds(i Item) bool { return text(i, "professional_id") != "" && code(i, "role") != "duty" }

// allocated is PL-04: an open case is held by somebody who is not on duty only.
func allocated() Expectation {
	return Expectation{
		ID: "PL-04", Unit: "record",
		Needs: openNeeds("involvements.professional_id", "involvements.start_date", "involvements.end_date", "involvements.role"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.openWork() {
				return NotAudited
			}
			for _, i := range v.Items("involvements") {
				if v.running(i) && holds(i) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "case-left", About: "The worker left and the case waits for another.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					left := timing.Days(v.Clock.AsAt, -r.IntN(20))
					for _, i := range v.Items("involvements") {
						if v.running(i) && holds(i) && text(i, "start_date") > left {
							return false
						}
					}
					for _, i := range v.Items("involvements") {
						if v.running(i) && holds(i) {
							i["end_date"] = left
						}
					}
					return true
				}},
			{Name: "case-on-duty", About: "The case is held by the duty desk.",
				Plant: func(v *View, _ Item, _ *rand.Rand) bool {
					for _, i := range v.Items("involvements") {
						if v.running(i) && holds(i) {
							i["role"] = "DUTY"
						}
					}
					return true
				}},
		},
	}
}

// workerChanges is PL-05: the child does not go through many social workers.
func workerChanges() Expectation {
	return Expectation{
		ID: "PL-05", Unit: "record", Needs: openNeeds("involvements.start_date", "involvements.role", "involvements.professional_id"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.openForMonths(timing.ContinuityMonths) {
				return NotAudited
			}
			return verdict(changesOfWorker(v) <= timing.MostWorkerChanges)
		},
		Faults: []Fault{{Name: "many-workers", About: "The child had a new worker three times in a year.", Plant: passAround}},
	}
}

func (v *View) openForMonths(n int) bool {
	for _, r := range v.Items("referrals") {
		if v.openReferral(r) && v.Clock.MonthsAgo(text(r, "date"), n) {
			return true
		}
	}
	for _, p := range v.Items("plans") {
		if v.openPlan(p) && v.Clock.MonthsAgo(text(p, "start_date"), n) {
			return true
		}
	}
	return false
}

// changesOfWorker counts the changes of who held the case in the last twelve months.
func changesOfWorker(v *View) int {
	var held []Item
	for _, i := range v.Items("involvements") {
		if holds(i) && v.Clock.Happened(text(i, "start_date")) {
			held = append(held, i)
		}
	}
	slices.SortStableFunc(held, func(a, b Item) int {
		if text(a, "start_date") < text(b, "start_date") {
			return -1
		}
		if text(a, "start_date") > text(b, "start_date") {
			return 1
		}
		return 0
	})
	changes := 0
	for i := 1; i < len(held); i++ {
		if text(held[i], "professional_id") != text(held[i-1], "professional_id") && v.Clock.WithinMonths(text(held[i], "start_date"), 12) {
			changes++
		}
	}
	return changes
}

// passAround hands the case from its worker to two others and back, in the last year.
func passAround(v *View, _ Item, r *rand.Rand) bool {
	for _, i := range v.Items("involvements") {
		from := max(text(i, "start_date"), timing.Months(v.Clock.AsAt, -12))
		if !v.running(i) || !holds(i) || slices.Contains(v.Others, text(i, "professional_id")) || text(i, "start_date") == "" || timing.Between(from, v.Clock.AsAt) < 60 {
			continue
		}
		day := from
		back := maps.Clone(i)
		day = timing.Days(day, 1+r.IntN(12))
		i["end_date"] = day
		for _, other := range v.Others {
			held := maps.Clone(back)
			held["professional_id"], held["start_date"] = other, day
			day = timing.Days(day, 5+r.IntN(14))
			held["end_date"] = day
			v.grow("involvements", held)
		}
		back["start_date"] = day
		v.grow("involvements", back)
		return true
	}
	return false
}
