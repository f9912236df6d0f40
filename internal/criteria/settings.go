package criteria

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Value is what a setting is, and when. Dates are ISO and both included; empty
// means without an end on that side.
type Value struct {
	Value     any    `json:"value" yaml:"value"` // a number, or a list of texts
	ValidFrom string `json:"valid_from,omitempty" yaml:"valid_from"`
	ValidTo   string `json:"valid_to,omitempty" yaml:"valid_to"`
}

// Settings are a council's own values, by the setting's name.
type Settings map[string][]Value

// Setting is a setting or a timescale of the policies.
type Setting struct {
	Name    string
	Title   string  `json:"title"`
	Unit    string  `json:"unit"`
	Footing Footing `json:"footing"`
	Source  string  `json:"source"`
	Values  []Value `json:"values"`
	Council bool    // the council set it
	Fixed   bool    `json:"-"` // a timescale of law or guidance: nobody can set it
}

// Settings lists the settings and timescales that the criteria read, by name.
func (c *Catalogue) Settings() ([]Setting, error) {
	used := map[string]bool{}
	for _, criterion := range c.Criteria {
		for _, name := range criterion.Settings {
			used[name] = true
		}
	}
	var list []Setting
	for _, name := range slices.Sorted(maps.Keys(used)) {
		for _, table := range []string{"settings", "timescales"} {
			docs, _ := c.data[table].(map[string]any)
			doc, ok := docs[name]
			if !ok {
				continue
			}
			text, err := json.Marshal(doc)
			if err != nil {
				return nil, err
			}
			s := Setting{Name: name, Fixed: table == "timescales"}
			if err := json.Unmarshal(text, &s); err != nil {
				return nil, fmt.Errorf("%s/data.yaml: %s: %w", table, name, err)
			}
			list = append(list, s)
		}
	}
	return list, nil
}

// InForce is the value valid on a day (ISO), as text; false when none is.
func (s Setting) InForce(on string) (string, bool) {
	for _, v := range s.Values {
		if from(v) <= on && on <= to(v) {
			return v.text(), true
		}
	}
	return "", false
}

// Words are all its values with the days they are valid: "7 to 2010-03-31; 10
// from 2010-04-01 working days".
func (s Setting) Words() string {
	var parts []string
	for _, v := range s.Values {
		text := v.text()
		if v.ValidFrom != "" {
			text += " from " + v.ValidFrom
		}
		if v.ValidTo != "" {
			text += " to " + v.ValidTo
		}
		parts = append(parts, text)
	}
	return strings.TrimSpace(strings.Join(parts, "; ") + " " + s.Unit)
}

func (v Value) text() string {
	list, ok := v.Value.([]any)
	if !ok {
		return fmt.Sprint(v.Value)
	}
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = fmt.Sprint(w)
	}
	return strings.Join(words, ", ")
}

func from(v Value) string { return v.ValidFrom }

func to(v Value) string {
	if v.ValidTo == "" {
		return "9999-12-31"
	}
	return v.ValidTo
}
