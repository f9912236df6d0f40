package fault

import "github.com/caseaudit/caseaudit/internal/generate/timing"

// supervisionContent is MO-05: supervision shows reflection and what comes of it.
func supervisionContent() Expectation {
	e := says("MO-05", "supervision", []string{"supervision.date"},
		func(v *View, s Item) bool { return v.Clock.Audited(text(s, "date")) }, []string{"reflection", "actions"},
		Fault{Name: "supervision-without-reflection", About: "Supervision shows no reflection.", Plant: silent("reflection")},
		Fault{Name: "supervision-without-actions", About: "Nothing comes of supervision.", Plant: silent("actions")})
	e.Anchor = "date"
	return e
}

// transferred is MO-06: a case moves to another team as the protocol says.
func transferred() Expectation {
	due := func(v *View, t Item) string { return v.Clock.Working(text(t, "requested_date"), timing.TransferWD) }
	return Expectation{
		ID: "MO-06", Unit: "transfers", Anchor: "requested_date", Needs: []string{"transfers.requested_date", "transfers.accepted_date"},
		Judge: func(v *View, t Item) Verdict {
			if !v.Clock.Audited(text(t, "requested_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, t), text(t, "accepted_date"))
		},
		Faults: lateOrNever("transfer-accepted-late", "A team takes a case over weeks after it was asked to.",
			"transfer-not-accepted", "No team takes a case over.", "accepted_date", due, 12),
	}
}

// closureSigned is MO-08: a manager signs off the closing of a case in time.
func closureSigned() Expectation {
	due := func(v *View, ref Item) string {
		return v.Clock.Working(text(ref, "closure_ready_date"), timing.ClosureWD)
	}
	return Expectation{
		ID: "MO-08", Unit: "referrals", Needs: []string{"referrals.closure_ready_date", "referrals.closure_signed_off_date"},
		Judge: func(v *View, ref Item) Verdict {
			if !v.Clock.Audited(text(ref, "closure_ready_date")) {
				return NotAudited
			}
			return deadline(v.Clock, due(v, ref), text(ref, "closure_signed_off_date"))
		},
		Faults: lateOrNever("closure-signed-off-late", "Finished work waits weeks to be closed.",
			"closure-not-signed-off", "No manager signed the closing of a case off.", "closure_signed_off_date", due, 12),
	}
}
