package criteria

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/caseaudit/caseaudit/internal/casefile"
)

// Catalogue is the criteria of one policy set, ready to be evaluated.
type Catalogue struct {
	Criteria []*Criterion // by area, in the areas' order, then by id
	Areas    []Area       // in the order a report shows them
	Slices   []*Slice     // by id
	Checks   []*Check     // of the data, by id
	Hash     string       // SHA-256 of the policies and their data, the council's settings included

	modules map[string]*ast.Module
	tests   map[string]*ast.Module
	data    map[string]any
	values  *values          // data as OPA holds it
	files   map[string]fs.FS // by the file of the policy
}

// Load reads the policies of a folder, and of the council's own folders on top of
// it, and holds them to the contract. The error names every criterion at fault,
// not only the first.
func Load(fsys fs.FS, dictionary *casefile.Dictionary, own ...fs.FS) (*Catalogue, error) {
	src, err := readLayers(append([]fs.FS{fsys}, own...))
	if err != nil {
		return nil, err
	}
	c := &Catalogue{Areas: src.areas, Hash: src.hash, modules: src.modules, tests: src.tests, data: src.data, values: &values{}, files: src.files}
	schema, err := newMetadataSchema()
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, file := range slices.Sorted(maps.Keys(src.modules)) {
		module := src.modules[file]
		pkg := module.Package.Path.String()
		if strings.HasPrefix(pkg, slicePrefix) {
			slice, err := readSlice(file, module)
			if err != nil {
				faults = append(faults, fmt.Errorf("%s: %w", file, err))
				continue
			}
			c.Slices = append(c.Slices, slice)
			continue
		}
		if strings.HasPrefix(pkg, checkPrefix) {
			check, err := readCheck(file, module)
			if err != nil {
				faults = append(faults, fmt.Errorf("%s: %w", file, err))
				continue
			}
			c.Checks = append(c.Checks, check)
			continue
		}
		if !strings.HasPrefix(pkg, "data.audit.") {
			if path.Base(file) == "policy.rego" {
				faults = append(faults, fmt.Errorf("%s: package %s: a criterion's package is audit.<area>.<criterion>", file, pkg))
			}
			continue
		}
		criterion, err := readCriterion(schema, src.areas, file, module)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", file, err))
			continue
		}
		c.Criteria = append(c.Criteria, criterion)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	if len(c.Criteria) == 0 {
		return nil, errors.New("policies: no criterion found: a policy set that judges nothing would pass everything")
	}
	c.sort()
	compiler, err := c.Compile()
	if err != nil {
		return nil, err
	}
	if err := c.validate(dictionary, compiler); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Catalogue) sort() {
	order := map[string]int{}
	for i, a := range c.Areas {
		order[a.Name] = i
	}
	slices.SortFunc(c.Criteria, func(a, b *Criterion) int {
		return cmp.Or(cmp.Compare(order[a.Area.Name], order[b.Area.Name]), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(c.Checks, func(a, b *Check) int { return cmp.Compare(a.ID, b.ID) })
}

// Criterion finds a criterion by its id.
func (c *Catalogue) Criterion(id string) (*Criterion, bool) {
	for _, criterion := range c.Criteria {
		if criterion.ID == id {
			return criterion, true
		}
	}
	return nil, false
}

// Compile compiles the policies, with more modules beside them if given (an
// entry point, tests), by file name.
func (c *Catalogue) Compile(more ...map[string]*ast.Module) (*ast.Compiler, error) {
	modules := map[string]*ast.Module{}
	for _, set := range append([]map[string]*ast.Module{c.modules}, more...) {
		maps.Copy(modules, copies(set))
	}
	compiler := ast.NewCompiler().WithStrict(true).WithCapabilities(capabilities())
	if compiler.Compile(modules); compiler.Failed() {
		return nil, fmt.Errorf("policies: %w", compiler.Errors)
	}
	return compiler, nil
}

// Modules are the policies and their tests, by file, for the caller to keep.
func (c *Catalogue) Modules() map[string]*ast.Module {
	all := copies(c.modules)
	maps.Copy(all, copies(c.tests))
	return all
}

func copies(modules map[string]*ast.Module) map[string]*ast.Module {
	fresh := make(map[string]*ast.Module, len(modules))
	for file, module := range modules {
		fresh[file] = module.Copy()
	}
	return fresh
}

// File reads a file that stands beside a criterion's policy.
func (c *Catalogue) File(criterion *Criterion, name string) ([]byte, error) {
	layer, ok := c.files[criterion.Folder()+"/policy.rego"]
	if !ok {
		return nil, fmt.Errorf("%s: %w", criterion.Folder(), fs.ErrNotExist)
	}
	return fs.ReadFile(layer, criterion.Folder()+"/"+name)
}

// Only is the catalogue of one criterion, with what its policy builds on.
func (c *Catalogue) Only(criterion *Criterion) *Catalogue {
	one := *c
	one.Criteria, one.Slices, one.Checks = []*Criterion{criterion}, nil, nil
	one.modules = map[string]*ast.Module{}
	for file, module := range c.modules {
		pkg := module.Package.Path.String()
		if pkg == criterion.Package || !isPolicy(pkg) {
			one.modules[file] = module
		}
	}
	return &one
}

// isPolicy: the package is a criterion, a slice or a check, and no library.
func isPolicy(pkg string) bool {
	return strings.HasPrefix(pkg, "data.audit.") || strings.HasPrefix(pkg, slicePrefix) || strings.HasPrefix(pkg, checkPrefix)
}
