package audit_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

func TestCountRate(t *testing.T) {
	for _, test := range []struct {
		count audit.Count
		rate  float64
		ok    bool
	}{
		{audit.Count{}, 0, false},
		{audit.Count{Met: 3, NotMet: 1}, 0.75, true},
		{audit.Count{NotMet: 4}, 0, true},
		{audit.Count{Met: 4}, 1, true},
	} {
		if rate, ok := test.count.Rate(); rate != test.rate || ok != test.ok {
			t.Errorf("%+v: rate %v, %v", test.count, rate, ok)
		}
	}
}

// The first rows are in R. G. Newcombe, "Two-sided confidence intervals for the
// single proportion", Statistics in Medicine 17 (1998), table I, method 3; the
// others follow from the formula by hand: n of n is n / (n + z²) to 1.
func TestCountInterval(t *testing.T) {
	for _, test := range []struct {
		count     audit.Count
		low, high float64
	}{
		{audit.Count{Met: 81, NotMet: 182}, 0.2553, 0.3662},
		{audit.Count{Met: 15, NotMet: 133}, 0.0624, 0.1605},
		{audit.Count{Met: 0, NotMet: 20}, 0, 0.1611},
		{audit.Count{Met: 1, NotMet: 28}, 0.0061, 0.1718},
		{audit.Count{Met: 20}, 0.8389, 1},
		{audit.Count{Met: 1}, 0.2065, 1},
		{audit.Count{Met: 5, NotMet: 5}, 0.2366, 0.7634},
	} {
		low, high, ok := test.count.Interval()
		if !ok || math.Abs(low-test.low) > 5e-5 || math.Abs(high-test.high) > 5e-5 {
			t.Errorf("%+v: %.4f to %.4f, want %.4f to %.4f", test.count, low, high, test.low, test.high)
		}
	}
	if _, _, ok := (audit.Count{}).Interval(); ok {
		t.Error("there is an interval of nothing")
	}
}

// The interval holds the rate, stays within 0 and 1, and turns round with it.
func TestCountIntervalHoldsRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := audit.Count{Met: rapid.IntRange(0, 5000).Draw(t, "met"), NotMet: rapid.IntRange(0, 5000).Draw(t, "not met")}
		rate, ok := c.Rate()
		if !ok {
			t.Skip("nothing audited")
		}
		low, high, _ := c.Interval()
		const little = 1e-12
		if low < 0 || high > 1 || rate < low-little || rate > high+little {
			t.Fatalf("%v is not between %v and %v", rate, low, high)
		}
		otherLow, otherHigh, _ := audit.Count{Met: c.NotMet, NotMet: c.Met}.Interval()
		if math.Abs(otherLow-(1-high)) > little || math.Abs(otherHigh-(1-low)) > little {
			t.Fatalf("turned round: %v to %v and %v to %v", low, high, otherLow, otherHigh)
		}
	})
}

var (
	assessment = criteria.Area{Name: "assessment", Code: "AS", Title: "Assessment"}
	workforce  = criteria.Area{Name: "workforce", Code: "WF", Title: "Workforce"}
	unused     = criteria.Area{Name: "care_leavers", Code: "CL", Title: "Care leavers"}

	seen     = &criteria.Criterion{ID: "AS-02", Area: assessment, Level: criteria.Priority}
	signed   = &criteria.Criterion{ID: "AS-05", Area: assessment, Level: criteria.Development}
	tidy     = &criteria.Criterion{ID: "AS-14", Area: assessment, Level: criteria.Advisory}
	repeated = &criteria.Criterion{ID: "AS-15", Area: assessment, Level: criteria.Priority, Measure: true}
	checked  = &criteria.Criterion{ID: "WF-01", Area: workforce, Level: criteria.Priority, Service: true}
	lacking  = &criteria.Criterion{ID: "WF-02", Area: workforce, Level: criteria.Priority, Service: true}
)

func catalogue() *criteria.Catalogue {
	return &criteria.Catalogue{
		Criteria: []*criteria.Criterion{seen, signed, tidy, repeated, checked, lacking},
		Areas:    []criteria.Area{assessment, unused, workforce},
	}
}

func outcome(c *criteria.Criterion, caseID, team string, met bool, daysOver int) audit.Outcome {
	return audit.Outcome{Criterion: c, CaseID: caseID, Team: team, Met: met, DaysOver: daysOver}
}

func outcomes() []audit.Outcome {
	return []audit.Outcome{
		outcome(seen, "C-1", "North", false, 0),
		outcome(seen, "C-1", "North", false, 0),
		outcome(seen, "C-2", "", true, 0),
		outcome(seen, "C-3", "East", true, 0),
		outcome(signed, "C-1", "North", true, 0),
		outcome(signed, "C-2", "", false, 12),
		outcome(signed, "C-3", "East", false, 40),
		outcome(tidy, "C-2", "", false, 90),
		outcome(repeated, "C-3", "East", false, 300),
		outcome(checked, audit.ServiceCase, "North", false, 0),
		outcome(checked, audit.ServiceCase, "", true, 0),
	}
}

func TestSummariseCounts(t *testing.T) {
	s := audit.Summarise(catalogue(), outcomes(), map[string]audit.CriterionResult{
		"AS-05": {Error: "conflict"},
		"WF-02": {Missing: []string{"posts.fte"}},
	})
	if s.All != (audit.Count{Met: 4, NotMet: 7}) {
		t.Errorf("all: %+v", s.All)
	}
	count := func(met, notMet int) audit.Count { return audit.Count{Met: met, NotMet: notMet} }
	wantCriteria := []audit.CriterionResult{
		{Criterion: seen, Count: count(2, 2), Teams: []audit.TeamCount{{Team: "East", Count: count(1, 0)}, {Team: "North", Count: count(0, 2)}, {Team: "", Count: count(1, 0)}}},
		{Criterion: signed, Count: count(1, 2), Error: "conflict", Teams: []audit.TeamCount{{Team: "East", Count: count(0, 1)}, {Team: "North", Count: count(1, 0)}, {Team: "", Count: count(0, 1)}}},
		{Criterion: tidy, Count: count(0, 1), Teams: []audit.TeamCount{{Team: "", Count: count(0, 1)}}},
		{Criterion: repeated, Count: count(0, 1), Teams: []audit.TeamCount{{Team: "East", Count: count(0, 1)}}},
		{Criterion: checked, Count: count(1, 1), Teams: []audit.TeamCount{{Team: "North", Count: count(0, 1)}, {Team: "", Count: count(1, 0)}}},
		{Criterion: lacking, Missing: []string{"posts.fte"}},
	}
	// Criteria are told apart by being the same one, not by what they hold.
	same := cmp.Comparer(func(a, b *criteria.Criterion) bool { return a == b })
	if diff := cmp.Diff(wantCriteria, s.Criteria, same); diff != "" {
		t.Errorf("criteria (-want +got):\n%s", diff)
	}
	if s.Criteria[5].Assessable() || !s.Criteria[1].Assessable() {
		t.Error("assessable is what is missing, not what failed")
	}
	wantAreas := []audit.AreaResult{{Area: assessment, Count: count(3, 6)}, {Area: workforce, Count: count(1, 1)}}
	if diff := cmp.Diff(wantAreas, s.Areas); diff != "" {
		t.Errorf("areas (-want +got):\n%s", diff)
	}
	wantTeams := []audit.TeamResult{
		{Team: "East", Count: count(1, 2), Records: 1, Criteria: map[string]audit.Count{"AS-02": count(1, 0), "AS-05": count(0, 1), "AS-15": count(0, 1)}},
		{Team: "North", Count: count(1, 3), Priority: 3, Records: 1, Criteria: map[string]audit.Count{"AS-02": count(0, 2), "AS-05": count(1, 0), "WF-01": count(0, 1)}},
		{Team: "", Count: count(2, 2), Records: 1, Criteria: map[string]audit.Count{"AS-02": count(1, 0), "AS-05": count(0, 1), "AS-14": count(0, 1), "WF-01": count(1, 0)}},
	}
	if diff := cmp.Diff(wantTeams, s.Teams); diff != "" {
		t.Errorf("teams (-want +got):\n%s", diff)
	}
}

// The service is no child, a measure is nobody's finding, and its days over are
// not the child's.
func TestSummariseChildren(t *testing.T) {
	s := audit.Summarise(catalogue(), outcomes(), nil)
	want := []audit.ChildResult{
		{CaseID: "C-1", Team: "North", Audited: 3, Priority: 2, Criteria: []string{"AS-02"}},
		{CaseID: "C-2", Team: "", Audited: 3, Development: 1, Advisory: 1, DaysOver: 90, Criteria: []string{"AS-05", "AS-14"}},
		{CaseID: "C-3", Team: "East", Audited: 3, Development: 1, DaysOver: 40, Criteria: []string{"AS-05"}},
	}
	if diff := cmp.Diff(want, s.Children); diff != "" {
		t.Errorf("children (-want +got):\n%s", diff)
	}
	for i, n := range []int{2, 2, 1} {
		if got := s.Children[i].Findings(); got != n {
			t.Errorf("%s has %d findings, want %d", s.Children[i].CaseID, got, n)
		}
	}
}

// Most priority findings come first, then development, advisory, the longest
// overdue, and last the id.
func TestSummariseWorstChildFirst(t *testing.T) {
	var all []audit.Outcome
	find := func(c *criteria.Criterion, caseID string, daysOver int) {
		all = append(all, outcome(c, caseID, "North", false, daysOver))
	}
	find(seen, "C-7", 0)
	for range 3 {
		find(signed, "C-6", 99)
	}
	find(signed, "C-5", 0)
	find(tidy, "C-5", 0)
	find(signed, "C-4", 5)
	find(signed, "C-2", 4)
	find(signed, "C-3", 4)
	for range 9 {
		find(tidy, "C-1", 200)
	}
	all = append(all, outcome(seen, "C-0", "North", true, 0))
	slices.SortStableFunc(all, func(a, b audit.Outcome) int {
		return strings.Compare(a.Criterion.ID+a.CaseID, b.Criterion.ID+b.CaseID)
	})
	var got []string
	for _, c := range audit.Summarise(catalogue(), all, nil).Children {
		got = append(got, c.CaseID)
	}
	if diff := cmp.Diff([]string{"C-7", "C-6", "C-5", "C-4", "C-2", "C-3", "C-1", "C-0"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSummariseNothing(t *testing.T) {
	s := audit.Summarise(catalogue(), nil, nil)
	if len(s.Criteria) != 6 || len(s.Areas) != 2 || len(s.Teams)+len(s.Children)+s.All.Audited() != 0 {
		t.Errorf("%+v", s)
	}
}

func TestFindings(t *testing.T) {
	a := audit.Audit{Outcomes: outcomes()}
	var got []string
	for _, f := range a.Findings() {
		got = append(got, f.Criterion.ID)
	}
	if diff := cmp.Diff([]string{"AS-02", "AS-02", "AS-05", "AS-05", "AS-14", "WF-01"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
