package handbook

import (
	"fmt"
	"io"
	"strings"
)

// The width of a page on the terminal, and of the names in its margin.
const (
	width  = 98
	margin = 19
)

// Show writes an entry for the terminal: what criteria.md says of the criterion.
func (e *Entry) Show(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n\n%s\n\n", e.ID, e.Title, wrap(e.Description, width-1))
	for _, fact := range e.Facts {
		b.WriteString(fact.lines())
	}
	b.WriteString("\n")
	for _, text := range []struct{ name, text string }{{e.reads(), e.Finding}, {"What to do", e.Action}, {"Why it matters", e.Why}} {
		b.WriteString(Fact{text.name, []Value{{Text: text.text}}}.lines())
	}
	if len(e.Examples) > 0 {
		b.WriteString("\nExamples\n")
	}
	for _, x := range e.Examples {
		values := []Value{{Text: x.Case}}
		if x.Shows != x.Expect {
			values[0].Text += " (" + x.Expect + ")"
		}
		if x.Finding != "" {
			values = append(values, Value{Term: "Finding", Text: x.Finding})
		}
		b.WriteString(Fact{"  " + x.Shows, values}.lines())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// lines are a fact for the terminal: its name in the margin, names of fields in a
// line, and each value that is explained on a line of its own.
func (f Fact) lines() string {
	var terms, paragraphs []string
	for _, v := range f.Values {
		if v.Text == "" {
			terms = append(terms, v.Term)
			continue
		}
		text := v.Text
		if v.Term != "" {
			text = v.Term + ": " + text
		}
		paragraphs = append(paragraphs, text)
	}
	if len(terms) > 0 {
		paragraphs = append([]string{strings.Join(terms, ", ")}, paragraphs...)
	}
	var b strings.Builder
	name := f.Name
	for _, p := range paragraphs {
		for line := range strings.SplitSeq(wrap(p, width-margin), "\n") {
			fmt.Fprintf(&b, "%-*s%s\n", margin, name, line)
			name = ""
		}
	}
	return b.String()
}

// wrap breaks a text into lines of at most width characters, at spaces.
func wrap(text string, width int) string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = word
		case len([]rune(line))+1+len([]rune(word)) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return strings.Join(append(lines, line), "\n")
}
