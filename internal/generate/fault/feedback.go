package fault

import (
	"math/rand/v2"
	"slices"
)

// feedbackActedOn is QA-03: when work ends, the family is asked how it was, and what
// they complain of is acted on.
func feedbackActedOn() Expectation {
	return Expectation{
		ID: "QA-03", Unit: "record",
		Needs: []string{"feedback.date", "feedback.acted_on_date", "feedback.satisfied", "plans.end_date", "referrals.close_date"},
		Judge: func(v *View, _ Item) Verdict {
			if !workEnded(v) {
				return NotAudited
			}
			given := feedbackInPeriod(v)
			return verdict(len(given) > 0 && !slices.ContainsFunc(given, func(f Item) bool {
				return f["satisfied"] == false && !v.Clock.Happened(text(f, "acted_on_date"))
			}))
		},
		Faults: []Fault{
			{Name: "complaint-not-acted-on", About: "The family was dissatisfied and nobody acted on it.", Plant: func(v *View, _ Item, r *rand.Rand) bool {
				given := feedbackInPeriod(v)
				f := given[r.IntN(len(given))]
				f["satisfied"] = false
				delete(f, "acted_on_date")
				return true
			}},
			{Name: "feedback-not-sought", About: "Work ended and nobody asked the family how it was.", Plant: func(v *View, _ Item, _ *rand.Rand) bool {
				v.Keep("feedback", func(f Item) bool { return !v.Clock.Audited(text(f, "date")) })
				return true
			}},
		},
	}
}

func feedbackInPeriod(v *View) []Item {
	var given []Item
	for _, f := range v.Items("feedback") {
		if v.Clock.Audited(text(f, "date")) {
			given = append(given, f)
		}
	}
	return given
}

// workEnded reports whether a referral was closed, or a plan ended, in the audit period.
func workEnded(v *View) bool {
	return slices.ContainsFunc(v.Items("referrals"), func(r Item) bool {
		return !yes(r, "no_further_action") && v.Clock.Audited(text(r, "close_date"))
	}) || slices.ContainsFunc(v.Items("plans"), func(p Item) bool { return v.Clock.Audited(text(p, "end_date")) })
}
