package handbook

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/caseaudit/caseaudit/internal/criteria"
	"github.com/caseaudit/caseaudit/internal/trial"
)

// Entry is one criterion as the page and the terminal show it.
type Entry struct {
	*criteria.Criterion
	Facts    []Fact
	Examples []trial.Example // none when the criterion has no examples.yaml
}

// Fact is one line of an entry's table.
type Fact struct {
	Name   string
	Values []Value // never empty
}

// Value is a value of a fact: a term, and what is said of it. Either may be empty.
type Value struct {
	Term string // "PET09-D2b", "cp_visit_days"
	Link string // the page that explains the term, with its anchor; empty where none does
	Text string
}

// Entry makes the entry of a criterion. Examples that cannot be read are an error.
func (b *Book) Entry(c *criteria.Criterion) (*Entry, error) {
	examples, err := trial.Examples(b.catalogue, c)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	e := &Entry{Criterion: c, Examples: examples}
	e.say("Area", Value{Text: c.Area.Title})
	e.say("Level", Value{Text: string(c.Level) + ": " + levelMeans(c.Level)})
	e.say("Footing", Value{Text: c.Footing.Words()})
	e.say("Counts", Value{Text: counts(c)})
	if c.Target != nil {
		e.say("Target", Value{Text: b.target(c.Target)})
	}
	e.say("Needs", terms(c.Needs)...)
	e.say("Can do without", terms(c.Optional)...)
	e.say("Needs all of", terms(c.History)...)
	e.say("Settings", b.settingsOf(c, false)...)
	e.say("Timescales", b.settingsOf(c, true)...)
	if c.Framework != "" {
		e.say("National framework", Value{Text: c.Framework})
	}
	e.say("Answers", b.sources(c)...)
	e.say("Policy", Value{Term: "policies/" + c.Folder(), Link: "../policies/" + c.Folder()})
	return e, nil
}

func (e *Entry) say(name string, values ...Value) {
	if len(values) > 0 {
		e.Facts = append(e.Facts, Fact{Name: name, Values: values})
	}
}

// settingsOf are the settings that a criterion reads, or the timescales.
func (b *Book) settingsOf(c *criteria.Criterion, fixed bool) []Value {
	var values []Value
	for _, s := range b.settings {
		if s.Fixed != fixed || !slices.Contains(c.Settings, s.Name) {
			continue
		}
		parts := []string{s.Words() + " (" + s.Footing.Words() + ")", s.Title}
		if s.Council {
			parts[0] += ", set by the council"
		}
		if s.Source != "" {
			parts = append(parts, "Source: "+s.Source)
		}
		values = append(values, Value{Term: s.Name, Text: strings.Join(parts, ". ")})
	}
	return values
}

// target is what a measure is held to, with the number in place of the setting.
func (b *Book) target(t *criteria.Target) string {
	for _, s := range b.settings {
		if s.Name == t.Setting {
			return t.Words(strings.TrimSuffix(s.Words(), " per cent"))
		}
	}
	return t.Words("[" + t.Setting + "]")
}

// sources are the findings and themes that a criterion answers.
func (b *Book) sources(c *criteria.Criterion) []Value {
	var values []Value
	for _, id := range c.Sources {
		values = append(values, Value{Term: id, Link: b.sourceLink(id), Text: b.cited(id)})
	}
	return values
}

// sourceLink is where the source of a criterion is explained.
func (b *Book) sourceLink(id string) string {
	if _, ok := b.theme(id); ok {
		return "coverage.md#" + anchor(id)
	}
	if _, ok := b.Finding(id); ok {
		return "traceability.md#" + anchor(id)
	}
	return ""
}

func terms(list []string) []Value {
	values := make([]Value, len(list))
	for i, term := range list {
		values[i] = Value{Term: strings.ReplaceAll(term, " | ", " or ")}
	}
	return values
}

func levelMeans(level criteria.Level) string {
	switch level {
	case criteria.Priority:
		return "a child may be unsafe"
	case criteria.Development:
		return "practice falls short"
	}
	return "good to know"
}

// reads names the text of a finding. The items of a measure are never findings.
func (e *Entry) reads() string {
	if e.Measure {
		return "Not met reads"
	}
	return "A finding reads"
}

func counts(c *criteria.Criterion) string {
	text := c.UnitWords()
	if c.Anchor != "" {
		text += fmt.Sprintf(", placed in time by their %s", strings.ReplaceAll(c.Anchor, "_", " "))
	}
	if c.Measure {
		text += "; judged on the rate, and none of them is a finding"
	}
	return text
}
