package fault

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

func newPlanter(t *testing.T, shares map[string]float64, supplied func(string) bool) *Planter {
	t.Helper()
	dict, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPlanter(dict, shares, supplied)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sound is a view of a closed case with one assessment that keeps every limit.
func sound(t *testing.T) *View {
	t.Helper()
	clock, err := timing.New("2026-10-31")
	if err != nil {
		t.Fatal(err)
	}
	assessment := Item{"assessment_id": "a1", "referral_id": "r1", "type": "single", "start_date": "2026-03-02", "completed_date": "2026-03-31",
		"signed_off_date": "2026-04-01", "child_seen": true, "child_seen_date": "2026-03-11", "sections_missing": 0, "no_further_action": true,
		"worker_id": "w1", "genogram_date": "2026-03-11", "outcome_shared_date": "2026-04-02"}
	for _, field := range []string{"agency_checks", "analysis", "identity", "child_views", "history", "conclusion", "risk_factors", "protective_factors"} {
		assessment[field] = "Enough words to count."
	}
	return &View{Clock: clock, Registered: map[string]bool{"w1": true}, Values: map[string]any{
		"child":       Item{"date_of_birth": "2015-05-05"},
		"referrals":   []any{Item{"referral_id": "r1", "date": "2026-03-02", "allocated_date": "2026-03-03", "close_date": "2026-04-02"}},
		"assessments": []any{assessment},
		"chronology":  []any{Item{"date": "2026-03-02", "recorded_date": "2026-03-02"}},
		"feedback":    []any{Item{"date": "2026-04-02", "satisfied": true}},
	}}
}

func dice() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

// One change may fail several criteria; the key names them all, with the fault that did it.
func TestSideEffectsAreComputed(t *testing.T) {
	p := newPlanter(t, map[string]float64{"closed-after-assessment-unseen": 1}, nil)
	answers, err := p.Plant(sound(t), "0001", false, 1, dice())
	if err != nil {
		t.Fatal(err)
	}
	const by = "closed-after-assessment-unseen"
	want := []Answer{{"AS-02", "0001", "assessments", "a1", by}, {"AS-18", "0001", "assessments", "a1", by}, {"MO-09", "0001", "referrals", "r1", by}}
	if diff := cmp.Diff(want, answers); diff != "" {
		t.Error(diff)
	}
}

// A record that was not sound to begin with is refused by name.
func TestUnsoundRecord(t *testing.T) {
	v := sound(t)
	delete(v.Items("assessments")[0], "analysis")
	_, err := newPlanter(t, nil, nil).Plant(v, "0001", false, 1, dice())
	if err == nil || !strings.Contains(err.Error(), "case 0001: AS-05 assessments a1 fails before any fault") {
		t.Errorf("error is %v", err)
	}
}

// What the export cannot tell is neither planted nor in the key.
func TestNotAssessable(t *testing.T) {
	p := newPlanter(t, map[string]float64{"no-analysis": 1, "no-identity": 1}, func(path string) bool { return path != "assessments.analysis" })
	answers, err := p.Plant(sound(t), "0001", false, 1, dice())
	if err != nil || len(answers) != 1 || answers[0].Criterion != "AS-11" {
		t.Errorf("answers %v, error %v", answers, err)
	}
}

// The table of expectations is whole: ids and fault names are unique, every
// fault says what it is, and every need is a field of the dictionary.
func TestAll(t *testing.T) {
	dict, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	once := func(name string) {
		if name == "" || seen[name] {
			t.Errorf("%q stands twice or is blank", name)
		}
		seen[name] = true
	}
	for _, e := range All() {
		once(e.ID)
		if len(e.Faults) == 0 {
			t.Errorf("%s has no fault", e.ID)
		}
		for _, f := range e.Faults {
			once(f.Name)
			if !strings.HasSuffix(f.About, ".") {
				t.Errorf("%s does not say what it is", f.Name)
			}
		}
		for _, need := range e.Needs {
			for path := range strings.SplitSeq(need, "|") {
				if _, ok := dict.Field(strings.TrimSpace(path)); !ok {
					t.Errorf("%s needs %s, which is not in the dictionary", e.ID, path)
				}
			}
		}
	}
}
