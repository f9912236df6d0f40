package generate

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/generate/fault"
	"github.com/caseaudit/caseaudit/policies"
)

// Every criterion has an expectation, which counts the same unit and needs the
// same fields: or an export that lacks one would be assessable to one of them only.
func TestExpectationsAgreeWithTheCatalogue(t *testing.T) {
	dict, err := casefile.NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := criteria.Load(policies.FS, dict)
	if err != nil {
		t.Fatal(err)
	}
	expected := map[string]fault.Expectation{}
	for _, e := range fault.All() {
		expected[e.ID] = e
	}
	for _, c := range catalogue.Criteria {
		e, ok := expected[c.ID]
		delete(expected, c.ID)
		if !ok || len(e.Faults) == 0 {
			t.Errorf("%s has no expectation, or one without a fault, so that none of it can be planted", c.ID)
			continue
		}
		if e.Unit != c.Unit {
			t.Errorf("%s counts %s; the expectation counts %s", c.ID, c.Unit, e.Unit)
		}
		if unit, ok := dict.Entity(e.Unit); ok {
			if _, keyed := unit.Key(); !keyed && e.Anchor != c.Anchor {
				t.Errorf("%s names its items by %q; the expectation by %q", c.ID, c.Anchor, e.Anchor)
			}
		}
		needs := slices.DeleteFunc(slices.Sorted(slices.Values(c.Needs)), func(need string) bool {
			return strings.Contains(need, "=") // a kind of an entity: what is made here has a table for every kind
		})
		if diff := cmp.Diff(needs, slices.Sorted(slices.Values(e.Needs))); diff != "" {
			t.Errorf("%s: needs differ (-policy +expectation):\n%s", c.ID, diff)
		}
	}
	for id := range expected {
		t.Errorf("%s has an expectation and is not in the catalogue", id)
	}
}
