package text

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Findings writes one line a finding, priority first and else in the audit's
// order: level, criterion, child, what was found, where. The last line counts
// them, and what could not be judged, so that silence is never taken for a pass.
func Findings(w io.Writer, a *audit.Audit) error {
	findings := a.Findings()
	slices.SortStableFunc(findings, func(x, y audit.Outcome) int {
		return cmp.Compare(rank(x.Criterion.Level), rank(y.Criterion.Level))
	})
	width := 0
	for _, f := range findings {
		width = max(width, utf8.RuneCountInString(f.CaseID))
	}
	buffer := bufio.NewWriter(w)
	for _, f := range findings {
		where := ""
		if f.Where != "" {
			where = " (" + f.Where + ")"
		}
		fmt.Fprintf(buffer, "%-11s  %s  %-*s  %s%s\n", f.Criterion.Level, f.Criterion.ID, width, clean(f.CaseID), clean(f.Message), clean(where))
	}
	fmt.Fprintln(buffer, closing(a, findings))
	if err := buffer.Flush(); err != nil {
		return fmt.Errorf("write findings: %w", err)
	}
	return nil
}

func rank(l criteria.Level) int {
	return slices.Index([]criteria.Level{criteria.Priority, criteria.Development, criteria.Advisory}, l)
}

func closing(a *audit.Audit, findings []audit.Outcome) string {
	text := fmt.Sprintf("findings: %s; %s judged in %s", countLevels(findings), plural(a.Summary.All.Audited(), "item"), plural(a.Records, "case"))
	missing := 0
	for _, r := range a.Summary.Criteria {
		if !r.Assessable() {
			missing++
		}
	}
	if missing > 0 {
		text += fmt.Sprintf("; %s not assessable", plural(missing, "criterion"))
	}
	if n := len(a.Errors); n > 0 {
		text += fmt.Sprintf("; %s failed", plural(n, "criterion"))
	}
	if n := len(a.Faults); n > 0 {
		text += fmt.Sprintf("; %s in the data", plural(n, "fault"))
	}
	if _, _, _, refused := a.Survey.Rows(); refused > 0 {
		text += fmt.Sprintf("; %s refused", plural(refused, "row"))
	}
	return text
}
