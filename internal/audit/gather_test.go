package audit_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

// held counts the cases of each worker and finds those with more than two.
var held = fake{name: "held", id: "WF-91", unit: "professionals", service: true,
	needs: "involvements.professional_id, professionals.professional_id", finding: "too many cases",
	rules: `gather contains x.professional_id if some x in input.involvements

applies contains i if some i, _ in data.service.professionals

met contains i if {
	some i, p in data.service.professionals
	object.get(data.gathered["WF-91"], p.professional_id, 0) <= 2
}

note[i] := sprintf("%d cases", [object.get(data.gathered["WF-91"], p.professional_id, 0)]) if some i, p in data.service.professionals`}

var staff = map[string]any{"professionals": []any{item{"professional_id": "W1"}, item{"professional_id": "W2"}, item{"professional_id": "W3"}}}

// holding is a case with an involvement of each worker.
func holding(t testing.TB, caseID string, workers ...string) *casefile.Record {
	t.Helper()
	var items []item
	for _, w := range workers {
		items = append(items, item{"professional_id": w})
	}
	return record(t, caseID, "involvements", items...)
}

func TestGatherCountsCases(t *testing.T) {
	x := &export{service: staff, records: []*casefile.Record{
		holding(t, "C1", "W1", "W1", "W2"), holding(t, "C2", "W1"), holding(t, "C3", "W2", "W1", "W1"), holding(t, "C4"),
	}}
	for _, workers := range []int{1, 3} {
		a, err := audit.Run(t.Context(), dictionary(t), fakes(t, held), x, audit.Options{AsAt: asAt, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, o := range a.Outcomes {
			got += fmt.Sprintf("%s %v %s; ", o.Item, o.Met, o.Message)
		}
		if want := "W1 false too many cases; 3 cases; W2 true ; W3 true ; "; got != want || len(a.Errors) != 0 {
			t.Errorf("%d workers: got %q, want %q, errors %v", workers, got, want, a.Errors)
		}
	}
}

// A list with a text twice is still one case.
func TestGatherCountsACaseOnceWhateverTheShape(t *testing.T) {
	f := held
	f.rules = strings.Replace(f.rules, "gather contains x.professional_id if some x in input.involvements", "gather := [x.professional_id | some x in input.involvements]", 1)
	a := run(t, fakes(t, f), &export{service: staff, records: []*casefile.Record{holding(t, "C1", "W1", "W1", "W1")}})
	if len(a.Errors) != 0 || len(a.Findings()) != 0 {
		t.Errorf("errors %v, findings %v", a.Errors, a.Findings())
	}
}

// With no records at all, or none that gives anything, the table is empty and not
// undefined: a policy that looks in it must not fall silent.
func TestGatheredIsThereWhenEmpty(t *testing.T) {
	for name, records := range map[string][]*casefile.Record{"no records": nil, "a record that gives nothing": {holding(t, "C1")}} {
		a := run(t, fakes(t, held), &export{service: staff, records: records})
		if a.Summary.All != (audit.Count{Met: 3}) {
			t.Errorf("%s: got %+v", name, a.Summary.All)
		}
	}
}

// What would be counted lacks the record that failed, so the criterion judges nobody.
func TestGatherFails(t *testing.T) {
	for _, test := range []struct{ name, gather, want string }{
		{"a text", `gather := x.professional_id if some x in input.involvements`, "gather: is a text: want a set of texts"},
		{"a boolean", `gather if input.involvements[0].professional_id`, "gather: is a boolean: want a set of texts"},
		{"an object", `gather[x.professional_id] := 1 if some x in input.involvements`, "gather: is an object: want a set of texts"},
		{"numbers", `gather contains count(x.professional_id) if some x in input.involvements`, "gather: holds a number: want texts"},
		{"two values", `gather := {x.professional_id} if some x in input.involvements`, "eval_conflict_error"},
		{"a built-in function that fails", `gather contains sprintf("%d", [to_number(x.professional_id)]) if some x in input.involvements`, "eval_builtin_error"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := held
			_, rest, _ := strings.Cut(f.rules, "\n")
			f.rules = test.gather + "\n" + rest
			items := []string{"W1"}
			if strings.Contains(test.want, "conflict") {
				items = append(items, "W2")
			}
			r := record(t, "C2", "assessments", item{"type": "core"})
			for _, w := range items {
				r.Add("involvements", item{"professional_id": w}, casefile.Location{})
			}
			a := run(t, fakes(t, f, typed), &export{service: staff, records: []*casefile.Record{record(t, "C1", "assessments", item{"type": "core"}), r}})
			if len(a.Errors) != 1 || a.Errors[0].Criterion.ID != "WF-91" || !strings.Contains(a.Errors[0].Text, test.want) {
				t.Errorf("errors %+v, want of WF-91: %s", a.Errors, test.want)
			}
			for _, o := range a.Outcomes {
				if o.Criterion.ID != "AS-92" {
					t.Errorf("an outcome of a criterion that could not count: %+v", o)
				}
			}
			if len(a.Outcomes) != 2 {
				t.Errorf("%d outcomes of the other criterion, want 2", len(a.Outcomes))
			}
		})
	}
}

func TestGatheredStandsInForRecords(t *testing.T) {
	x := &export{service: staff, records: []*casefile.Record{holding(t, "C1", "W3")}}
	a, err := audit.Run(context.Background(), dictionary(t), fakes(t, held), x, audit.Options{AsAt: asAt, Workers: 1,
		Gathered: map[string]map[string]int{"WF-91": {"W2": 3}}})
	if err != nil {
		t.Fatal(err)
	}
	if findings := a.Findings(); len(findings) != 1 || findings[0].Item != "W2" {
		t.Errorf("findings %+v", findings)
	}
}
