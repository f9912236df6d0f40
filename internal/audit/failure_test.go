package audit_test

import (
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// typed judges whether an assessment has a type. It stands beside criteria that fail.
var typed = fake{name: "typed", id: "AS-92", needs: "assessments.type", rules: `applies contains i if some i, _ in input.assessments

met contains i if { some i, a in input.assessments; a.type }`}

const every = "applies contains i if some i, _ in input.assessments\n\n"

// A policy that fails on one record is an error of that policy; the other
// criteria are judged on that record, and that policy on the other records.
func TestAPolicyFailsOnOneRecord(t *testing.T) {
	for _, test := range []struct{ name, unit, rules, want string }{
		{"two values of one rule", "", every + "met contains i if { some i, _ in input.assessments; kind == \"core\" }\n\nkind := a.type if some a in input.assessments", "eval_conflict_error"},
		{"two values of one position", "", every + "met := {0}\n\nnote[0] := a.type if some a in input.assessments", "eval_conflict_error"},
		{"a built-in function that fails", "", every + `met contains i if { some i, a in input.assessments; to_number(a.type) == 1 }`, "eval_builtin_error"},
		{"a position outside the list", "", "applies contains 2 if input.assessments[1].type\n\nmet := applies", "position 2 is outside assessments, which has 2"},
		{"a position before the list", "", "applies contains -1 if input.assessments[1].type\n\nmet := applies", "position -1 is outside assessments"},
		{"a doubt outside the list", "", every + "met := applies\n\ndoubt[7] contains \"odd\" if input.assessments[1].type", "position 7 is outside assessments"},
		{"applies a boolean", "", "applies if input.assessments[1].type\n\nmet := set()", "applies: is a boolean: want a set of positions"},
		{"applies a set of items", "", "applies contains a.type if { input.assessments[1]; some a in input.assessments }\n\nmet := set()", "applies: holds a text: want positions"},
		{"applies a fraction", "", "applies contains 0.5 if input.assessments[1].type\n\nmet := set()", "applies: holds a number: want positions"},
		{"met an object", "", every + "met := {\"yes\": x} if x := input.assessments[1].type", "met: is an object: want a set of positions"},
		{"met a text", "", every + "met := input.assessments[1].type", "met: is a text: want a set of positions"},
		{"due a text", "", every + "met := applies\n\nstart[i] := \"2026-01-01\" if some i, _ in input.assessments\n\ndue := input.assessments[1].type", "due: is a text: want texts by position"},
		{"due a number", "", every + "met := applies\n\nstart[i] := \"2026-01-01\" if some i, _ in input.assessments\n\ndue[0] := count(input.assessments[1].type)", "due: is a number: want a text"},
		{"done by id", "", every + "met := applies\n\ndone[a.type] := \"2026-01-01\" if { input.assessments[1]; some a in input.assessments }", "done: has the key \"co"},
		{"doubt a text", "", every + "met := applies\n\ndoubt[0] := input.assessments[1].type", "doubt: is a text: want a set of sentences"},
		{"doubt numbers", "", every + "met := applies\n\ndoubt[0] contains count(input.assessments[1].type)", "doubt: holds a number: want sentences"},
		{"met a text, of the record", criteria.Record, "applies := true\n\nmet := input.assessments[1].type", "met: is a text: want a boolean"},
	} {
		t.Run(test.name, func(t *testing.T) {
			bad := fake{name: "bad", unit: test.unit, needs: "assessments.type", rules: test.rules}
			one, two := item{"assessment_id": "A1", "type": "1"}, item{"assessment_id": "A1", "type": "core"}
			a := run(t, fakes(t, bad, typed), &export{records: []*casefile.Record{
				record(t, "C3", "assessments", two, item{"assessment_id": "A2", "type": "x"}),
				record(t, "C1", "assessments", one),
				record(t, "C2", "assessments", two, item{"assessment_id": "A2", "type": "x"}),
				record(t, "C4", "assessments"),
			}})
			if len(a.Errors) != 1 {
				t.Fatalf("errors %+v, want one", a.Errors)
			}
			e := a.Errors[0]
			if e.Criterion.ID != "AS-91" || e.CaseID != "C2" || e.Records != 2 || !strings.Contains(e.Text, test.want) {
				t.Errorf("the error is %s on %s and %d records: %s\nwant AS-91 on C2 and 2 records: %s", e.Criterion.ID, e.CaseID, e.Records, e.Text, test.want)
			}
			judged := map[string]int{}
			for _, o := range a.Outcomes {
				judged[o.Criterion.ID+" "+o.CaseID]++
			}
			if judged["AS-92 C1"] != 1 || judged["AS-92 C2"] != 2 || judged["AS-92 C3"] != 2 {
				t.Errorf("the other criterion judged %v", judged)
			}
			if judged["AS-91 C2"] != 0 || judged["AS-91 C3"] != 0 {
				t.Errorf("the failing criterion judged %v", judged)
			}
			for _, r := range a.Summary.Criteria {
				if failed := r.Criterion.ID == "AS-91"; failed != (r.Error != "") {
					t.Errorf("the summary of %s has the error %q", r.Criterion.ID, r.Error)
				}
			}
			if a.Records != 4 {
				t.Errorf("%d records, want 4", a.Records)
			}
		})
	}
}

// A rule of the wrong shape is wrong on every record, even where it holds nothing.
func TestAPolicyFailsOnEveryRecord(t *testing.T) {
	for _, test := range []struct{ name, unit, rules, want string }{
		{"start a set", "", every + "met := applies\n\nstart contains a.type if { input.assessments[1]; some a in input.assessments }\n\ndue[0] := \"2026-01-01\"", "start: is a set or a list: want texts by position"},
		{"doubt one set", "", every + "met := applies\n\ndoubt contains \"odd\" if input.assessments[1].type", "doubt: is a set or a list: want sets of sentences by position"},
		{"applies a set, of the record", criteria.Record, "applies contains 0 if input.assessments[1].type\n\nmet := true", "applies: is a set or a list: want a boolean"},
		{"due by position, of the record", criteria.Record, "applies := true\n\nmet := true\n\nstart := \"2026-01-01\"\n\ndue[0] := input.assessments[1].type", "due: is an object: want a text"},
		{"doubt by position, of the record", criteria.Record, "applies := true\n\nmet := true\n\ndoubt[0] contains input.assessments[1].type", "doubt: is an object: want a set of sentences"},
	} {
		t.Run(test.name, func(t *testing.T) {
			bad := fake{name: "bad", unit: test.unit, needs: "assessments.type", rules: test.rules}
			a := run(t, fakes(t, bad, typed), &export{records: []*casefile.Record{
				record(t, "C1", "assessments", item{"type": "core"}, item{"type": "core"}), record(t, "C2", "assessments")}})
			if len(a.Errors) != 1 || a.Errors[0].CaseID != "C1" || a.Errors[0].Records != 2 || a.Errors[0].Text != test.want {
				t.Errorf("errors %+v, want on C1 and 2 records: %s", a.Errors, test.want)
			}
			if len(a.Outcomes) != 2 || a.Outcomes[0].Criterion.ID != "AS-92" {
				t.Errorf("outcomes %+v", a.Outcomes)
			}
		})
	}
}

// A stray null or flag where a date should be is no date, and no fault of the policy.
func TestANullForADateIsNoDate(t *testing.T) {
	f := fake{name: "nulls", needs: "assessments.type", rules: "applies := {0}\n\nmet contains 0 if input.assessments[0].type\n\ndone[0] := null\n\nnote[0] := true"}
	a := judge(t, f, item{})
	if len(a.Errors) != 0 || len(a.Outcomes) != 1 || a.Outcomes[0].Message != "the item is wanting" {
		t.Errorf("errors %v, outcomes %+v", a.Errors, a.Outcomes)
	}
}

func TestAServicePolicyFails(t *testing.T) {
	f := fake{name: "bad", id: "WF-91", unit: "professionals", service: true, needs: "professionals.role",
		rules: "applies contains 5 if data.service.professionals[0].role\n\nmet := applies"}
	a := run(t, fakes(t, f, typed), &export{
		records: []*casefile.Record{record(t, "C1", "assessments", item{"type": "core"})},
		service: map[string]any{"professionals": []any{item{"role": "X"}}}})
	if len(a.Errors) != 1 || a.Errors[0].CaseID != "service" || a.Errors[0].Records != 1 || len(a.Outcomes) != 1 {
		t.Errorf("errors %+v, outcomes %+v", a.Errors, a.Outcomes)
	}
}
