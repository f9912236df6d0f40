package trial_test

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/cover"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/trial"
	"github.com/caseaudit/caseaudit/policies"
)

func TestEveryExampleGetsItsVerdict(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range catalogue.Criteria {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			examples, err := trial.Examples(catalogue, c)
			if err != nil {
				t.Fatal(err)
			}
			if lacking := trial.Lacking(examples); len(lacking) > 0 {
				t.Errorf("no example shows %q", lacking)
			}
			for _, e := range examples {
				if err := trial.Try(t.Context(), dictionary, catalogue, c, e); err != nil {
					t.Errorf("%s: %v", e.Case, err)
				}
			}
		})
	}
}

func TestPoliciesPassTheirOwnTests(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	coverage := cover.New()
	results, err := trial.RegoTests(t.Context(), catalogue, coverage)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range trial.Covered(catalogue, coverage) {
		if c.NotLines != "" {
			t.Errorf("%s: no test reaches line %s", c.File, c.NotLines)
		}
	}
	tested := map[string]bool{}
	for _, r := range results {
		tested[r.Package] = true
		if r.Failed != "" {
			t.Errorf("%s.%s: %s", r.Package, r.Name, r.Failed)
		}
	}
	for _, c := range catalogue.Criteria {
		if !tested[c.Package+"_test"] {
			t.Errorf("%s has no policy_test.rego", c.ID)
		}
	}
}
