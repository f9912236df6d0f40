package criteria_test

import (
	"slices"
	"testing"

	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/policies"
)

// Load compares what each shipped policy reads with what its metadata names.
func TestShippedPoliciesKeepTheContract(t *testing.T) {
	if _, err := criteria.Load(policies.FS, dictionary(t)); err != nil {
		t.Fatal(err)
	}
}

func TestLoadGivesTheSameEachTime(t *testing.T) {
	first, err := criteria.Load(policies.FS, dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, err := criteria.Load(policies.FS, dictionary(t))
		if err != nil {
			t.Fatal(err)
		}
		if again.Hash != first.Hash {
			t.Errorf("hash %s, then %s", first.Hash, again.Hash)
		}
		for i, c := range first.Criteria {
			d := again.Criteria[i]
			if c.ID != d.ID || !slices.Equal(c.Settings, d.Settings) {
				t.Errorf("%s reads %v, then %s reads %v", c.ID, c.Settings, d.ID, d.Settings)
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	d := dictionary(b)
	for b.Loop() {
		if _, err := criteria.Load(policies.FS, d); err != nil {
			b.Fatal(err)
		}
	}
}
