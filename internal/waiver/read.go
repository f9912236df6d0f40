package waiver

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Read reads waivers.yaml: a list "waivers" of entries. An unknown key, a missing
// reason, approver or expiry, a criterion that does not exist, or the same waiver
// twice is an error with its line.
func Read(name string, file []byte, cat *criteria.Catalogue) (*List, error) {
	var document struct {
		Waivers []yaml.Node `yaml:"waivers"`
	}
	if err := decode(file, &document); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	l := &List{file: name}
	seen := map[[4]string]int{}
	for i := range document.Waivers {
		node := &document.Waivers[i]
		w, err := entry(node, cat)
		if err != nil {
			return nil, fmt.Errorf("%s line %d: %w", name, node.Line, err)
		}
		key := [4]string{w.Criterion, w.Case, strings.ToLower(w.Team), w.Item}
		if first, again := seen[key]; again {
			return nil, fmt.Errorf("%s line %d: the same waiver stands on line %d: keep one", name, node.Line, first)
		}
		seen[key] = node.Line
		l.waivers = append(l.waivers, *w)
	}
	return l, nil
}

// decode refuses keys that are not known.
func decode(file []byte, into any) error {
	decoder := yaml.NewDecoder(strings.NewReader(string(file)))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		if errors.Is(err, io.EOF) {
			return nil // an empty file waives nothing
		}
		var wrong *yaml.TypeError
		if errors.As(err, &wrong) {
			return errors.New(strings.Join(wrong.Errors, "; ") + ": the file is a list `waivers:` of entries with criterion, case or team, reason, approver and expires")
		}
		return err
	}
	return nil
}

func entry(node *yaml.Node, cat *criteria.Catalogue) (*Waiver, error) {
	if node.Kind != yaml.MappingNode {
		return nil, errors.New("want criterion, case or team, reason, approver and expires")
	}
	w := &Waiver{line: node.Line}
	fields := map[string]*string{"criterion": &w.Criterion, "case": &w.Case, "team": &w.Team, "item": &w.Item,
		"reason": &w.Reason, "approver": &w.Approver, "expires": &w.Expires}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		field, known := fields[key.Value]
		switch {
		case !known:
			return nil, fmt.Errorf("%q is no key of a waiver (criterion, case, team, item, reason, approver, expires)", key.Value)
		case value.Kind != yaml.ScalarNode:
			return nil, fmt.Errorf("%s: want a single value", key.Value)
		case *field != "":
			return nil, fmt.Errorf("%s stands twice", key.Value)
		}
		// The text as it stands: the case 0012 keeps its zeros.
		*field = strings.TrimSpace(value.Value)
		if value.Tag == "!!null" {
			*field = ""
		}
	}
	return w, w.check(cat)
}

func (w *Waiver) check(cat *criteria.Catalogue) error {
	for _, mandatory := range []struct{ name, value string }{
		{"criterion", w.Criterion}, {"reason", w.Reason}, {"approver", w.Approver}, {"expires", w.Expires}} {
		if mandatory.value == "" {
			return fmt.Errorf("%s is missing: a waiver needs criterion, case or team, reason, approver and expires", mandatory.name)
		}
	}
	c, known := cat.Criterion(w.Criterion)
	switch {
	case !known:
		near := ""
		if ids := cat.NearestCriteria(w.Criterion); len(ids) > 0 {
			near = "; did you mean " + strings.Join(ids, " or ") + "?"
		}
		return fmt.Errorf("there is no criterion %q%s", w.Criterion, near)
	case c.Measure:
		return fmt.Errorf("%s is a measure, which has no findings to waive", w.Criterion)
	case (w.Case == "") == (w.Team == ""):
		return errors.New("name a case or a team, one of them")
	case w.Item != "" && w.Team != "":
		return errors.New("an item belongs to a case, not to a team")
	}
	if err := audit.CheckAsAt(w.Expires); err != nil {
		return fmt.Errorf("expires: %q is no day of the calendar: write yyyy-mm-dd", w.Expires)
	}
	return nil
}
