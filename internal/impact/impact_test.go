package impact_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/impact"
)

func TestCompare(t *testing.T) {
	seen, signed, gone := &criteria.Criterion{ID: "AS-02"}, &criteria.Criterion{ID: "MO-03"}, &criteria.Criterion{ID: "RE-01"}
	outcome := func(c *criteria.Criterion, caseID string, met bool) audit.Outcome {
		o := audit.Outcome{Criterion: c, CaseID: caseID, Item: "1", Met: met, Finding: c.ID + caseID}
		if !met {
			o.Message = "why"
		}
		return o
	}
	results := func(missing []string) audit.Summary {
		return audit.Summary{Criteria: []audit.CriterionResult{{Criterion: seen}, {Criterion: signed}, {Criterion: gone, Missing: missing}}}
	}
	before := &audit.Audit{Summary: results(nil), Outcomes: []audit.Outcome{
		outcome(seen, "A", true), outcome(seen, "B", true), outcome(signed, "A", false), outcome(signed, "B", true), outcome(gone, "C", true)}}
	after := &audit.Audit{Summary: results([]string{"chronology.date"}), Outcomes: []audit.Outcome{
		outcome(seen, "A", true), outcome(seen, "B", false), outcome(signed, "A", true), outcome(signed, audit.ServiceCase, true)}}
	changes := impact.Compare(before, after)
	want := []impact.Change{
		{"AS-02", "B", "1", impact.Met, impact.NotMet, "why"},
		{"MO-03", "A", "1", impact.NotMet, impact.Met, "why"},
		{"MO-03", "B", "1", impact.Met, impact.NotAudited, ""},
		{"MO-03", audit.ServiceCase, "1", impact.NotAudited, impact.Met, ""},
		{"RE-01", "C", "1", impact.Met, impact.NotAssessable, ""},
	}
	if diff := cmp.Diff(want, changes); diff != "" {
		t.Error(diff)
	}
	counts := []impact.Count{{"AS-02", 1, 0, 0}, {"MO-03", 0, 1, 2}, {"RE-01", 0, 0, 1}}
	if diff := cmp.Diff(counts, impact.Counts(changes)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"A", "B", "C"}, impact.Children(changes)); diff != "" {
		t.Error(diff)
	}
	if same := impact.Compare(before, before); len(same) != 0 {
		t.Errorf("an audit differs from itself: %v", same)
	}
}
