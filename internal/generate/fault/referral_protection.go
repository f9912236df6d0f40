package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// protectionResponse is CR-05: a child protection referral says what the concern
// is and leads to a strategy discussion or an assessment within a working day.
func protectionResponse() Expectation {
	due := func(v *View, ref Item) string { return v.Clock.Working(text(ref, "date"), timing.ResponseWD) }
	return Expectation{
		ID: "CR-05", Unit: "referrals",
		Needs: []string{"referrals.protection_concern", "referrals.concern", "assessments.start_date",
			"section_47.strategy_discussion_date", "referrals.date"},
		Judge: func(v *View, ref Item) Verdict {
			if !v.Clock.Audited(text(ref, "date")) || !yes(ref, "protection_concern") {
				return NotAudited
			}
			return beside(deadline(v.Clock, due(v, ref), firstResponse(v, ref)), recorded(ref, "concern"))
		},
		Faults: []Fault{
			{Name: "protection-referral-answered-late", About: "Days pass before anybody acts on a child protection referral.",
				Plant: func(v *View, ref Item, r *rand.Rand) bool {
					return answerLate(v, ref, due(v, ref), v.Clock.Working(due(v, ref), over(r, 6)))
				}},
			{Name: "concern-unrecorded", About: "A child protection referral does not say what the concern is.", Plant: silent("concern")},
			{Name: "protection-referral-unanswered", About: "A child protection referral leads to no strategy discussion and no assessment.",
				Plant: func(v *View, ref Item, _ *rand.Rand) bool {
					if due(v, ref) >= v.Clock.AsAt {
						return false
					}
					v.Keep("assessments", func(a Item) bool { return !ofReferral(a, ref) || text(a, "start_date") < text(ref, "date") })
					for _, s := range v.Items("section_47") {
						if ofReferral(s, ref) {
							delete(s, "strategy_discussion_date")
						}
					}
					return true
				}},
		},
	}
}

// firstResponse is the first day, from the referral on, of a strategy discussion or
// an assessment that belongs to it; "" when there is none.
func firstResponse(v *View, ref Item) string {
	first := ""
	take := func(item Item, day string) {
		if ofReferral(item, ref) && v.Clock.Happened(day) && day >= text(ref, "date") && (first == "" || day < first) {
			first = day
		}
	}
	for _, s := range v.Items("section_47") {
		take(s, text(s, "strategy_discussion_date"))
	}
	for _, a := range v.Items("assessments") {
		take(a, text(a, "start_date"))
	}
	return first
}

// answerLate moves what was begun by a day to a later one.
func answerLate(v *View, ref Item, due, late string) bool {
	var begun, discussed []Item
	for _, a := range v.Items("assessments") {
		if start := text(a, "start_date"); ofReferral(a, ref) && start >= text(ref, "date") && start <= due {
			if done := text(a, "completed_date"); done != "" && done < late {
				return false
			}
			begun = append(begun, a)
		}
	}
	for _, s := range v.Items("section_47") {
		if day := text(s, "strategy_discussion_date"); ofReferral(s, ref) && day >= text(ref, "date") && day <= due {
			discussed = append(discussed, s)
		}
	}
	if !v.Clock.Happened(late) {
		return false
	}
	for _, a := range begun {
		a["start_date"] = late
	}
	for _, s := range discussed {
		s["strategy_discussion_date"] = late
		if text(s, "start_date") < late {
			s["start_date"] = late
		}
	}
	return true
}
