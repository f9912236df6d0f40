package handbook

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// TraceAll writes a table of every finding with what answers it, for the terminal.
func (b *Book) TraceAll(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Finding\tKind\tAnswered by\tGist")
	for _, f := range b.findings {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", f.ID, f.Kind, answeredBy(f), f.Gist)
	}
	return t.Flush()
}

// answeredBy is what answers a finding, in names: "AS-05, AS-06; form analysis_quality".
func answeredBy(f criteria.Finding) string {
	var parts []string
	if len(f.By) > 0 {
		parts = append(parts, strings.Join(f.By, ", "))
	}
	if f.Slice != "" {
		parts = append(parts, "slice "+f.Slice)
	}
	if f.Form != "" {
		parts = append(parts, "form "+f.Form)
	}
	if byNarrative(f) {
		parts = append(parts, "narrative")
	}
	return strings.Join(parts, "; ")
}

// TraceFinding writes one finding whole, for the terminal.
func (b *Book) TraceFinding(w io.Writer, f criteria.Finding) error {
	d, _ := b.document(f)
	facts := []Fact{
		{"Document", []Value{{Text: documentName(d)}, {Text: documentDates(d)}}},
		{"Kind", []Value{{Text: f.Kind}}},
		{"Answered by", []Value{{Text: modes(f)}}},
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s  %s\n\n", f.ID, f.Gist)
	for _, fact := range append(facts, b.answers(f)...) {
		text.WriteString(fact.lines())
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// TraceCriterion writes the findings that a criterion answers, for the terminal.
func (b *Book) TraceCriterion(w io.Writer, c *criteria.Criterion) error {
	answers := Fact{"Answers", b.sources(c)}
	if len(c.Sources) == 0 {
		answers.Values = []Value{{Text: "nothing: it names no source"}}
	}
	_, err := fmt.Fprintf(w, "%s  %s\n\n%s", c.ID, c.Title, answers.lines())
	return err
}
