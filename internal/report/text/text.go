// Package text writes what a person reads on the terminal: after a run the
// shortest account that is still true, and for a check one line a finding.
//
// The account puts what was not judged beside what was: cases and rows that were
// refused, criteria without their fields, policies that failed. A long list stops
// at ten and says how many more there are; the workbook has them all. Nothing
// here is coloured, so that it reads alike in a log, and control characters of
// the export never reach the terminal.
package text

import (
	"fmt"
	"io"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// most is how many entries of a list are shown.
const most = 10

// account collects the lines of one report.
type account struct{ strings.Builder }

// Write writes the account of a run. The workbook is the path where it was
// written; empty when there is none.
func Write(w io.Writer, a *audit.Audit, l *letter.Letter, workbook string) error {
	var b account
	b.head(a)
	b.counts(a)
	b.faults(a)
	b.worst(a, l)
	b.notJudged(a, l)
	b.refusals(a.Survey)
	b.notes(a)
	if workbook != "" {
		b.heading("Workbook")
		b.entry(workbook)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write text: %w", err)
	}
	return nil
}

func (b *account) heading(text string) { fmt.Fprintf(b, "\n%s\n", text) }

// entry is one line under a heading.
func (b *account) entry(text string) { fmt.Fprintf(b, "  %s\n", clean(text)) }

// entries lists the first ten and counts the rest.
func (b *account) entries(lines []string) {
	for _, line := range lines[:min(most, len(lines))] {
		b.entry(line)
	}
	if rest := len(lines) - most; rest > 0 {
		b.entry(fmt.Sprintf("and %d more", rest))
	}
}

func (b *account) head(a *audit.Audit) {
	origin := "the newest event in the export"
	if a.AsAtStated {
		origin = "as asked"
	}
	council := ""
	if a.Council != "" {
		council = clean(a.Council) + ": "
	}
	fmt.Fprintf(b, "%scase records as at %s (%s)\n", council, letter.Date(a.AsAt), origin)
	fmt.Fprintf(b, "Work of %s to %s\n\n", letter.Date(a.From), letter.Date(a.AsAt))
}

func (b *account) counts(a *audit.Audit) {
	rows, read, duplicates, refused := a.Survey.Rows()
	b.count("Cases", "%d read, %d audited", a.Survey.Records, a.Records)
	b.count("Rows", "%d in %s: %d read, %d repeated, %d refused", rows, plural(a.Survey.Files(), "file"), read, duplicates, refused)
	all := a.Summary.All
	if all.Audited() == 0 {
		b.count("Items", "none judged")
		return
	}
	b.count("Items", "%d judged, %d met (%s)", all.Audited(), all.Met, share(all.Met, all.Audited()))
	findings := a.Findings()
	measured := ""
	if n := all.NotMet - len(findings); n > 0 {
		measured = fmt.Sprintf("; %d not met in measures, which are judged on their rate", n)
	}
	b.count("Findings", "%s%s", countLevels(findings), measured)
	b.count("Today", "%s", today(a, findings))
}

// today says for whom somebody has to act now: every child with a finding of
// priority level, and the service.
func today(a *audit.Audit, findings []audit.Outcome) string {
	children, service := 0, 0
	for _, c := range a.Summary.Children {
		if c.Priority > 0 {
			children++
		}
	}
	for _, f := range findings {
		if f.Criterion.Level == criteria.Priority && f.CaseID == audit.ServiceCase {
			service++
		}
	}
	text := plural(children, "child") + " need somebody to act"
	if children == 1 {
		text = "1 child needs somebody to act"
	}
	if service > 0 {
		text += "; " + plural(service, "priority finding") + " about the service"
	}
	return text
}

func (b *account) count(name, format string, args ...any) {
	fmt.Fprintf(b, "%-10s%s\n", name, fmt.Sprintf(format, args...))
}
