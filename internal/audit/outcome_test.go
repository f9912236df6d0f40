package audit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// signedOff is a deadline of five working days.
var signedOff = fake{name: "signed_off", anchor: "completed_date", needs: "assessments.completed_date, assessments.signed_off_date",
	finding: "the assessment completed on {completed_date} was not signed off within [sign_off_wd] working days",
	rules: `import data.lib.deadline
import data.lib.settings

start[i] := a.completed_date if some i, a in input.assessments

due[i] := deadline.working_days(completed, settings.value("sign_off_wd")) if some i, completed in start

done[i] := a.signed_off_date if some i, a in input.assessments

met := deadline.kept(due, done)

applies := deadline.judged(due, done)`}

var ignoreCriterion = cmpopts.IgnoreFields(audit.Outcome{}, "Criterion", "Finding", "At")

func TestOutcomesOfAList(t *testing.T) {
	a := judge(t, signedOff,
		item{"assessment_id": "A1", "completed_date": "2026-03-02", "signed_off_date": "2026-03-09", "worker_id": "W1"},
		item{"assessment_id": "A2", "completed_date": "2026-03-02", "signed_off_date": "2026-03-10", "worker_id": "W2"},
		item{"assessment_id": "A3", "completed_date": "2026-10-29"}, // not due
		item{"assessment_id": "A4"}, // no start
	)
	want := []audit.Outcome{
		{CaseID: "C1", Entity: "assessments", Item: "A1", Team: "North", Worker: "W1", Anchor: "2026-03-02", Met: true,
			Start: "2026-03-02", Due: "2026-03-09", Done: "2026-03-09", Where: "assessments.csv row 2"},
		{CaseID: "C1", Entity: "assessments", Item: "A2", Team: "North", Worker: "W2", Anchor: "2026-03-02",
			Start: "2026-03-02", Due: "2026-03-09", Done: "2026-03-10", DaysOver: 1, Where: "assessments.csv row 3",
			Message: "the assessment completed on 02/03/2026 was not signed off within 5 working days; due 09/03/2026, done 10/03/2026, 1 day over (1 working day)"},
	}
	if diff := cmp.Diff(want, a.Outcomes, ignoreCriterion); diff != "" {
		t.Error(diff)
	}
	if a.Records != 1 || len(a.Errors) != 0 || len(a.Doubts) != 0 {
		t.Errorf("%d records, errors %v, doubts %v", a.Records, a.Errors, a.Doubts)
	}
	if findings := a.Findings(); len(findings) != 1 || findings[0].Item != "A2" {
		t.Errorf("findings %v", findings)
	}
}

func TestOutcomeOfTheRecord(t *testing.T) {
	f := fake{name: "whole", unit: criteria.Record, needs: "assessments.completed_date, assessments.signed_off_date", finding: "the case stands open",
		rules: `applies if count(input.assessments) > 0

met if input.assessments[0].signed_off_date

start := input.assessments[0].completed_date

due := "2026-10-01"

note := sprintf("begun on %s", [input.assessments[0].completed_date])

doubt contains "the dates are odd" if input.assessments[0].completed_date == "2026-09-01"`}
	r := record(t, "C1", "assessments", item{"completed_date": "2026-09-01"})
	a := run(t, fakes(t, f), &export{records: []*casefile.Record{r, record(t, "C2", "assessments")}})
	want := []audit.Outcome{{CaseID: "C1", Entity: "record", Item: "record", Team: "North", Start: "2026-09-01", Due: "2026-10-01",
		DaysOver: 30, Doubt: "the dates are odd", Where: "cases.csv row 2",
		Message: "the case stands open; due 01/10/2026, not done by 31/10/2026, 30 days over (21 working days); begun on 01/09/2026"}}
	if diff := cmp.Diff(want, a.Outcomes, ignoreCriterion); diff != "" {
		t.Error(diff)
	}
	if a.Records != 2 {
		t.Errorf("%d records, want 2", a.Records)
	}
}

func TestOutcomesOfTheService(t *testing.T) {
	f := fake{name: "checked", id: "WF-91", unit: "professionals", service: true, needs: "professionals.record_check_date, professionals.role",
		finding: "{role} without a check",
		rules: `applies contains i if { some i, p in data.service.professionals; p.role }

met contains i if { some i, p in data.service.professionals; p.record_check_date }`}
	a := run(t, fakes(t, f), &export{service: map[string]any{"professionals": []any{
		item{"professional_id": "W2", "role": "SOCIAL_WORKER", "team": "East"},
		item{"professional_id": "W1", "role": "MANAGER", "record_check_date": "2026-01-01"}}}})
	want := []audit.Outcome{
		{CaseID: "service", Entity: "professionals", Item: "W1", Met: true, Where: "professionals.csv row 3"},
		{CaseID: "service", Entity: "professionals", Item: "W2", Team: "East", Message: "social worker without a check", Where: "professionals.csv row 2"},
	}
	if diff := cmp.Diff(want, a.Outcomes, ignoreCriterion); diff != "" {
		t.Error(diff)
	}
}

func TestArithmetic(t *testing.T) {
	for _, test := range []struct {
		name, completed, signed string
		days                    int
		words                   string // after the finding; empty when met
	}{
		{"in time", "2026-03-02", "2026-03-09", 0, ""},
		{"on the day before", "2026-03-02", "2026-03-02", 0, ""},
		{"one day late", "2026-03-02", "2026-03-10", 1, "due 09/03/2026, done 10/03/2026, 1 day over (1 working day)"},
		{"late over a weekend", "2026-02-27", "2026-03-08", 2, "due 06/03/2026, done 08/03/2026, 2 days over (0 working days)"},
		{"late over Easter", "2026-03-26", "2026-04-08", 6, "due 02/04/2026, done 08/04/2026, 6 days over (2 working days)"},
		{"not done", "2026-10-22", "", 2, "due 29/10/2026, not done by 31/10/2026, 2 days over (1 working day)"},
		{"done after as-at reads as not done", "2026-10-22", "2026-11-02", 2, "due 29/10/2026, not done by 31/10/2026, 2 days over (1 working day)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			x := item{"assessment_id": "A1", "completed_date": test.completed}
			if test.signed != "" {
				x["signed_off_date"] = test.signed
			}
			a := judge(t, signedOff, x)
			if len(a.Outcomes) != 1 {
				t.Fatalf("got %v", a.Outcomes)
			}
			o := a.Outcomes[0]
			_, words, _ := strings.Cut(o.Message, "; ")
			if o.DaysOver != test.days || words != test.words || o.Met != (test.words == "") {
				t.Errorf("got %d days over, %q", o.DaysOver, o.Message)
			}
			if test.signed > asAt && o.Done != "" {
				t.Errorf("done on %s, after as-at", o.Done)
			}
		})
	}
}

func TestADeadlineThatStillRunsIsNotOver(t *testing.T) {
	f := fake{name: "partly", needs: "assessments.completed_date", rules: `applies := {0}

met := set()

start[0] := "2026-10-01"

due[0] := "2026-11-05"

done[0] := input.assessments[0].completed_date`}
	for done, want := range map[string]string{
		"":                    "the item is wanting; due 05/11/2026, not done by 31/10/2026",
		"2026-10-20":          "the item is wanting; due 05/11/2026, done 20/10/2026",
		"2026-10-20T09:30:00": "the item is wanting; due 05/11/2026, done 20/10/2026",
	} {
		x := item{}
		if done != "" {
			x["completed_date"] = done
		}
		if o := judge(t, f, x).Outcomes[0]; o.DaysOver != 0 || o.Message != want {
			t.Errorf("got %d days over, %q, want %q", o.DaysOver, o.Message, want)
		}
	}
}

func TestADeadlineWithATimeOfDayCountsByTheDay(t *testing.T) {
	f := fake{name: "hours", unit: "contacts", needs: "contacts.received, contacts.decided", rules: `applies := {0}

met := set()

start[0] := input.contacts[0].received

due[0] := "2026-10-02T09:30:00"

done[0] := input.contacts[0].decided`}
	o := judge(t, f, item{"received": "2026-10-01T09:30:00", "decided": "2026-10-05T10:00:00"}).Outcomes[0]
	if want := "the item is wanting; due 02/10/2026, done 05/10/2026, 3 days over (1 working day)"; o.Message != want || o.DaysOver != 3 {
		t.Errorf("got %d days over, %q, want %q", o.DaysOver, o.Message, want)
	}
}

func TestFindingsInWords(t *testing.T) {
	for _, test := range []struct {
		name, unit, needs, finding string
		item                       item
		note, want                 string
	}{
		{"a code", "assessments", "assessments.type", "a {type} assessment", item{"type": "pre_birth"}, "", "a pre birth assessment"},
		{"a code in capitals", "decisions", "decisions.by_role", "by the {by_role}", item{"by_role": "TEAM_MANAGER"}, "", "by the team manager"},
		{"several codes", "assessments", "assessments.factors", "factors {factors}", item{"factors": []any{"LOW_MOOD", "3A"}}, "", "factors low mood, 3a"},
		{"an id", "assessments", "assessments.assessment_id", "assessment {assessment_id}", item{"assessment_id": "AB_12"}, "", "assessment AB_12"},
		{"an id like a date", "assessments", "assessments.assessment_id", "assessment {assessment_id}", item{"assessment_id": "2026-03-01"}, "", "assessment 2026-03-01"},
		{"a date", "assessments", "assessments.start_date", "begun on {start_date}", item{"start_date": "2026-03-01"}, "", "begun on 01/03/2026"},
		{"a date with a time", "contacts", "contacts.received", "received on {received}", item{"received": "2026-03-01T09:30:00"}, "", "received on 01/03/2026"},
		{"a number", "plans", "plans.previous_plans", "after {previous_plans} plans", item{"previous_plans": 2}, "", "after 2 plans"},
		{"a yes", "assessments", "assessments.child_seen", "seen: {child_seen}", item{"child_seen": true}, "", "seen: yes"},
		{"a no", "assessments", "assessments.child_seen", "seen: {child_seen}", item{"child_seen": false}, "", "seen: no"},
		{"a missing field", "assessments", "assessments.start_date", "begun on {start_date}", item{}, "", "begun on (no start date)"},
		{"a missing id", "assessments", "assessments.worker_id", "by {worker_id}", item{}, "", "by (no worker ID)"},
		{"a note with dates", "assessments", "assessments.start_date", "begun on {start_date}", item{"start_date": "2026-03-01"},
			"from 2026-03-01 to 2026-04-02T10:00:00", "begun on 01/03/2026; from 01/03/2026 to 02/04/2026"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, field, _ := strings.Cut(test.needs, ".")
			f := fake{name: "words", unit: test.unit, needs: test.needs, finding: test.finding,
				rules: "applies := {0}\n\nmet contains i if { some i, x in input." + test.unit + "; x." + field + " == \"never\" }"}
			if test.note != "" {
				f.rules += "\n\nnote[0] := \"" + test.note + "\""
			}
			if got := judge(t, f, test.item).Outcomes[0].Message; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// An outcome's place in words and in parts is one place.
func TestOutcomePlace(t *testing.T) {
	a := judge(t, signedOff, item{"assessment_id": "A1", "completed_date": "2026-03-02", "signed_off_date": "2026-03-09"})
	for _, o := range a.Outcomes {
		if o.Where == "" || o.At.File == "" || o.At.Row == 0 || o.Where != o.At.String() {
			t.Errorf("%q and %+v", o.Where, o.At)
		}
	}
	if len(a.Outcomes) != 1 {
		t.Errorf("%d outcomes", len(a.Outcomes))
	}
}
