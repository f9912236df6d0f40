package ssd

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

//go:embed tables.yaml
var tablesYAML []byte

// layout is what tables.yaml says.
type layout struct {
	Tables  []tableSpec
	NotUsed []string `yaml:"not_used"`
}

type tableSpec struct {
	Table   string
	Role    role
	Entity  string
	Kind    string
	Case    string
	Through string
	Columns map[string]string
	Fields  map[string]ownField
	Codes   map[string]map[string]string
	Unused  []string
}

// ownField is a column that the reader needs and no record holds.
type ownField struct {
	Column   string
	Type     casefile.Type
	Personal bool
}

// role is what the rows of a table become.
type role string

const (
	person       role = "person"       // a case and its child
	items        role = "items"        // items of an entity
	disabilities role = "disabilities" // the child's disabilities
	identifiers  role = "identifiers"  // the child's UPN and NHS number
	factors      role = "factors"      // factors of an assessment
	legalStatus  role = "legal_status" // legal statuses, from which episodes take theirs
	service      role = "service"      // items of the service
	// Practice tables only:
	extends      role = "extends"         // more fields of items that another table has
	extendsCase  role = "extends case"    // more fields of the record and its child
	extendsStaff role = "extends service" // more fields of items of the service
)

func readLayout() (*layout, error) {
	l := &layout{}
	decoder := yaml.NewDecoder(bytes.NewReader(tablesYAML))
	decoder.KnownFields(true)
	if err := decoder.Decode(l); err != nil {
		return nil, fmt.Errorf("tables.yaml: %w", err)
	}
	for i := range l.Tables {
		if l.Tables[i].Role == "" {
			l.Tables[i].Role = items
		}
	}
	return l, nil
}

// find gives a table's place in the layout, -1 when it is not read.
func (l *layout) find(name string) int {
	return slices.IndexFunc(l.Tables, func(t tableSpec) bool { return t.Table == name })
}
