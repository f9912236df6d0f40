package audit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

var (
	// ofRecord holds the cases of boys.
	ofRecord = fakeSlice{name: "boys", of: criteria.Record, needs: "child.sex", rules: `inside if input.child.sex == "M"`}
	// ofItems holds the assessments that are core ones.
	ofItems = fakeSlice{name: "core", of: "assessments", needs: "assessments.type", rules: `inside contains i if {
	some i, a in input.assessments
	a.type == "core"
}`}
	// referred judges an entity beside the assessments.
	referred = fake{name: "referred", id: "AS-93", unit: "referrals", needs: "referrals.source", rules: `applies contains i if some i, _ in input.referrals

met contains i if { some i, r in input.referrals; r.source }`}
)

// child is a case of a child with two assessments and a referral.
func child(t testing.TB, caseID, sex string, types ...string) *casefile.Record {
	t.Helper()
	r := record(t, caseID, "referrals", item{"referral_id": "R1"})
	r.Values["child"] = map[string]any{"sex": sex}
	for i, kind := range types {
		r.Add("assessments", item{"assessment_id": fmt.Sprint("A", i+1), "type": kind}, casefile.Location{})
	}
	return r
}

// inside lists the outcomes with the slices they are inside.
func inside(a *audit.Audit) string {
	var b strings.Builder
	for _, o := range a.Outcomes {
		fmt.Fprintf(&b, "%s %s %s:%s\n", o.Criterion.ID, o.CaseID, o.Item, strings.Join(o.Slices, "+"))
	}
	return b.String()
}

// told lists the slices with their counts.
func told(a *audit.Audit) string {
	var b strings.Builder
	for _, s := range a.Slices {
		fmt.Fprintf(&b, "%s:", s.Slice.ID)
		for _, c := range s.Criteria {
			fmt.Fprintf(&b, " %s %d/%d", c.Criterion.ID, c.Met, c.Audited())
		}
		fmt.Fprintf(&b, "%s%s\n", strings.Join(s.Missing, ","), s.Error)
	}
	return b.String()
}

func TestSlicesOnOutcomes(t *testing.T) {
	a := run(t, sliced(t, []fakeSlice{ofItems, ofRecord}, referred, typed), &export{records: []*casefile.Record{
		child(t, "C1", "M", "single", "core"), child(t, "C2", "F", "core"), child(t, "C3", "F", "single"),
	}})
	want := `AS-92 C1 A1:boys
AS-92 C1 A2:boys+core
AS-92 C2 A1:core
AS-92 C3 A1:
AS-93 C1 R1:boys
AS-93 C2 R1:
AS-93 C3 R1:
`
	if got := inside(a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := told(a), "boys: AS-92 2/2 AS-93 0/1\ncore: AS-92 2/2\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A slice of an entity is not one of the record, and the other way round.
func TestASliceOfAnEntityLeavesTheRecordOut(t *testing.T) {
	whole := fake{name: "whole", id: "AS-94", unit: criteria.Record, needs: "referrals.source", rules: "applies if count(input.referrals) > 0\n\nmet if input.referrals[0].source"}
	a := run(t, sliced(t, []fakeSlice{ofItems, ofRecord}, whole), &export{records: []*casefile.Record{child(t, "C1", "M", "core")}})
	if got, want := inside(a), "AS-94 C1 record:boys\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSlicesLeaveTheServiceOut(t *testing.T) {
	a := run(t, sliced(t, []fakeSlice{ofRecord}, held), &export{service: staff, records: []*casefile.Record{child(t, "C1", "M")}})
	for _, o := range a.Outcomes {
		if len(o.Slices) != 0 {
			t.Errorf("%s of the service is inside %q", o.Item, o.Slices)
		}
	}
}

func TestASliceThatCannotBeTold(t *testing.T) {
	a := run(t, sliced(t, []fakeSlice{ofItems, ofRecord}, referred), &export{without: []string{"child.sex"},
		records: []*casefile.Record{child(t, "C1", "M")}})
	if got, want := told(a), "boys:child.sex\ncore:\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := inside(a), "AS-93 C1 R1:\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A slice that fails on a record is named with its error. No criterion has failed,
// and each is judged.
func TestASliceFails(t *testing.T) {
	for _, test := range []struct{ name, of, rules, want string }{
		{"two values", criteria.Record, "inside := x if { some x in [true, input.child.sex == \"F\"] }", "eval_conflict_error"},
		{"a built-in function that fails", criteria.Record, `inside if to_number(input.child.sex) == 1`, "eval_builtin_error"},
		{"a text", criteria.Record, `inside := input.child.sex`, "inside: is a text: want a boolean"},
		{"a set, of the record", criteria.Record, `inside contains 0 if input.child.sex`, "inside: is a set or a list: want a boolean"},
		{"a boolean, of items", "referrals", `inside if input.child.sex`, "inside: is a boolean: want a set of positions"},
		{"texts, of items", "referrals", `inside contains input.child.sex`, "inside: holds a text: want positions"},
	} {
		t.Run(test.name, func(t *testing.T) {
			bad := fakeSlice{name: "bad", of: test.of, needs: "child.sex", rules: test.rules}
			a := run(t, sliced(t, []fakeSlice{bad, ofItems}, referred, typed), &export{records: []*casefile.Record{child(t, "C1", "M", "core")}})
			if len(a.Slices) != 2 || !strings.Contains(a.Slices[0].Error, test.want) || len(a.Slices[0].Criteria) != 0 {
				t.Errorf("got %+v, want %s", a.Slices, test.want)
			}
			if a.Slices[1].Error != "" || len(a.Slices[1].Criteria) != 1 {
				t.Errorf("the other slice has %+v", a.Slices[1])
			}
			if got, want := inside(a), "AS-92 C1 A1:core\nAS-93 C1 R1:\n"; got != want || len(a.Errors) != 0 {
				t.Errorf("got %q, errors %v", got, a.Errors)
			}
			if strings.Contains(a.Slices[0].Error, `"M"`) {
				t.Errorf("the error quotes the record: %s", a.Slices[0].Error)
			}
		})
	}
}
