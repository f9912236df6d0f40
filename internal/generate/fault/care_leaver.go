package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// pathwayPlanned is CL-01: a child in care has a pathway plan by 16 and a quarter.
func pathwayPlanned() Expectation {
	return Expectation{
		ID: "CL-01", Unit: "record", Needs: careNeeds("care_leaver.pathway_plan_date", "child.date_of_birth"),
		Judge: func(v *View, _ Item) Verdict {
			if !v.childInCare(0) || !v.ageKnown() || v.aged(18, v.Clock.AsAt) ||
				timing.Months(timing.Birthday(v.born(), 16), timing.PathwayMonths) > v.Clock.AsAt {
				return NotAudited
			}
			for _, l := range v.Items("care_leaver") {
				if v.Clock.Happened(text(l, "pathway_plan_date")) {
					return Met
				}
			}
			return NotMet
		},
		Faults: []Fault{{Name: "no-pathway-plan", About: "A child in care is past 16 and a quarter and has no pathway plan.",
			Plant: func(v *View, _ Item, r *rand.Rand) bool {
				for _, l := range v.Items("care_leaver") {
					delete(l, "pathway_plan_date")
					delete(l, "pathway_plan_review_date")
				}
				return true
			}}},
	}
}

// pathwayReviewed is CL-02: a pathway plan is reviewed every six months.
func pathwayReviewed() Expectation {
	edge := func(v *View) string { return timing.Months(v.Clock.AsAt, -timing.PathwayReviewMonths) }
	e := ofLeavers("CL-02", 0, 0, func(v *View, l Item) bool {
		return v.Clock.WithinMonths(text(l, "pathway_plan_review_date"), timing.PathwayReviewMonths)
	},
		[]string{"care_leaver.pathway_plan_review_date", "care_leaver.pathway_plan_date"},
		Fault{Name: "pathway-plan-review-old", About: "A pathway plan was last reviewed more than six months ago.",
			Plant: func(v *View, l Item, r *rand.Rand) bool {
				l["pathway_plan_review_date"] = max(timing.Days(edge(v), -over(r, 60)), text(l, "pathway_plan_date"))
				return true
			}},
		Fault{Name: "pathway-plan-unreviewed", About: "A pathway plan was never reviewed.", Plant: without("pathway_plan_review_date")})
	judge := e.Judge
	e.Judge = func(v *View, l Item) Verdict {
		if planned := text(l, "pathway_plan_date"); planned == "" || planned >= edge(v) {
			return NotAudited
		}
		return judge(v, l)
	}
	return e
}

// healthHistory is CL-03: a young adult was given their health history.
func healthHistory() Expectation {
	return ofLeavers("CL-03", 18, 0, func(v *View, l Item) bool { return v.Clock.Happened(text(l, "health_history_given_date")) },
		[]string{"care_leaver.health_history_given_date", "child.date_of_birth"},
		Fault{Name: "no-health-history", About: "A care leaver was not given their health history.", Plant: without("health_history_given_date")})
}

// entitled is CL-04: a care leaver was told of their rights.
func entitled() Expectation {
	return ofLeavers("CL-04", 0, 0, func(v *View, l Item) bool { return v.Clock.Happened(text(l, "entitlements_given_date")) },
		[]string{"care_leaver.entitlements_given_date"},
		Fault{Name: "entitlements-not-given", About: "A care leaver was not told of their entitlements.", Plant: without("entitlements_given_date")})
}

// inTouch is CL-05: a young adult has a personal adviser who is in touch.
func inTouch() Expectation {
	return ofLeavers("CL-05", 18, 0, func(v *View, l Item) bool {
		return named(l, "personal_adviser") && v.Clock.Within(text(l, "last_contact_date"), timing.InTouchDays)
	}, []string{"care_leaver.last_contact_date", "care_leaver.personal_adviser", "child.date_of_birth"},
		Fault{Name: "out-of-touch", About: "Nobody has been in touch with a care leaver for months.", Plant: func(v *View, l Item, r *rand.Rand) bool {
			l["last_contact_date"] = timing.Days(v.Clock.AsAt, -timing.InTouchDays-over(r, 200))
			return true
		}},
		Fault{Name: "no-personal-adviser", About: "A care leaver has no personal adviser.", Plant: func(_ *View, l Item, r *rand.Rand) bool {
			delete(l, "personal_adviser")
			if r.IntN(2) == 0 {
				l["personal_adviser"] = placeholders[r.IntN(len(placeholders))]
			}
			return true
		}})
}
