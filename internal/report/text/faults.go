package text

import (
	"fmt"

	"github.com/caseaudit/caseaudit/internal/audit"
)

// faults counts what the checks of the data found. It stands before the findings:
// a late date that is a slip of the pen is no late work.
func (b *account) faults(a *audit.Audit) {
	var lines []string
	for _, r := range a.Checks {
		if r.Faults > 0 {
			lines = append(lines, fmt.Sprintf("%s %s: %d", r.Check.ID, r.Check.Title, r.Faults))
		}
		if r.Error != "" {
			lines = append(lines, fmt.Sprintf("%s %s: the check failed on %s, first on %s: %s", r.Check.ID, r.Check.Title, plural(r.Records, "record"), r.CaseID, r.Error))
		}
	}
	if len(lines) == 0 {
		return
	}
	b.heading(fmt.Sprintf("Faults in the data: %d, to be looked at before the findings", len(a.Faults)))
	for _, line := range lines {
		b.entry(line)
	}
}
