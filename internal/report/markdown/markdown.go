// Package markdown writes the summary of an audit for a pull request or the
// summary page of a CI job: what was judged, what needs to improve, what could
// not be judged, and the children who need somebody to act first, by their ids.
package markdown

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/letter"
	"github.com/caseaudit/caseaudit/internal/report/listing"
)

// children is how many children are listed; the workbook has them all.
const children = 20

// Write writes the summary.
func Write(w io.Writer, a *audit.Audit, _ *letter.Letter) error {
	out := bufio.NewWriter(w)
	title := "Audit of case records"
	if a.Council != "" {
		title += ", " + a.Council
	}
	fmt.Fprintf(out, "# %s\n\n", text(title))
	rows, read, duplicates, refused := a.Survey.Rows()
	fmt.Fprintf(out, "As at %s, work since %s. %d cases, %d items judged: %d met, %d not met. Rows: %d, of which %d read, %d repeated, %d refused.\n\n",
		letter.Date(a.AsAt), letter.Date(a.From), a.Records, a.Summary.All.Audited(), a.Summary.All.Met, a.Summary.All.NotMet, rows, read, duplicates, refused)
	if known := listing.KnownWords(a); known != "" {
		fmt.Fprintf(out, "Of the findings, %s; %d need somebody to look at them.\n\n", known, len(listing.Fresh(a)))
	}
	writeCriteria(out, a)
	writeChildren(out, a)
	writeExtra(out, a)
	writeNotJudged(out, a)
	fmt.Fprintln(out, "Drafted from rules; not an inspection judgement.")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	return nil
}

func writeCriteria(out io.Writer, a *audit.Audit) {
	fmt.Fprint(out, "## What was not met\n\n| Criterion | Level | Not met | Judged |\n|---|---|--:|--:|\n")
	n := 0
	for _, r := range a.Summary.Criteria {
		if r.NotMet > 0 && r.Assessable() && !r.Criterion.Measure {
			fmt.Fprintf(out, "| %s %s | %s | %d | %d |\n", r.Criterion.ID, text(r.Criterion.Title), r.Criterion.Level, r.NotMet, r.Audited())
			n++
		}
	}
	if n == 0 {
		fmt.Fprintln(out, "| nothing | | | |")
	}
	fmt.Fprintln(out)
}

func writeChildren(out io.Writer, a *audit.Audit) {
	worst := a.Summary.Children
	for i, c := range worst {
		if c.Priority == 0 {
			worst = worst[:i]
			break
		}
	}
	if len(worst) == 0 {
		return
	}
	fmt.Fprint(out, "## Children with priority findings\n\n| Case | Team | Priority findings | Criteria |\n|---|---|--:|---|\n")
	for _, c := range worst[:min(children, len(worst))] {
		fmt.Fprintf(out, "| %s | %s | %d | %s |\n", text(c.CaseID), text(c.Team), c.Priority, strings.Join(c.Criteria, ", "))
	}
	if more := len(worst) - children; more > 0 {
		fmt.Fprintf(out, "\nand %d more children.\n", more)
	}
	fmt.Fprintln(out)
}

// writeExtra lists the findings on waivers.
func writeExtra(out io.Writer, a *audit.Audit) {
	if len(a.Extra) == 0 {
		return
	}
	fmt.Fprint(out, "## Waivers to look at\n\n")
	for _, f := range a.Extra {
		fmt.Fprintf(out, "- %s (%s)\n", text(f.Message), text(f.Where))
	}
	fmt.Fprintln(out)
}

func writeNotJudged(out io.Writer, a *audit.Audit) {
	lines := listing.NotJudged(a)
	if len(lines) == 0 {
		return
	}
	fmt.Fprint(out, "## What could not be judged\n\n")
	for _, line := range lines {
		fmt.Fprintf(out, "- %s\n", text(line))
	}
	fmt.Fprintln(out)
}

// text escapes what Markdown or HTML would take for markup.
func text(s string) string {
	var b strings.Builder
	for _, r := range listing.Line(s) {
		switch {
		case r == '<':
			b.WriteString("&lt;")
			continue
		case r == '&':
			b.WriteString("&amp;")
			continue
		case strings.ContainsRune("\\`*_{}[]|~#!>@", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
