package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// planWritten is CP-07: a protection plan is written down in time.
func planWritten() Expectation {
	due := func(v *View, p Item) string { return v.Clock.Working(text(p, "start_date"), timing.WrittenPlanWD) }
	return Expectation{
		ID: "CP-07", Unit: "plans", Needs: []string{"plans.written_date", "plans.type", "plans.end_date", "plans.start_date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.openProtection(p) || text(p, "start_date") == "" {
				return NotAudited
			}
			return deadline(v.Clock, due(v, p), text(p, "written_date"))
		},
		Faults: []Fault{
			{Name: "plan-written-late", About: "The protection plan is written weeks after it began.", Plant: func(v *View, p Item, r *rand.Rand) bool {
				late := v.Clock.Working(due(v, p), over(r, 15))
				if !v.Clock.Happened(late) {
					return false
				}
				p["written_date"] = late
				return true
			}},
			{Name: "plan-not-written", About: "There is no dedicated protection plan.", Plant: func(v *View, p Item, _ *rand.Rand) bool {
				if due(v, p) >= v.Clock.AsAt {
					return false
				}
				delete(p, "written_date")
				return true
			}},
		},
	}
}

// qualifiedWorker is CP-10: a registered social worker holds the protection plan.
func qualifiedWorker() Expectation {
	return Expectation{
		ID: "CP-10", Unit: "plans",
		Needs: []string{"involvements.professional_id", "professionals.professional_id", "professionals.registration_number", "plans.end_date",
			"plans.start_date", "involvements.end_date", "plans.type"},
		Judge: func(v *View, p Item) Verdict {
			if !v.openProtection(p) {
				return NotAudited
			}
			for _, i := range v.Items("involvements") {
				if v.running(i) && v.Registered[text(i, "professional_id")] {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "held-by-unqualified", About: "A worker who is no registered social worker holds the protection plan.",
				Plant: func(v *View, _ Item, _ *rand.Rand) bool {
					for _, i := range v.Items("involvements") {
						if v.running(i) {
							i["professional_id"] = v.Unqualified
						}
					}
					return true
				}},
			{Name: "plan-held-by-nobody", About: "The last worker left the case and nobody took it over.",
				Plant: func(v *View, _ Item, r *rand.Rand) bool {
					left := timing.Days(v.Clock.AsAt, -1-r.IntN(30))
					for _, i := range v.Items("involvements") {
						if v.running(i) && text(i, "start_date") > left {
							return false
						}
					}
					for _, i := range v.Items("involvements") {
						if v.running(i) {
							i["end_date"] = left
						}
					}
					return true
				}},
		},
	}
}

// childVisited is CP-11: a child on a protection plan is seen every four weeks.
func childVisited() Expectation {
	visit := func(v *View, i Item) bool {
		return text(i, "type") == "child_protection" && v.Clock.Within(text(i, "date"), timing.VisitDays)
	}
	return Expectation{
		ID: "CP-11", Unit: "plans",
		Needs: []string{"visits.date", "visits.child_seen", "visits.type", "plans.end_date", "plans.start_date", "plans.type"},
		Judge: func(v *View, p Item) Verdict {
			if !v.openProtection(p) || !v.Clock.Ago(text(p, "start_date"), timing.VisitDays) {
				return NotAudited
			}
			for _, i := range v.Items("visits") {
				if visit(v, i) && yes(i, "child_seen") {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "visits-lapsed", About: "Nobody visited a child on a protection plan for weeks.", Plant: func(v *View, p Item, r *rand.Rand) bool {
				v.lapse("visits", timing.VisitDays, text(p, "start_date"), func(i Item) bool { return visit(v, i) }, r)
				return true
			}},
			{Name: "visited-not-seen", About: "Visits are made and the child is not seen.", Plant: func(v *View, _ Item, r *rand.Rand) bool {
				for _, i := range v.Items("visits") {
					if visit(v, i) {
						i["child_seen"] = false
						if r.IntN(3) == 0 {
							delete(i, "child_seen")
						}
						delete(i, "seen_alone")
					}
				}
				return true
			}},
		},
	}
}

func (v *View) openProtection(p Item) bool {
	return text(p, "type") == "child_protection" && v.openPlan(p)
}

// running reports whether an involvement is open on as-at.
func (v *View) running(i Item) bool {
	start, end := text(i, "start_date"), text(i, "end_date")
	return (start == "" || v.Clock.Happened(start)) && !v.Clock.Happened(end)
}
