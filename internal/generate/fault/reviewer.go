package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// reviewerMet is CC-04: the reviewing officer met the child between the last
// review and this one.
func reviewerMet() Expectation {
	return Expectation{
		ID: "CC-04", Unit: "care_reviews", Anchor: "date", Needs: []string{"care_reviews.reviewer_met_child_date", "care_reviews.date"},
		Judge: func(v *View, r Item) Verdict {
			day, met := text(r, "date"), text(r, "reviewer_met_child_date")
			if !v.Clock.Audited(day) {
				return NotAudited
			}
			return verdict(v.Clock.Happened(met) && met <= day && met > v.reviewBefore(day))
		},
		Faults: []Fault{
			{Name: "reviewer-did-not-meet-child", About: "Nothing shows that the reviewing officer met the child before the review.",
				Plant: without("reviewer_met_child_date")},
			{Name: "reviewer-met-child-late", About: "The reviewing officer met the child only after the review.",
				Plant: func(v *View, item Item, r *rand.Rand) bool {
					late := timing.Days(text(item, "date"), over(r, 14))
					if !v.Clock.Happened(late) {
						return false
					}
					item["reviewer_met_child_date"] = late
					return true
				}},
			{Name: "reviewer-met-child-before-last-review", About: "The reviewing officer last met the child before the review before.",
				Plant: func(v *View, item Item, r *rand.Rand) bool {
					before := v.reviewBefore(text(item, "date"))
					if before == "" {
						return false
					}
					item["reviewer_met_child_date"] = timing.Days(before, -r.IntN(3))
					return true
				}},
		},
	}
}

// reviewBefore is the day of the review before a day; "" when there was none.
func (v *View) reviewBefore(day string) string {
	last := ""
	for _, r := range v.Items("care_reviews") {
		if date := text(r, "date"); date < day && date > last {
			last = date
		}
	}
	return last
}
