package reporttest

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Audit is the whole fixture, made anew at each call.
func Audit() *audit.Audit {
	cat := Catalogue()
	outcomes := Outcomes(cat)
	chronology, _ := cat.Criterion("RE-01")
	const failure = "policies/case_recording/chronology/policy.rego:31: eval_conflict_error: complete rules must not produce multiple outputs"
	results := map[string]audit.CriterionResult{
		"AS-04": {Missing: []string{"assessments.risk_factors | assessments.analysis", "visits=child_protection"}},
		"RE-01": {Error: failure},
	}
	return &audit.Audit{
		AsAt:      "2026-10-31",
		From:      "2025-11-01",
		Council:   "Exampleshire County Council",
		Program:   "caseaudit 0.0.0-test",
		Policies:  strings.Repeat("ab", 32),
		Settings:  settings(),
		Survey:    survey(),
		Catalogue: cat,
		Records:   10,
		Outcomes:  outcomes,
		Doubts:    doubts(cat, outcomes),
		Checks:    checks(),
		Faults:    faults(),
		Errors:    []audit.PolicyError{{Criterion: chronology, CaseID: "C-1007", Records: 4, Text: failure}},
		Summary:   audit.Summarise(cat, outcomes, results),
	}
}

// Empty is the audit of an export in which there was nothing to judge.
func Empty() *audit.Audit {
	cat := Catalogue()
	return &audit.Audit{
		AsAt:       "2026-10-31",
		AsAtStated: true,
		From:       "2025-11-01",
		Program:    "caseaudit 0.0.0-test",
		Policies:   strings.Repeat("ab", 32),
		Survey:     &casefile.Survey{Format: "native", Supply: casefile.NewSupply()},
		Catalogue:  cat,
		Summary:    audit.Summarise(cat, nil, nil),
	}
}

func doubts(cat *criteria.Catalogue, outcomes []audit.Outcome) []audit.Doubt {
	var doubts []audit.Doubt
	for _, o := range outcomes {
		if o.Doubt != "" {
			doubts = append(doubts, audit.Doubt{Criterion: o.Criterion, CaseID: o.CaseID, Item: o.Item, Text: o.Doubt, Where: o.Where})
		}
	}
	interviews, _ := cat.Criterion("ME-02")
	return append(doubts, audit.Doubt{Criterion: interviews, CaseID: "C-1009", Item: "2026-07-01", Text: "the child came back before going missing", Where: "missing.csv row 2"})
}

func survey() *casefile.Survey {
	supply := casefile.NewSupply()
	supply.Add("assessments.child_seen")
	supply.Add("assessments.completed_date")
	s := &casefile.Survey{
		Format: "ssd",
		Inputs: []casefile.Input{
			{Name: "assessments.csv", Entity: "assessments", SHA256: strings.Repeat("01", 32), Rows: 24, Read: 11, Duplicates: 1, Refused: 12, Encoding: "utf-8", Delimiter: ","},
			{Name: "contacts.csv", Entity: "contacts", SHA256: strings.Repeat("23", 32), Rows: 10, Read: 10, Encoding: "windows-1252", Delimiter: ";"},
			{Name: "workforce.xlsx", Sheet: "Posts", Entity: "posts", SHA256: strings.Repeat("45", 32), Rows: 2, Read: 2},
			{Name: "workforce.xlsx", Sheet: "Staff", Entity: "professionals", SHA256: strings.Repeat("45", 32), Rows: 3, Read: 3},
		},
		Ignored: []string{"readme.txt: not a table of the export"},
		Records: 11,
		Supply:  supply,
		Newest:  "2026-10-31",
		Notes: []casefile.Note{
			{Kind: "duplicate row", At: casefile.Location{File: "assessments.csv", Row: 9}, Text: "repeats row 8", Count: 1},
			{Kind: "unknown column", At: casefile.Location{File: "contacts.csv", Row: 1}, Text: "column \"Colour\" is not known and was not read", Count: 1},
			{Kind: "unmatched code", At: casefile.Location{File: "contacts.csv", Row: 5}, Field: "contacts.source", CaseID: "C-1004", Text: "code \"9Z\" is not on the list of sources", Count: 7},
			{Kind: "unmatched code", At: casefile.Location{File: "workforce.xlsx", Sheet: "Staff", Row: 3}, Field: "professionals.role", Text: "code \"XX\" is not on the list of roles", Count: 2},
			{Kind: "hidden rows", At: casefile.Location{File: "workforce.xlsx", Sheet: "Staff"}, Text: "rows 2 to 3: rows that Excel does not show, by a filter or by hand; they were read", Count: 2},
		},
	}
	s.Refusals = append(s.Refusals, casefile.Refusal{
		At: casefile.Location{File: "assessments.csv", Row: 12}, Column: "Completed\x1b[2J", CaseID: "C-1011",
		Reason: "is not a date: write it as yyyy-mm-dd or dd/mm/yyyy",
	})
	for row := 13; row < 24; row++ {
		s.Refusals = append(s.Refusals, casefile.Refusal{
			At:     casefile.Location{File: "assessments.csv", Row: row},
			Reason: "has 8 cells where the header has 9: a delimiter may be missing",
		})
	}
	return s
}

func settings() []audit.Setting {
	return []audit.Setting{
		{Name: "contact_decision_wd", Title: "Working days from a contact to the decision on it", Value: "1 working days", Footing: "statutory guidance", Source: "Working Together to Safeguard Children"},
		{Name: "oversight_days", Title: "Days within which a manager's decision is expected", Value: "30 days", Footing: "local standard"},
		{Name: "record_check_years", Title: "Years after which a criminal record check is renewed", Value: "3 years", Footing: "local standard"},
		{Name: "sign_off_wd", Title: "Working days from completion to the manager's sign-off", Value: "5 working days", Footing: "local standard", Council: true},
	}
}
