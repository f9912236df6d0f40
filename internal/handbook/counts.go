package handbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// meaning is a way to answer a finding, and what it means.
type meaning struct{ mode, means string }

func modeMeanings() []meaning {
	return []meaning{
		{"criterion", "A rule decides it from the case export, item by item"},
		{"measure", "A rate over the whole export"},
		{"form", "A reader's judgement: a question on the audit form"},
		{"narrative", "Nothing in a case record can decide it: " + narrativeLine},
	}
}

// countsPart counts the findings by how they are answered. Modes may go together,
// so each row says whether a finding can stand in several.
func (b *Book) countsPart() string {
	var part strings.Builder
	header := []string{"Findings"}
	for _, d := range b.documents {
		header = append(header, d.ID)
	}
	part.WriteString("\n## Counts\n\n" + head(append(header, "All")...))
	line := func(name string, in func(criteria.Finding) bool) {
		cells := []string{name}
		for _, d := range b.documents {
			cells = append(cells, number(count(b.findingsOf(d), in)))
		}
		part.WriteString(row(append(cells, number(count(b.findings, in)))...))
	}
	line("All", func(criteria.Finding) bool { return true })
	line("By a rule", has("criterion"))
	line("By a rate", has("measure"))
	line("By a question on the form", has("form"))
	line("By a narrative line only", func(f criteria.Finding) bool { return len(f.Mode) == 1 && byNarrative(f) })
	part.WriteString("\nA finding that is answered in two ways is counted in both rows.\n\n" + head("Mode", "Findings"))
	for _, mode := range b.combinations() {
		part.WriteString(row(mode, number(count(b.findings, func(f criteria.Finding) bool { return modes(f) == mode }))))
	}
	return part.String()
}

func number(n int) string { return fmt.Sprint(n) }

func has(mode string) func(criteria.Finding) bool {
	return func(f criteria.Finding) bool { return slices.Contains(f.Mode, mode) }
}

func count(findings []criteria.Finding, in func(criteria.Finding) bool) int {
	n := 0
	for _, f := range findings {
		if in(f) {
			n++
		}
	}
	return n
}

// combinations are the modes as they go together, in the order in which findings
// first show them.
func (b *Book) combinations() []string {
	var list []string
	for _, f := range b.findings {
		if mode := modes(f); !slices.Contains(list, mode) {
			list = append(list, mode)
		}
	}
	return list
}
