package audit_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// caseload is n cases with work of most kinds, done well in some and badly in
// others: the same cases for the same n.
func caseload(t testing.TB, n int) *export {
	t.Helper()
	d := dictionary(t)
	chance := rand.New(rand.NewPCG(1, 2))
	day := func(before int) string {
		return time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -before).Format(time.DateOnly)
	}
	x := &export{newest: asAt, twins: map[string][]casefile.Twin{}}
	for c := range n {
		r := d.NewRecord(fmt.Sprintf("C%05d", c))
		r.Source = casefile.Location{File: "cases.ndjson", Row: c + 1}
		r.Team = []string{"North", "South", "East", ""}[c%4]
		if r.Team != "" {
			r.Values["team"] = r.Team
		}
		r.Child()["date_of_birth"] = day(400 + chance.IntN(6000))
		add := func(entity string, x item) {
			r.Add(entity, x, casefile.Location{File: "cases.ndjson", Row: c + 1, Part: fmt.Sprintf("%s[%d]", entity, len(r.Items(entity)))})
		}
		begun := 20 + chance.IntN(300)
		late := func() string { return day(begun - chance.IntN(20)) }
		referral, plan := fmt.Sprintf("R%d", c), fmt.Sprintf("P%d", c)
		add("contacts", item{"contact_id": fmt.Sprintf("K%d", c), "received": day(begun) + "T10:00:00", "decided": late() + "T11:00:00"})
		add("referrals", item{"referral_id": referral, "date": day(begun), "allocated_date": late(), "worker_id": "W1"})
		for i := range 1 + c%3 {
			add("assessments", item{"assessment_id": fmt.Sprintf("A%d-%d", c, i), "referral_id": referral, "type": "single", "start_date": day(begun),
				"completed_date": late(), "signed_off_date": late(), "child_seen": chance.IntN(3) > 0, "analysis": "the child is safe at home", "plan_id": plan})
		}
		add("plans", item{"plan_id": plan, "type": "child_protection", "start_date": late(), "written_date": late(), "worker_id": "W2"})
		for i := range 4 {
			add("visits", item{"type": "child_protection", "date": day(i * 20), "child_seen": true})
		}
		add("decisions", item{"date": day(chance.IntN(60)), "rationale": "the risk has grown since spring", "kind": "oversight"})
		add("decisions", item{"date": day(5), "rationale": "tbc"})
		add("supervision", item{"date": day(chance.IntN(60)), "recorded_date": day(1)})
		add("chronology", item{"date": day(begun), "recorded_date": day(chance.IntN(300))})
		x.records = append(x.records, r)
	}
	x.service = map[string]any{"professionals": []any{
		item{"professional_id": "W1", "role": "SOCIAL_WORKER", "contact_with_children": true, "registration_number": "SW1", "record_check_date": "2025-01-01"},
		item{"professional_id": "W2", "role": "SUPPORT_WORKER", "contact_with_children": true, "record_check_date": "2019-01-01"}}}
	return x
}

// Neither the number of workers nor the order of the records shows in the result.
func TestOrderDoesNotMatter(t *testing.T) {
	flaky := fake{name: "flaky", id: "AS-93", needs: "assessments.child_seen", rules: "applies contains i if some i, _ in input.assessments\n\nmet := {0}\n\nnote[0] := a.child_seen if some a in input.assessments"}
	broken := fakeCheck{name: "broken", id: "DQ-92", rules: `fault contains {"entity": "assessments", "item": 2, "fields": ["type"], "text": "odd"}`}
	failing := checkedBy(t, []fakeCheck{broken, backwards}, flaky, signedOff, typed)
	for name, cat := range map[string]*criteria.Catalogue{"shipped": shipped(t), "one that fails": failing} {
		x := caseload(t, 120)
		var first *audit.Audit
		for i, workers := range []int{1, 8, 8, 3} {
			if i > 1 {
				rand.New(rand.NewPCG(uint64(i), 3)).Shuffle(len(x.records), func(a, b int) { x.records[a], x.records[b] = x.records[b], x.records[a] })
			}
			a, err := audit.Run(t.Context(), dictionary(t), cat, x, audit.Options{AsAt: asAt, Workers: workers})
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = a
				if len(a.Outcomes) < 500 || len(a.Findings()) < 50 || len(a.Faults) < 20 {
					t.Fatalf("%s: %d outcomes, %d findings, %d faults: too few to show anything", name, len(a.Outcomes), len(a.Findings()), len(a.Faults))
				}
				continue
			}
			ignore := []cmp.Option{cmpopts.IgnoreUnexported(audit.Audit{}), cmp.Comparer(func(a, b *criteria.Criterion) bool { return a == b }),
				cmp.Comparer(func(a, b *criteria.Check) bool { return a == b })}
			for _, part := range []struct {
				name        string
				first, this any
			}{{"outcomes", first.Outcomes, a.Outcomes}, {"doubts", first.Doubts, a.Doubts}, {"errors", first.Errors, a.Errors},
				{"faults", first.Faults, a.Faults}, {"checks", first.Checks, a.Checks}, {"summary", first.Summary, a.Summary}} {
				if diff := cmp.Diff(part.first, part.this, ignore...); diff != "" {
					t.Errorf("%s, %d workers: %s differ: %s", name, workers, part.name, diff)
				}
			}
		}
		if failed := len(first.Errors) > 0; failed != (name == "one that fails") {
			t.Errorf("%s: errors %+v", name, first.Errors)
		}
		sorted := slices.IsSortedFunc(first.Outcomes, func(a, b audit.Outcome) int {
			if a.Criterion == b.Criterion && a.CaseID > b.CaseID {
				return 1
			}
			return 0
		})
		if !sorted {
			t.Errorf("%s: the outcomes do not stand in order of cases", name)
		}
	}
}

// No two findings of an audit share an identity.
func TestIdentitiesAreUnique(t *testing.T) {
	a := run(t, shipped(t), caseload(t, 120))
	seen := map[string]bool{}
	for _, o := range a.Outcomes {
		if seen[o.Finding] {
			t.Errorf("%s %s %s shares its identity", o.Criterion.ID, o.CaseID, o.Item)
		}
		seen[o.Finding] = true
	}
}
