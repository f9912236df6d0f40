package criteria_test

import (
	"testing"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/policies"
)

func TestShippedPoliciesKeepTheContract(t *testing.T) {
	dictionary, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range catalogue.Criteria {
		t.Log(c.ID, c.Title, c.Settings)
	}
}
