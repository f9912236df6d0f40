package fault

import (
	"math/rand/v2"
	"slices"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// reviewerMet is CC-04: the reviewing officer met the child between the last
// review and this one.
func reviewerMet() Expectation {
	return Expectation{
		ID: "CC-04", Unit: "care_reviews", Anchor: "date", Needs: []string{"care_reviews.reviewer_met_child_date", "care_reviews.date"},
		Judge: func(v *View, r Item) Verdict {
			same := v.sameReview(r)
			if !v.Clock.Audited(text(r, "date")) || itself(same[0]) != itself(r) {
				return NotAudited
			}
			return verdict(slices.ContainsFunc(same, func(r Item) bool {
				met := text(r, "reviewer_met_child_date")
				return v.Clock.Happened(met) && met <= text(r, "date") && met > v.reviewBefore(text(r, "date"))
			}))
		},
		Faults: []Fault{
			{Name: "reviewer-did-not-meet-child", About: "Nothing shows that the reviewing officer met the child before the review.",
				Plant: func(v *View, item Item, _ *rand.Rand) bool {
					for _, r := range v.sameReview(item) {
						delete(r, "reviewer_met_child_date")
					}
					return true
				}},
			{Name: "reviewer-met-child-late", About: "The reviewing officer met the child only after the review.",
				Plant: func(v *View, item Item, r *rand.Rand) bool {
					late := timing.Days(text(item, "date"), over(r, 14))
					if !v.Clock.Happened(late) {
						return false
					}
					for _, r := range v.sameReview(item) {
						r["reviewer_met_child_date"] = late
					}
					return true
				}},
			{Name: "reviewer-met-child-before-last-review", About: "The reviewing officer last met the child before the review before.",
				Plant: func(v *View, item Item, r *rand.Rand) bool {
					before := v.reviewBefore(text(item, "date"))
					if before == "" {
						return false
					}
					before = timing.Days(before, -r.IntN(3))
					for _, r := range v.sameReview(item) {
						r["reviewer_met_child_date"] = before
					}
					return true
				}},
		},
	}
}

// sameReview are the rows of a review: those of its day, which count once.
func (v *View) sameReview(r Item) []Item {
	return slices.DeleteFunc(slices.Clone(v.Items("care_reviews")), func(other Item) bool { return text(other, "date") != text(r, "date") })
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
