// Package github writes findings as workflow commands, which GitHub shows as
// annotations beside the lines of the export: an error for a priority finding, a
// warning for one of development, a notice for the rest.
//
// GitHub shows ten annotations of a kind for a step and drops the others without
// a word, so the last line, which is no command, counts them all, and what could
// not be judged is a warning of its own.
// Source: GitHub documentation, Workflow commands for GitHub Actions.
package github

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/report/listing"
)

// Write writes the annotations. root is the export's folder in the repository.
func Write(w io.Writer, a *audit.Audit, root string) error {
	out := bufio.NewWriter(w)
	findings := listing.Fresh(a)
	for _, f := range findings {
		fmt.Fprintf(out, "::%s %s::%s\n", command(f.Criterion.Level), properties(root, f), data(f.CaseID+": "+f.Message))
	}
	for _, line := range listing.NotJudged(a) {
		fmt.Fprintf(out, "::warning title=Not judged::%s\n", data(line))
	}
	if _, _, _, refused := a.Survey.Rows(); refused > 0 {
		fmt.Fprintf(out, "::warning title=Rows refused::%d rows of the export could not be read\n", refused)
	}
	fmt.Fprintf(out, "findings: %d; items judged: %d; cases: %d\n", len(findings), a.Summary.All.Audited(), a.Records)
	if known := listing.KnownWords(a); known != "" {
		fmt.Fprintf(out, "beside these: %s\n", known)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write github: %w", err)
	}
	return nil
}

func command(l criteria.Level) string {
	switch l {
	case criteria.Priority:
		return "error"
	case criteria.Development:
		return "warning"
	}
	return "notice"
}

func properties(root string, f audit.Outcome) string {
	var list []string
	if file := listing.Path(root, f.At); file != "" {
		list = append(list, "file="+property(file))
		if f.At.Row > 0 && f.At.Sheet == "" {
			list = append(list, fmt.Sprintf("line=%d", f.At.Row))
		}
	}
	return strings.Join(append(list, "title="+property(f.Criterion.ID+" "+f.Criterion.Title)), ",")
}

// data escapes a command's message.
func data(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(listing.Line(text))
}

// property escapes the value of a command's property.
func property(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(text))
}
