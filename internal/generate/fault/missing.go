package fault

import (
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// interviewOffered is ME-01: a child who comes back is offered an interview.
func interviewOffered() Expectation {
	return Expectation{
		ID: "ME-01", Unit: "missing", Anchor: "end", Needs: []string{"missing.interview_offered", "missing.end"},
		Judge: func(v *View, m Item) Verdict {
			if !v.Clock.Audited(text(m, "end")) {
				return NotAudited
			}
			return verdict(yes(m, "interview_offered"))
		},
		Faults: []Fault{
			{Name: "return-interview-not-offered", About: "A child came back and nobody offered an interview.",
				Plant: func(_ *View, m Item, _ *rand.Rand) bool {
					for _, field := range []string{"interview_accepted", "interview_date", "shared_date"} {
						delete(m, field)
					}
					m["interview_offered"] = false
					return true
				}},
			{Name: "return-interview-offer-unrecorded", About: "Nothing says whether a child who came back was offered an interview.",
				Plant: without("interview_offered")},
		},
	}
}

// interviewInTime is ME-02: the interview is held within 72 hours, counted in days.
func interviewInTime() Expectation {
	due := func(_ *View, m Item) string { return timing.Days(text(m, "end"), timing.ReturnInterviewDays) }
	return Expectation{
		ID: "ME-02", Unit: "missing", Anchor: "end", Needs: []string{"missing.end", "missing.interview_date"},
		Judge: func(v *View, m Item) Verdict {
			if !v.Clock.Audited(text(m, "end")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, m), text(m, "interview_date"))
		},
		Faults: []Fault{
			{Name: "return-interview-late", About: "The interview with a child who came back is held days too late.",
				Plant: func(v *View, m Item, r *rand.Rand) bool {
					late := timing.Days(due(v, m), over(r, 20))
					if !v.Clock.Happened(late) {
						return false
					}
					m["interview_date"] = late
					delete(m, "shared_date")
					if shared := v.Clock.Working(late, r.IntN(timing.InterviewSharedWD+1)); v.Clock.Happened(shared) {
						m["shared_date"] = shared
					}
					return true
				}},
			{Name: "return-interview-not-held", About: "A child came back and no interview was held.",
				Plant: func(v *View, m Item, r *rand.Rand) bool {
					if due(v, m) >= v.Clock.AsAt {
						return false
					}
					delete(m, "interview_date")
					delete(m, "shared_date")
					m["interview_accepted"] = false
					return true
				}},
		},
	}
}

// interviewShared is ME-06: what the child said reaches those who plan.
func interviewShared() Expectation {
	due := func(v *View, m Item) string {
		return v.Clock.Working(text(m, "interview_date"), timing.InterviewSharedWD)
	}
	return Expectation{
		ID: "ME-06", Unit: "missing", Anchor: "interview_date", Needs: []string{"missing.shared_date", "missing.interview_date"},
		Judge: func(v *View, m Item) Verdict {
			if !v.Clock.Audited(text(m, "interview_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, m), text(m, "shared_date"))
		},
		Faults: lateOrNever("interview-shared-late", "What a child said on coming back reaches planning weeks later.",
			"interview-not-shared", "What a child said on coming back goes no further.", "shared_date", due, 15),
	}
}
