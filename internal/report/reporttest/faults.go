package reporttest

import (
	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

var (
	endBeforeStart = &criteria.Check{ID: "DQ-01", Title: "An end before its start", Name: "end_before_start",
		Description: "Work that ended on a day before it began.", Effect: "Whether the work is open cannot be told.", Do: "Put the wrong date right."}
	outOfOrder = &criteria.Check{ID: "DQ-02", Title: "Steps in an impossible order", Name: "steps_out_of_order",
		Description: "A step dated before the one that it can only follow.", Effect: "The time that a step took comes out wrong.", Do: "Put the wrong date right."}
	namesNothing = &criteria.Check{ID: "DQ-12", Title: "An id that names nothing in the record", Name: "id_names_nothing",
		Description: "Anything that names a plan which the record does not have.", Effect: "The item counts as one that belongs to nothing.", Do: "Put the id right."}
	implausible = &criteria.Check{ID: "DQ-14", Title: "A date of birth or death that cannot be right", Name: "implausible_age",
		Description: "A child born after as-at.", Effect: "Whatever goes by the child's age is judged wrongly.", Do: "Put the date right."}
)

// checks are one that found nothing, one that failed on some records, and others.
func checks() []audit.CheckResult {
	return []audit.CheckResult{
		{Check: endBeforeStart},
		{Check: outOfOrder, Faults: 3, Cases: 2},
		{Check: namesNothing, Faults: 1, Cases: 1, Records: 2, CaseID: "C-1008", Error: "quality/id_names_nothing/policy.rego:31: eval_type_error: links must be a list"},
		{Check: implausible, Faults: 1, Cases: 1},
	}
}

func faults() []audit.Fault {
	const early = "signed off date 11/09/2026, before completed date 14/09/2026"
	return []audit.Fault{
		{Check: outOfOrder, CaseID: "C-1003", Entity: "contacts", Item: "K-3", Fields: []string{"contacts.received", "contacts.decided"},
			Text: "decided 02/04/2026 at 09:00, before received 02/04/2026 at 11:30", Where: "contacts.csv row 4"},
		{Check: outOfOrder, CaseID: "C-1006", Entity: "assessments", Item: "A-6", Fields: []string{"assessments.completed_date", "assessments.signed_off_date"},
			Text: early, Where: "assessments.csv row 7"},
		{Check: outOfOrder, CaseID: "C-1006", Entity: "assessments", Item: "A-6#2", Fields: []string{"assessments.completed_date", "assessments.signed_off_date"},
			Text: early, Where: "assessments.csv row 10"},
		{Check: namesNothing, CaseID: "C-1004", Entity: "meetings", Item: "2026-05-04", Fields: []string{"meetings.plan_id"},
			Text: "names the plan =1+1, which is not in the record", Where: "meetings.csv row 2"},
		{Check: implausible, CaseID: "C-1010", Entity: "child", Item: "child", Fields: []string{"child.date_of_birth"},
			Text: "born on 01/01/2062, after the date of the audit, 31/10/2026", Where: "children.csv row 11"},
	}
}
