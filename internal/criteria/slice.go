package criteria

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Slice is a group of children, or of items, that inspectors look at apart:
// disabled children, contacts received out of hours. It is a policy too, in
// policies/slices/<name>, with one rule: `inside`.
type Slice struct {
	ID          string
	Title       string
	Description string
	Of          string   // Record: all items of the case are inside; else the entity whose items are
	Needs       []string // fields without which it cannot be told
	Package     string   // "data.slices.disabled_children"
}

const slicePrefix = "data.slices."

// readSlice makes a slice of a policy module.
func readSlice(file string, module *ast.Module) (*Slice, error) {
	var m struct {
		ID    string   `json:"id"`
		Of    string   `json:"of"`
		Needs []string `json:"needs"`
	}
	name, annotation, err := describe(file, "slices", slicePrefix, module, &m)
	if err != nil {
		return nil, err
	}
	if m.ID != name || m.Of == "" || annotation.Title == "" || annotation.Description == "" {
		return nil, fmt.Errorf("metadata: a slice has a title, a description, its folder's name as id, and `of`")
	}
	return &Slice{ID: m.ID, Title: annotation.Title, Description: strings.Join(strings.Fields(annotation.Description), " "),
		Of: m.Of, Needs: m.Needs, Package: module.Package.Path.String()}, nil
}

// checkSlices holds the slices to what they read, as criteria are.
func (c *Catalogue) checkSlices(dictionary *casefile.Dictionary, compiler *ast.Compiler) []error {
	var faults []error
	for _, s := range c.Slices {
		if e, ok := dictionary.Entity(s.Of); s.Of != Record && (!ok || e.Service || s.Of == "child") {
			faults = append(faults, fmt.Errorf("slice %s: of: %s is no entity of a case", s.ID, s.Of))
		}
		reads := readsOf(compiler, s.Package, "inside").fields
		for _, path := range reads {
			if !slices.Contains(s.Needs, path) {
				faults = append(faults, fmt.Errorf("slice %s: it reads %s, which is not in needs", s.ID, path))
			}
		}
		for _, path := range s.Needs {
			if !slices.Contains(reads, path) {
				faults = append(faults, fmt.Errorf("slice %s: needs: it does not read %s", s.ID, path))
			}
		}
	}
	return faults
}

// describe reads what a policy that is no criterion says of itself: its folder's
// name, its METADATA comment, and the custom part of it, strictly, into a struct.
func describe(file, folder, prefix string, module *ast.Module, custom any) (string, *ast.Annotations, error) {
	pkg := module.Package.Path.String()
	name := strings.TrimPrefix(pkg, prefix)
	if want := folder + "/" + name + "/policy.rego"; file != want {
		return "", nil, fmt.Errorf("package %s belongs in %s", pkg, want)
	}
	annotation := packageAnnotation(module)
	if annotation == nil {
		return "", nil, fmt.Errorf("no METADATA comment with `scope: package` above the package line")
	}
	text, err := json.Marshal(annotation.Custom)
	if err != nil {
		return "", nil, err
	}
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(custom); err != nil {
		return "", nil, fmt.Errorf("metadata: %w", err)
	}
	return name, annotation, nil
}
