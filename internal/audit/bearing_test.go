package audit_test

import (
	"context"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// shippedRules evaluates rules of the shipped checks, by "check.rule".
func shippedRules(t *testing.T, names ...string) (map[string]any, error) {
	t.Helper()
	compiler, err := shipped(t).Compile()
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	for _, name := range names {
		results, err := rego.New(rego.Query("data.quality."+name), rego.Compiler(compiler)).Eval(context.Background())
		if err != nil {
			return nil, err
		}
		if len(results) == 1 {
			values[name] = results[0].Expressions[0].Value
		}
	}
	return values, nil
}

// A fault bears on an outcome whose item it is of and whose criterion reads one of
// its fields, and on no other.
func TestFaultsBearOnOutcomes(t *testing.T) {
	const early = "signed off on 01/03/2026, before completion"
	reading := func(unit, needs string) fake {
		rules := "applies contains i if some i, _ in input." + unit + "\n\nmet contains i if { some i, x in input." + unit + "; x." + strings.Split(strings.Split(needs, ", ")[0], ".")[1] + " == \"never\" }"
		if i := strings.Index(needs, ", "); i > 0 {
			rules += "\n\nmet contains i if { some i, _ in input." + unit + "; input." + needs[i+2:] + " == \"never\" }"
		}
		return fake{name: "reading", unit: unit, needs: needs, rules: rules}
	}
	onRecord := func(field string) fake {
		return fake{name: "whole", unit: "record", needs: "assessments." + field,
			rules: "applies := true\n\nmet if { some x in input.assessments; x." + field + " == \"never\" }"}
	}
	for _, test := range []struct {
		name string
		fake fake
		want map[string]string // by item
	}{
		{"of the item, a field it reads", reading("assessments", "assessments.signed_off_date"), map[string]string{"A1": "", "A2": early}},
		{"of the item, the other field", reading("assessments", "assessments.completed_date"), map[string]string{"A1": "", "A2": early}},
		{"of the item, a field it does not read", reading("assessments", "assessments.type"), map[string]string{"A1": "", "A2": ""}},
		{"of another entity", reading("visits", "visits.visit_id"), map[string]string{"V1": "", "V2": ""}},
		{"of the record, a field it reads", onRecord("signed_off_date"), map[string]string{"record": "assessments A2: " + early}},
		{"of the record, a field it does not read", onRecord("type"), map[string]string{"record": ""}},
		{"of the child, which every item of the case has", reading("visits", "visits.visit_id, child.date_of_birth"), map[string]string{"V1": "born in another age", "V2": "born in another age"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := record(t, "C1", "assessments", item{"assessment_id": "A1", "completed_date": "2026-03-02", "signed_off_date": "2026-03-03"},
				item{"assessment_id": "A2", "completed_date": "2026-03-02", "signed_off_date": "2026-03-01"})
			for _, id := range []string{"V1", "V2"} {
				r.Add("visits", item{"visit_id": id}, casefile.Location{})
			}
			r.Child()["date_of_birth"] = "1826-01-01"
			sound := record(t, "C2", "assessments", item{"assessment_id": "A1", "completed_date": "2026-03-02", "signed_off_date": "2026-03-03"})
			sound.Add("visits", item{"visit_id": "V1"}, casefile.Location{})
			a := run(t, checkedBy(t, []fakeCheck{backwards}, test.fake), &export{records: []*casefile.Record{sound, r}})
			seen := 0
			for _, o := range a.Outcomes {
				want := ""
				if o.CaseID == "C1" {
					want = test.want[o.Item]
					seen++
				}
				if o.Doubt != want {
					t.Errorf("%s %s: doubt %q, want %q", o.CaseID, o.Item, o.Doubt, want)
				}
			}
			if seen != len(test.want) {
				t.Errorf("%d outcomes of C1, want %d", seen, len(test.want))
			}
		})
	}
}

// What the policy says of its item stands first, then the faults, at most three of
// them spelt out, then the rows that could not be read.
func TestDoubtsStandInOrder(t *testing.T) {
	many := fakeCheck{name: "many", id: "DQ-95", rules: `fault contains {"entity": "assessments", "item": 0, "fields": ["type"], "text": sprintf("fault %d", [n])} if some n in numbers.range(1, 5)`}
	f := fake{name: "doubtful", needs: "assessments.type", rules: "applies := {0}\n\nmet contains 0 if input.assessments[0].type == \"never\"\n\ndoubt[0] contains \"odd\""}
	r := record(t, "C1", "assessments", item{})
	r.Refused = 1
	a := run(t, checkedBy(t, []fakeCheck{many}, f), &export{records: []*casefile.Record{r}})
	if want := "odd; fault 1; fault 2; fault 3; 2 more faults in the data of this case; 1 row of this case could not be read and may hold the evidence"; a.Outcomes[0].Doubt != want {
		t.Errorf("got %q, want %q", a.Outcomes[0].Doubt, want)
	}
	if len(a.Faults) != 5 {
		t.Errorf("%d faults, want all 5", len(a.Faults))
	}
}

// A finding more than 365 days over is doubted unless a case that is still open had
// begun by the day the work was due.
func TestVeryLateFindings(t *testing.T) {
	const due = "2024-03-11" // five working days after 4 March 2024
	late := func(done string) item {
		return item{"assessment_id": "A1", "completed_date": "2024-03-04", "signed_off_date": done}
	}
	plan := func(start, end string) func(*casefile.Record) {
		return func(r *casefile.Record) {
			r.Add("plans", item{"start_date": start, "end_date": end}, casefile.Location{})
		}
	}
	none := func(*casefile.Record) {}
	for _, test := range []struct {
		name string
		item item
		add  func(*casefile.Record)
		want string
	}{
		{"365 days", late("2025-03-11"), none, ""},
		{"366 days", late("2025-03-12"), none, "late by 366 days: check the date"},
		{"not done", late(""), none, "late by 964 days: check the date"},
		{"in time", late("2024-03-11"), none, ""},
		{"an open plan begun when it was due", late(""), plan(due, ""), ""},
		{"an open plan begun the day after", late(""), plan("2024-03-12", ""), "late by 964 days: check the date"},
		{"a plan that has ended", late(""), plan("2024-01-01", "2026-10-31"), "late by 964 days: check the date"},
		{"a plan that ends later", late(""), plan("2024-01-01", "2026-11-01"), ""},
		{"an open referral", late(""), func(r *casefile.Record) { r.Add("referrals", item{"date": "2024-03-01"}, casefile.Location{}) }, ""},
		{"a referral without further action", late(""), func(r *casefile.Record) {
			r.Add("referrals", item{"date": "2024-03-01", "no_further_action": true}, casefile.Location{})
		}, "late by 964 days: check the date"},
		{"in care since", late(""), func(r *casefile.Record) {
			r.Add("care_episodes", item{"entered_care_date": "2023-01-01", "start_date": "2025-01-01"}, casefile.Location{})
		}, ""},
		{"open work without a start", late(""), func(r *casefile.Record) { r.Add("plans", item{"type": "care"}, casefile.Location{}) }, "late by 964 days: check the date"},
		{"the child has died", late(""), func(r *casefile.Record) {
			plan(due, "")(r)
			r.Child()["date_of_death"] = "2026-01-01"
		}, "late by 964 days: check the date"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := record(t, "C1", "assessments", test.item)
			test.add(r)
			a := run(t, fakes(t, signedOff), &export{records: []*casefile.Record{r}})
			if len(a.Outcomes) != 1 || a.Outcomes[0].Doubt != test.want {
				t.Fatalf("got %+v, want one outcome with the doubt %q", a.Outcomes, test.want)
			}
			if listed := len(a.Doubts) == 1 && a.Doubts[0].Text == test.want; listed != (test.want != "") {
				t.Errorf("doubts: %+v", a.Doubts)
			}
		})
	}
}

// A slip of the pen in a shipped check's field shows in the finding that rests on it.
func TestAShippedFaultShowsInItsFinding(t *testing.T) {
	a := run(t, shipped(t), &export{records: []*casefile.Record{record(t, "C1", "assessments",
		item{"assessment_id": "A1", "type": "single", "start_date": "2026-06-01", "completed_date": "2026-06-30", "signed_off_date": "2026-06-03"})}})
	doubts := map[string]string{}
	for _, o := range a.Outcomes {
		doubts[o.Criterion.ID] = o.Doubt
	}
	const text = "signed off date 03/06/2026, before completed date 30/06/2026"
	if !strings.Contains(doubts["MO-03"], text) {
		t.Errorf("MO-03 reads both dates; its doubt is %q", doubts["MO-03"])
	}
	if doubt, judged := doubts["AS-12"]; judged && strings.Contains(doubt, "before start date") {
		t.Errorf("AS-12 has the doubt %q", doubt)
	}
	for _, r := range a.Checks {
		if want := map[string]int{"DQ-02": 1}[r.Check.ID]; r.Faults != want || r.Error != "" {
			t.Errorf("%s: %d faults, want %d; %s", r.Check.ID, r.Faults, want, r.Error)
		}
	}
}

// What the export as a whole lacks is not looked for in a record.
func TestChecksGoByWhatTheExportHas(t *testing.T) {
	cat := shipped(t)
	records := func() []*casefile.Record {
		return []*casefile.Record{record(t, "C1", "assessments", item{"assessment_id": "A1", "worker_id": "W9", "plan_id": "P9"})}
	}
	staff := map[string]any{"professionals": []any{item{"professional_id": "W1"}}}
	for _, test := range []struct {
		name string
		x    *export
		want string // ids of the checks that find something
	}{
		{"no list of professionals", &export{}, "DQ-12"},
		{"a list without the worker", &export{service: staff}, "DQ-12 DQ-13"},
		{"no ids of plans", &export{service: staff, without: []string{"plans.plan_id"}}, "DQ-13"},
		{"a table of one kind of plan", &export{service: staff, kinds: map[string]string{"plans": "child_protection"}}, "DQ-13"},
	} {
		test.x.records = records()
		var found []string
		for _, r := range run(t, cat, test.x).Checks {
			if r.Faults > 0 {
				found = append(found, r.Check.ID)
			}
		}
		if got := strings.Join(found, " "); got != test.want {
			t.Errorf("%s: %s found something, want %s", test.name, got, test.want)
		}
	}
}
