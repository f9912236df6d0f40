package trial

import (
	"bytes"
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// Example is one record and the verdict a criterion must give it.
type Example struct {
	Shows    string            // what it is there to show: one of Shown
	Case     string            // the case in a sentence
	Record   map[string]any    // as an export gives it; blanks may be null
	Service  map[string]any    // the service's lists, where the criterion reads them
	Twins    map[string][]Twin // other cases that seem to be the same child, by case id
	Gathered map[string]int    // for a criterion that gathers: how many cases gave each text
	Without  []string          // fields that the export does not supply
	Settings map[string]any    // the council's own, where the example turns on them
	Expect   string            // met, not met, not audited or not assessable
	Finding  string            // what a finding says, before the arithmetic; needed for not met

	AsAt string `yaml:"-"` // of the file, ISO
}

// Twin is casefile.Twin as an example writes it.
type Twin struct {
	CaseID string `yaml:"case_id"`
	By     string
}

// Shown are the cases that every criterion's examples must cover.
func Shown() []string { return []string{"met", "not met", "not audited", "blank", "missing field"} }

// Examples reads a criterion's examples.yaml, strictly.
func Examples(cat *criteria.Catalogue, c *criteria.Criterion) ([]Example, error) {
	text, err := cat.File(c, "examples.yaml")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.ID, err)
	}
	var file struct {
		AsAt     string `yaml:"as_at"`
		Examples []Example
	}
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(true)
	if err := decoder.Decode(&file); err != nil {
		return nil, fmt.Errorf("%s: examples.yaml: %w", c.ID, err)
	}
	for i := range file.Examples {
		e := &file.Examples[i]
		e.AsAt = file.AsAt
		if e.Case == "" || e.AsAt == "" {
			return nil, fmt.Errorf("%s: examples.yaml: example %d: case and as_at are needed", c.ID, i+1)
		}
		if !slices.Contains(Shown(), e.Shows) {
			return nil, fmt.Errorf("%s: examples.yaml: example %d: shows %q: want one of %q", c.ID, i+1, e.Shows, Shown())
		}
		if e.Expect == "not met" && e.Finding == "" && e.Shows == "not met" {
			return nil, fmt.Errorf("%s: examples.yaml: example %d: say what the finding reads", c.ID, i+1)
		}
	}
	return file.Examples, nil
}

// Lacking lists the kinds of example that a criterion has none of.
func Lacking(examples []Example) []string {
	var lacking []string
	for _, kind := range Shown() {
		if !slices.ContainsFunc(examples, func(e Example) bool { return e.Shows == kind }) {
			lacking = append(lacking, kind)
		}
	}
	return lacking
}

// record reads an example's record as a reader reads an export's.
func (e *Example) record(d *casefile.Dictionary) (*casefile.Record, error) {
	r := d.NewRecord("EXAMPLE")
	for _, name := range sorted(e.Record) {
		switch value := e.Record[name]; name {
		case "case_id":
			r.CaseID, _ = value.(string)
			r.Values["case_id"] = value
		case "team":
			r.Team, _ = value.(string)
			r.Values["team"] = value
		case "child":
			child, err := readItem(d.Child, value)
			if err != nil {
				return nil, err
			}
			r.Values["child"] = child
		default:
			entity, ok := d.Entity(name)
			if !ok || entity.Service {
				return nil, fmt.Errorf("record: %q is no entity of the dictionary", name)
			}
			items, err := readItems(entity, value)
			if err != nil {
				return nil, err
			}
			for _, item := range items {
				r.Add(name, item.(map[string]any), casefile.Location{})
			}
		}
	}
	return r, nil
}

func (e *Example) service(d *casefile.Dictionary) (casefile.Service, error) {
	s := casefile.Service{Values: map[string]any{}, Where: map[string][]casefile.Location{}}
	for _, entity := range d.Service {
		items, err := readItems(entity, e.Service[entity.Name])
		if err != nil {
			return s, err
		}
		s.Values[entity.Name] = items
	}
	return s, nil
}

func readItems(entity *casefile.Entity, value any) ([]any, error) {
	list, ok := value.([]any)
	if value != nil && !ok {
		return nil, fmt.Errorf("%s: want a list", entity.Name)
	}
	items := []any{}
	for _, x := range list {
		item, err := readItem(entity, x)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, nil
}

func readItem(entity *casefile.Entity, value any) (map[string]any, error) {
	raw, ok := value.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%s: want `field: value` pairs", entity.Name)
	}
	item := map[string]any{}
	for _, name := range sorted(raw) {
		field, ok := entity.Field(name)
		if !ok {
			return nil, fmt.Errorf("%s.%s is no field of the dictionary", entity.Name, name)
		}
		v, _, err := field.Read(plain(raw[name]))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", field.Path(), err)
		}
		if v != nil {
			item[name] = v
		}
	}
	return item, nil
}
