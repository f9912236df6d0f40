package audit_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
)

// lost runs for minutes on a record whose assessment is a core one.
var lost = fake{name: "lost", needs: "assessments.type", rules: `applies contains i if {
	some i, a in input.assessments
	a.type == "core"
	count([1 | some x in numbers.range(1, 100000); some y in numbers.range(1, 100000); x + y == 0]) == 0
}

met := applies`}

func TestAPolicyThatRunsOnIsItsOwnError(t *testing.T) {
	x := &export{records: []*casefile.Record{
		record(t, "C1", "assessments", item{"type": "single"}),
		record(t, "C2", "assessments", item{"type": "core"}),
	}}
	a, err := audit.Run(t.Context(), dictionary(t), fakes(t, lost, typed), x, audit.Options{AsAt: asAt, Workers: 1, Patience: 100 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Errors) != 1 {
		t.Fatalf("errors %+v, want one", a.Errors)
	}
	e := a.Errors[0]
	if e.Criterion.ID != "AS-91" || e.CaseID != "C2" || e.Records != 1 || e.Text != "the policy ran for more than 100ms on one record" {
		t.Errorf("got %s on %s and %d records: %s", e.Criterion.ID, e.CaseID, e.Records, e.Text)
	}
	if a.Records != 2 || len(a.Outcomes) != 2 || a.Outcomes[1].Criterion.ID != "AS-92" || a.Outcomes[1].CaseID != "C2" {
		t.Errorf("%d records, outcomes %+v", a.Records, a.Outcomes)
	}
}

// A policy that runs on in record after record is asked of no more after two, and
// everything else goes on being asked.
func TestAPolicyThatRunsOnIsDropped(t *testing.T) {
	for _, workers := range []int{1, 3} {
		x := &export{}
		for i := range 40 {
			kind := "core"
			if i%4 == 0 {
				kind = "single"
			}
			x.records = append(x.records, record(t, fmt.Sprintf("C%02d", i), "assessments", item{"type": kind}))
		}
		a, err := audit.Run(t.Context(), dictionary(t), fakes(t, lost, typed), x, audit.Options{AsAt: asAt, Workers: workers, Patience: 100 * time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Errors) != 1 {
			t.Fatalf("errors %+v, want one", a.Errors)
		}
		e := a.Errors[0]
		// Single assessments before the drop were judged; how many is a matter of workers.
		if e.Criterion.ID != "AS-91" || e.Records < 30 || e.Records >= 40 || e.Text != "the policy ran for more than 100ms on one record; after 2 such records it was asked of no more" {
			t.Errorf("%d workers: %s on %d records: %s", workers, e.Criterion.ID, e.Records, e.Text)
		}
		counts := map[string]int{}
		for _, o := range a.Outcomes {
			counts[o.Criterion.ID]++
		}
		if counts["AS-92"] != 40 || counts["AS-91"] != 0 {
			t.Errorf("%d workers: outcomes %v", workers, counts)
		}
		for _, r := range a.Summary.Criteria {
			if r.Criterion.ID == "AS-91" && r.Error != e.Text {
				t.Errorf("the summary says %q", r.Error)
			}
		}
	}
}

// Who stops the run has not found a fault in a policy.
func TestARunThatIsStoppedIsNoErrorOfAPolicy(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer stop()
	x := &export{records: []*casefile.Record{record(t, "C1", "assessments", item{"type": "core"})}}
	_, err := audit.Run(ctx, dictionary(t), fakes(t, lost), x, audit.Options{AsAt: asAt, Workers: 1})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the deadline", err)
	}
}
