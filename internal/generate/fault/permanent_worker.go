package fault

import (
	"maps"
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// permanentWorker is PL-08: in the last six months somebody held the case who is no agency worker.
func permanentWorker() Expectation {
	since := func(v *View) string { return timing.Months(v.Clock.AsAt, -timing.PermanentWorkerMonths) }
	return Expectation{
		ID: "PL-08", Unit: "record",
		Needs: openNeeds("involvements.professional_id", "involvements.role", "involvements.start_date", "involvements.end_date",
			"professionals.professional_id", "professionals.agency"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.openForMonths(timing.PermanentWorkerMonths) {
				return NotAudited
			}
			held := v.heldSince(since(v))
			permanent := slices.ContainsFunc(held, func(i Item) bool { id := text(i, "professional_id"); return v.Listed[id] && !v.Agency[id] })
			unknown := slices.ContainsFunc(held, func(i Item) bool { return !v.Listed[text(i, "professional_id")] })
			if !permanent && unknown {
				return NotAudited
			}
			return verdict(permanent)
		},
		Faults: []Fault{
			{Name: "permanent-worker-left", About: "The permanent worker left more than six months ago and agency workers hold the case since.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					left := timing.Days(since(v), -over(r, 30))
					held := slices.DeleteFunc(v.heldSince(since(v)), func(i Item) bool { return v.Agency[text(i, "professional_id")] })
					if v.Locum == "" || !slices.ContainsFunc(held, func(i Item) bool { return text(i, "start_date") < left }) {
						return false
					}
					for _, i := range held {
						if text(i, "start_date") >= left {
							i["professional_id"] = v.Locum
							continue
						}
						after := maps.Clone(i)
						after["professional_id"], after["start_date"] = v.Locum, left
						i["end_date"] = left
						v.grow("involvements", after)
					}
					return true
				}},
			{Name: "no-permanent-worker", About: "For six months and more only agency workers have held the case.",
				Plant: func(v *View, _ Item, _ *rand.Rand) bool {
					if v.Locum == "" {
						return false
					}
					for _, i := range v.heldSince(since(v)) {
						if !v.Agency[text(i, "professional_id")] {
							i["professional_id"] = v.Locum
						}
					}
					return true
				}},
			{Name: "nobody-but-duty-for-months", About: "For six months and more the case has been with the duty desk.",
				Plant: func(v *View, _ Item, _ *rand.Rand) bool {
					for _, i := range v.heldSince(since(v)) {
						i["role"] = "DUTY"
					}
					return true
				}},
		},
	}
}

// heldSince are the involvements by which somebody held the case on a day or later.
func (v *View) heldSince(day string) []Item {
	var held []Item
	for _, i := range v.Items("involvements") {
		start, end := text(i, "start_date"), text(i, "end_date")
		if holds(i) && (start == "" || v.Clock.Happened(start)) && (end == "" || end >= day) {
			held = append(held, i)
		}
	}
	return held
}
