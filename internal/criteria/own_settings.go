package criteria

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

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
	changed.values = c.values.without("settings")
	return &changed, nil
}

// checked makes the values of a setting what policies expect, or says why not.
func checked(values []Value, entry map[string]any) ([]any, error) {
	if len(values) == 0 {
		return nil, errors.New("give at least one value")
	}
	var out []any
	for _, v := range values {
		doc, err := document(v)
		if err != nil {
			return nil, err
		}
		if err := checkKind(doc["value"], entry); err != nil {
			return nil, err
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

// document is a value as the data file would have given it.
func document(v Value) (map[string]any, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var doc map[string]any
	err = decoder.Decode(&doc)
	return doc, err
}

// checkKind refuses a value that is not of the kind of the default: a whole
// number, nought or more, or a list of texts.
func checkKind(value any, entry map[string]any) error {
	defaults, _ := entry["values"].([]any)
	list := false
	if len(defaults) > 0 {
		first, _ := defaults[0].(map[string]any)
		_, list = first["value"].([]any)
	}
	switch x := value.(type) {
	case json.Number:
		if n, err := x.Int64(); !list && err == nil && n >= 0 {
			return nil
		}
	case []any:
		blank := func(member any) bool {
			text, _ := member.(string)
			return strings.TrimSpace(text) == ""
		}
		if list && !slices.ContainsFunc(x, blank) {
			return nil
		}
	case nil:
		value = "no value"
	}
	if list {
		return fmt.Errorf("%v: want a list of texts", value)
	}
	return fmt.Errorf("%v: want a whole number of %v", value, entry["unit"])
}

// nearest suggests the setting that a mistyped name may have meant.
func nearest(name string, settings map[string]any) string {
	best, slips := "", 3 // more slips than two is another word
	for _, s := range slices.Sorted(maps.Keys(settings)) {
		n := casefile.Slips(strings.ReplaceAll(strings.ToLower(name), "-", "_"), s)
		if len(name) > 3 && (strings.Contains(s, name) || strings.Contains(name, s)) {
			n = min(n, 2)
		}
		if n < slips {
			best, slips = s, n
		}
	}
	if best != "" {
		return fmt.Sprintf(" (did you mean %s?)", best)
	}
	return "; `caseaudit criteria list --settings` lists them"
}
