package casefile

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed dictionary.yaml
var dictionaryYAML []byte

// Type is how a field's value is read, stored and compared.
type Type string

// The types of the dictionary. Dates are ISO strings (yyyy-mm-dd) and datetimes
// are London clock time (yyyy-mm-ddThh:mm:ss), so both compare as text.
const (
	ID        Type = "id"
	Text      Type = "text"
	Code      Type = "code"
	Codes     Type = "codes" // a list of codes, written [code] in the dictionary
	Date      Type = "date"
	DateTime  Type = "datetime"
	Bool      Type = "bool"
	Int       Type = "int"
	Number    Type = "number"
	Narrative Type = "narrative"
)

// Field is one named value of the record.
type Field struct {
	Entity   string   // "" for the record's own fields, "child", or an entity's name
	Name     string   // as policies and native exports spell it
	Type     Type     //
	Label    string   // as a person reads it: "child seen date"
	SSD      []string // columns of the Standard Safeguarding Dataset that supply it
	Values   []string // the codes allowed, empty when any code is
	Note     string   // what the name leaves unsaid
	Required bool     // a record without it is refused
	Personal bool     // names a person: never shown unless asked for
	Key      bool     // names the item itself
}

// Path is the field's full name: "assessments.child_seen", "child.date_of_birth" or "team".
func (f *Field) Path() string {
	if f.Entity == "" {
		return f.Name
	}
	return f.Entity + "." + f.Name
}

// Dated reports whether the field holds a date or a datetime.
func (f *Field) Dated() bool { return f.Type == Date || f.Type == DateTime }

// LooksAhead reports whether the field's date may properly lie after the date
// of the audit: something due, expected, or planned to end. Any other date
// after as-at is a fault in the data.
func (f *Field) LooksAhead() bool {
	return strings.HasPrefix(f.Name, "due") || strings.HasPrefix(f.Name, "expected") ||
		f.Name == "end" || f.Name == "end_date" || f.Name == "close_date"
}

// Entity is a list of like things in a record (assessments, visits) or in the
// service (posts, professionals), or "child", of which there is one.
type Entity struct {
	Name    string
	Label   string // plural, as a person reads it: "assessments"
	Service bool   // beside the cases, not in them
	Fields  []*Field
}

// Field finds a field of the entity by name.
func (e *Entity) Field(name string) (*Field, bool) {
	i := slices.IndexFunc(e.Fields, func(f *Field) bool { return f.Name == name })
	if i < 0 {
		return nil, false
	}
	return e.Fields[i], true
}

// Key is the field that names an item of the entity, if it has one.
func (e *Entity) Key() (*Field, bool) {
	i := slices.IndexFunc(e.Fields, func(f *Field) bool { return f.Key })
	if i < 0 {
		return nil, false
	}
	return e.Fields[i], true
}

// Dictionary is the record's vocabulary, in the order of dictionary.yaml.
type Dictionary struct {
	Record   []*Field  // case_id, team
	Child    *Entity   //
	Entities []*Entity // the lists in a case
	Service  []*Entity // the lists beside the cases
}

// NewDictionary reads the embedded dictionary. It fails only when the file in
// the source tree is wrong, which a test would have shown.
func NewDictionary() (*Dictionary, error) {
	var root struct {
		Record, Entities, Service yaml.Node
	}
	if err := yaml.Unmarshal(dictionaryYAML, &root); err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	d := &Dictionary{}
	var err error
	d.Record, d.Child, err = decodeRecord(&root.Record)
	if err != nil {
		return nil, err
	}
	if d.Entities, err = decodeEntities(&root.Entities, false); err != nil {
		return nil, err
	}
	if d.Service, err = decodeEntities(&root.Service, true); err != nil {
		return nil, err
	}
	return d, nil
}

// Entity finds an entity of the case or of the service by name; "child" too.
func (d *Dictionary) Entity(name string) (*Entity, bool) {
	if name == "child" {
		return d.Child, true
	}
	for _, list := range [][]*Entity{d.Entities, d.Service} {
		if i := slices.IndexFunc(list, func(e *Entity) bool { return e.Name == name }); i >= 0 {
			return list[i], true
		}
	}
	return nil, false
}

// Field finds a field by its path, as written in a criterion's needs.
func (d *Dictionary) Field(path string) (*Field, bool) {
	entity, name, dotted := strings.Cut(path, ".")
	if !dotted {
		i := slices.IndexFunc(d.Record, func(f *Field) bool { return f.Name == path })
		if i < 0 {
			return nil, false
		}
		return d.Record[i], true
	}
	e, ok := d.Entity(entity)
	if !ok {
		return nil, false
	}
	return e.Field(name)
}

var errType = errors.New("unknown type")

type fieldYAML struct {
	Type     yaml.Node
	Label    string
	SSD      string
	Values   []string
	Note     string
	Required bool
	Personal bool
	Key      bool
}

func decodeRecord(node *yaml.Node) ([]*Field, *Entity, error) {
	var fields []*Field
	var child *Entity
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i].Value, node.Content[i+1]
		if name == "child" {
			e, err := decodeEntity(name, value, false)
			if err != nil {
				return nil, nil, err
			}
			child = e
			continue
		}
		f, err := decodeField("", name, value)
		if err != nil {
			return nil, nil, err
		}
		fields = append(fields, f)
	}
	if child == nil {
		return nil, nil, errors.New("dictionary: record has no child")
	}
	return fields, child, nil
}

func decodeEntities(node *yaml.Node, service bool) ([]*Entity, error) {
	var entities []*Entity
	for i := 0; i+1 < len(node.Content); i += 2 {
		e, err := decodeEntity(node.Content[i].Value, node.Content[i+1], service)
		if err != nil {
			return nil, err
		}
		entities = append(entities, e)
	}
	return entities, nil
}

func decodeEntity(name string, node *yaml.Node, service bool) (*Entity, error) {
	e := &Entity{Name: name, Label: label(name), Service: service}
	for i := 0; i+1 < len(node.Content); i += 2 {
		f, err := decodeField(name, node.Content[i].Value, node.Content[i+1])
		if err != nil {
			return nil, err
		}
		e.Fields = append(e.Fields, f)
	}
	return e, nil
}

func decodeField(entity, name string, node *yaml.Node) (*Field, error) {
	var y fieldYAML
	if err := node.Decode(&y); err != nil {
		return nil, fmt.Errorf("dictionary line %d: %w", node.Line, err)
	}
	f := &Field{Entity: entity, Name: name, Label: y.Label, Values: y.Values, Note: y.Note,
		Required: y.Required, Personal: y.Personal, Key: y.Key}
	if f.Label == "" {
		f.Label = label(name)
	}
	f.SSD = ssdColumns(y.SSD)
	f.Type = Type(y.Type.Value)
	if y.Type.Kind == yaml.SequenceNode {
		f.Type = Codes
	}
	switch f.Type {
	case ID, Text, Code, Codes, Date, DateTime, Bool, Int, Number, Narrative:
		return f, nil
	}
	return nil, fmt.Errorf("dictionary line %d: %s: %w %q", node.Line, f.Path(), errType, f.Type)
}

// ssdColumns takes the column names out of an ssd: entry, which may list
// several and may say in words where a column applies.
func ssdColumns(entry string) []string {
	var columns []string
	for part := range strings.SplitSeq(entry, ",") {
		word, _, _ := strings.Cut(strings.TrimSpace(part), " ")
		if strings.Contains(word, "_") {
			columns = append(columns, word)
		}
	}
	return columns
}

// initials are the parts of names that a person writes in capitals.
var initials = map[string]string{"id": "ID", "upn": "UPN", "nhs": "NHS", "fte": "FTE"}

func label(name string) string {
	words := strings.Split(name, "_")
	for i, w := range words {
		if short, ok := initials[w]; ok {
			words[i] = short
		}
	}
	return strings.Join(words, " ")
}
