package criteria

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed metadata.schema.json
var metadataSchema []byte

// metadata is the custom part of a criterion's METADATA comment.
type metadata struct {
	ID          string   `json:"id"`
	Level       Level    `json:"level"`
	Unit        string   `json:"unit"`
	Anchor      string   `json:"anchor"`
	Scope       string   `json:"scope"`
	CrossRecord bool     `json:"cross_record"`
	Measure     bool     `json:"measure"`
	Target      string   `json:"target"`
	Framework   string   `json:"national_framework"`
	Needs       []string `json:"needs"`
	Optional    []string `json:"optional"`
	History     []string `json:"history"`
	Footing     Footing  `json:"footing"`
	Sources     []string `json:"sources"`
	Finding     string   `json:"finding"`
	Action      string   `json:"action"`
	Phrase      string   `json:"phrase"`
	Strength    string   `json:"strength"`
	Why         string   `json:"why"`
}

// newMetadataSchema compiles the schema that metadata is held to.
func newMetadataSchema() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(metadataSchema))
	if err != nil {
		return nil, fmt.Errorf("metadata schema: %w", err)
	}
	compiler := jsonschema.NewCompiler()
	const name = "https://caseaudit.github.io/metadata.schema.json" // never fetched
	if err := compiler.AddResource(name, doc); err != nil {
		return nil, fmt.Errorf("metadata schema: %w", err)
	}
	return compiler.Compile(name)
}

// readCriterion makes a criterion of a policy module, or says what its METADATA
// comment lacks. The package is data.audit.<area>.<name>.
func readCriterion(schema *jsonschema.Schema, areas []Area, file string, module *ast.Module) (*Criterion, error) {
	area, name, err := place(areas, module.Package)
	if err != nil {
		return nil, err
	}
	if want := area.Name + "/" + name + "/policy.rego"; file != want {
		return nil, fmt.Errorf("package %s belongs in %s", module.Package.Path, want)
	}
	annotation := packageAnnotation(module)
	if annotation == nil {
		return nil, fmt.Errorf("no METADATA comment with `scope: package` above the package line")
	}
	text, err := json.Marshal(annotation.Custom)
	if err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	if err := schema.Validate(doc); err != nil {
		return nil, metadataFaults(schema, err)
	}
	var m metadata
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("metadata: %w", err)
	}
	return &Criterion{
		ID: m.ID, Title: annotation.Title, Description: strings.Join(strings.Fields(annotation.Description), " "),
		Area: area, Name: name, Package: module.Package.Path.String(),
		Level: m.Level, Footing: m.Footing, Unit: m.Unit, Anchor: m.Anchor,
		Service: m.Scope == "service", CrossRecord: m.CrossRecord, Measure: m.Measure, Target: readTarget(m.Target), Framework: m.Framework,
		Needs: m.Needs, Optional: m.Optional, History: m.History, Sources: m.Sources,
		Finding: m.Finding, Action: m.Action, Phrase: m.Phrase, Strength: m.Strength, Why: m.Why,
		outputs: outputs(module),
	}, nil
}

// metadataFaults says in a line each what the schema found wrong, with what it
// wants of the property.
func metadataFaults(schema *jsonschema.Schema, err error) error {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return fmt.Errorf("metadata: %w", err)
	}
	var faults []error
	var collect func(e *jsonschema.ValidationError)
	collect = func(e *jsonschema.ValidationError) {
		for _, cause := range e.Causes {
			collect(cause)
		}
		if len(e.Causes) > 0 {
			return
		}
		where, wanted := "custom", ""
		if len(e.InstanceLocation) > 0 {
			where += "." + strings.Join(e.InstanceLocation, ".")
			if property := schema.Properties[e.InstanceLocation[0]]; property != nil && property.Description != "" {
				wanted = "; want " + property.Description
			}
		}
		text := e.ErrorKind.LocalizedString(message.NewPrinter(language.BritishEnglish))
		faults = append(faults, fmt.Errorf("metadata: %s: %s%s", where, text, wanted))
	}
	collect(invalid)
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(faults...)
}

func place(areas []Area, pkg *ast.Package) (Area, string, error) {
	// data.audit.<area>.<name>
	if len(pkg.Path) != 4 {
		return Area{}, "", fmt.Errorf("package %s: want audit.<area>.<criterion>", pkg.Path)
	}
	name := string(pkg.Path[2].Value.(ast.String))
	for _, a := range areas {
		if a.Name == name {
			return a, string(pkg.Path[3].Value.(ast.String)), nil
		}
	}
	return Area{}, "", fmt.Errorf("package %s: %q is no area of areas/data.yaml", pkg.Path, name)
}

func packageAnnotation(module *ast.Module) *ast.Annotations {
	for _, a := range module.Annotations {
		if a.Scope == "package" {
			return a
		}
	}
	return nil
}

// ruleNames are the rules that the audit reads of a policy.
func ruleNames() []string {
	return []string{"applies", "met", "start", "due", "done", "note", "doubt", "gather"}
}

// outputs lists which of them a policy has.
func outputs(module *ast.Module) map[string]bool {
	has := map[string]bool{}
	for _, rule := range module.Rules {
		name := string(rule.Head.Ref()[0].Value.(ast.Var))
		if slices.Contains(ruleNames(), name) && len(rule.Head.Args) == 0 {
			has[name] = true
		}
	}
	return has
}
