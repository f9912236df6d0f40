package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// assessmentTimescale is AS-01: an assessment is completed in the timescale of its day.
func assessmentTimescale() Expectation {
	return Expectation{
		ID: "AS-01", Unit: "assessments",
		Needs: []string{"assessments.type", "assessments.start_date", "assessments.completed_date | assessments.signed_off_date"},
		Judge: func(v *View, a Item) Verdict {
			due := assessmentDue(v, a)
			if due == "" || !v.Clock.Audited(text(a, "start_date")) {
				return NotAudited
			}
			done := text(a, "completed_date")
			if !v.Clock.Happened(done) {
				done = text(a, "signed_off_date")
			}
			return deadline(v.Clock, due, done)
		},
		Faults: []Fault{
			{Name: "assessment-late", About: "An assessment is completed after its timescale.", Plant: completeLate},
			{Name: "initial-assessment-late", About: "An initial assessment is completed after its timescale.",
				Plant: func(v *View, a Item, r *rand.Rand) bool {
					return text(a, "type") == "initial" && completeLate(v, a, r)
				}},
			{Name: "assessment-unfinished", About: "An assessment is past its timescale and not completed.", Plant: neverComplete},
		},
	}
}

// assessmentDue is the last day for an assessment; "" when its type is unknown.
func assessmentDue(v *View, a Item) string {
	start := text(a, "start_date")
	if start == "" {
		return ""
	}
	switch text(a, "type") {
	case "initial":
		return v.Clock.Working(start, timing.InitialWD(start))
	case "core":
		return v.Clock.Working(start, timing.CoreWD)
	case "single", "pre_birth":
		if ref := v.find("referrals", "referral_id", text(a, "referral_id")); ref != nil && v.Clock.Happened(text(ref, "date")) {
			start = text(ref, "date")
		}
		return v.Clock.Working(start, timing.SingleWD)
	}
	return ""
}

// completeLate moves the completion past the deadline, and the sign-off and what
// follows it along, the closing of the referral too.
func completeLate(v *View, a Item, r *rand.Rand) bool {
	late := v.Clock.Working(assessmentDue(v, a), over(r, 12))
	signed := v.Clock.Working(late, r.IntN(timing.SignOffWD+1))
	ref := v.find("referrals", "referral_id", text(a, "referral_id"))
	if !v.Clock.Happened(signed) {
		return false
	}
	if ref != nil && text(ref, "close_date") != "" && text(ref, "close_date") < signed {
		closeLater(v, ref, signed)
	}
	if v.Supplies("assessments.completed_date") {
		a["completed_date"] = late
	}
	a["signed_off_date"] = signed
	if _, shared := a["outcome_shared_date"]; shared {
		a["outcome_shared_date"] = signed
	}
	return true
}

// closeLater moves the closing of a referral, and what was done on that day.
func closeLater(v *View, ref Item, day string) {
	old := text(ref, "close_date")
	for _, entity := range []string{"plans", "involvements"} {
		for _, item := range v.Items(entity) {
			if text(item, "end_date") == old {
				item["end_date"] = day
			}
		}
	}
	for _, item := range v.Items("feedback") {
		if text(item, "date") == old {
			item["date"] = day
		}
	}
	ref["close_date"] = day
	for _, field := range []string{"closure_ready_date", "closure_signed_off_date"} {
		if text(ref, field) != "" {
			ref[field] = day
		}
	}
}

// neverComplete leaves an assessment of a referral still open without its end.
func neverComplete(v *View, a Item, _ *rand.Rand) bool {
	ref := v.find("referrals", "referral_id", text(a, "referral_id"))
	if assessmentDue(v, a) >= v.Clock.AsAt || (ref != nil && text(ref, "close_date") != "") {
		return false
	}
	unfinish(a)
	return true
}

// unfinish takes away what shows that an assessment was completed.
func unfinish(a Item) {
	for _, field := range []string{"completed_date", "signed_off_date", "signed_off_by", "outcome_shared_date",
		"sections_missing", "no_further_action", "conclusion"} {
		delete(a, field)
	}
}
