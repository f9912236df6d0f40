package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// voluntaryCare is CC-01: an arrangement under section 20 is reviewed every three months.
func voluntaryCare() Expectation {
	recent := func(v *View, e, r Item) bool {
		day := text(r, "date")
		return v.during(e, day) && v.Clock.WithinMonths(day, timing.VoluntaryCareMonths)
	}
	return Expectation{
		ID: "CC-01", Unit: "care_episodes",
		Needs: careNeeds("care_episodes.legal_status", "care_reviews.date", "care_episodes.start_date"),
		Judge: func(v *View, e Item) Verdict {
			status := text(e, "legal_status")
			if !v.standsFor(e, func(x Item) bool { return text(x, "legal_status") != "V3" }) || (status != "V2" && status != "V4") ||
				!v.Clock.MonthsAgo(v.began(e), timing.VoluntaryCareMonths) {
				return NotAudited
			}
			for _, r := range v.Items("care_reviews") {
				if recent(v, e, r) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "voluntary-care-unreviewed", About: "A section 20 arrangement goes on for months without a review.",
			Plant: func(v *View, e Item, r *rand.Rand) bool {
				v.stale("care_reviews", timing.Months(v.Clock.AsAt, -timing.VoluntaryCareMonths), v.entered(e),
					func(i Item) bool { return recent(v, e, i) }, r)
				return true
			}}},
	}
}

// carePlanned is CC-02: a child in care has a care plan.
func carePlanned() Expectation {
	current := func(v *View, p Item) bool { return text(p, "type") == "care" && v.openPlan(p) }
	return Expectation{
		ID: "CC-02", Unit: "care_episodes",
		Needs: careNeeds("plans.type", "plans.start_date", "plans.end_date", "care_episodes.start_date"),
		Judge: func(v *View, e Item) Verdict {
			begun := v.began(e)
			if !v.counted(e) || begun == "" || v.Clock.Working(begun, timing.CarePlanWD) > v.Clock.AsAt {
				return NotAudited
			}
			for _, p := range v.Items("plans") {
				if current(v, p) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{
			{Name: "no-care-plan", About: "A child in care has no care plan.", Plant: func(v *View, _ Item, _ *rand.Rand) bool {
				gone := map[string]bool{}
				v.Keep("plans", func(p Item) bool {
					gone[text(p, "plan_id")] = gone[text(p, "plan_id")] || current(v, p)
					return !current(v, p)
				})
				for _, entity := range []string{"plan_actions", "meetings"} {
					v.Keep(entity, func(i Item) bool { return !gone[text(i, "plan_id")] })
				}
				for _, a := range v.Items("assessments") {
					if gone[text(a, "plan_id")] {
						delete(a, "plan_id")
					}
				}
				return true
			}},
			{Name: "care-plan-ended", About: "The care plan was ended and the child is still in care.", Plant: func(v *View, e Item, r *rand.Rand) bool {
				ended := timing.Days(v.Clock.AsAt, -r.IntN(60))
				for _, p := range v.Items("plans") {
					if current(v, p) && text(p, "start_date") > ended {
						return false
					}
				}
				for _, p := range v.Items("plans") {
					if current(v, p) {
						p["end_date"] = ended
					}
				}
				return true
			}},
		},
	}
}

// standsFor reports whether an episode is open and, of the open ones of its period
// that qualify, the one that began last.
func (v *View) standsFor(e Item, qualifies func(Item) bool) bool {
	if !v.openEpisode(e) || !qualifies(e) {
		return false
	}
	for _, other := range v.Items("care_episodes") {
		if itself(other) != itself(e) && v.openEpisode(other) && qualifies(other) && v.entered(other) == v.entered(e) &&
			text(other, "start_date") > text(e, "start_date") {
			return false
		}
	}
	return true
}
