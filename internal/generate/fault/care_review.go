package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// careReviewed is CC-03: the reviews of a child in care are on time.
func careReviewed() Expectation {
	judge := func(v *View, e Item) Verdict {
		if !v.counted(e) || v.entered(e) == "" {
			return NotAudited
		}
		held := v.reviews(e)
		due := v.Clock.Working(v.entered(e), timing.FirstCareReviewWD)
		for i, day := range held {
			if day > due {
				return NotMet
			}
			due = nextReview(day, i+1)
		}
		switch {
		case due < v.Clock.AsAt:
			return NotMet
		case len(held) == 0:
			return NotAudited
		}
		return Met
	}
	// move makes the nth review late, between its limit and the next one.
	move := func(n func(held []string) int) func(*View, Item, *rand.Rand) {
		return func(v *View, e Item, r *rand.Rand) {
			held := v.reviews(e)
			i := n(held)
			if i < 0 || i >= len(held) {
				return
			}
			due := v.Clock.Working(v.entered(e), timing.FirstCareReviewWD)
			if i > 0 {
				due = nextReview(held[i-1], i)
			}
			late := timing.Days(due, over(r, 30))
			if !v.Clock.Happened(late) || (i+1 < len(held) && held[i+1] <= late) {
				return
			}
			for _, review := range v.Items("care_reviews") {
				if text(review, "date") == held[i] {
					review["date"] = late
				}
			}
		}
	}
	return Expectation{
		ID: "CC-03", Unit: "care_episodes", Needs: careNeeds("care_reviews.date", "care_episodes.entered_care_date"), Judge: judge,
		Faults: []Fault{
			{Name: "first-care-review-late", About: "The first review of a child in care is late.",
				Plant: trying(judge, "care_reviews", move(func([]string) int { return 0 }))},
			{Name: "later-care-review-late", About: "A later review of a child in care is late.",
				Plant: trying(judge, "care_reviews", move(func(held []string) int {
					if len(held) < 2 {
						return -1
					}
					return len(held) - 1
				}))},
			{Name: "care-review-overdue", About: "The next review of a child in care is overdue.",
				Plant: trying(judge, "care_reviews", func(v *View, e Item, _ *rand.Rand) {
					held := v.reviews(e)
					v.Keep("care_reviews", func(review Item) bool { return len(held) == 0 || text(review, "date") != held[len(held)-1] })
				})},
		},
	}
}

// nextReview is the last day for the review after the nth one.
func nextReview(day string, n int) string {
	if n == 1 {
		return timing.Months(day, timing.SecondCareReview)
	}
	return timing.Months(day, timing.LaterCareReview)
}
