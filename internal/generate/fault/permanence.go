package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// permanencePlanned is CC-09: there is a plan for permanence by the second review,
// or within four months where no second review was held.
func permanencePlanned() Expectation {
	limit := func(v *View, e Item) string {
		if held := v.reviews(e); len(held) > 1 {
			return held[1]
		}
		return timing.Months(v.entered(e), timing.PermanenceMonths)
	}
	planned := func(v *View, e, p Item) bool { return v.during(e, text(p, "permanence_plan_date")) }
	judge := func(v *View, e Item) Verdict {
		if !v.counted(e) || !v.Clock.Ago(v.entered(e), timing.PermanenceDays) {
			return NotAudited
		}
		first := ""
		for _, p := range v.Items("permanence") {
			if day := text(p, "permanence_plan_date"); planned(v, e, p) && (first == "" || day < first) {
				first = day
			}
		}
		return deadline(v.Clock, limit(v, e), first)
	}
	return Expectation{
		ID: "CC-09", Unit: "care_episodes", Judge: judge,
		Needs: careNeeds("permanence.permanence_plan_date", "care_episodes.entered_care_date"),
		Faults: []Fault{
			{Name: "permanence-plan-late", About: "The plan for permanence of a child in care comes after the second review.",
				Plant: trying(judge, "permanence", func(v *View, e Item, r *rand.Rand) {
					late := timing.Days(limit(v, e), over(r, 60))
					for _, p := range v.Items("permanence") {
						if planned(v, e, p) && v.Clock.Happened(late) && text(p, "decision_date") == "" {
							p["permanence_plan_date"] = late
						}
					}
				})},
			{Name: "no-permanence-plan", About: "A child has been in care for months and there is no plan for permanence.",
				Plant: trying(judge, "permanence", func(v *View, e Item, _ *rand.Rand) {
					for _, p := range v.Items("permanence") {
						if planned(v, e, p) {
							delete(p, "permanence_plan_date")
							delete(p, "life_story_started_date")
						}
					}
				})},
		},
	}
}

// siblingsAssessed is CC-12: the needs of brothers and sisters in care are assessed together.
func siblingsAssessed() Expectation {
	return Expectation{
		ID: "CC-12", Unit: "permanence", Needs: careNeeds("permanence.siblings", "permanence.siblings_assessed_date"),
		Judge: func(v *View, p Item) Verdict {
			if !yes(p, "siblings") || !v.childInCare(0) {
				return NotAudited
			}
			return verdict(v.Clock.Happened(text(p, "siblings_assessed_date")))
		},
		Faults: []Fault{{Name: "siblings-not-assessed", About: "Nobody assessed whether brothers and sisters in care should live together.",
			Plant: without("siblings_assessed_date")}},
	}
}

// adoptionTimely is CC-13: a child is placed for adoption within months of the decision.
func adoptionTimely() Expectation {
	due := func(_ *View, p Item) string { return timing.Months(text(p, "decision_date"), timing.AdoptionMonths) }
	return Expectation{
		ID: "CC-13", Unit: "permanence", Anchor: "decision_date", Needs: []string{"permanence.decision_date", "permanence.placed_date"},
		Judge: func(v *View, p Item) Verdict {
			if !v.Clock.Audited(text(p, "decision_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, p), text(p, "placed_date"))
		},
		Faults: lateOrNever("adoption-placed-late", "A child waits for months to be placed for adoption.",
			"adoption-not-placed", "A child was to be adopted and was never placed.", "placed_date", due, 40),
	}
}

// lifeStory is CC-15: life-story work has begun with a child long in care.
func lifeStory() Expectation {
	return Expectation{
		ID: "CC-15", Unit: "permanence",
		Needs: careNeeds("permanence.life_story_started_date", "care_episodes.entered_care_date", "permanence.permanence_plan_date"),
		Judge: func(v *View, p Item) Verdict {
			if !v.childInCare(timing.LifeStoryMonths) || !v.Clock.Happened(text(p, "permanence_plan_date")) {
				return NotAudited
			}
			return verdict(v.Clock.Happened(text(p, "life_story_started_date")))
		},
		Faults: []Fault{{Name: "no-life-story-work", About: "A child has been in care for a year and life-story work has not begun.",
			Plant: without("life_story_started_date")}},
	}
}
