package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// closedSeen is MO-09: no case is closed without the child being seen.
func closedSeen() Expectation {
	return Expectation{
		ID: "MO-09", Unit: "referrals",
		Needs: []string{"referrals.close_date", "referrals.closure_child_seen_date | assessments.child_seen | visits.child_seen",
			"referrals.date", "referrals.no_further_action"},
		Judge: func(v *View, ref Item) Verdict {
			if !v.Clock.Audited(text(ref, "close_date")) || yes(ref, "no_further_action") {
				return NotAudited
			}
			seen := inReferral(ref, text(ref, "closure_child_seen_date"))
			for _, a := range v.Items("assessments") {
				seen = seen || (ofReferral(a, ref) && inReferral(ref, seenOn(v, a)))
			}
			for _, i := range v.Items("visits") {
				seen = seen || (yes(i, "child_seen") && inReferral(ref, text(i, "date")))
			}
			return verdict(seen)
		},
		Faults: []Fault{
			{Name: "closed-child-unseen", About: "A case without an assessment is closed and nobody saw the child.",
				Plant: func(v *View, ref Item, _ *rand.Rand) bool {
					for _, a := range v.Items("assessments") {
						if ofReferral(a, ref) {
							return false
						}
					}
					return unsee(v, ref)
				}},
			{Name: "closed-after-assessment-unseen", About: "A case is assessed and closed and nobody saw the child.",
				Plant: func(v *View, ref Item, _ *rand.Rand) bool { return unsee(v, ref) }},
			{Name: "seen-after-closing", About: "The child is seen only after the case is closed.",
				Plant: func(v *View, ref Item, r *rand.Rand) bool {
					late := timing.Days(text(ref, "close_date"), over(r, 14))
					if !v.Supplies("referrals.closure_child_seen_date") || !v.Clock.Happened(late) {
						return false
					}
					unsee(v, ref)
					ref["closure_child_seen_date"] = late
					return true
				}},
		},
	}
}

// seenOn is the day an assessment saw the child: its date, else the day the
// assessment that says so was completed, else begun.
func seenOn(v *View, a Item) string {
	if seen := text(a, "child_seen_date"); v.Clock.Happened(seen) {
		return seen
	}
	switch completed := text(a, "completed_date"); {
	case !yes(a, "child_seen"):
		return ""
	case v.Clock.Happened(completed):
		return completed
	}
	return text(a, "start_date")
}

func ofReferral(a, ref Item) bool {
	id := text(a, "referral_id")
	return id == "" || id == text(ref, "referral_id")
}

func inReferral(ref Item, day string) bool {
	return day != "" && text(ref, "date") != "" && text(ref, "date") <= day && day <= text(ref, "close_date")
}

// unsee takes away every sign that the child was seen while the referral was open.
func unsee(v *View, ref Item) bool {
	delete(ref, "closure_child_seen_date")
	for _, a := range v.Items("assessments") {
		if ofReferral(a, ref) && inReferral(ref, seenOn(v, a)) {
			delete(a, "child_seen_date")
			if v.Supplies("assessments.child_seen") {
				a["child_seen"] = false
			}
		}
	}
	for _, i := range v.Items("visits") {
		if inReferral(ref, text(i, "date")) {
			i["child_seen"] = false
			delete(i, "seen_alone")
		}
	}
	return true
}
