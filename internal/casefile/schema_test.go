package casefile

import (
	"bytes"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func dictionary(t *testing.T) *Dictionary {
	t.Helper()
	d, err := NewDictionary()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func compiled(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemasAreFresh(t *testing.T) {
	d := dictionary(t)
	for path, want := range map[string][]byte{
		"../../docs/schemas/case.json":    d.Schema(),
		"../../docs/schemas/service.json": d.ServiceSchema(),
	} {
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate ./internal/casefile", path)
		}
	}
}

// filled is an item with a value in every field.
func filled(e *Entity) map[string]any {
	item := map[string]any{}
	for _, f := range e.Fields {
		item[f.Name] = map[Type]any{
			ID: "4711", Text: "as written", Code: "X1", Codes: []any{"X1"}, Date: "2026-03-11",
			DateTime: "2026-03-11T09:30:00", Bool: true, Int: 3, Number: 0.5, Narrative: "what was written",
		}[f.Type]
	}
	return item
}

func TestSchemaTakesEveryField(t *testing.T) {
	d := dictionary(t)
	cases, service := compiled(t, d.Schema()), compiled(t, d.ServiceSchema())
	r := d.NewRecord("C1")
	if err := cases.Validate(r.Values); err != nil {
		t.Errorf("an empty record: %v", err)
	}
	r.Values["team"] = "North"
	r.Values["child"] = filled(d.Child)
	for _, e := range d.Entities {
		r.Add(e.Name, filled(e), Location{})
	}
	if err := cases.Validate(r.Values); err != nil {
		t.Errorf("a full record: %v", err)
	}
	for _, e := range d.Service {
		if err := service.Validate(map[string]any{e.Name: []any{filled(e), map[string]any{}}}); err != nil {
			t.Errorf("%s: %v", e.Name, err)
		}
	}
}

func TestSchemaOfRecords(t *testing.T) {
	s := compiled(t, dictionary(t).Schema())
	assessment := func(field string, value any) map[string]any {
		return map[string]any{"case_id": "C1", "assessments": []any{map[string]any{field: value}}}
	}
	for _, test := range []struct {
		name   string
		record any
		valid  bool
	}{
		{"only an id", map[string]any{"case_id": "C1"}, true},
		{"no id", map[string]any{"team": "North"}, false},
		{"a list", []any{}, false},
		{"an unknown key", map[string]any{"case_id": "C1", "assessment": []any{}}, false},
		{"an unknown field of the child", map[string]any{"case_id": "C1", "child": map[string]any{"dob": "2015-01-01"}}, false},
		{"an entity that is no list", map[string]any{"case_id": "C1", "plans": map[string]any{}}, false},
		{"an unknown field", assessment("completed", "2026-03-31"), false},
		{"a date", assessment("completed_date", "2026-03-31"), true},
		{"a date that is none", assessment("completed_date", "2026-02-30"), false},
		{"a date as a person writes it", assessment("completed_date", "31/03/2026"), false},
		{"a blank kept as null", assessment("completed_date", nil), false},
		{"a flag", assessment("child_seen", false), true},
		{"a flag in words", assessment("child_seen", "no"), false},
		{"a narrative", assessment("analysis", "Risks and strengths weighed."), true},
		{"a narrative as a flag", assessment("analysis", true), true},
		{"a narrative as a number", assessment("analysis", 1), false},
		{"a listed code", assessment("type", "pre_birth"), true},
		{"a code that is not listed, which readers keep", assessment("type", "strategic"), true},
		{"a code as a number", assessment("type", 1), false},
		{"codes", assessment("factors", []any{"1A", "3B"}), true},
		{"codes in one text", assessment("factors", "1A, 3B"), false},
		{"a whole number", assessment("sections_missing", 2), true},
		{"a part of a number", assessment("sections_missing", 2.5), false},
		{"a time", map[string]any{"case_id": "C1", "contacts": []any{map[string]any{"received": "2026-03-11T17:00:00"}}}, true},
		{"a time without a clock", map[string]any{"case_id": "C1", "contacts": []any{map[string]any{"received": "2026-03-11"}}}, true},
		{"a time with an offset", map[string]any{"case_id": "C1", "contacts": []any{map[string]any{"received": "2026-03-11T17:00:00Z"}}}, false},
	} {
		if err := s.Validate(test.record); (err == nil) != test.valid {
			t.Errorf("%s: valid should be %v: %v", test.name, test.valid, err)
		}
	}
}
