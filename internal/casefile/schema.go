package casefile

import (
	"bytes"
	"encoding/json"
	"strings"
)

//go:generate go run ./generate ../../docs/schemas ../../policies/dictionary

// Schema is the JSON Schema (draft-07) of a record as policies see it: input, an
// object with case_id, team, child and every entity as an array of objects. It is
// indented, in the dictionary's order, and ends in a newline.
//
// No key is allowed that the dictionary lacks, so `opa check --schema` refuses a
// policy that misspells a field. Only case_id is required: a blank field is absent
// from a record.
func (d *Dictionary) Schema() []byte {
	var p properties
	var required []string
	for _, f := range d.Record {
		p = append(p, property{f.Name, f.schema()})
		if f.Required {
			required = append(required, f.Name)
		}
	}
	p = append(p, property{d.Child.Name, d.Child.schema()})
	return document("A case record, as policies see it (input)", append(p, lists(d.Entities)...), required)
}

// ServiceSchema is the JSON Schema (draft-07) of what an export says of the
// service beside its cases, as policies see it in data.service. Its form is
// Schema's; nothing is required.
func (d *Dictionary) ServiceSchema() []byte {
	return document("The service, as policies see it (data.service)", lists(d.Service), nil)
}

// schema is the part of JSON Schema that the record needs. It keeps to what OPA's
// type checker reads: of a list of types OPA would take only one, so a value of
// several types is written as anyOf. The checker passes over format and pattern,
// which are for editors. Listed codes stand in the description and not in an enum,
// because a record keeps a code that is not listed and the reader notes it.
type schema struct {
	Schema               string     `json:"$schema,omitempty"`
	Comment              string     `json:"$comment,omitempty"`
	Title                string     `json:"title,omitempty"`
	Description          string     `json:"description,omitempty"`
	Type                 string     `json:"type,omitempty"`
	AnyOf                []*schema  `json:"anyOf,omitempty"`
	Format               string     `json:"format,omitempty"`
	Pattern              string     `json:"pattern,omitempty"`
	Items                *schema    `json:"items,omitempty"`
	Required             []string   `json:"required,omitempty"`
	AdditionalProperties *bool      `json:"additionalProperties,omitempty"`
	Properties           properties `json:"properties,omitempty"`
}

func document(title string, p properties, required []string) []byte {
	s := object(p)
	s.Schema = "http://json-schema.org/draft-07/schema#"
	s.Comment = "Generated from internal/casefile/dictionary.yaml by go generate ./internal/casefile. Do not edit."
	s.Title = title
	s.Required = required
	text, _ := json.MarshalIndent(s, "", "  ") // strings and booleans cannot fail
	return append(text, '\n')
}

func object(p properties) *schema {
	return &schema{Type: "object", AdditionalProperties: new(bool), Properties: p}
}

func lists(entities []*Entity) properties {
	var p properties
	for _, e := range entities {
		p = append(p, property{e.Name, &schema{Description: e.Label, Type: "array", Items: e.schema()}})
	}
	return p
}

func (e *Entity) schema() *schema {
	var p properties
	for _, f := range e.Fields {
		p = append(p, property{f.Name, f.schema()})
	}
	return object(p)
}

// datetime is London clock time; an export may give the day only.
const datetime = `^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$`

func (f *Field) schema() *schema {
	s := &schema{Description: f.describe(), Type: "string"}
	switch f.Type {
	case Codes:
		s.Type, s.Items = "array", &schema{Type: "string"}
	case Date:
		s.Format = "date"
	case DateTime:
		s.Pattern = datetime
	case Bool:
		s.Type = "boolean"
	case Int:
		s.Type = "integer"
	case Number:
		s.Type = "number"
	case Narrative:
		s.Type = ""
		s.AnyOf = []*schema{{Type: "boolean"}, {Type: "string"}}
	}
	return s
}

// describe is the label, the note, the codes listed, that it is personal, and of a
// narrative what it may hold.
func (f *Field) describe() string {
	parts := []string{f.Label}
	if f.Note != "" {
		parts = append(parts, f.Note)
	}
	if len(f.Values) > 0 {
		parts = append(parts, "one of "+strings.Join(f.Values, ", "))
	}
	if f.Personal {
		parts = append(parts, "personal")
	}
	if f.Type == Narrative {
		parts = append(parts, "whether it is recorded, or the text itself")
	}
	return strings.Join(parts, "; ")
}

// properties are an object's, in order.
type properties []property

type property struct {
	name   string
	schema *schema
}

// MarshalJSON writes the properties as an object, in their order.
func (p properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, each := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := json.Marshal(each.name)
		value, err := json.Marshal(each.schema)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
