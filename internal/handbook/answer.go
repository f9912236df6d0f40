package handbook

import (
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

// modeWords is how a finding is answered, in a word.
func modeWords(mode string) string {
	switch mode {
	case "criterion":
		return "rule"
	case "measure":
		return "rate"
	}
	return mode
}

// modes are the ways a finding is answered: "rule, form".
func modes(f criteria.Finding) string {
	words := make([]string, len(f.Mode))
	for i, mode := range f.Mode {
		words[i] = modeWords(mode)
	}
	return strings.Join(words, ", ")
}

func byNarrative(f criteria.Finding) bool {
	for _, mode := range f.Mode {
		if mode == "narrative" {
			return true
		}
	}
	return false
}

// narrativeLine is what answers a finding that nothing in an export can decide.
const narrativeLine = "a line for the QA lead to write in the letter"

// answers are what answers a finding, a fact for each kind, as a page links it.
func (b *Book) answers(f criteria.Finding) []Fact {
	var facts []Fact
	say := func(name string, values ...Value) {
		if len(values) > 0 {
			facts = append(facts, Fact{Name: name, Values: values})
		}
	}
	var by []Value
	for _, id := range f.By {
		value := Value{Term: id, Link: "criteria.md#" + anchor(id)}
		if c, ok := b.catalogue.Criterion(id); ok {
			value.Text = c.Title
		}
		by = append(by, value)
	}
	say("Criteria", by...)
	if s, ok := b.slice(f); ok {
		say("Slice", Value{Term: f.Slice, Link: "criteria.md#" + sliceAnchor(s)})
	} else if f.Slice != "" {
		say("Slice", Value{Text: f.Slice})
	}
	if f.Form != "" {
		say("Form", Value{Term: f.Form, Link: "#" + formAnchor(f.Form), Text: b.forms[f.Form]})
	}
	if byNarrative(f) {
		say("Narrative", Value{Text: narrativeLine})
	}
	if f.Note != "" {
		say("Note", Value{Text: f.Note})
	}
	return facts
}
