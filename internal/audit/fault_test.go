package audit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// fakeCheck is a check of the data for a test.
type fakeCheck struct {
	name    string
	id      string
	service bool
	rules   string
}

func (c fakeCheck) text() (file, text string) {
	scope := ""
	if c.service {
		scope = "#   scope: service\n"
	}
	return "quality/" + c.name + "/policy.rego", fmt.Sprintf(`# METADATA
# scope: package
# title: A fake check
# description: It stands in a test.
# custom:
#   id: %s
%s#   effect: Nothing.
#   do: Mend the test.
package quality.%s

%s
`, c.id, scope, c.name, c.rules)
}

// checkedBy is a catalogue of fake checks and fake criteria.
func checkedBy(t testing.TB, checks []fakeCheck, list ...fake) *criteria.Catalogue {
	t.Helper()
	more := map[string]string{}
	for _, c := range checks {
		file, text := c.text()
		more[file] = text
	}
	return beside(t, more, list...)
}

// backwards finds assessments signed off before they were completed, and faulty
// dates of birth.
var backwards = fakeCheck{name: "backwards", id: "DQ-91", rules: `fault contains {"entity": "assessments", "item": i, "fields": ["completed_date", "signed_off_date"], "text": text} if {
	some i, assessment in input.assessments
	assessment.signed_off_date < assessment.completed_date
	text := sprintf("signed off on %s, before completion", [assessment.signed_off_date])
}

fault contains {"entity": "child", "item": 0, "fields": ["date_of_birth"], "text": "born in another age"} if input.child.date_of_birth < "1950"`}

func TestFaults(t *testing.T) {
	r := record(t, "C2", "assessments",
		item{"assessment_id": "A1", "completed_date": "2026-03-02", "signed_off_date": "2026-03-03"},
		item{"assessment_id": "A2", "completed_date": "2026-03-02", "signed_off_date": "2026-03-01"},
		item{"completed_date": "2026-03-09", "signed_off_date": "2026-03-01"})
	other := record(t, "C1", "assessments", item{"assessment_id": "A9", "completed_date": "2026-03-02", "signed_off_date": "2026-03-01"})
	other.Child()["date_of_birth"] = "1826-03-02"
	a := run(t, checkedBy(t, []fakeCheck{backwards}, signedOff), &export{records: []*casefile.Record{r, other}})
	dates := []string{"assessments.completed_date", "assessments.signed_off_date"}
	const early = "signed off on 01/03/2026, before completion"
	want := []audit.Fault{
		{CaseID: "C1", Entity: "assessments", Item: "A9", Fields: dates, Text: early, Where: "assessments.csv row 2"},
		{CaseID: "C1", Entity: "child", Item: "child", Fields: []string{"child.date_of_birth"}, Text: "born in another age", Where: "cases.csv row 2"},
		{CaseID: "C2", Entity: "assessments", Item: "2026-03-09", Fields: dates, Text: early, Where: "assessments.csv row 4"},
		{CaseID: "C2", Entity: "assessments", Item: "A2", Fields: dates, Text: early, Where: "assessments.csv row 3"},
	}
	if diff := cmp.Diff(want, a.Faults, cmpopts.IgnoreFields(audit.Fault{}, "Check")); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	for _, f := range a.Faults {
		if f.Check.ID != "DQ-91" {
			t.Errorf("the check is %s", f.Check.ID)
		}
	}
	if r := a.Checks[0]; len(a.Checks) != 1 || r.Faults != 4 || r.Cases != 2 || r.Error != "" || r.Records != 0 {
		t.Errorf("checks: %+v", a.Checks)
	}
	if len(a.Doubts) != 3 { // the deadline's own, on the same assessments
		t.Errorf("doubts: %+v", a.Doubts)
	}
}

// A fault is known by the name that the outcome on the same item has.
func TestFaultsAreNamedAsOutcomes(t *testing.T) {
	for _, test := range []struct{ name, unit, anchor string }{
		{"the anchor of the criteria", "transfers", "accepted_date"},
		{"no anchor", "transfers", ""},
		{"of a criterion with a key", "plans", "start_date"},
	} {
		found := fakeCheck{name: "all", id: "DQ-93", rules: fmt.Sprintf(
			`fault contains {"entity": %[1]q, "item": i, "fields": [%[2]q], "text": "odd"} if some i, _ in input.%[1]s`, test.unit, or(test.anchor, "requested_date"))}
		a := run(t, checkedBy(t, []fakeCheck{found}, everything(test.unit, test.anchor, or(test.anchor, "from_team"))), &export{records: []*casefile.Record{record(t, "C1", test.unit,
			item{"requested_date": "2026-03-02", "accepted_date": "2026-03-04", "start_date": "2026-03-02"},
			item{"requested_date": "2026-03-01", "accepted_date": "2026-03-04", "plan_id": "P1"},
			item{"requested_date": "2026-03-01"})}})
		var faults, outcomes []string
		for _, f := range a.Faults {
			faults = append(faults, f.Item)
		}
		for _, o := range a.Outcomes {
			outcomes = append(outcomes, o.Item)
		}
		if len(faults) != 3 || !slices.Equal(faults, outcomes) {
			t.Errorf("%s: faults %q, outcomes %q", test.name, faults, outcomes)
		}
	}
}

func TestFaultsOfTheService(t *testing.T) {
	c := fakeCheck{name: "staff", id: "DQ-94", service: true, rules: `fault contains {"entity": "professionals", "item": i, "fields": ["end_date"], "text": "left in another age"} if {
	some i, professional in data.service.professionals
	professional.end_date < "1950"
}`}
	f := fake{name: "staffed", id: "WF-91", unit: "professionals", service: true, needs: "professionals.end_date",
		rules: "applies contains i if some i, _ in data.service.professionals\n\nmet contains i if { some i, p in data.service.professionals; p.end_date }"}
	a := run(t, checkedBy(t, []fakeCheck{c}, f), &export{records: []*casefile.Record{record(t, "C1", "visits")}, service: map[string]any{"professionals": []any{
		item{"professional_id": "W1"}, item{"professional_id": "W2", "end_date": "1826-01-01"}}}})
	if len(a.Faults) != 1 || a.Faults[0].Item != "W2" || a.Faults[0].CaseID != audit.ServiceCase || a.Faults[0].Where != "professionals.csv row 3" {
		t.Fatalf("faults: %+v", a.Faults)
	}
	if r := a.Checks[0]; r.Faults != 1 || r.Cases != 0 {
		t.Errorf("checks: %+v", r)
	}
	for _, o := range a.Outcomes {
		if want := map[string]string{"W2": "left in another age"}[o.Item]; o.Doubt != want {
			t.Errorf("%s has the doubt %q, want %q", o.Item, o.Doubt, want)
		}
	}
}

// A check that fails on a record is named; the criteria, and the other checks, are
// not touched by it.
func TestACheckFails(t *testing.T) {
	fault := func(entity, item, fields, text string) string {
		return fmt.Sprintf(`fault contains {"entity": %s, "item": %s, "fields": %s, "text": %s} if input.assessments[1].type`, entity, item, fields, text)
	}
	for _, test := range []struct{ name, rules, want string }{
		{"a built-in function that fails", `fault contains {"entity": "assessments", "item": to_number(a.type), "fields": ["type"], "text": "odd"} if some a in input.assessments`, "eval_builtin_error"},
		{"an unknown entity", fault(`"judgements"`, "0", `["type"]`, `"odd"`), `entity "judgements": want one that the check looks through`},
		{"an entity of the service", fault(`"professionals"`, "0", `["role"]`, `"odd"`), `entity "professionals"`},
		{"a position outside", fault(`"assessments"`, "2", `["type"]`, `"odd"`), "position 2 is outside assessments, which has 2"},
		{"a second child", fault(`"child"`, "1", `["sex"]`, `"odd"`), "position 1: there is one child"},
		{"an item by name", fault(`"assessments"`, `"A1"`, `["type"]`, `"odd"`), "item: is a text: want a position"},
		{"an unknown field", fault(`"assessments"`, "0", `["mood"]`, `"odd"`), `fields: "mood" is no field of assessments`},
		{"no fields", fault(`"assessments"`, "0", `[]`, `"odd"`), "want fields, a list of names, and a text"},
		{"no text", fault(`"assessments"`, "0", `["type"]`, `""`), "want fields, a list of names, and a text"},
		{"texts", `fault contains "odd" if input.assessments[1].type`, "fault: holds a text: want objects"},
	} {
		t.Run(test.name, func(t *testing.T) {
			one, two := item{"assessment_id": "A1", "type": "1"}, item{"assessment_id": "A2", "type": "core", "completed_date": "2026-03-02", "signed_off_date": "2026-03-01"}
			a := run(t, checkedBy(t, []fakeCheck{{name: "bad", id: "DQ-90", rules: test.rules}, backwards}, typed), &export{records: []*casefile.Record{
				record(t, "C2", "assessments", two, two), record(t, "C1", "assessments", two, two), record(t, "C3", "assessments"),
				record(t, "C4", "assessments", one, item{"type": nil}),
			}})
			r := a.Checks[0]
			if r.Check.ID != "DQ-90" || r.CaseID != "C1" || r.Records < 2 || !strings.Contains(r.Error, test.want) {
				t.Errorf("the check: %+v, want %q of C1", r, test.want)
			}
			if strings.Contains(r.Error, "core") {
				t.Errorf("the error quotes the record: %s", r.Error)
			}
			if b := a.Checks[1]; b.Error != "" || b.Faults != 4 {
				t.Errorf("the other check: %+v", b)
			}
			if len(a.Errors) != 0 || a.Records != 4 || len(a.Outcomes) != 6 {
				t.Errorf("errors %+v, %d records, %d outcomes", a.Errors, a.Records, len(a.Outcomes))
			}
		})
	}
}

// Every table of the shipped checks names fields of the dictionary.
func TestTablesOfTheChecks(t *testing.T) {
	d := dictionary(t)
	values, err := shippedRules(t, "end_before_start.pairs", "steps_out_of_order.pairs", "recorded_before_it_happened.pairs", "service_end_before_start.pairs",
		"after_death.of_the_living", "worker_not_listed.workers", "id_names_nothing.links", "before_what_it_follows.steps")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	field := func(check, entity string, name any, types ...casefile.Type) {
		named++
		f, ok := d.Field(fmt.Sprintf("%s.%s", entity, name))
		if !ok || !slices.Contains(types, f.Type) {
			t.Errorf("%s: %s.%s is no field of the types %v", check, entity, name, types)
		}
	}
	dates, ids := []casefile.Type{casefile.Date, casefile.DateTime}, []casefile.Type{casefile.ID}
	for check, value := range values {
		switch table := value.(type) {
		case map[string]any:
			for entity, list := range table {
				for _, x := range list.([]any) {
					switch x := x.(type) {
					case []any:
						field(check, entity, x[0], dates...)
						field(check, entity, x[1], dates...)
					default:
						field(check, entity, x, append(ids, dates...)...)
					}
				}
			}
		case []any:
			for _, x := range table {
				row := x.(map[string]any)
				if after, ok := row["after"].(string); ok {
					field(check, row["entity"].(string), row["date"], dates...)
					field(check, row["entity"].(string), row["id"], ids...)
					field(check, after, row["id"], ids...)
					field(check, after, row["start"], dates...)
					continue
				}
				field(check, row["entity"].(string), row["field"], ids...)
				field(check, row["of"].(string), row["field"], ids...)
			}
		}
	}
	if len(values) != 8 || named < 150 {
		t.Errorf("%d tables with %d fields", len(values), named)
	}
}
