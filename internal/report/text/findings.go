package text

import (
	"bufio"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/report/listing"
)

// Findings writes one line a finding, priority first and else in the audit's
// order: level, criterion, child, what was found, where. The last line counts
// them, and what could not be judged, so that silence is never taken for a pass.
func Findings(w io.Writer, a *audit.Audit) error {
	findings := listing.Fresh(a)
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

func closing(a *audit.Audit, findings []audit.Outcome) string {
	text := fmt.Sprintf("findings: %s; %s judged in %s", countLevels(findings), plural(a.Summary.All.Audited(), "item"), plural(a.Records, "case"))
	if known := listing.KnownWords(a); known != "" {
		text += "; beside these " + known
	}
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
