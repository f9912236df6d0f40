package criteria_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/policies"
)

// A criterion that audits the items of a period has to see all of them, and says
// so. CC-21 has an anchor and audits one episode of care a child, the last.
func TestWhatAuditsAPeriodNeedsEveryItem(t *testing.T) {
	cat, err := criteria.Load(policies.FS, dictionary(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cat.Criteria {
		if c.Anchor == "" || c.ID == "CC-21" {
			continue
		}
		of := func(need string) bool { return need == c.Unit || strings.HasPrefix(need, c.Unit+"=") }
		if !slices.ContainsFunc(c.History, of) {
			t.Errorf("%s (%s) places %s in time and its history names none of them", c.ID, c.Folder(), c.Unit)
		}
	}
}
