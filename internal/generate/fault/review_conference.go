package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// reviewConferences is CP-13: a protection plan is reviewed within three months,
// and then every six.
func reviewConferences() Expectation {
	return Expectation{
		ID: "CP-13", Unit: "plans", Needs: protectionNeeds("conferences.type", "conferences.date", "plans.plan_id"),
		Judge: func(v *View, p Item) Verdict {
			start := text(p, "start_date")
			if !v.openProtection(p) || start == "" {
				return NotAudited
			}
			due, outcome := timing.Months(start, timing.FirstReviewMonths), NotAudited
			for _, day := range reviewDays(v, p) {
				if day > due {
					return NotMet
				}
				due, outcome = timing.Months(day, timing.LaterReviewMonths), Met
			}
			if due < v.Clock.AsAt {
				return NotMet
			}
			return outcome
		},
		Faults: []Fault{
			{Name: "review-conference-late", About: "The first review conference is held too late.",
				Plant: func(v *View, p Item, r *rand.Rand) bool {
					days := reviewDays(v, p)
					late := timing.Days(timing.Months(text(p, "start_date"), timing.FirstReviewMonths), over(r, 25))
					if !v.Clock.Happened(late) || (len(days) > 1 && days[1] <= late) {
						return false
					}
					for _, c := range v.Items("conferences") {
						if isReview(c, p) && text(c, "date") == days[0] {
							c["date"] = late
							delete(c, "decisions_sent_date")
						}
					}
					return true
				}},
			{Name: "review-conferences-stopped", About: "The latest review conference was not held.",
				Plant: func(v *View, p Item, _ *rand.Rand) bool {
					days := reviewDays(v, p)
					due := timing.Months(text(p, "start_date"), timing.FirstReviewMonths)
					if n := len(days); n > 1 {
						due = timing.Months(days[n-2], timing.LaterReviewMonths)
					}
					if due >= v.Clock.AsAt {
						return false
					}
					v.Keep("conferences", func(c Item) bool { return !(isReview(c, p) && text(c, "date") == days[len(days)-1]) })
					return true
				}},
		},
	}
}

func isReview(c, plan Item) bool { return text(c, "type") == "review" && ofPlan(c, plan) }

func reviewDays(v *View, p Item) []string {
	return eventDays(v, "conferences", func(c Item) bool { return isReview(c, p) })
}
