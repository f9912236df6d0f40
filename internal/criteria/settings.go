package criteria

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
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
}

// WithSettings is the catalogue with a council's own settings in place of the
// defaults. A name that is no setting, a timescale (which is law or guidance and
// nobody's to set) or a value of the wrong kind is an error.
func (c *Catalogue) WithSettings(own Settings) (*Catalogue, error) {
	if len(own) == 0 {
		return c, nil
	}
	defaults, _ := c.data["settings"].(map[string]any)
	timescales, _ := c.data["timescales"].(map[string]any)
	settings := maps.Clone(defaults)
	var faults []error
	for _, name := range slices.Sorted(maps.Keys(own)) {
		entry, ok := defaults[name].(map[string]any)
		if !ok {
			if _, law := timescales[name]; law {
				faults = append(faults, fmt.Errorf("settings.%s: a timescale of law or guidance cannot be set", name))
			} else {
				faults = append(faults, fmt.Errorf("settings.%s: no such setting%s", name, nearest(name, defaults)))
			}
			continue
		}
		values, err := checked(own[name], entry)
		if err != nil {
			faults = append(faults, fmt.Errorf("settings.%s: %w", name, err))
			continue
		}
		entry = maps.Clone(entry)
		entry["values"], entry["council"] = values, true
		settings[name] = entry
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	text, err := json.Marshal(own) // sorted by name
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(append([]byte(c.Hash), text...))
	changed := *c
	changed.Hash = hex.EncodeToString(sum[:])
	changed.data = maps.Clone(c.data)
	changed.data["settings"] = settings
	return &changed, nil
}

// checked makes the values of a setting what policies expect, or says why not.
func checked(values []Value, entry map[string]any) ([]any, error) {
	current, _ := entry["values"].([]any)
	var sample any
	if len(current) > 0 {
		sample = current[0].(map[string]any)["value"]
	}
	if len(values) == 0 {
		return nil, errors.New("give at least one value")
	}
	var out []any
	for _, v := range values {
		text, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		decoder := json.NewDecoder(strings.NewReader(string(text)))
		decoder.UseNumber()
		var doc map[string]any
		if err := decoder.Decode(&doc); err != nil {
			return nil, err
		}
		switch x := doc["value"].(type) {
		case json.Number:
			n, err := x.Int64()
			if _, list := sample.([]any); list || err != nil || n < 0 {
				return nil, fmt.Errorf("%v: want %s", x, wanted(sample, entry))
			}
		case []any:
			if _, list := sample.([]any); !list {
				return nil, fmt.Errorf("a list: want %s", wanted(sample, entry))
			}
			for _, member := range x {
				if text, ok := member.(string); !ok || strings.TrimSpace(text) == "" {
					return nil, fmt.Errorf("%v: want %s", x, wanted(sample, entry))
				}
			}
		case nil:
			return nil, fmt.Errorf("no value: want %s", wanted(sample, entry))
		default:
			return nil, fmt.Errorf("%v: want %s", x, wanted(sample, entry))
		}
		for _, d := range []string{v.ValidFrom, v.ValidTo} {
			if _, err := time.Parse(time.DateOnly, d); d != "" && err != nil {
				return nil, fmt.Errorf("%q: write the date as yyyy-mm-dd", d)
			}
		}
		if from(v) > to(v) {
			return nil, fmt.Errorf("valid_from %s lies after valid_to %s", v.ValidFrom, v.ValidTo)
		}
		out = append(out, doc)
	}
	for i, a := range values {
		for _, b := range values[:i] {
			if from(a) <= to(b) && from(b) <= to(a) {
				return nil, errors.New("two values are valid on the same day")
			}
		}
	}
	return out, nil
}

func from(v Value) string { return v.ValidFrom }

func to(v Value) string {
	if v.ValidTo == "" {
		return "9999-12-31"
	}
	return v.ValidTo
}

func wanted(sample any, entry map[string]any) string {
	if _, list := sample.([]any); list {
		return "a list of texts"
	}
	return fmt.Sprintf("a whole number of %v", entry["unit"])
}

// nearest suggests the setting that a mistyped name may have meant.
func nearest(name string, settings map[string]any) string {
	for _, s := range slices.Sorted(maps.Keys(settings)) {
		if strings.Contains(s, name) || strings.Contains(name, s) || strings.EqualFold(strings.ReplaceAll(name, "-", "_"), s) {
			return fmt.Sprintf(" (did you mean %s?)", s)
		}
	}
	return "; `caseaudit criteria list --settings` lists them"
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
			doc, ok := c.data[table].(map[string]any)[name]
			if !ok {
				continue
			}
			text, err := json.Marshal(doc)
			if err != nil {
				return nil, err
			}
			s := Setting{Name: name}
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
			if list, ok := v.Value.([]any); ok {
				words := make([]string, len(list))
				for i, w := range list {
					words[i] = fmt.Sprint(w)
				}
				return strings.Join(words, ", "), true
			}
			return fmt.Sprint(v.Value), true
		}
	}
	return "", false
}
