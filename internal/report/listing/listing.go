// Package listing is what the formats for other programs have in common: which
// findings they list, in which order, where each stands, and text that cannot
// break the line it stands on.
package listing

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/letter"
)

// Findings lists the findings, priority first and else in the audit's order.
func Findings(a *audit.Audit) []audit.Outcome {
	findings := a.Findings()
	slices.SortStableFunc(findings, func(x, y audit.Outcome) int {
		return cmp.Compare(Rank(x.Criterion.Level), Rank(y.Criterion.Level))
	})
	return findings
}

// Fresh lists the findings that somebody has to look at: those that no waiver
// accepts and that are not in the baseline.
func Fresh(a *audit.Audit) []audit.Outcome {
	return slices.DeleteFunc(Findings(a), Known)
}

// Known reports whether a finding is waived, or open since the baseline.
func Known(f audit.Outcome) bool { return f.Waived || f.State == audit.Open }

// KnownWords counts the findings that Fresh leaves out; "" when there are none.
func KnownWords(a *audit.Audit) string {
	waived, open := 0, 0
	for _, f := range a.Findings() {
		switch {
		case f.Waived:
			waived++
		case f.State == audit.Open:
			open++
		}
	}
	var words []string
	if open > 0 {
		words = append(words, fmt.Sprintf("%d still open since the baseline", open))
	}
	if waived > 0 {
		words = append(words, fmt.Sprintf("%d waived", waived))
	}
	return strings.Join(words, ", ")
}

// Rank orders levels, the most serious first.
func Rank(l criteria.Level) int {
	return slices.Index([]criteria.Level{criteria.Priority, criteria.Development, criteria.Advisory}, l)
}

// Path is the file of a place as a program that stands in the repository finds
// it: below root, the folder of the export as it was given. A place without a
// file has none.
func Path(root string, at casefile.Location) string {
	if at.File == "" {
		return ""
	}
	return path.Join(strings.ReplaceAll(root, "\\", "/"), at.File)
}

// Line keeps text on one line and drops what could forge another: control
// characters and marks of writing direction.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\u2028', r == '\u2029', r == '\u0085':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// NotJudged lists in words what an audit could not judge, so that no program's
// reader takes silence for a pass: criteria without their fields, policies that
// failed, rows that were refused.
func NotJudged(a *audit.Audit) []string {
	var lines []string
	for _, r := range a.Summary.Criteria {
		switch {
		case r.Error != "":
			lines = append(lines, r.Criterion.ID+" "+r.Criterion.Title+": the policy failed: "+Line(r.Error))
		case !r.Assessable():
			lines = append(lines, r.Criterion.ID+" "+r.Criterion.Title+": not assessable, "+Line(letter.Because(r.Missing)))
		}
	}
	return lines
}
